import type { Day } from '#kernel'
import { Checkbox, ComboBox, DateField, Fields, FormDialog, newId, Select, TextField, useApi, useSession } from '#design'
import { type Channel, channels, channelTitle, type PeopleView, type Requester, requesters, requesterTitle } from '../../desk/desk-contract.ts'
import { SimilarList } from './SimilarList.tsx'

type Draft = { id: string; channel: Channel; requester: Requester; unitId: string | null; organisation: string; name: string; contact: string; asked: string; purpose: string; urgent: boolean; receivedOn: Day | null; wantedOn: Day | null; assignTo: string | null }
const legal = (requester: Requester): boolean => requester === 'citizen' || requester === 'body'
const LABELS = { asked: 'Qué se pide', unitId: 'Unidad que pide', receivedOn: 'Ingreso' }

/** A question written down in seconds, at the counter or on the phone; while it is typed, the same one already answered shows up. */
export const NewRequest = () => {
  const { today } = useSession().clock
  const { data } = useApi<PeopleView>('statistics/desk-choices')
  const start = (): Draft => ({ id: newId(), channel: data?.mayAttend ? 'counter' : 'page', requester: 'unit', unitId: data?.myUnit ?? null, organisation: '', name: '', contact: '', asked: '', purpose: '', urgent: false, receivedOn: today, wantedOn: null, assignTo: data?.mayAttend ? data.me : null })
  return (
    <FormDialog<Draft, unknown> button={data?.mayAttend ? 'Ingresar solicitud' : 'Pedir datos'} icon="add" kind="primary" wide title={data?.mayAttend ? 'Ingresar una solicitud de datos' : 'Pedir datos'} action="statistics/capture-request" refresh={['statistics']} labels={LABELS} done="Solicitud ingresada" submit="Ingresar" start={start}
      input={(values) => ({ ...values, unitId: values.requester === 'unit' ? values.unitId : null, receivedOn: values.receivedOn ?? '', wantedOn: legal(values.requester) ? null : values.wantedOn })}>
      {({ values, set, error }) => (
        <>
          <TextField label="Qué se pide" name="asked" lines={3} help="Con sus palabras: qué dato, de dónde y de qué años." value={values.asked} onChange={(asked) => set({ asked })} error={error('asked')} required />
          {data?.mayAttend && <SimilarList text={values.asked} />}
          {data?.mayAttend && <Fields columns={2}>
            <Select label="Quién pide" name="requester" value={values.requester} onChange={(requester) => set({ requester: requester as Requester })} choices={requesters.map((value) => ({ value, title: requesterTitle[value] }))} required />
            <Select label="Cómo llegó" name="channel" value={values.channel} onChange={(channel) => set({ channel: channel as Channel })} choices={channels.map((value) => ({ value, title: channelTitle[value] }))} required />
          </Fields>}
          {values.requester === 'unit' && <ComboBox label="Unidad que pide" name="unitId" value={values.unitId} onChange={(unitId) => set({ unitId })} choices={(data?.units ?? []).map(({ id, name }) => ({ value: id, title: name }))} error={error('unitId')} required />}
          {(values.requester === 'service' || values.requester === 'body') && <TextField label="Organismo" name="organisation" value={values.organisation} onChange={(organisation) => set({ organisation })} error={error('organisation')} required />}
          {data?.mayAttend && <Fields columns={2}>
            <TextField label="Nombre de la persona" name="name" help="Se guarda sellado; puede suprimirse." value={values.name} onChange={(name) => set({ name })} error={error('name')} required={values.requester === 'citizen'} />
            <TextField label="Teléfono o correo" name="contact" value={values.contact} onChange={(contact) => set({ contact })} error={error('contact')} required={false} />
          </Fields>}
          <TextField label="Para qué" name="purpose" help={values.requester === 'citizen' ? 'A la ciudadanía no se le exige motivo.' : 'Ayuda a elegir el dato que sirve.'} value={values.purpose} onChange={(purpose) => set({ purpose })} error={error('purpose')} required={false} />
          <Fields columns={2}>
            {data?.mayAttend && <DateField label="Ingreso" name="receivedOn" maximum={today} value={values.receivedOn} onChange={(receivedOn) => set({ receivedOn })} error={error('receivedOn')} required />}
            {!legal(values.requester) && <DateField label="Se necesita para" name="wantedOn" minimum={values.receivedOn ?? today} value={values.wantedOn} onChange={(wantedOn) => set({ wantedOn })} error={error('wantedOn')} required={false} />}
            {data?.mayAttend && <ComboBox label="La responde" name="assignTo" value={values.assignTo} onChange={(assignTo) => set({ assignTo })} choices={data.people.map(({ id, name }) => ({ value: id, title: name }))} error={error('assignTo')} required={false} />}
          </Fields>
          {!legal(values.requester) && <Checkbox checked={values.urgent} onChange={(urgent) => set({ urgent })}>Es urgente</Checkbox>}
        </>
      )}
    </FormDialog>
  )
}
