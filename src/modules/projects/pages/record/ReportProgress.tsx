import type { Day } from '#kernel'
import { formatDay, formatPercent } from '#kernel'
import { DateField, Fields, FileChoice, FormDialog, newId, NumberField, type StoredFile, TextField, useAsOf, useSession } from '#design'
import type { ProgressView } from '../../contract.ts'

type Draft = { id: string; percent: number | null; measuredOn: Day | null; evidence: string; file: StoredFile | undefined; cause: string; effect: string; measure: string }

/** Reports the accumulated progress with its evidence. */
export const ReportProgress = ({ id, name, last }: { id: string; name: string; last: ProgressView | undefined }) => {
  const { today } = useSession().clock
  const { effectiveOn } = useAsOf()
  const shownOn = effectiveOn < today ? effectiveOn : today
  return (
    <FormDialog<Draft, unknown> button="Informar avance" icon="edit" kind="primary" title={`Informar avance de ${name}`} wide action="projects/report-progress" refresh={['projects', 'evidence', 'figures']} done="Avance informado; queda por aprobar" submit="Informar"
      start={() => ({ id: newId(), percent: null, measuredOn: shownOn, evidence: '', file: undefined, cause: '', effect: '', measure: '' })}
      input={({ percent, file, ...values }) => ({ ...values, projectId: id, share: percent === null ? null : Math.round(percent * 100) / 10_000, fileHash: file?.hash })}>
      {({ values, set, error }) => (
        <>
          {last && <p className="source">El último informe es de {formatPercent(last.share)} al {formatDay(last.on)}.</p>}
          <Fields columns={2}>
            <NumberField label="Avance físico acumulado" name="share" unit="%" decimals={2} minimum={0} maximum={100} value={values.percent} onChange={(percent) => set({ percent })} error={error('share')} required />
            <DateField label="Medido el" name="measuredOn" help={values.measuredOn && values.measuredOn > shownOn ? `La página muestra hechos al ${formatDay(shownOn)}: este informe aparecerá al adelantar esa fecha.` : undefined} value={values.measuredOn} onChange={(measuredOn) => set({ measuredOn })} maximum={today} error={error('measuredOn')} required />
          </Fields>
          <TextField label="Respaldo" name="evidence" help="Informe, acta o estado de pago en que consta. Nómbrelo o adjúntelo." value={values.evidence} onChange={(evidence) => set({ evidence })} error={error('evidence')} />
          <FileChoice label="Archivo del respaldo" file={values.file} onFile={(file) => set({ file })} />
          <TextField label="Causa de la desviación" name="cause" lines={2} value={values.cause} onChange={(cause) => set({ cause })} required={false} />
          <TextField label="Efecto en el plazo, el costo o el servicio" name="effect" lines={2} value={values.effect} onChange={(effect) => set({ effect })} required={false} />
          <TextField label="Medida que se toma" name="measure" lines={2} value={values.measure} onChange={(measure) => set({ measure })} required={false} />
        </>
      )}
    </FormDialog>
  )
}
