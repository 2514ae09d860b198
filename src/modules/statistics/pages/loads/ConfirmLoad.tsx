import { useState } from 'react'
import { addDays, counted, type Day, formatNumber } from '#kernel'
import { Button, DataTable, DateField, Fields, FigureRow, Form, FormActions, Notice, ProblemView, Section, StateBadge, TextField, useAct, useAddress, useSession } from '#design'
import type { LoadView } from '../../loads/load-contract.ts'
import { Differences } from '../datasets/VersionList.tsx'

const Findings = ({ preview }: { preview: NonNullable<LoadView['preview']> }) => (
  <Section title="Lo que se encontró" aside={preview.stops > 0 ? `${counted(preview.stops, 'impide', 'impiden')} cargar` : preview.warns > 0 ? counted(preview.warns, 'advertencia', 'advertencias') : 'nada'}>
    <DataTable caption="Problemas y advertencias" hideCaption sort="page" phone="lines" rows={preview.findings} rowKey={({ cell, text, sheet }) => `${sheet}${cell}${text}`} empty={<p className="source">Nada: el archivo llegó completo y cuadra.</p>}
      columns={[{ key: 'severity', title: 'Nivel', text: ({ severity }) => (severity === 'stops' ? 'impide cargar' : 'puede esperar'), render: ({ severity }) => <StateBadge tone={severity === 'stops' ? 'bad' : 'warning'}>{severity === 'stops' ? 'impide cargar' : 'puede esperar'}</StateBadge> }, { key: 'cell', title: 'Dónde', text: ({ sheet, cell }) => [sheet, cell].filter(Boolean).join(' · ') || 'todo el archivo' }, { key: 'text', title: 'Qué pasa', width: '36%', text: ({ text }) => text }, { key: 'remedy', title: 'Qué hacer', width: '30%', text: ({ remedy }) => remedy }]} />
  </Section>
)
/** Third step: what the file brings and what it changes; confirming is one small step. */
export const ConfirmLoad = ({ load, onDone }: { load: LoadView; onDone: () => void }) => {
  const { today } = useSession().clock
  const { set } = useAddress()
  const preview = load.preview
  const [values, change] = useState<{ period: string; effectiveOn: Day | null; reason: string; next: Day | null }>({ period: preview?.period ?? '', effectiveOn: today, reason: preview?.against === 0 ? 'Primera carga del conjunto' : '', next: addDays(today, 365) })
  const confirm = useAct<object, { version: number }>('statistics/load-version', { refresh: ['statistics', 'evidence'], done: 'Versión cargada', onDone })
  const cancel = useAct<{ id: string }, unknown>('statistics/cancel-load', { refresh: ['statistics'], done: 'Carga descartada', onDone: () => set({ carga: undefined, trabajo: undefined, revision: undefined, receta: undefined, hoja: undefined }) })
  if (!preview) return null
  const ready = load.state === 'ready' && preview.changes !== null
  return (
    <>
      <Findings preview={preview} />
      {preview.changes && (
        <Section title="Qué cambia" aside={preview.against === 0 ? 'primera versión' : `frente a la versión ${preview.against}`}>
          <FigureRow label="Filas" items={[{ label: 'Filas', text: formatNumber(preview.rows) }, { label: 'Nuevas', text: formatNumber(preview.changes.new) }, { label: 'Cambian', text: formatNumber(preview.changes.changed) }, { label: 'Iguales', text: formatNumber(preview.changes.equal) }, { label: 'Ya no vienen', text: formatNumber(preview.changes.missing) }]} />
          <Differences changes={preview.changes} first={preview.against === 0} />
        </Section>
      )}
      {!ready && <Notice tone="warning" title="Todavía no se puede cargar">Corrija lo que impide cargar y revise de nuevo.</Notice>}
      <Form label="Confirmar la carga" onSubmit={() => void confirm.run({ id: load.id, version: load.version, period: values.period, effectiveOn: values.effectiveOn ?? '', reason: values.reason, nextExpectedOn: values.next })}>
        {ready && (
          <>
            <Fields columns={3}>
              <TextField label="Período que cubre" name="period" value={values.period} onChange={(period) => change({ ...values, period })} required />
              <DateField label="Vigente desde" name="effectiveOn" value={values.effectiveOn} onChange={(effectiveOn) => change({ ...values, effectiveOn })} maximum={today} required />
              <DateField label="Próxima versión esperada" name="nextExpectedOn" value={values.next} onChange={(next) => change({ ...values, next })} required={false} />
            </Fields>
            <TextField label="Motivo de esta versión" name="reason" lines={2} help="Qué publicó o corrigió la fuente." value={values.reason} onChange={(reason) => change({ ...values, reason })} required />
          </>
        )}
        {confirm.problem && <ProblemView problem={confirm.problem} />}
        {cancel.problem && <ProblemView problem={cancel.problem} />}
        <FormActions>{ready && <Button kind="primary" type="submit" busy={confirm.running}>Cargar la versión</Button>}<Button busy={cancel.running} onPress={() => void cancel.run({ id: load.id })}>Descartar</Button></FormActions>
      </Form>
    </>
  )
}
