import { type Day, formatPercent, monthNames } from '#kernel'
import { Button, DateField, Fields, FormDialog, NumberField, Select, TextField, useSession } from '#design'

type Row = { key: number; month: string; percent: number | null }
type Draft = { rows: readonly Row[]; on: Day | null; document: string; next: number }
const SPAN = 72
const monthAfter = (month: string): string => { const [year = 0, number = 1] = month.split('-').map(Number); return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}` }
const monthText = (month: string): string => `${monthNames[Number(month.slice(5)) - 1] ?? ''} de ${month.slice(0, 4)}`
/** Months offered: from two years before the first that matters, forward. */
const monthsFrom = (first: string): string[] => {
  const months = [`${Number(first.slice(0, 4)) - 2}-01`]
  while (months.length < SPAN) months.push(monthAfter(months.at(-1) ?? first))
  return months
}

/** The programmed curve: accumulated progress at the end of each month, with the document that approves it. It replaces the one before. */
export const SetCurve = ({ id, curve }: { id: string; curve: readonly { month: string; share: number }[] }) => {
  const { today } = useSession().clock
  const thisMonth = today.slice(0, 7)
  const choices = monthsFrom([thisMonth, ...curve.map(({ month }) => month)].sort()[0] ?? thisMonth).map((month) => ({ value: month, title: monthText(month) }))
  return (
    <FormDialog<Draft, unknown> button={curve.length > 0 ? 'Reprogramar el avance' : 'Fijar la programación'} icon="edit" kind="plain" size="compact" title="Programación del avance físico" wide action="projects/set-planned-curve" refresh={['projects', 'evidence', 'figures']} done="Programación fijada" submit="Guardar"
      start={() => ({ rows: curve.length > 0 ? curve.map(({ month, share }, key) => ({ key, month, percent: Math.round(share * 10_000) / 100 })) : [{ key: 0, month: thisMonth, percent: null }], on: today, document: '', next: curve.length + 1 })}
      input={({ rows, on, document }) => ({ id, on, document, points: rows.map(({ month, percent }) => ({ month, share: percent === null ? null : Math.round(percent * 100) / 10_000 })) })}>
      {({ values, set, error }) => {
        const change = (key: number, patch: Partial<Row>) => set({ rows: values.rows.map((row) => (row.key === key ? { ...row, ...patch } : row)) })
        const last = values.rows.at(-1)
        return (
          <>
            <p className="source">Avance acumulado al fin de cada mes. Entre un mes y otro se supone parejo; no puede retroceder.</p>
            {values.rows.map((row, index) => (
              <Fields columns={3} key={row.key}>
                <Select label={`Mes ${index + 1}`} name={index === 0 ? 'points' : undefined} value={row.month} onChange={(month) => change(row.key, { month })} choices={choices} error={error(`points/${index}/month`)} />
                <NumberField label={`Acumulado ${index + 1}`} unit="%" decimals={2} minimum={0} maximum={100} value={row.percent} onChange={(percent) => change(row.key, { percent })} error={error(`points/${index}/share`)} required />
                {values.rows.length > 1 ? <Button kind="plain" icon="close" onPress={() => set({ rows: values.rows.filter(({ key }) => key !== row.key) })}>Quitar {monthText(row.month)}</Button> : <span />}
              </Fields>
            ))}
            <Button icon="add" size="compact" onPress={() => set({ rows: [...values.rows, { key: values.next, month: last ? monthAfter(last.month) : thisMonth, percent: null }], next: values.next + 1 })}>Agregar un mes</Button>
            <p className="source" aria-live="polite">{last && last.percent !== null && last.percent < 100 ? `La programación termina en ${formatPercent(last.percent / 100)}: falta llegar a 100 %.` : ''}</p>
            <Fields columns={2}>
              <TextField label="Documento que la aprueba" help="Contrato, decreto o resolución, con su número." name="document" value={values.document} onChange={(document) => set({ document })} error={error('document')} required />
              <DateField label="Rige desde" name="on" value={values.on} onChange={(on) => set({ on })} error={error('on')} required />
            </Fields>
          </>
        )
      }}
    </FormDialog>
  )
}

/** Takes back the last programme set by hand; the one before is in force again. */
export const UndoCurve = ({ id }: { id: string }) => (
  <FormDialog<{ reason: string }, object> button="Deshacer la programación" icon="undo" kind="plain" size="compact" title="Deshacer la última programación" action="projects/undo-planned-curve" refresh={['projects', 'evidence', 'figures']} done="Programación deshecha" submit="Deshacer" start={() => ({ reason: '' })} input={({ reason }) => ({ id, reason })}>
    {({ values, set, error }) => <><p>Vuelve a regir la anterior, si la hubo. La deshecha queda en la historia.</p><TextField label="Razón" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} maxLength={300} required /></>}
  </FormDialog>
)
