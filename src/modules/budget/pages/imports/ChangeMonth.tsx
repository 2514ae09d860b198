import { useState } from 'react'
import { monthNames } from '#kernel'
import { api, Button, Dialog, Fields, Form, FormActions, ProblemView, Select, useAct, useAddress } from '#design'
import type { ImportRecord } from '../../answers.ts'
import { type StartInput, startImport } from './ChooseFile.tsx'
import { emptyDraft } from './use-import-draft.ts'

/** The same file as another month: the load starts again with it, and the one under way is left as it was. */
export const ChangeMonth = ({ record }: { record: ImportRecord }) => {
  const [open, toggle] = useState(false)
  const [month, setMonth] = useState(record.month)
  const [year, setYear] = useState(record.year)
  const { set } = useAddress()
  const { run, running, problem, forget } = useAct<StartInput, { id: string; job: string }>(startImport, {
    onDone: async ({ result }) => {
      await api.act('budget/keep-import-draft', { id: result.id, draft: { ...emptyDraft, readJob: result.job } })
      toggle(false)
      set({ carga: result.id })
    },
  })
  const close = () => { toggle(false); forget() }
  return (
    <>
      <Button icon="calendar" onPress={() => toggle(true)}>Cambiar el mes</Button>
      <Dialog title="Mes del balance" open={open} onClose={close}>
        <Form label="Cambiar el mes" onSubmit={() => void run({ fileHash: record.fileHash, year, month })}>
          <Fields columns={2}>
            <Select label="Mes" value={String(month)} onChange={(value) => setMonth(Number(value))} choices={monthNames.map((name, index) => ({ value: String(index + 1), title: name }))} />
            <Select label="Año" value={String(year)} onChange={(value) => setYear(Number(value))} choices={[...new Set([record.year + 1, record.year, record.year - 1])].map((one) => ({ value: String(one), title: String(one) }))} />
          </Fields>
          {problem && <ProblemView problem={problem} />}
          <FormActions><Button onPress={close}>Volver</Button><Button kind="primary" type="submit" busy={running}>Leer como ese mes</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
