import { useState } from 'react'
import { Button, Dialog, FormActions, ProblemView, useAct, useMay } from '#design'
import type { AmendmentRecord } from '../../answers.ts'

/** Withdraws a draft: it stays in the list with its state. */
export const WithdrawAmendment = ({ record }: { record: AmendmentRecord }) => {
  const may = useMay('budget.amend')
  const [open, toggle] = useState(false)
  const { run, running, problem, forget } = useAct<{ id: string; version: number }>('budget/withdraw-amendment', { refresh: ['budget', 'evidence'], done: 'Modificación retirada', onDone: () => toggle(false) })
  if (!may) return null
  const close = () => { toggle(false); forget() }
  return (
    <>
      <Button onPress={() => toggle(true)}>Retirar</Button>
      <Dialog title={`Retirar la modificación N.º ${record.number}`} open={open} onClose={close} alert>
        <p>Queda en la lista como retirada, con su número y sus líneas. Para proponerla de nuevo se prepara otra.</p>
        {problem && <ProblemView problem={problem} />}
        <FormActions><Button onPress={close}>Volver</Button><Button kind="danger" busy={running} onPress={() => void run({ id: record.id, version: record.version })}>Retirar</Button></FormActions>
      </Dialog>
    </>
  )
}
