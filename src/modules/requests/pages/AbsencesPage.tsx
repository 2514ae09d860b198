import { type Day, formatDay } from '#kernel'
import { ComboBox, DataTable, DateField, EmptyState, Fields, FormDialog, newId, PageTitle, PrintButton, PrintFoot, StateBadge, TextField, TodayOnly, useApi } from '#design'
import type { AbsencesAnswer, AbsenceView } from '../contract.ts'

type Draft = { id: string; personId: string | null; deputyId: string | null; startsOn: Day | null; endsOn: Day | null; basis: string }

/** Who is away and who answers meanwhile. The cause is not asked. */
const AbsencesPage = () => {
  const { data, problem, loading } = useApi<AbsencesAnswer>('requests/list-absences')
  const choices = (data?.people ?? []).map(({ id, name, unitName }) => ({ value: id, title: name, note: unitName }))
  return (
    <>
      <PageTitle title="Ausencias" lead="Mientras alguien falta, lo pedido va a quien subroga y la solicitud lo dice. La causa no se anota." actions={<><PrintButton />
        <FormDialog<Draft, unknown> button="Anotar una ausencia" icon="add" kind="primary" title="Anotar una ausencia" action="requests/add-absence" refresh={['requests']} done="Ausencia anotada; lo pendiente pasó a quien subroga" submit="Anotar" start={() => ({ id: newId(), personId: null, deputyId: null, startsOn: null, endsOn: null, basis: '' })} input={(values) => ({ ...values, personId: values.personId ?? '', deputyId: values.deputyId ?? '', startsOn: values.startsOn ?? '', endsOn: values.endsOn ?? '' })}>
          {({ values, set, error }) => (
            <>
              <ComboBox label="Quién falta" name="personId" value={values.personId} onChange={(personId) => set({ personId })} choices={choices} error={error('personId')} required />
              <ComboBox label="Quién responde" name="deputyId" value={values.deputyId} onChange={(deputyId) => set({ deputyId })} choices={choices} error={error('deputyId')} required />
              <Fields columns={2}><DateField label="Desde" name="startsOn" value={values.startsOn} onChange={(startsOn) => set({ startsOn })} error={error('startsOn')} required /><DateField label="Hasta" name="endsOn" value={values.endsOn} onChange={(endsOn) => set({ endsOn })} error={error('endsOn')} required /></Fields>
              <TextField label="Acto que lo dispone" name="basis" help="Por ejemplo, el decreto de subrogancia. Sin la causa de la ausencia." value={values.basis} onChange={(basis) => set({ basis })} error={error('basis')} required={false} />
            </>
          )}
        </FormDialog></>} />
      <TodayOnly why="de ella depende a quién se pide algo ahora; cada solicitud guarda a quién se dirigió" />
      <DataTable<AbsenceView> caption="Ausencias" hideCaption sort="page" phone="lines" loading={loading} problem={problem} rows={data?.absences} rowKey={({ id }) => id} source="anotadas por la SECPLA" empty={<EmptyState title="No hay ausencias anotadas">Anote una cuando alguien falte: lo que se pida llegará a quien responde.</EmptyState>}
        columns={[
          { key: 'name', title: 'Quién falta', text: ({ name }) => name }, { key: 'deputy', title: 'Quién responde', text: ({ deputyName }) => deputyName }, { key: 'from', title: 'Desde', text: ({ startsOn }) => formatDay(startsOn) }, { key: 'to', title: 'Hasta', text: ({ endsOn }) => formatDay(endsOn) }, { key: 'basis', title: 'Acto', text: ({ basis }) => basis },
          { key: 'state', title: 'Estado', text: ({ inForce }) => (inForce ? 'vigente' : 'fuera de fecha'), render: ({ inForce }) => <StateBadge tone={inForce ? 'warning' : 'neutral'}>{inForce ? 'vigente' : 'fuera de fecha'}</StateBadge> },
          { key: 'do', title: 'Acciones', sortable: false, text: () => '', render: ({ id, version }) => <FormDialog<object, unknown> button="Anular" kind="plain" size="compact" title="Anular la ausencia" action="requests/cancel-absence" refresh={['requests']} done="Ausencia anulada" submit="Anular" start={() => ({})} input={() => ({ id, version })}>{() => <p>Lo pendiente vuelve a quien tiene el cargo.</p>}</FormDialog> },
        ]} />
      <PrintFoot text="Ausencias y subrogancias" />
    </>
  )
}
export default AbsencesPage
