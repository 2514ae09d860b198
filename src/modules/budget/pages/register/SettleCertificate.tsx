import { useState } from 'react'
import { type Day, formatPesos } from '#kernel'
import { Button, DateField, Dialog, Fields, Form, FormActions, ProblemView, TextField, useAct, useMay, useSession } from '#design'
import type { CertificateView } from '../../answers.ts'

/** Issues or refuses a request. Who asked cannot do it. */
export const SettleCertificate = ({ certificate }: { certificate: CertificateView }) => {
  const may = useMay('budget.commit')
  const { today } = useSession().clock
  const [asking, ask] = useState<'issue' | 'refuse'>()
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<Day | null>(today)
  const [reason, write] = useState('')
  const base = { id: certificate.id, version: certificate.version }
  const over = { refresh: ['budget', 'evidence'], onDone: () => ask(undefined) }
  const issue = useAct<{ id: string; version: number; number: string; on: Day | null }>('budget/issue-certificate', { ...over, done: 'Certificado emitido' })
  const refuse = useAct<{ id: string; version: number; reason: string }>('budget/refuse-certificate', { ...over, done: 'Solicitud rechazada' })
  if (certificate.state !== 'requested' || !may) return <span className="faint">–</span>
  if (certificate.mine) return <small className="soft">lo emite otra persona</small>
  const problem = asking === 'issue' ? issue.problem : refuse.problem
  const close = () => { ask(undefined); issue.forget(); refuse.forget() }
  return (
    <span className="chips">
      <Button size="compact" onPress={() => ask('issue')}>Emitir</Button><Button size="compact" kind="plain" onPress={() => ask('refuse')}>Rechazar</Button>
      <Dialog title={asking === 'issue' ? `Emitir por ${formatPesos(certificate.amount)}` : 'Rechazar la solicitud'} open={asking !== undefined} onClose={close}>
        <Form label="Certificado" onSubmit={() => void (asking === 'issue' ? issue.run({ ...base, number, on }) : refuse.run({ ...base, reason }))}>
          {asking === 'issue' ? <Fields columns={2}><TextField label="Número" name="number" value={number} onChange={setNumber} error={problem?.field('number')} /><DateField label="Fecha" name="on" value={on} onChange={setOn} error={problem?.field('on')} /></Fields>
            : <TextField label="Razón" name="reason" lines={2} value={reason} onChange={write} error={problem?.field('reason')} maxLength={300} />}
          {problem && <ProblemView problem={problem} />}
          <FormActions><Button onPress={close}>Volver</Button><Button kind={asking === 'issue' ? 'primary' : 'danger'} type="submit" busy={issue.running || refuse.running}>{asking === 'issue' ? 'Emitir' : 'Rechazar'}</Button></FormActions>
        </Form>
      </Dialog>
    </span>
  )
}
