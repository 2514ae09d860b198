import type { Day } from '#kernel'
import { ComboBox, DateField, FormDialog, newId, Select, TextField, useApi, useSession } from '#design'
import type { DataRequestView, PeopleView } from '../../desk/desk-contract.ts'

const REFRESH = ['statistics', 'evidence']
export const Assign = ({ id }: { id: string }) => {
  const { data } = useApi<PeopleView>('statistics/desk-choices')
  return (
    <FormDialog<{ account: string | null }, unknown> button="Asignar" title="Quién la responde" action="statistics/assign-request" refresh={REFRESH} done="Asignada" submit="Asignar" start={() => ({ account: data?.me ?? null })} input={({ account }) => ({ id: newId(), requestId: id, account: account ?? '' })}>
      {({ values, set, error }) => <ComboBox label="Persona" name="account" value={values.account} onChange={(account) => set({ account })} choices={(data?.people ?? []).map((one) => ({ value: one.id, title: one.name }))} error={error('account')} required />}
    </FormDialog>
  )
}
export const Deliver = ({ request }: { request: DataRequestView }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<{ on: Day | null; receiverPost: string; receiverName: string; means: string }, unknown> button="Registrar la entrega" kind="primary" title="Quién recibió la respuesta" action="statistics/deliver-answer" refresh={REFRESH} done="Entrega registrada" submit="Registrar" start={() => ({ on: today, receiverPost: request.from, receiverName: request.name, means: 'correo electrónico' })} input={(values) => ({ ...values, on: values.on ?? '', id: newId(), requestId: request.id })}>
      {({ values, set, error }) => <>
        <DateField label="Entregada el" name="on" maximum={today} value={values.on} onChange={(on) => set({ on })} error={error('on')} required />
        <TextField label="Recibió (cargo o calidad)" name="receiverPost" value={values.receiverPost} onChange={(receiverPost) => set({ receiverPost })} error={error('receiverPost')} required />
        <TextField label="Nombre" name="receiverName" help="Se guarda sellado; puede suprimirse." value={values.receiverName} onChange={(receiverName) => set({ receiverName })} error={error('receiverName')} required={false} />
        <TextField label="Cómo" name="means" help="Correo, en mano, portal de transparencia." value={values.means} onChange={(means) => set({ means })} error={error('means')} required />
      </>}
    </FormDialog>
  )
}
export const Extend = ({ request }: { request: DataRequestView }) => (
  <FormDialog<{ reason: string }, unknown> button="Prorrogar" title={`Prorrogar ${request.extension} días hábiles, por una vez`} action="statistics/extend-request" refresh={REFRESH} done="Plazo prorrogado" submit="Prorrogar" start={() => ({ reason: '' })} input={({ reason }) => ({ id: newId(), requestId: request.id, reason })}>
    {({ values, set, error }) => <TextField label="Motivo" name="reason" lines={2} help="Se comunica a quien pidió antes de que venza el plazo." value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
  </FormDialog>
)
export const Refuse = ({ id }: { id: string }) => {
  const { data } = useApi<PeopleView>('statistics/desk-choices')
  return (
    <FormDialog<{ cause: string; reason: string }, unknown> button="Denegar" kind="danger" title="Denegar la entrega" action="statistics/refuse-request" refresh={REFRESH} done="Denegada; la carta quedó guardada" submit="Denegar" start={() => ({ cause: '', reason: '' })} input={(values) => ({ ...values, id: newId(), requestId: id })}>
      {({ values, set, error }) => <><Select label="Causa legal" name="cause" value={values.cause} onChange={(cause) => set({ cause })} choices={[{ value: '', title: 'Elija' }, ...(data?.causes ?? [])]} error={error('cause')} required /><TextField label="Motivo" name="reason" lines={3} help="Por qué la causa se aplica en este caso. Va en la carta." value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
    </FormDialog>
  )
}
const reasoned = (button: string, title: string, action: string, done: string, help: string) => ({ id }: { id: string }) => (
  <FormDialog<{ reason: string }, unknown> button={button} kind="danger" title={title} action={action} refresh={REFRESH} done={done} submit={button} start={() => ({ reason: '' })} input={({ reason }) => (action.endsWith('suppress-requester') ? { requestId: id, reason } : { id: newId(), requestId: id, reason })}>
    {({ values, set, error }) => <TextField label="Motivo" name="reason" lines={2} help={help} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
  </FormDialog>
)
export const Cancel = reasoned('Anular', 'Anular la solicitud', 'statistics/void-request', 'Solicitud anulada', 'Por error, o porque quien pidió desistió.')
export const Suppress = reasoned('Suprimir el nombre', 'Suprimir el nombre de quien pidió', 'statistics/suppress-requester', 'Nombre suprimido', 'El nombre y el contacto no podrán leerse nunca más.')
const SCORES = [5, 4, 3, 2, 1].map((score) => ({ value: String(score), title: ['Muy mala', 'Mala', 'Regular', 'Buena', 'Muy buena'][score - 1] ?? '' }))
export const Rate = ({ id }: { id: string }) => (
  <FormDialog<{ rating: string; reason: string }, unknown> button="Evaluar" title="Qué le pareció la respuesta a quien la pidió" action="statistics/rate-answer" refresh={REFRESH} done="Evaluación anotada" submit="Anotar" start={() => ({ rating: '5', reason: '' })} input={(values) => ({ ...values, id: newId(), requestId: id })}>
    {({ values, set, error }) => <><Select label="La respuesta fue" name="rating" value={values.rating} onChange={(rating) => set({ rating })} choices={SCORES} error={error('rating')} required /><TextField label="Comentario" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required={false} /></>}
  </FormDialog>
)
