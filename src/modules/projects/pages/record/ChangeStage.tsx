import { type Day, formatDay } from '#kernel'
import { DateField, Fields, FileChoice, FormDialog, Select, type StoredFile, TextField, useSession } from '#design'
import type { Stage } from '../../contract.ts'

type Draft = { stage: Stage | null; on: Day | null; reason: string; document: string; file: StoredFile | undefined }

/** Moves the project along its stages; only the ones that follow are offered. */
export const ChangeStage = ({ id, next, since }: { id: string; next: readonly { stage: Stage; title: string }[]; since: Day }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<Draft, unknown> button="Cambiar etapa" reason={next.length === 0 ? 'De esta etapa no se pasa a otra.' : undefined} title="Cambiar la etapa" action="projects/change-stage" refresh={['projects', 'evidence']} done="Etapa cambiada" submit="Cambiar etapa"
      start={() => ({ stage: next.length === 1 ? (next[0]?.stage ?? null) : null, on: today, reason: '', document: '', file: undefined })} input={({ file, ...values }) => ({ ...values, id, fileHash: file?.hash })}>
      {({ values, set, error }) => (
        <>
          <Fields columns={2}>
            <Select<Stage> label="Nueva etapa" name="stage" value={values.stage} onChange={(stage) => set({ stage })} choices={next.map(({ stage, title }) => ({ value: stage, title }))} error={error('stage')} required />
            <DateField label="Desde" name="on" help={`La etapa actual empezó el ${formatDay(since)}.`} value={values.on} onChange={(on) => set({ on })} minimum={since} maximum={today} error={error('on')} required />
          </Fields>
          <TextField label="Qué ocurrió" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />
          <TextField label="Documento" name="document" help="Decreto, resolución o acta que lo respalda." value={values.document} onChange={(document) => set({ document })} required={false} />
          <FileChoice label="Archivo" file={values.file} onFile={(file) => set({ file })} />
        </>
      )}
    </FormDialog>
  )
}
