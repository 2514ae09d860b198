import { counted, type Day, formatDay } from '#kernel'
import { api, Button, ButtonLink, Checkbox, ComboBox, DataTable, DateField, DefinitionList, Desk, EmptyState, Fields, FileChoice, FormDialog, newId, PageTitle, Pagination, PrintButton, PrintFoot, SearchBox, Section, Select, StateBadge, type StoredFile, type TableColumn, TextField, useApi, useFilters, useMay, usePage, useSession } from '#design'
import { incomingStates, incomingStateTitle, type IncomingView, requestKinds, requestTitle } from '../../contract.ts'
import { incomingHref } from '../../hrefs.ts'
import { ALL, incomingTone } from '../words.ts'
import '../acts.css'
import { useActDates } from '../use-act-dates.ts'

type Unit = { readonly id: string; readonly name: string }
type Answer = { readonly total: number; readonly pages: number; readonly years: readonly string[]; readonly units: readonly Unit[]; readonly letters: readonly IncomingView[]; readonly chosen?: IncomingView }
type Asks = { readonly request: string; readonly person: string; readonly basis: string }
type Council = { readonly members: readonly { readonly id: string; readonly name: string }[]; readonly bases: readonly { readonly key: string; readonly title: string; readonly article: string; readonly days: number }[] }
type Draft = { id: string; sender: string; senderIsPerson: boolean; document: string; documentOn: Day | null; receivedOn: Day | null; subject: string; file: StoredFile | undefined; unitId: string; requestKind: IncomingView['requestKind']; needsAnswer: boolean; dueOn: Day | null; asks: Asks }
const requests = requestKinds.map((kind) => ({ value: kind, title: requestTitle[kind] }))

const NOBODY = 'none'
const begin = (): Asks => ({ request: newId(), person: NOBODY, basis: '' })
/** What the action receives of a councillor's letter; nothing while nobody was named. */
const asked = (kind: IncomingView['requestKind'], asks: Asks) => (kind === 'councillor' && asks.person !== NOBODY ? asks : null)
/** Who of the council asks and by which power: with it the letter is also their request, with its term, and is not typed twice. */
const CouncilFields = ({ asks, onChange, error }: { asks: Asks; onChange: (asks: Asks) => void; error: (field: string) => string | undefined }) => {
  const { data } = useApi<Council>('council/list-requests', { state: 'open', text: 'ninguna solicitud' })
  const basis = asks.basis || data?.bases[0]?.key || ''
  return (
    <Fields columns={2}>
      <Select label="Qué concejal" value={asks.person} onChange={(person) => onChange({ ...asks, person, basis })} choices={[{ value: NOBODY, title: 'Elija: comienza su solicitud en el Concejo' }, ...(data?.members ?? []).map(({ id, name }) => ({ value: id, title: name }))]} error={error('councillor/person')} />
      <Select label="Facultad" value={basis} onChange={(chosen) => onChange({ ...asks, basis: chosen })} choices={(data?.bases ?? []).map((one) => ({ value: one.key, title: one.title, note: `artículo ${one.article}, ${one.days} días` }))} error={error('councillor/basis')} />
    </Fields>
  )
}
const Register = ({ units }: { units: readonly Unit[] }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<Draft, unknown> button="Registrar lo que llegó" icon="add" kind="primary" wide title="Registrar correspondencia recibida" action="correspondence/register-incoming" refresh={['correspondence']} done="Anotada en el libro de partes" submit="Registrar"
      start={() => ({ id: newId(), sender: '', senderIsPerson: false, document: '', documentOn: null, receivedOn: today, subject: '', file: undefined, unitId: '', requestKind: 'other', needsAnswer: true, dueOn: null, asks: begin() })} input={({ file, asks, ...draft }) => ({ ...draft, file: file?.hash ?? null, councillor: asked(draft.requestKind, asks) })}>
      {({ values, set, error }) => (
        <>
          <TextField label="De quién" name="sender" value={values.sender} onChange={(sender) => set({ sender })} error={error('sender')} required />
          <Checkbox checked={values.senderIsPerson} onChange={(senderIsPerson) => set({ senderIsPerson })}>Es una persona: su nombre no va a la bitácora ni al buscador</Checkbox>
          <TextField label="Materia" name="subject" value={values.subject} onChange={(subject) => set({ subject })} error={error('subject')} required />
          <Fields columns={2}>
            <TextField label="Su documento" name="document" help="Por ejemplo: Oficio N.º 1.234." value={values.document} onChange={(document) => set({ document })} error={error('document')} required={false} />
            <DateField label="Recibida el" name="receivedOn" value={values.receivedOn} onChange={(receivedOn) => set({ receivedOn })} maximum={today} error={error('receivedOn')} required />
          </Fields>
          <Fields columns={2}>
            <Select label="Qué pide" value={values.requestKind} onChange={(requestKind) => set({ requestKind })} choices={requests} />
            <ComboBox label="A qué unidad va" value={values.unitId || null} onChange={(unitId) => set({ unitId: unitId ?? '' })} choices={units.map(({ id, name }) => ({ value: id, title: name }))} error={error('unitId')} required />
          </Fields>
          {values.requestKind === 'councillor' && <CouncilFields asks={values.asks} onChange={(asks) => set({ asks })} error={error} />}
          <Checkbox checked={values.needsAnswer} onChange={(needsAnswer) => set({ needsAnswer })}>Debe contestarse</Checkbox>
          {values.needsAnswer && <DateField label="Plazo, si lo fija el documento" name="dueOn" help="Sin fecha, se cuenta el de la ley." value={values.dueOn} onChange={(dueOn) => set({ dueOn })} error={error('dueOn')} required={false} />}
          <FileChoice label="Documento digitalizado" file={values.file} onFile={(file) => set({ file })} />
        </>
      )}
    </FormDialog>
  )
}
const due = ({ dueOn, state }: IncomingView, today: Day): string => (!dueOn ? '' : `${formatDay(dueOn)}${state === 'pending' && dueOn < today ? ', vencida' : ''}`)

/** One letter opened from the list or from «Mi trabajo». */
const Letter = ({ letter, units }: { letter: IncomingView; units: readonly Unit[] }) => {
  const { today } = useSession().clock
  const [clerk, drafter] = [useMay('correspondence.receive'), useMay('correspondence.draft')]
  const pending = letter.state === 'pending'
  return (
    <Section id="carta" title={`Parte N.º ${letter.number} de ${letter.year}`} aside={<StateBadge tone={pending && letter.dueOn && letter.dueOn < today ? 'bad' : incomingTone[letter.state]}>{pending && letter.dueOn && letter.dueOn < today ? 'vencida' : incomingStateTitle[letter.state]}</StateBadge>}>
      <p className="tray-says">{letter.subject}</p>
      <DefinitionList columns={2} items={[
        { term: 'De', value: letter.sender }, { term: 'Documento', value: letter.document || undefined, absence: 'sin número' }, { term: 'Recibida', value: formatDay(letter.receivedOn) }, { term: 'Va a', value: letter.unit },
        { term: 'Qué pide', value: requestTitle[letter.requestKind] }, { term: 'Se contesta hasta', value: letter.dueOn ? `${due(letter, today)}${letter.dueFrom ? ` (${letter.dueFrom})` : ''}` : undefined, absence: letter.needsAnswer ? 'sin plazo fijado' : 'no pide respuesta' },
        ...(letter.answeredOn ? [{ term: 'Contestada el', value: formatDay(letter.answeredOn) }] : []), ...(letter.closedReason ? [{ term: 'Archivada', value: letter.closedReason }] : []),
      ]} />
      {letter.answers.length > 0 && <p>Respuesta: {letter.answers.map((link) => <span key={link.id}><a href={link.href}>{link.title}</a> <span className="soft">({link.note})</span> </span>)}</p>}
      <div className="act-actions">
        {letter.file && <ButtonLink href={api.file(letter.file)} download icon="download">Abrir el documento</ButtonLink>}
        {letter.councilRequest && <ButtonLink href={`/concejo/solicitudes#${letter.councilRequest}`}>Ver la solicitud en el Concejo</ButtonLink>}
        {letter.state === 'closed' && clerk && (
          <FormDialog<{ reason: string }, unknown> button="Reabrir" title="Reabrir lo archivado" action="correspondence/reopen-incoming" refresh={['correspondence']} done="Vuelve a estar pendiente" submit="Reabrir" start={() => ({ reason: '' })} input={({ reason }) => ({ id: letter.id, version: letter.version, reason })}>
            {({ values, set, error }) => <TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
          </FormDialog>
        )}
        {pending && drafter && letter.needsAnswer && <ButtonLink kind="primary" href={`/actos/nuevo?clase=letter&texto=${letter.requestKind === 'transparency' ? 'transparency' : 'answer'}&responde=${letter.id}&a=${encodeURIComponent(letter.sender)}&materia=${encodeURIComponent(`Responde ${letter.document || `presentación recibida el ${formatDay(letter.receivedOn)}`}`)}`}>Redactar la respuesta</ButtonLink>}
        {pending && clerk && (
          <FormDialog<{ unitId: string; requestKind: IncomingView['requestKind']; dueOn: Day | null; reason: string; asks: Asks }, unknown> button="Derivar" title="Derivar a otra unidad" action="correspondence/route-incoming" refresh={['correspondence']} done="Derivada" submit="Derivar" start={() => ({ unitId: letter.unitId, requestKind: letter.requestKind, dueOn: null, reason: '', asks: begin() })} input={({ asks, ...draft }) => ({ id: letter.id, version: letter.version, ...draft, councillor: letter.councilRequest ? null : asked(draft.requestKind, asks) })}>
            {({ values, set, error }) => (
              <>
                <ComboBox label="A qué unidad va" value={values.unitId || null} onChange={(unitId) => set({ unitId: unitId ?? '' })} choices={units.map(({ id, name }) => ({ value: id, title: name }))} error={error('unitId')} required />
                <Select label="Qué pide" value={values.requestKind} onChange={(requestKind) => set({ requestKind })} choices={requests} />
                {values.requestKind === 'councillor' && !letter.councilRequest && <CouncilFields asks={values.asks} onChange={(asks) => set({ asks })} error={error} />}
                <DateField label="Plazo propio" help="Sin fecha, se cuenta el de la ley." value={values.dueOn} onChange={(dueOn) => set({ dueOn })} error={error('dueOn')} required={false} />
                <TextField label="Por qué" value={values.reason} onChange={(reason) => set({ reason })} required={false} />
              </>
            )}
          </FormDialog>
        )}
        {pending && clerk && (
          <FormDialog<{ reason: string }, unknown> button="Archivar sin respuesta" kind="plain" title="Archivar sin respuesta" action="correspondence/close-incoming" refresh={['correspondence']} done="Archivada" submit="Archivar" start={() => ({ reason: '' })} input={({ reason }) => ({ id: letter.id, version: letter.version, reason })}>
            {({ values, set, error }) => <TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
          </FormDialog>
        )}
      </div>
    </Section>
  )
}

const IncomingPage = () => {
  const { values, change, clear, active } = useFilters(['texto', 'estado', 'unidad', 'ano', 'carta'] as const)
  const [page, turn] = usePage()
  const { effectiveOn, knownOn } = useActDates()
  const { today } = useSession().clock
  const may = useMay('correspondence.receive')
  const { data, problem, loading } = useApi<Answer>('correspondence/list-incoming', { text: values.texto, state: values.estado, unitId: values.unidad, year: values.ano, id: values.carta, page, effectiveOn, knownOn })
  const filtered = active - (values.carta ? 1 : 0) > 0
  const columns: readonly TableColumn<IncomingView>[] = [
    { key: 'number', title: 'Parte', text: ({ number, year }) => `N.º ${number} de ${year}` }, { key: 'received', title: 'Recibida', text: ({ receivedOn }) => formatDay(receivedOn) }, { key: 'sender', title: 'De', text: ({ sender, document }) => [sender, document].filter(Boolean).join(', ') },
    { key: 'subject', title: 'Materia', width: '30%', text: ({ subject }) => subject }, { key: 'unit', title: 'Va a', text: ({ unit }) => unit }, { key: 'due', title: 'Contestar hasta', text: (letter) => due(letter, today) },
    { key: 'state', title: 'Estado', text: ({ state }) => incomingStateTitle[state], render: ({ state, dueOn }) => <StateBadge tone={state === 'pending' && dueOn && dueOn < today ? 'bad' : incomingTone[state]}>{state === 'pending' && dueOn && dueOn < today ? 'vencida' : incomingStateTitle[state]}</StateBadge> },
  ]
  const filters = (
    <>
      <SearchBox help="Materia, remitente o número." value={values.texto} onChange={(texto) => change({ texto })} />
      <Select label="Estado" value={values.estado || ALL} onChange={(estado) => change({ estado: estado === ALL ? undefined : estado })} choices={[{ value: ALL, title: 'Todas' }, ...incomingStates.map((state) => ({ value: state, title: incomingStateTitle[state] }))]} />
      <ComboBox label="Unidad" value={values.unidad || null} onChange={(unidad) => change({ unidad: unidad ?? undefined })} choices={(data?.units ?? []).map(({ id, name }) => ({ value: id, title: name }))} placeholder="Todas" />
      <Select label="Año" value={values.ano || ALL} onChange={(ano) => change({ ano: ano === ALL ? undefined : ano })} choices={[{ value: ALL, title: 'Todos' }, ...(data?.years ?? []).map((year) => ({ value: year, title: year }))]} />
      {active > 0 && <Button kind="plain" icon="close" onPress={clear}>Quitar los filtros</Button>}
    </>
  )
  return (
    <>
      <PageTitle title="Libro de partes" lead={data && `${counted(data.total, 'documento recibido', 'documentos recibidos')}. ${may ? '' : 'Los registra la Secretaría Municipal.'}`} actions={<><PrintButton />{may && <Register units={data?.units ?? []} />}</>} />
      {data?.chosen && values.carta && <Letter letter={data.chosen} units={data.units} />}
      <Desk filters={filters} filtersLabel="Filtros del libro de partes">
        <DataTable caption="Libro de partes" hideCaption worksheets={may ? [{ name: 'correspondence.incoming', title: 'Libro de partes', filters: { text: values.texto, state: values.estado, unitId: values.unidad, year: values.ano } }] : []} columns={columns} rows={data?.letters} rowKey={({ id }) => id} rowHref={({ id }) => incomingHref(id)} sort="none" loading={loading} problem={problem} phone="lines" source="libro de partes de la Secretaría Municipal"
          empty={<EmptyState title={filtered ? 'Nada cumple lo pedido' : 'El libro está vacío'} actions={filtered ? <Button onPress={clear}>Quitar los filtros</Button> : undefined}>{filtered ? 'Cambie o quite algún filtro.' : 'Cada documento que llega toma número aquí, con su unidad y su plazo.'}</EmptyState>} />
        {data && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas del libro" />}
      </Desk>
      <PrintFoot text={`Libro de partes. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default IncomingPage
