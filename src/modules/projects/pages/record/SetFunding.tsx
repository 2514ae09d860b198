import { type Day, formatPesos } from '#kernel'
import { Button, DateField, Fields, FormDialog, NumberField, TextField, useSession } from '#design'

type Row = { key: number; source: string; amount: number | null }
type Draft = { rows: readonly Row[]; on: Day | null; next: number }

/** Replaces the whole set of sources, which must add up to the total cost. */
export const SetFunding = ({ id, fundings, cost }: { id: string; fundings: readonly { source: string; amount: number }[]; cost: number | null }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<Draft, unknown> button="Fijar las fuentes" icon="edit" kind="plain" size="compact" title="Fuentes de financiamiento" wide action="projects/set-funding" refresh={['projects', 'evidence']} done="Fuentes fijadas" submit="Guardar"
      start={() => ({ rows: fundings.length ? fundings.map((one, key) => ({ key, ...one })) : [{ key: 0, source: '', amount: cost }], on: today, next: fundings.length + 1 })}
      input={({ rows, on }) => ({ id, on, sources: rows.map(({ source, amount }) => ({ source, amount })) })}>
      {({ values, set, error }) => {
        const total = values.rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
        const change = (key: number, patch: Partial<Row>) => set({ rows: values.rows.map((row) => (row.key === key ? { ...row, ...patch } : row)) })
        return (
          <>
            {values.rows.map((row, index) => (
              <Fields columns={3} key={row.key}>
                <TextField label={`Fuente ${index + 1}`} name={index === 0 ? 'sources' : undefined} value={row.source} onChange={(source) => change(row.key, { source })} error={error(`sources/${index}/source`)} required />
                <NumberField label={`Monto ${index + 1}`} value={row.amount} onChange={(amount) => change(row.key, { amount })} minimum={0} error={error(`sources/${index}/amount`)} required />
                {values.rows.length > 1 ? <Button kind="plain" icon="close" onPress={() => set({ rows: values.rows.filter(({ key }) => key !== row.key) })}>Quitar la fuente {index + 1}</Button> : <span />}
              </Fields>
            ))}
            <Button icon="add" size="compact" onPress={() => set({ rows: [...values.rows, { key: values.next, source: '', amount: null }], next: values.next + 1 })}>Agregar una fuente</Button>
            <p className="source" aria-live="polite">Suman {formatPesos(total)}{cost !== null && (total === cost ? ', igual al costo total.' : `; el costo total es ${formatPesos(cost)}: ${total < cost ? 'faltan' : 'sobran'} ${formatPesos(Math.abs(cost - total))}.`)}</p>
            <DateField label="Vigentes desde" name="on" value={values.on} onChange={(on) => set({ on })} error={error('on')} required />
          </>
        )
      }}
    </FormDialog>
  )
}
