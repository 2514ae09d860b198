import { useState } from 'react'
import { formatPesos } from '#kernel'
import { Button, Dialog, Form, FormActions, ProblemView, TextField, useAct } from '#design'

type Input = { fromYear: number; management: string; coverage: string; available: number; advances: number; thirdParty: number; cashSource: string }

/** Keeps what is on screen as a draft; another person approves it. */
export const DraftCarryOver = ({ reason, cash, onDone, ...given }: { reason?: string; fromYear: number; management: string; coverage: string; cash: { available: number; advances: number; thirdParty: number }; onDone: (id: string) => void }) => {
  const [open, toggle] = useState(false)
  const [cashSource, write] = useState('')
  const { run, running, problem, forget } = useAct<Input, { id: string }>('budget/draft-carry-over', { refresh: ['budget', 'evidence'], done: `Arrastre de ${given.fromYear} preparado`, onDone: ({ result }) => { toggle(false); onDone(result.id) } })
  const close = () => { toggle(false); forget() }
  return (
    <>
      <Button kind="primary" disabled={Boolean(reason)} reason={reason} onPress={() => toggle(true)}>Preparar el arrastre</Button>
      <Dialog title={`Preparar el arrastre de ${given.fromYear} a ${given.fromYear + 1}`} open={open} onClose={close}>
        <Form label="Preparar el arrastre" onSubmit={() => void run({ ...given, ...cash, cashSource })}>
          <p>Queda en borrador con una caja de {formatPesos(cash.available + cash.advances - cash.thirdParty)}. No cambia nada hasta que otra persona lo apruebe con el acuerdo y el decreto.</p>
          <TextField label="De dónde sale la caja" help="Conciliación bancaria, arqueo o balance de diciembre." name="cashSource" value={cashSource} onChange={write} error={problem?.field('cashSource')} maxLength={200} required />
          {problem && <ProblemView problem={problem} />}
          <FormActions><Button onPress={close}>Volver</Button><Button kind="primary" type="submit" busy={running}>Preparar</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
