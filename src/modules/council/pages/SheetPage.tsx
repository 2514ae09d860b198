import { useState } from 'react'
import { counted, type Day, formatDay } from '#kernel'
import { api, BlockList, Button, DateField, EmptyState, fileHref, FormDialog, newId, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RadioGroup, Seal, Section, Select, TextField, ThinLoader, TwoColumns, useAct, useAddress, useApi, useAsOf, useSession } from '#design'
import { type Decision, decided, decidedTitle, type SheetView } from '../contract/sheet.ts'
import './council.css'

const REFRESH = ['council', 'calendar', 'home'] as const
const NONE = 'none'
const RESULTS = decided.map((value) => ({ value, title: decidedTitle[value] }))
type Sheet = NonNullable<SheetView['sheet']>

const FileButton = ({ id, format, children }: { id: string; format: 'pdf' | 'docx'; children: string }) => {
  const act = useAct<{ id: string; format: string }, { hash: string }>('council/make-sheet-file', { refresh: [], onDone: ({ result }) => window.location.assign(fileHref(result.hash)) })
  return <><Button icon="download" busy={act.running} onPress={() => void act.run({ id, format })}>{children}</Button>{act.problem && <ProblemView problem={act.problem} />}</>
}
const Prepare = ({ sheet }: { sheet: Sheet }) => (
  <FormDialog<{ remarks: string; decisions: readonly Decision[] }, object> button="Decisiones y nota" icon="edit" kind="primary" wide title="Lo que se lleva a la reunión" action="council/save-sheet" refresh={REFRESH} done="Pauta guardada" submit="Guardar" labels={{ remarks: 'Nota', decisions: 'Decisiones' }} start={() => ({ remarks: sheet.remarks, decisions: sheet.items.map(({ id, question, proposal }) => ({ id, question, proposal })) })} input={(values) => ({ ...values, id: sheet.id, version: sheet.version })}
    undo={() => api.act('council/save-sheet', { id: sheet.id, version: sheet.version + 1, remarks: sheet.remarks, decisions: sheet.items.map(({ id, question, proposal }) => ({ id, question, proposal })) })}>
    {({ values, set, error }) => (
      <>
        <TextField label="Nota de apertura" name="remarks" lines={3} value={values.remarks} onChange={(remarks) => set({ remarks })} error={error('remarks')} maxLength={400} required={false} />
        {values.decisions.map((one, index) => {
          const patch = (change: Partial<Decision>) => set({ decisions: values.decisions.map((each) => (each.id === one.id ? { ...each, ...change } : each)) })
          return <fieldset key={one.id}><legend>Decisión {index + 1}</legend><TextField label="Decisión, como pregunta" name={`decisions/${index}/question`} value={one.question} onChange={(question) => patch({ question })} error={error(`decisions/${index}/question`)} maxLength={160} required /><TextField label="Propuesta" name={`decisions/${index}/proposal`} value={one.proposal} onChange={(proposal) => patch({ proposal })} maxLength={160} required={false} /><Button kind="plain" size="compact" onPress={() => set({ decisions: values.decisions.filter(({ id }) => id !== one.id) })}>Quitar</Button></fieldset>
        })}
        {values.decisions.length < 6 && <p className="council-bar"><Button icon="add" size="compact" onPress={() => set({ decisions: [...values.decisions, { id: newId(), question: '', proposal: '' }] })}>Agregar una decisión</Button></p>}
        {values.decisions.length < 6 && sheet.suggested.length > 0 && <><p className="soft small">De lo que está detenido:</p><ul className="small">{sheet.suggested.filter((text) => !values.decisions.some(({ question }) => question === text)).map((text) => <li key={text}><Button kind="plain" size="compact" onPress={() => set({ decisions: [...values.decisions, { id: newId(), question: text, proposal: '' }] })}>{text}</Button></li>)}</ul></>}
      </>
    )}
  </FormDialog>
)
type Outcome = { id: string; result: (typeof decided)[number]; words: string; assignment: string; unitId: string; until: Day | null }
const Hold = ({ sheet, units }: { sheet: Sheet; units: SheetView['units'] }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<{ heldOn: Day | null; outcomes: readonly Outcome[] }, object> button="Cerrar con lo decidido" wide title="Qué se decidió" action="council/hold-sheet" refresh={REFRESH} done="Pauta cerrada; lo decidido quedó como encargo" submit="Cerrar la pauta" start={() => ({ heldOn: today, outcomes: sheet.items.map(({ id }) => ({ id, result: 'yes' as const, words: '', assignment: newId(), unitId: NONE, until: null })) })} input={({ heldOn, outcomes }) => ({ id: sheet.id, version: sheet.version, heldOn, outcomes: outcomes.map((one) => ({ ...one, unitId: one.unitId === NONE ? null : one.unitId })) })}>
      {({ values, set, error }) => (
        <>
          <p className="small">La pauta queda como se vio, con sus archivos, y no cambia más. Cada decisión con responsable pasa a sus encargos.</p>
          <DateField label="Reunión realizada el" name="heldOn" value={values.heldOn} onChange={(heldOn) => set({ heldOn })} maximum={today} error={error('heldOn')} required />
          {values.outcomes.map((one, index) => {
            const patch = (change: Partial<Outcome>) => set({ outcomes: values.outcomes.map((each) => (each.id === one.id ? { ...each, ...change } : each)) })
            return <fieldset key={one.id}><legend>{index + 1}. {sheet.items[index]?.question}</legend><RadioGroup label="Se resolvió" value={one.result} onChange={(result) => patch({ result })} choices={RESULTS} /><TextField label="En qué términos" name={`outcomes/${index}/words`} value={one.words} onChange={(words) => patch({ words })} maxLength={160} required={false} /><Select label="Se encarga a" value={one.unitId} onChange={(unitId) => patch({ unitId })} choices={[{ value: NONE, title: 'Nadie' }, ...units.map(({ id, name }) => ({ value: id, title: name }))]} />{one.unitId !== NONE && <DateField label="Hasta" name={`outcomes/${index}/until`} value={one.until} onChange={(until) => patch({ until })} required={false} />}</fieldset>
          })}
        </>
      )}
    </FormDialog>
  )
}
const Begin = ({ data }: { data: SheetView }) => (
  <FormDialog<{ id: string; meetingOn: Day | null }, object> button="Comenzar la pauta" icon="add" kind="primary" title="Nueva pauta" action="council/open-sheet" refresh={REFRESH} done="Pauta comenzada" submit="Comenzar" start={() => ({ id: newId(), meetingOn: data.nextMeeting })} input={(values) => values}>{({ values, set, error }) => <DateField label="Día de la reunión" name="meetingOn" value={values.meetingOn} onChange={(meetingOn) => set({ meetingOn })} error={error('meetingOn')} required />}</FormDialog>
)
/** The weekly sheet for the meeting with the mayor, two pages: what changed, what is blocked and by whom, and the decisions needed. */
const SheetPage = () => {
  const { search, set } = useAddress()
  const { effectiveOn, knownOn } = useAsOf()
  const [labels] = useState({ headings: new Map<string, string>(), objects: new Map<string, string>() })
  const { data, problem, loading } = useApi<SheetView>('council/show-sheet', { id: search['pauta'] ?? '', effectiveOn, knownOn })
  const sheet = data?.sheet
  return (
    <>
      <PageTitle title="Pauta de la alcaldía" above={sheet && <Seal tone={sheet.state === 'held' ? 'good' : 'data'} shape={sheet.state === 'held' ? 'done' : 'half'}>{sheet.state === 'held' ? `realizada el ${formatDay(sheet.heldOn ?? sheet.meetingOn)}` : 'en preparación'}</Seal>} lead={sheet && `Reunión del ${formatDay(sheet.meetingOn)}. Dos páginas: qué cambió, qué está detenido y por quién, y qué decidir.`}
        actions={<><PrintButton />{sheet && <><FileButton id={sheet.id} format="docx">Word</FileButton><FileButton id={sheet.id} format="pdf">PDF</FileButton></>}{data && sheet?.state === 'open' && <><Hold sheet={sheet} units={data.units} /><Prepare sheet={sheet} /></>}{data && sheet?.state !== 'open' && !data.sheets.some(({ state }) => state === 'open') && <Begin data={data} />}</>} />
      <ThinLoader active={loading} label="Componiendo la pauta" />
      {problem && <ProblemView problem={problem} />}
      {data && !sheet && <EmptyState title="Aún no hay pautas"><p>La pauta se compone sola con lo que pasó en la semana y lo que está atrasado; usted agrega las decisiones que necesita.</p></EmptyState>}
      {data && sheet && (
        <TwoColumns asideLabel="Pautas" aside={<Section title="Pautas" level={3} aside={counted(data.sheets.length, 'pauta', 'pautas')}><ul className="council-owed">{data.sheets.map((one) => <li key={one.id}><Button kind="plain" size="compact" onPress={() => set({ pauta: one.id })}>{formatDay(one.meetingOn)}</Button><small>{one.state === 'held' ? 'realizada' : 'en preparación'}, {counted(one.decisions, 'decisión', 'decisiones')}</small></li>)}</ul></Section>}>
          {sheet.state === 'open' && sheet.items.length === 0 && <Notice tone="data" title="Falta decir qué se necesita decidir"><p>Lo demás ya está compuesto. Agregue las decisiones con su propuesta.</p></Notice>}
          <article className="prose report-prose sheet-paper" aria-label={sheet.body.title}><BlockList blocks={sheet.blocks} labels={labels} /></article>
          {sheet.fingerprint && <p className="fingerprint">huella {sheet.fingerprint.slice(0, 16)}</p>}
        </TwoColumns>
      )}
      <PrintFoot text={`Pauta de la alcaldía. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default SheetPage
