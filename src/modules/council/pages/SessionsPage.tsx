import { counted, type Day, formatDay } from '#kernel'
import { Button, DataTable, DateField, EmptyState, Fields, FormDialog, newId, NumberField, PageTitle, Pagination, PrintButton, PrintFoot, RadioGroup, Select, TextField, useApi, useAsOf, useFilters, useMay, usePage, useSession } from '#design'
import { sessionKindTitle, type SessionView } from '../contract.ts'
import { Agreements } from './Agreements.tsx'

type Coming = Omit<SessionView, 'agreements'>
type Call = { id: string; number: number | null; kind: SessionView['kind']; heldOn: Day | null; startsAt: string; place: string }
type Answer = { readonly coming: readonly Coming[]; readonly total: number; readonly pages: number; readonly years: readonly string[]; readonly sessions: readonly SessionView[] }
type Draft = { id: string; number: number | null; kind: SessionView['kind']; heldOn: Day | null; note: string }
const ALL = 'all'
const KINDS = [{ value: 'ordinary', title: 'Ordinaria' }, { value: 'extraordinary', title: 'Extraordinaria' }] as const

const SessionFields = ({ values, set, error }: { values: Draft; set: (patch: Partial<Draft>) => void; error: (field: string) => string | undefined }) => (
  <>
    <Fields columns={2}>
      <NumberField label="Número" name="number" unit="N.º" value={values.number} onChange={(number) => set({ number })} minimum={1} error={error('number')} required />
      <DateField label="Celebrada el" name="heldOn" value={values.heldOn} onChange={(heldOn) => set({ heldOn })} maximum={useSession().clock.today} error={error('heldOn')} required />
    </Fields>
    <RadioGroup label="Clase" value={values.kind} onChange={(kind) => set({ kind })} choices={KINDS} />
    <TextField label="Nota" name="note" lines={2} value={values.note} onChange={(note) => set({ note })} error={error('note')} required={false} />
  </>
)
const CallSession = ({ today, next }: { today: Day; next: number }) => (
  <FormDialog<Call, unknown> button="Citar a sesión" icon="add" kind="primary" title="Citar a una sesión" action="council/call-session" refresh={['council', 'home']} done="Sesión citada" submit="Citar" start={() => ({ id: newId(), number: next, kind: 'ordinary', heldOn: null, startsAt: '15:30', place: '' })} input={(draft) => draft}>
    {({ values, set, error }) => (
      <>
        <RadioGroup label="Clase" value={values.kind} onChange={(kind) => set({ kind })} choices={KINDS} />
        <Fields columns={2}>
          <NumberField label="Número" name="number" unit="N.º" value={values.number} onChange={(number) => set({ number })} minimum={1} error={error('number')} required />
          <DateField label="Día" name="heldOn" value={values.heldOn} onChange={(heldOn) => set({ heldOn })} minimum={today} error={error('heldOn')} required />
          <TextField label="Hora" help="15:30" name="startsAt" value={values.startsAt} onChange={(startsAt) => set({ startsAt })} error={error('startsAt')} required={false} />
          <TextField label="Lugar" name="place" value={values.place} onChange={(place) => set({ place })} error={error('place')} required={false} />
        </Fields>
      </>
    )}
  </FormDialog>
)
/** Sessions held and their agreements, as the municipal clerk records them. */
const SessionsPage = () => {
  const may = useMay('council.record')
  const { today } = useSession().clock
  const { effectiveOn, knownOn } = useAsOf()
  const { values, change, clear, active } = useFilters(['ano', 'clase'] as const)
  const [page, turn] = usePage()
  const { data, problem, loading } = useApi<Answer>('council/list-sessions', { year: values.ano, kind: values.clase, page, effectiveOn, knownOn })
  return (
    <>
      <PageTitle title="Sesiones del Concejo" lead={data && `${counted(data.total, 'sesión celebrada', 'sesiones celebradas')} al ${formatDay(knownOn)}.${may ? '' : ' Las anota la Secretaría Municipal.'}`} actions={<><PrintButton />{may && (
        <FormDialog<Draft, unknown> button="Anotar una celebrada" title="Anotar una sesión" action="council/record-session" refresh={['council']} done="Sesión anotada" submit="Anotar" start={() => ({ id: newId(), number: null, kind: 'ordinary', heldOn: today, note: '' })} input={(draft) => draft}>{(draft) => <SessionFields {...draft} />}</FormDialog>
      )}{may && data && <CallSession today={today} next={Math.max(0, ...data.coming.map(({ number }) => number), ...data.sessions.map(({ number }) => number)) + 1} />}</>} />
      {data && data.coming.length > 0 && (
        <DataTable caption="Sesiones citadas" sort="none" phone="lines" rows={data.coming} rowKey={({ id }) => id} rowHref={({ id }) => `/concejo/sesiones/${id}`} source="citaciones de la Secretaría Municipal" columns={[
          { key: 'number', title: 'Sesión', text: ({ number, kind }) => `N.º ${number}, ${sessionKindTitle[kind]}` }, { key: 'on', title: 'Fecha', text: ({ heldOn }) => formatDay(heldOn) }, { key: 'at', title: 'Hora y lugar', text: ({ startsAt, place }) => [startsAt, place].filter(Boolean).join(', ') },
        ]} />
      )}
      <Fields columns={3}>
        <Select label="Año" value={values.ano || ALL} onChange={(year) => change({ ano: year === ALL ? undefined : year })} choices={[{ value: ALL, title: 'Todos' }, ...(data?.years ?? []).map((year) => ({ value: year, title: year }))]} />
        <Select label="Clase" value={values.clase || ALL} onChange={(kind) => change({ clase: kind === ALL ? undefined : kind })} choices={[{ value: ALL as string, title: 'Todas' }, ...KINDS]} />
      </Fields>
      <DataTable caption="Sesiones del Concejo" hideCaption sort="none" phone="lines" loading={loading} problem={problem} rows={data?.sessions} rowKey={({ id }) => id} rowHref={({ id }) => `/concejo/sesiones/${id}`} source="actas de la Secretaría Municipal"
        empty={<EmptyState title={active > 0 ? 'Ninguna sesión cumple lo pedido' : 'Aún no hay sesiones'} actions={active > 0 ? <Button onPress={clear}>Quitar los filtros</Button> : undefined}>{active > 0 ? 'Cambie o quite algún filtro.' : 'La Secretaría Municipal anota cada sesión con su número y fecha.'}</EmptyState>}
        columns={[
          { key: 'number', title: 'Sesión', text: ({ number, kind }) => `N.º ${number}, ${sessionKindTitle[kind]}` }, { key: 'on', title: 'Fecha', text: ({ heldOn }) => formatDay(heldOn) },
          { key: 'agreements', title: 'Acuerdos', width: '50%', text: ({ agreements }) => agreements.map(({ number, title }) => `${number}: ${title}`).join('; '), render: (session) => <Agreements session={session} may={may} /> }, { key: 'note', title: 'Nota', text: ({ note }) => note },
          ...(may ? [{ key: 'do', title: 'Acciones', text: () => '', render: (session: SessionView) => <FormDialog<Draft, unknown> button="Corregir" kind="plain" size="compact" title={`Corregir la sesión N.º ${session.number}`} action="council/change-session" refresh={['council']} done="Sesión corregida" submit="Guardar" labels={{ number: 'Número', heldOn: 'Fecha', kind: 'Clase', note: 'Nota' }} start={() => ({ id: session.id, number: session.number, kind: session.kind, heldOn: session.heldOn, note: session.note })} input={(draft) => ({ ...draft, version: session.version })}>{(draft) => <SessionFields {...draft} />}</FormDialog> }] : []),
        ]} />
      {data && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de sesiones" />}
      <PrintFoot text={`Sesiones del Concejo. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default SessionsPage
