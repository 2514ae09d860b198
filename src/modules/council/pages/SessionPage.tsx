import { useState } from 'react'
import { type Day, formatDay } from '#kernel'
import { Button, DateField, DefinitionList, EmptyState, Fields, FormDialog, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, StateBadge, TextField, ThinLoader, ThreadDetail, useApi, useAsOf, useEvidence, useMay, usePageName, useRouteParam, useThread, VerticalThread } from '#design'
import { sessionKindTitle } from '../contract.ts'
import { type SessionRecord, standingTitle } from '../contract/agenda.ts'
import { AgendaEditor } from './AgendaEditor.tsx'
import { Agreements } from './Agreements.tsx'
import { Documents, Folder, PutDocument } from './Folder.tsx'
import { AgreementList, Attendance, RecordVote } from './Votes.tsx'
import { lawText, standingKnot, standingTone } from './words.ts'
import './council.css'

const Agenda = ({ record }: { record: SessionRecord }) => {
  const [editing, edit] = useState(false)
  const prepares = useMay('council.prepare')
  const clerk = useMay('council.record')
  const open = record.state === 'called'
  return (
    <Section title="Tabla" aside={prepares && (open || clerk) && !editing && record.points.length > 0 ? <Button size="compact" onPress={() => edit(true)}>Ordenar y editar</Button> : undefined}>
      {editing ? <AgendaEditor record={record} onClose={() => edit(false)} /> : record.points.length === 0 ? (
        <EmptyState title="Aún no tiene tabla" actions={prepares && (open || clerk) ? <Button kind="primary" onPress={() => edit(true)}>Preparar la tabla</Button> : undefined}>Cada punto se ata a su registro: la modificación, el informe, el proyecto.{record.session.kind === 'extraordinary' && ` ${record.laws.extraordinary}`}</EmptyState>
      ) : (
        <VerticalThread label="Puntos de la tabla" items={record.points.map((point) => ({
          id: point.id, state: standingKnot[point.standing],
          content: (
            <div className="council-point-body">
              <div className="council-point"><b>{point.position}. {point.title}</b><StateBadge tone={standingTone[point.standing]}>{standingTitle[point.standing]}</StateBadge></div>
              <p className="small soft">{point.matter.title} (artículo {point.matter.article}){point.unit && `; presenta ${point.unit.name}`}{point.record && <>; trata de <a href={point.record.href}>{point.record.title}</a></>}</p>
              {point.term && <p className="small">Antecedentes hasta el <b>{formatDay(point.term.lastDay)}</b>: {point.term.days} días hábiles, que son {point.term.counted.map((on) => formatDay(on)).join(', ')}. {lawText(point.term.law)}.</p>}
              <Documents point={point} may={prepares && open} />
              <div className="council-bar">{prepares && open && <PutDocument sessionId={record.session.id} point={point} />}{clerk && !open && !point.agreementId && point.matter.majority !== 'none' && <RecordVote record={record} point={point} />}</div>
            </div>
          ),
        }))} />
      )}
    </Section>
  )
}
const MoveSession = ({ record: { session } }: { record: SessionRecord }) => (
  <FormDialog<{ heldOn: Day | null; startsAt: string; place: string; reason: string }, object> button="Cambiar el día" size="compact" title={`Sesión N.º ${session.number}`} action="council/move-session" refresh={['council', 'evidence', 'home']} done="Sesión cambiada" submit="Guardar" labels={{ heldOn: 'Fecha', startsAt: 'Hora', place: 'Lugar' }} start={() => ({ heldOn: session.heldOn, startsAt: session.startsAt, place: session.place, reason: '' })} input={(values) => ({ ...values, id: session.id, version: session.version })}>
    {({ values, set, error }) => (
      <>
        <Fields columns={3}><DateField label="Día" name="heldOn" value={values.heldOn} onChange={(heldOn) => set({ heldOn })} error={error('heldOn')} required /><TextField label="Hora" help="15:30" name="startsAt" value={values.startsAt} onChange={(startsAt) => set({ startsAt })} error={error('startsAt')} required={false} /><TextField label="Lugar" name="place" value={values.place} onChange={(place) => set({ place })} error={error('place')} required={false} /></Fields>
        <TextField label="Por qué" help="Los plazos de la carpeta se vuelven a contar con el nuevo día." name="reason" value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />
      </>
    )}
  </FormDialog>
)
/** A session: its agenda, its folder with every receipt, its attendance, votes and agreements. */
const SessionPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const clerk = useMay('council.record')
  const { data, problem, loading } = useApi<SessionRecord>('council/show-session', { id, effectiveOn, knownOn })
  const title = data ? `Sesión ${sessionKindTitle[data.session.kind]} N.º ${data.session.number}` : 'Sesión del Concejo'
  usePageName(data && title, [{ title: 'Sesiones', href: '/concejo/sesiones' }])
  const thread = useThread('session', id, { kind: 'Sesión', name: title })
  const evidence = useEvidence('session', id)
  if (problem) return <><PageTitle title="Sesión del Concejo" /><ProblemView problem={problem} /></>
  if (!data) return <><PageTitle title="Sesión del Concejo" /><ThinLoader active={loading} label="Abriendo la sesión" /></>
  const { session, attendance, quorum, nextPossible } = data
  return (
    <>
      <RecordPage title={title} above={<><Seal tone={data.state === 'held' ? 'good' : 'data'} shape={data.state === 'held' ? 'done' : 'here'}>{data.state === 'held' ? 'celebrada' : 'citada'}</Seal><span>{formatDay(session.heldOn)}{session.startsAt && `, ${session.startsAt}`}</span></>} lead={session.place || undefined}
        actions={<><PrintButton />{clerk && data.state === 'called' && <MoveSession record={data} />}{clerk && data.state === 'held' && <Attendance record={data} />}</>}
        notice={nextPossible ? <Notice tone="bad" title="Hay materias que ya no alcanzan esta sesión"><p>{nextPossible.session ? <>La próxima sesión posible es la <a href={nextPossible.href}>{nextPossible.session.replace('Sesión', 'sesión')}</a>.</> : <>Podrían verse desde el {formatDay(nextPossible.day)}; aún no hay citada una sesión que alcance.</>}</p></Notice> : undefined}
        summary={<><Agenda record={data} /><Folder record={data} /></>}
        thread={thread.stops} threadDetail={<ThreadDetail thread={thread} />}
        data={<>
          <DefinitionList columns={2} items={[
            { term: 'Quórum para sesionar', value: `${quorum.needed} de ${data.members.length} concejales en ejercicio` }, { term: 'Norma', value: lawText(quorum.law) },
            { term: 'Asistencia', value: attendance ? `${attendance.present.length} presentes; ${attendance.met ? 'hubo quórum' : 'no hubo quórum'}` : undefined, absence: 'sin anotar' }, { term: 'Presentes', value: attendance ? data.members.filter(({ id: person }) => attendance.present.includes(person)).map(({ name }) => name).join(', ') : undefined, absence: 'sin anotar' },
            { term: 'Nota', value: session.note || undefined, absence: 'sin nota' },
          ]} />
          <AgreementList record={data} />
          {clerk && data.state === 'held' && <details><summary>Corregir acuerdos o anotar uno del acta en papel</summary><Agreements session={{ ...session, agreements: data.agreements }} may /></details>}
        </>}
        documents={evidence.documents} documentCount={evidence.documentCount} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={`${title}, ${formatDay(session.heldOn)}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default SessionPage
