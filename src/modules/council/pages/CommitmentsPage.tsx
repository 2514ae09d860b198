import { useEffect } from 'react'
import { counted, type Day, formatDay } from '#kernel'
import { api, Button, DataTable, DateField, EmptyState, Fields, FileChoice, FormDialog, newId, PageTitle, PrintButton, PrintFoot, SearchBox, Select, StateBadge, type StoredFile, TextField, useApi, useAsOf, useFilters, useMay, useSession } from '#design'
import { commitmentStateTitle, type CommitmentsView, type CommitmentView } from '../contract/commitments.ts'
import { commitmentTone, inDays } from './words.ts'
import './council.css'

const ALL = 'all'
const REFRESH = ['council', 'evidence', 'home'] as const
type Draft = { id: string; words: string; sessionId: string; promisedOn: Day | null; unitId: string; until: Day | null }

const Note = ({ data }: { data: CommitmentsView }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<Draft, object> button="Anotar un compromiso" icon="add" kind="primary" title="Compromiso ante el Concejo" action="council/note-commitment" refresh={REFRESH} done="Compromiso anotado" submit="Anotar" start={() => ({ id: newId(), words: '', sessionId: data.sessions[0]?.id ?? ALL, promisedOn: today, unitId: data.units[0]?.id ?? '', until: null })} input={(values) => ({ ...values, sessionId: values.sessionId === ALL ? null : values.sessionId })}>
      {({ values, set, error }) => (
        <>
          <TextField label="A qué se comprometieron" name="words" lines={2} value={values.words} onChange={(words) => set({ words })} error={error('words')} required />
          <Fields columns={2}>
            <Select label="Sesión" value={values.sessionId} onChange={(sessionId) => set({ sessionId })} choices={[{ value: ALL, title: 'Fuera de sesión' }, ...data.sessions.map(({ id, title }) => ({ value: id, title }))]} />
            <DateField label="Comprometido el" name="promisedOn" value={values.promisedOn} onChange={(promisedOn) => set({ promisedOn })} maximum={today} error={error('promisedOn')} required />
            <Select label="Responsable" value={values.unitId} onChange={(unitId) => set({ unitId })} choices={data.units.map(({ id, name }) => ({ value: id, title: name }))} />
            <DateField label="Hasta" name="until" value={values.until} onChange={(until) => set({ until })} error={error('until')} required />
          </Fields>
        </>
      )}
    </FormDialog>
  )
}
const Does = ({ one, data }: { one: CommitmentView; data: CommitmentsView }) => {
  const [follow, clerk] = [useMay('council.follow'), useMay('council.record')]
  const follows = follow || clerk
  const { today } = useSession().clock
  if (one.doneOn) return follows ? <FormDialog<{ id: string; reason: string }, object> button="Reabrir" size="compact" kind="plain" title="Reabrir el compromiso" action="council/reopen-commitment" refresh={REFRESH} done="Compromiso reabierto" submit="Reabrir" start={() => ({ id: newId(), reason: '' })} input={(values) => ({ ...values, commitment: one.id })}>{({ values, set, error }) => <TextField label="Por qué" name="reason" value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}</FormDialog> : null
  return (
    <div className="council-bar">
      {(follows || one.mine) && <FormDialog<{ id: string; on: Day | null; note: string; file?: StoredFile }, { commitment: string }> button="Dar por cumplido" size="compact" title="Compromiso cumplido" action="council/keep-commitment" refresh={REFRESH} done="Compromiso cumplido" submit="Guardar" start={() => ({ id: newId(), on: today, note: '' })} input={({ file, ...values }) => ({ ...values, commitment: one.id, fileHash: file?.hash ?? null })} undo={follows ? ({ commitment }) => api.act('council/reopen-commitment', { id: newId(), commitment, reason: 'Se deshizo el cumplimiento' }) : undefined}>
        {({ values, set, error }) => <><p className="soft">{one.words}</p><DateField label="Cumplido el" name="on" value={values.on} onChange={(on) => set({ on })} minimum={one.promisedOn} maximum={today} error={error('on')} required /><TextField label="Con qué se cumplió" name="note" lines={2} value={values.note} onChange={(note) => set({ note })} error={error('note')} required /><FileChoice label="Respaldo" file={values.file} onFile={(file) => set({ file })} /></>}
      </FormDialog>}
      {follows && <FormDialog<{ id: string; until: Day | null; unitId: string; reason: string }, object> button="Cambiar el plazo" size="compact" kind="plain" title="Nuevo plazo" action="council/move-commitment" refresh={REFRESH} done="Plazo cambiado" submit="Guardar" start={() => ({ id: newId(), until: null, unitId: one.unit.id, reason: '' })} input={(values) => ({ ...values, commitment: one.id, unitId: values.unitId === one.unit.id ? null : values.unitId })}>
        {({ values, set, error }) => <><DateField label="Hasta" name="until" value={values.until} onChange={(until) => set({ until })} minimum={today} error={error('until')} required /><Select label="Responsable" value={values.unitId} onChange={(unitId) => set({ unitId })} choices={data.units.map(({ id, name }) => ({ value: id, title: name }))} /><TextField label="Por qué" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
      </FormDialog>}
    </div>
  )
}
/** What was promised before the council, with its owner and date. */
const CommitmentsPage = () => {
  const { effectiveOn, knownOn } = useAsOf()
  const [follow, clerk] = [useMay('council.follow'), useMay('council.record')]
  const { values, change, clear, active } = useFilters(['estado', 'unidad', 'texto'] as const)
  const { data, problem, loading } = useApi<CommitmentsView>('council/list-commitments', { state: values.estado, unitId: values.unidad, text: values.texto, effectiveOn, knownOn })
  useEffect(() => { const id = decodeURIComponent(window.location.hash.slice(1)); if (id && data) document.getElementById(id)?.scrollIntoView({ block: 'center' }) }, [data])
  return (
    <>
      <PageTitle title="Compromisos ante el Concejo" lead={data && `${counted(data.counts.late, 'atrasado', 'atrasados')}, ${counted(data.counts.pending, 'pendiente', 'pendientes')}, ${counted(data.counts.done + data.counts['done-late'], 'cumplido', 'cumplidos')}.`} actions={<><PrintButton />{data && (follow || clerk) && <Note data={data} />}</>} />
      <div className="council-fields">
      <Fields columns={3}>
        <Select label="Estado" value={values.estado || ALL} onChange={(state) => change({ estado: state === ALL ? undefined : state })} choices={[{ value: ALL, title: 'Todos' }, { value: 'open', title: 'Abiertos' }, ...Object.entries(commitmentStateTitle).map(([value, title]) => ({ value, title }))]} />
        <Select label="Responsable" value={values.unidad || ALL} onChange={(unit) => change({ unidad: unit === ALL ? undefined : unit })} choices={[{ value: ALL, title: 'Todas' }, ...(data?.units ?? []).map(({ id, name }) => ({ value: id, title: name }))]} />
        <SearchBox label="Buscar" value={values.texto ?? ''} onChange={(text) => change({ texto: text || undefined })} />
      </Fields>
      </div>
      <DataTable caption="Compromisos ante el Concejo" hideCaption worksheets={follow || clerk ? [{ name: 'council.commitments', title: 'Compromisos', filters: { state: values.estado, unitId: values.unidad, text: values.texto } }] : []} phone="lines" loading={loading} problem={problem} rows={data?.commitments} rowKey={({ id }) => id} source="actas y sesiones del Concejo"
        empty={<EmptyState title={active > 0 ? 'Ningún compromiso cumple lo pedido' : 'No hay compromisos'} actions={active > 0 ? <Button onPress={clear}>Quitar los filtros</Button> : undefined}>{active > 0 ? 'Cambie o quite algún filtro.' : 'Lo que la administración promete en sesión se anota aquí, con su responsable y su plazo.'}</EmptyState>}
        columns={[
          { key: 'words', title: 'Compromiso', width: '38%', text: ({ words }) => words, render: (one) => <span id={one.id}>{one.words}{one.events.map((event) => event.note && <small key={`${event.name}${event.on}`} className="soft"> {formatDay(event.on)}: {event.note}.</small>)}</span> },
          { key: 'session', title: 'Sesión', text: ({ session, promisedOn }) => session || formatDay(promisedOn) }, { key: 'unit', title: 'Responsable', text: ({ unit }) => unit.name },
          { key: 'until', title: 'Hasta', text: ({ until, firstUntil, doneOn, daysLeft }) => `${formatDay(until)}${until !== firstUntil ? ` (era ${formatDay(firstUntil)})` : ''}${doneOn ? '' : `, ${inDays(daysLeft)}`}` },
          { key: 'state', title: 'Estado', text: ({ state }) => commitmentStateTitle[state], render: ({ state }) => <StateBadge tone={commitmentTone[state]}>{commitmentStateTitle[state]}</StateBadge> },
          ...(data ? [{ key: 'do', title: 'Acciones', text: () => '', render: (one: CommitmentView) => <Does one={one} data={data} /> }] : []),
        ]} />
      <PrintFoot text={`Compromisos ante el Concejo. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default CommitmentsPage
