import { useEffect } from 'react'
import { counted, type Day, formatDay } from '#kernel'
import { api, Button, ButtonLink, DataTable, DateField, EmptyState, Fields, FileChoice, fileHref, FormDialog, newId, PageTitle, PlaceLink, PrintButton, PrintFoot, ProblemView, RadioGroup, SearchBox, Section, Select, StateBadge, type StoredFile, TextField, ThinLoader, useAct, useApi, useAsOf, useFilters, useMay, useSession, VerticalThread } from '#design'
import { channels, channelTitle, type RequestEvent, requestStateTitle, type RequestView, type RequestsView } from '../contract/requests.ts'
import { inDays, lawText, requestTone } from './words.ts'
import './council.css'

const ALL = 'all'
const SAID: Record<RequestEvent['name'], string> = { assigned: 'derivada a', extended: 'prorrogada hasta el', drafted: 'se comenzó la carta', answered: 'contestada', reopened: 'reabierta' }
const REFRESH = ['council', 'evidence', 'home'] as const

type Draft = { id: string; personId: string; basis: string; channel: (typeof channels)[number]; sessionId: string; document: string; askedOn: Day | null; subject: string; detail: string; unitId: string; file?: StoredFile }
const Register = ({ data }: { data: RequestsView }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<Draft, object> button="Registrar una solicitud" icon="add" kind="primary" wide title="Solicitud de un concejal" action="council/register-request" refresh={REFRESH} done="Solicitud registrada" submit="Registrar"
      start={() => ({ id: newId(), personId: data.members[0]?.id ?? '', basis: data.bases[0]?.key ?? '', channel: 'session', sessionId: data.sessions[0]?.id ?? ALL, document: '', askedOn: today, subject: '', detail: '', unitId: ALL })}
      input={({ file, unitId, sessionId, ...values }) => ({ ...values, sessionId: values.channel === 'session' && sessionId !== ALL ? sessionId : null, unitId: unitId === ALL ? null : unitId, fileHash: file?.hash ?? null })}>
      {({ values, set, error }) => (
        <>
          <Fields columns={2}>
            <Select label="Concejal" value={values.personId} onChange={(personId) => set({ personId })} choices={data.members.map(({ id, name }) => ({ value: id, title: name }))} error={error('personId')} />
            <Select label="Facultad" value={values.basis} onChange={(basis) => set({ basis })} choices={data.bases.map((one) => ({ value: one.key, title: one.title, note: `artículo ${one.article}, ${one.days} días` }))} error={error('basis')} />
          </Fields>
          <RadioGroup label="Cómo se pidió" value={values.channel} onChange={(channel) => set({ channel })} choices={channels.map((value) => ({ value, title: channelTitle[value] }))} />
          <Fields columns={2}>
            <DateField label="Pedida el" name="askedOn" value={values.askedOn} onChange={(askedOn) => set({ askedOn })} maximum={today} error={error('askedOn')} required />
            {values.channel === 'session' ? <Select label="Sesión" value={values.sessionId} onChange={(sessionId) => set({ sessionId })} choices={data.sessions.map(({ id, title }) => ({ value: id, title }))} error={error('sessionId')} /> : <TextField label="Carta" help="Número y fecha, o folio del libro de partes" name="document" value={values.document} onChange={(document) => set({ document })} required={false} />}
          </Fields>
          <TextField label="Qué pide" name="subject" value={values.subject} onChange={(subject) => set({ subject })} error={error('subject')} required />
          <TextField label="Detalle" name="detail" lines={3} value={values.detail} onChange={(detail) => set({ detail })} required={false} />
          <Select label="Responde" value={values.unitId} onChange={(unitId) => set({ unitId })} choices={[{ value: ALL, title: 'Se deriva después' }, ...data.units.map(({ id, name }) => ({ value: id, title: name }))]} />
          {values.channel === 'letter' && <FileChoice label="Copia de la carta" file={values.file} onFile={(file) => set({ file })} />}
        </>
      )}
    </FormDialog>
  )
}
const Ask = ({ data }: { data: RequestsView }) => (
  <FormDialog<{ id: string; basis: string; subject: string; detail: string }, object> button="Pedir un informe" icon="add" kind="primary" title="Pedir un informe" action="council/ask-for-report" refresh={REFRESH} done="Solicitud enviada a Secretaría Municipal" submit="Pedir" start={() => ({ id: newId(), basis: data.bases[0]?.key ?? '', subject: '', detail: '' })} input={(values) => values}>
    {({ values, set, error }) => <><Select label="Facultad" value={values.basis} onChange={(basis) => set({ basis })} choices={data.bases.map((one) => ({ value: one.key, title: one.title, note: `artículo ${one.article}` }))} /><TextField label="Qué pide" name="subject" value={values.subject} onChange={(subject) => set({ subject })} error={error('subject')} required /><TextField label="Detalle" name="detail" lines={4} value={values.detail} onChange={(detail) => set({ detail })} required={false} /></>}
  </FormDialog>
)
const Steps = ({ one, data }: { one: RequestView; data: RequestsView }) => {
  const clerk = useMay('council.record')
  const drafts = useMay('correspondence.draft')
  const { today } = useSession().clock
  const draft = useAct<{ id: string; request: string; act: string }>('council/draft-answer', { refresh: [...REFRESH, 'correspondence'], done: 'Carta en borrador' })
  const open = one.answeredOn === null
  const mine = one.mine || clerk
  return (
    <div className="council-bar">
      <StateBadge tone={requestTone[one.state]}>{requestStateTitle[one.state]}</StateBadge>
      {open && mine && drafts && one.acts.length === 0 && <Button kind="primary" size="compact" busy={draft.running} onPress={() => void draft.run({ id: newId(), request: one.id, act: newId() })}>Preparar la carta</Button>}
      {open && mine && <FormDialog<{ id: string; answeredOn: Day | null; document: string; file?: StoredFile }, { request: string }> button="Anotar la respuesta" size="compact" title={`Respuesta a la solicitud N.º ${one.number}`} action="council/record-answer" refresh={REFRESH} done="Respuesta anotada" submit="Anotar" start={() => ({ id: newId(), answeredOn: today, document: '' })} input={({ file, ...values }) => ({ ...values, request: one.id, fileHash: file?.hash ?? null })} undo={clerk ? ({ request }) => api.act('council/reopen-request', { id: newId(), request, reason: 'Se deshizo la respuesta anotada' }) : undefined}>
        {({ values, set, error }) => <><DateField label="Contestada el" name="answeredOn" value={values.answeredOn} onChange={(answeredOn) => set({ answeredOn })} minimum={one.askedOn} maximum={today} error={error('answeredOn')} required /><TextField label="Carta" help="Número y fecha del oficio" name="document" value={values.document} onChange={(document) => set({ document })} error={error('document')} required /><FileChoice label="Copia" file={values.file} onFile={(file) => set({ file })} /></>}
      </FormDialog>}
      {open && clerk && <FormDialog<{ id: string; unitId: string; note: string }, object> button={one.unit ? 'Cambiar de unidad' : 'Derivar'} size="compact" kind={one.unit ? 'plain' : 'usual'} title={`Derivar la solicitud N.º ${one.number}`} action="council/assign-request" refresh={REFRESH} done="Solicitud derivada" submit="Derivar" start={() => ({ id: newId(), unitId: one.unit?.id ?? data.units[0]?.id ?? '', note: '' })} input={(values) => ({ ...values, request: one.id })}>
        {({ values, set }) => <><Select label="Responde" value={values.unitId} onChange={(unitId) => set({ unitId })} choices={data.units.map(({ id, name }) => ({ value: id, title: name }))} /><TextField label="Nota" name="note" value={values.note} onChange={(note) => set({ note })} required={false} /></>}
      </FormDialog>}
      {open && clerk && <FormDialog<{ id: string; until: Day | null; reason: string }, object> button="Prorrogar" size="compact" kind="plain" title={`Prórroga de la solicitud N.º ${one.number}`} action="council/extend-request" refresh={REFRESH} done="Plazo prorrogado" submit="Prorrogar" start={() => ({ id: newId(), until: null, reason: '' })} input={(values) => ({ ...values, request: one.id })}>
        {({ values, set, error }) => <><p className="small">{data.extension}</p><DateField label="Hasta" name="until" value={values.until} onChange={(until) => set({ until })} minimum={one.dueOn} error={error('until')} required /><TextField label="Por qué, y en qué sesión se aceptó" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
      </FormDialog>}
      {!open && clerk && <FormDialog<{ id: string; reason: string }, object> button="Reabrir" size="compact" kind="plain" title={`Reabrir la solicitud N.º ${one.number}`} action="council/reopen-request" refresh={REFRESH} done="Solicitud reabierta" submit="Reabrir" start={() => ({ id: newId(), reason: '' })} input={(values) => ({ ...values, request: one.id })}>{({ values, set, error }) => <TextField label="Por qué" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}</FormDialog>}
    </div>
  )
}
const Request = ({ one, data }: { one: RequestView; data: RequestsView }) => (
  <article id={one.id} className="request-card">
    <h2>N.º {one.number} de {one.year}. {one.subject}</h2>
    <p className="small"><b>{one.person.name}</b>, {one.session ? <>en la <a href={`/concejo/sesiones/${one.sessionId ?? ''}`}>{one.session.replace('Sesión', 'sesión')}</a></> : `por carta${one.document ? ` (${one.document})` : ''}, ${formatDay(one.askedOn)}`}. {one.basis.title} (artículo {one.basis.article}). Responde <b>{one.unit?.name ?? 'nadie todavía'}</b>. {one.answeredOn ? <>Contestada el <b>{formatDay(one.answeredOn)}</b>; vencía el {formatDay(one.dueOn)}.</> : <>Vence el <b className={one.state === 'late' ? 'tone-bad' : undefined}>{formatDay(one.dueOn)}</b> ({inDays(one.daysLeft)}){one.extended && ', prorrogado'}.</>}</p>
    {one.detail && <p className="small soft">{one.detail}</p>}
    {one.incoming && <p className="small">Llegó por <PlaceLink href={one.incoming.href}>{one.incoming.title}</PlaceLink></p>}
    {one.acts.length > 0 && <p className="small">Carta: {one.acts.map((act) => <PlaceLink key={act.id} href={act.href}>{act.title}</PlaceLink>)}</p>}
    {one.events.length > 0 && <details className="small"><summary>{counted(one.events.length, 'paso', 'pasos')}</summary><ul>{one.events.map((event) => <li key={`${event.name}${event.on}${event.actId ?? event.note}${event.unit}`}>{formatDay(event.on)}: {SAID[event.name]} {event.unit}{event.until && formatDay(event.until)}{event.document && `, ${event.document}`}{event.note && `. ${event.note}`}{event.fileHash && <> <a href={fileHref(event.fileHash)} download>copia</a></>}</li>)}</ul></details>}
    <Steps one={one} data={data} />
  </article>
)
/** What councillors asked, who answers and until when. */
const RequestsPage = () => {
  const { effectiveOn, knownOn } = useAsOf()
  const clerk = useMay('council.record')
  const councillor = useMay('council.receive')
  const { values, change, clear, active } = useFilters(['estado', 'unidad', 'ano', 'texto'] as const)
  const { data, problem, loading } = useApi<RequestsView>('council/list-requests', { state: values.estado, unitId: values.unidad, year: values.ano, text: values.texto, effectiveOn, knownOn })
  useEffect(() => { const id = decodeURIComponent(window.location.hash.slice(1)); if (id && data) document.getElementById(id)?.scrollIntoView({ block: 'center' }) }, [data])
  return (
    <>
      <PageTitle title="Solicitudes de los concejales" lead={data && `${data.counts.late > 0 ? `${counted(data.counts.late, 'atrasada', 'atrasadas')}. ` : ''}Se contestan en ${data.bases[0]?.days ?? ''} días ${data.counting}.`} actions={<><PrintButton />{data && clerk && <Register data={data} />}{councillor && <ButtonLink href="/actos/recibidos">Respuestas que me llegaron</ButtonLink>}{data && councillor && <Ask data={data} />}</>} />
      <div className="council-fields">
      <Fields columns={2}>
        <Select label="Estado" value={values.estado || ALL} onChange={(state) => change({ estado: state === ALL ? undefined : state })} choices={[{ value: ALL, title: 'Todas' }, { value: 'open', title: 'Abiertas' }, ...Object.entries(requestStateTitle).map(([value, title]) => ({ value, title }))]} />
        <Select label="Unidad" value={values.unidad || ALL} onChange={(unit) => change({ unidad: unit === ALL ? undefined : unit })} choices={[{ value: ALL, title: 'Todas' }, ...(data?.units ?? []).map(({ id, name }) => ({ value: id, title: name }))]} />
        <SearchBox label="Buscar" value={values.texto ?? ''} onChange={(text) => change({ texto: text || undefined })} />
        <Select label="Año" value={values.ano || ALL} onChange={(year) => change({ ano: year === ALL ? undefined : year })} choices={[{ value: ALL, title: 'Todos' }, ...(data?.years ?? []).map((year) => ({ value: year, title: year }))]} />
      </Fields>
      </div>
      <ThinLoader active={loading} label="Buscando solicitudes" />
      {problem && <ProblemView problem={problem} />}
      {data && data.requests.length === 0 && <EmptyState title={active > 0 ? 'Ninguna solicitud cumple lo pedido' : 'No hay solicitudes'} actions={active > 0 ? <Button onPress={clear}>Quitar los filtros</Button> : undefined}>{active > 0 ? 'Cambie o quite algún filtro.' : 'Lo que un concejal pide en sesión o por carta se registra aquí, con su plazo.'}</EmptyState>}
      {data && data.requests.length > 0 && <VerticalThread label="Solicitudes" items={data.requests.map((one) => ({ id: one.id, state: one.answeredOn ? 'done' as const : one.state === 'late' ? 'bad' as const : one.state === 'drafted' ? 'half' as const : 'empty' as const, content: <Request one={one} data={data} /> }))} />}
      {data && data.requests.length > 0 && (
        <Section title="Cuadro para Excel" level={3}><details><summary>Ver como tabla</summary>
          <DataTable caption="Solicitudes de los concejales" phone="lines" rows={data.requests} rowKey={({ id }) => id} source="registro de Secretaría Municipal" columns={[
            { key: 'n', title: 'N.º', text: ({ number, year }) => `${number}/${year}` }, { key: 'who', title: 'Concejal', text: ({ person }) => person.name }, { key: 'what', title: 'Qué pide', text: ({ subject }) => subject, width: '34%' }, { key: 'on', title: 'Pedida', text: ({ askedOn }) => formatDay(askedOn) }, { key: 'unit', title: 'Responde', text: ({ unit }) => unit?.name ?? 'sin unidad' },
            { key: 'due', title: 'Vence', text: ({ dueOn }) => formatDay(dueOn) }, { key: 'answered', title: 'Contestada', text: ({ answeredOn }) => (answeredOn ? formatDay(answeredOn) : '–') }, { key: 'state', title: 'Estado', text: ({ state }) => requestStateTitle[state] },
          ]} /></details></Section>
      )}
      {data && <p className="source">{lawText(data.law)}. {data.extension}</p>}
      <PrintFoot text={`Solicitudes de los concejales. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default RequestsPage
