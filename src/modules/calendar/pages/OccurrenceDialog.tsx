import type { Day } from '#kernel'
import { DateField, FormDialog, newId, Select, TextField, useAddress, useSession } from '#design'
import { triggerWords, type YearView } from '../contract.ts'
import { dutyHref } from './words.ts'

type Draft = { readonly id: string; readonly duty: string | null; readonly on: Day | null; readonly title: string }
/** Notes the fact from which a term runs and opens the duty it made. */
export const OccurrenceDialog = ({ waiting }: { waiting: YearView['waiting'] }) => {
  const { today } = useSession().clock
  const { go } = useAddress()
  return (
    <FormDialog<Draft, Draft> button="Iniciar un plazo" icon="add" title="Iniciar un plazo" action="calendar/record-occurrence" refresh={['calendar', 'home']} done="Plazo iniciado" submit="Iniciar" start={() => ({ id: newId(), duty: null, on: today, title: '' })} input={(draft) => draft} onDone={({ duty, id }) => go(dutyHref(`${duty ?? ''}.${id}`))}>
      {({ values, set, error }) => (
        <>
          <Select label="Deber" value={values.duty ?? ''} onChange={(duty) => set({ duty })} error={error('duty')} choices={waiting.map(({ code, title, trigger }) => ({ value: code, title, note: triggerWords[trigger] }))} required />
          <TextField label="Qué lo inicia" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} placeholder="Solicitud MU123T0001" required />
          <DateField label="Fecha del hecho" name="on" value={values.on} onChange={(on) => set({ on })} error={error('on')} help="Ese día no se cuenta: el plazo corre desde el siguiente." required />
        </>
      )}
    </FormDialog>
  )
}
