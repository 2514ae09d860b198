import type { Day } from '#kernel'
import { Button, DateField, Dialog, Fields, Form, FormActions, ProblemView, Select, useAct, useApi } from '#design'
import { useState } from 'react'
import type { ReportView, SectionView } from '../../contract.ts'
import { REFRESH } from '../report-data.ts'

const NOBODY = 'nadie'

/** Which unit owes a section and until when. */
export const AssignDialog = ({ report, section, onClose }: { report: ReportView; section: SectionView; onClose: () => void }) => {
  const { data, problem: unlisted } = useApi<{ units: readonly { id: string; name: string }[] }>('registry/list-units')
  const [unit, choose] = useState<string>(section.unit?.id ?? NOBODY)
  const [due, date] = useState<Day | null>(section.dueOn ?? null)
  const { run, running, problem } = useAct('reporting/mark-section', { refresh: REFRESH, done: `«${section.title}» quedó asignada`, onDone: onClose })
  const send = () => void run({ report: report.report.id, key: section.key, version: section.version, ready: section.ready, unitId: unit === NOBODY ? null : unit, dueOn: due })
  return (
    <Dialog title={`Asignar «${section.title}»`} open onClose={onClose}>
      <Form label="Asignar la sección" onSubmit={send}>
        <Fields>
          <Select label="Unidad que la debe" value={unit} onChange={choose} choices={[{ value: NOBODY, title: 'Ninguna en particular' }, ...(data?.units ?? []).map(({ id, name }) => ({ value: id, title: name }))]} />
          <DateField label="Hasta el" help="Pasado ese día sin terminar, el informe lo dice como reserva." value={due} onChange={date} required={false} maximum={report.report.due} />
        </Fields>
        {(problem ?? unlisted) && <ProblemView problem={(problem ?? unlisted) as NonNullable<typeof problem>} />}
        <FormActions><Button kind="plain" onPress={onClose}>Descartar</Button><Button kind="primary" type="submit" busy={running}>Asignar</Button></FormActions>
      </Form>
    </Dialog>
  )
}
