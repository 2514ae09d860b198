import type { ReactNode } from 'react'
import { type Day, formatDay } from '#kernel'
import { Button, DateField, DefinitionList, FileChoice, fileHref, FormDialog, newId, Notice, PrintButton, ProblemView, RecordPage, Seal, Section, Select, StateBadge, type StoredFile, TextField, ThinLoader, type ThreadStop, useAct, useApi, useAsOf, useEvidence, usePageName, useRouteParam, useSession } from '#design'
import { type DutyRecord, fulfilmentWords, stateWords } from '../contract.ts'
import { about, citation, dueText, dutyHref, leftText, stateLook } from './words.ts'
import './calendar.css'

type Declared = { readonly id: string; readonly on: Day | null; readonly number: string; readonly title: string; readonly file?: StoredFile }
const Declare = ({ record }: { record: DutyRecord }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<Declared, unknown> button="Declarar el cumplimiento" kind="primary" icon="check" title="Declarar el cumplimiento" action="calendar/declare-fulfilment" refresh={['calendar', 'home', 'evidence']} done="Cumplimiento declarado" submit="Declarar"
      start={() => ({ id: newId(), on: today, number: '', title: '' })} input={({ file, ...draft }) => ({ ...draft, key: record.duty.key, fileHash: file?.hash ?? null })}>
      {({ values, set, error }) => (
        <>
          <p className="soft">Prueba pedida: {record.evidence}.</p>
          <TextField label="Acto que lo cumple" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} placeholder="Oficio ordinario, acta, comprobante" required />
          <TextField label="Número" name="number" value={values.number} onChange={(number) => set({ number })} error={error('number')} required={false} />
          <DateField label="Fecha del acto" name="on" value={values.on} onChange={(on) => set({ on })} maximum={today} error={error('on')} required />
          <FileChoice label="Documento" file={values.file} onFile={(file) => set({ file })} />
        </>
      )}
    </FormDialog>
  )
}
const WithReason = ({ button, title, action, input, danger = false, children }: { button: string; title: string; action: string; input: Record<string, unknown>; danger?: boolean; children?: (draft: { values: { reason: string; unitId: string }; set: (patch: { unitId?: string }) => void; error: (field: string) => string | undefined }) => ReactNode }) => (
  <FormDialog<{ id: string; reason: string; unitId: string }, unknown> button={button} kind={danger ? 'danger' : 'usual'} size="compact" title={title} action={action} refresh={['calendar', 'home', 'evidence']} done="Registrado" submit="Registrar" start={() => ({ id: newId(), reason: '', unitId: '' })} input={({ unitId, ...draft }) => ({ ...draft, ...(unitId ? { unitId } : {}), ...input })}>
    {(draft) => <>{children?.(draft)}<TextField label="Por qué" name="reason" lines={2} value={draft.values.reason} onChange={(reason) => draft.set({ reason })} error={draft.error('reason')} required /></>}
  </FormDialog>
)

/** The days of a duty on the thread: its steps, its date and its act. */
const stopsOf = ({ duty }: DutyRecord): readonly ThreadStop[] => [
  ...duty.steps.map((step): ThreadStop => ({ id: step.key, kind: formatDay(step.on), name: step.what, state: step.done ? 'done' : 'empty' })),
  { id: 'due', kind: 'Vence', name: formatDay(duty.deliverBy), state: stateLook[duty.state].knot },
  ...duty.acts.map((act): ThreadStop => ({ id: `${act.on}${act.title}`, kind: formatDay(act.on), name: act.title, state: 'done', ...(act.href ? { href: act.href } : {}) })),
]
const Steps = ({ record }: { record: DutyRecord }) => {
  const mark = useAct<{ id: string; key: string; step: string }>('calendar/mark-step', { refresh: ['calendar', 'home', 'evidence'], done: 'Paso hecho' })
  const { duty, may } = record
  const { today } = useSession().clock
  if (duty.steps.length === 0) return null
  return (
    <Section id="pasos" title="Pasos" aside={`${duty.steps.filter(({ done }) => done).length} de ${duty.steps.length}`}>
      {mark.problem && <ProblemView problem={mark.problem} />}
      <ol className="duty-steps">{duty.steps.map((step) => (
        <li key={step.key}><b>{formatDay(step.on)}</b><span>{step.what}</span>
          {step.done ? <StateBadge tone="good">hecho el {formatDay(step.done.on)}</StateBadge> : may.declare || (may.manage && duty.acts.length === 0) ? <Button size="compact" busy={mark.running} onPress={() => { void mark.run({ id: newId(), key: duty.key, step: step.key }) }}>Marcar hecho</Button> : <StateBadge tone={step.on < today ? 'warning' : 'neutral'}>{step.on < today ? 'sin marcar' : 'pendiente'}</StateBadge>}</li>
      ))}</ol>
    </Section>
  )
}
const Count = ({ record: { count, duty } }: { record: DutyRecord }) => (
  <Section id="cuenta" title="Cómo se contó el plazo">
    {count.length === 0 ? <p className="source">Este deber no tiene fecha.</p> : <ol className="count-lines">{count.map((line) => <li key={`${line.on ?? ''}${line.text}`} data-counts={line.counts}>{line.text}</li>)}</ol>}
    {duty.moved.map((text) => <p key={text}><Notice tone="data" title="La norma cambió el plazo">{text}.</Notice></p>)}
  </Section>
)
const Acts = ({ record }: { record: DutyRecord }) => {
  const { duty, may, provedBy } = record
  return (
    <Section id="prueba" title="Cumplimiento">
      {duty.acts.length === 0 && <p className="source">Sin prueba. {provedBy ? `Lo cumple su propio acto, que registra «${provedBy}».` : `Se acredita con: ${record.evidence}.`}</p>}
      <ul className="plain-list">{duty.acts.map((act) => (
        <li key={`${act.on}${act.title}`} className="readiness"><span><b>{formatDay(act.on)}</b> {act.href ? <a href={act.href}>{act.title}</a> : act.title}{act.number && ` ${act.number}`}{act.fileHash && <> · <a href={fileHref(act.fileHash)} download>documento</a></>}</span>
          {act.id && (may.declare || may.manage) && <WithReason button="Anular" danger title="Anular el cumplimiento" action="calendar/undo-duty-event" input={{ id: act.id }} />}</li>
      ))}</ul>
      {duty.times > 1 && <p className="source">{duty.acts.length} de {duty.times} que pide la norma en el período.</p>}
    </Section>
  )
}

/** A duty: what, law, how its day was counted, steps, proof, history. */
const DutyPage = () => {
  const key = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const { data: record, problem } = useApi<DutyRecord>('calendar/duty', { key, effectiveOn, knownOn })
  const evidence = useEvidence('duty', key)
  usePageName(record ? `${record.duty.title}, ${about(record.duty)}` : undefined)
  if (problem) return <ProblemView problem={problem} />
  if (!record) return <ThinLoader active label="Buscando el deber" />
  const { duty, may, excused, absence } = record
  const look = stateLook[duty.state]
  return (
    <RecordPage title={duty.title} above={<><Seal tone={look.tone} shape={look.knot}>{stateWords[duty.state]}</Seal> {about(duty)}{duty.local && ' · deber propio'}</>}
      lead={<>Vence el <b>{dueText(duty)}</b>{leftText(duty) && `, ${leftText(duty)}`}.</>}
      actions={<>{may.declare && duty.acts.length < duty.times && !excused && <Declare record={record} />}<PrintButton /></>}
      notice={<>
        {excused && <Notice tone="data" title="No aplica" action={may.manage ? <WithReason button="Anular" title="Anular «no aplica»" action="calendar/undo-duty-event" input={{ id: excused.id }} /> : undefined}>{excused.reason}.</Notice>}
        {absence && <Notice tone="warning" title={`Responde ${duty.acting?.name ?? 'la suplencia'}`}>{duty.owner?.name}{absence.reason && `, por ausencia de: ${absence.reason}`}{absence.until && `, hasta el ${formatDay(absence.until)}`}.</Notice>}
        {record.expected.map((text) => <Notice key={text} tone="data" title="Anunciado, aún no vigente">{text}</Notice>)}
      </>}
      summary={<><Steps record={record} /><Acts record={record} /><Count record={record} /></>}
      thread={stopsOf(record)}
      data={<DefinitionList items={[
        { term: 'Responde', value: duty.owner?.name, absence: 'sin responsable en esta municipalidad' }, { term: 'Suplencia', value: duty.deputy?.name, absence: 'no tiene' },
        { term: 'Prepara', value: record.prepares.join(', '), absence: 'no lo dice' }, { term: 'Recibe', value: record.receives.join(', '), absence: 'no lo dice' },
        { term: 'Norma', value: <>{duty.link ? <a href={duty.link}>{citation(duty)}</a> : citation(duty)}{duty.confidence.startsWith('M') && <small className="soft"> por confirmar con Asesoría Jurídica</small>}</> }, { term: 'Si no se cumple', value: duty.consequence, absence: 'la norma no señala consecuencia' },
        { term: 'Prueba', value: `${record.evidence} (${fulfilmentWords[record.fulfilment].toLowerCase()})` }, { term: 'Función del mandato', value: duty.functions.length ? <span className="function-links">{duty.functions.map((code) => <a key={code} href={`/mandato#${code}`}>{code}</a>)}</span> : undefined, absence: 'ninguna' },
        ...(record.note ? [{ term: 'Nota', value: record.note }] : []),
        { term: 'Otros períodos', value: record.others.length ? <ul className="plain-list">{record.others.slice(-13).map((other) => <li key={other.key}><a href={dutyHref(other.key)}>{other.period}</a> {formatDay(other.due)}, {stateWords[other.state]}</li>)}</ul> : undefined, absence: 'ninguno' },
      ]} />}
      dataActions={may.manage ? <>
        <WithReason button="Reasignar" title="Reasignar este deber" action="calendar/reassign-duty" input={{ key }}>{({ values, set, error }) => <Select label="Unidad" value={values.unitId} onChange={(unitId) => set({ unitId })} error={error('unitId')} choices={record.units.map(({ id, name }) => ({ value: id, title: name }))} required />}</WithReason>
        {duty.acts.length === 0 && !excused && <WithReason button="No aplica" title="Declarar que no aplica" action="calendar/excuse-duty" input={{ key }} />}
      </> : undefined}
      documents={evidence.documents} documentCount={evidence.documentCount} history={evidence.history} historyCount={evidence.historyCount} />
  )
}
export default DutyPage
