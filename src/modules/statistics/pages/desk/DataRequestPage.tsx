import { counted, formatDay } from '#kernel'
import { Button, DefinitionList, FigureRow, FormActions, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, ThinLoader, useAct, useApi, useEvidence, usePageName, useRouteParam } from '#design'
import { channelTitle, type DataRequestView, dataRequestStateTitle, requesterTitle } from '../../desk/desk-contract.ts'
import { deskHref } from '../../desk/desk-hrefs.ts'
import { useDataDates } from '../use-data-dates.ts'
import { AnswerAgain, AnswerDialog } from './AnswerDialog.tsx'
import { requestTone, timeText } from './request-words.ts'
import { SimilarList } from './SimilarList.tsx'
import { Assign, Cancel, Deliver, Extend, Rate, Refuse, Suppress } from './StepDialogs.tsx'
import { StepList } from './StepList.tsx'

const isOpen = ({ state }: DataRequestView): boolean => state === 'received' || state === 'working' || state === 'answered'
const Undo = ({ step }: { step: string }) => {
  const { run, running, problem } = useAct<{ id: string }, unknown>('statistics/undo-request-step', { refresh: ['statistics', 'evidence'], done: 'Se deshizo el último paso' })
  return <>{problem && <ProblemView problem={problem} />}<Button kind="plain" icon="undo" busy={running} onPress={() => void run({ id: step })}>Deshacer el último paso</Button></>
}
const clockText = ({ clock, requester, wantedOn }: DataRequestView): string => (clock ? `${counted(clock.days, 'día hábil', 'días hábiles')}: ${clock.norm}, art. ${clock.article}${clock.confidence.startsWith('M') ? ' (por confirmar)' : ''}` : wantedOn ? 'la fecha que se acordó' : requester === 'unit' || requester === 'service' ? 'costumbre de la oficina' : '')

/** A question put to the office: its term, what is alike, its answer and who received it. */
const DataRequestPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useDataDates()
  const { data, problem } = useApi<DataRequestView>('statistics/show-data-request', { id, effectiveOn, knownOn })
  const evidence = useEvidence('data-request', data ? id : '')
  usePageName(data?.title, [{ title: 'Solicitudes de datos', href: deskHref }])
  if (!data || data.id !== id) return problem ? <><PageTitle title="Solicitud de datos" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando la solicitud" />
  const open = isOpen(data) && data.mayAttend
  return (
    <>
      <RecordPage title={data.title} above={<><span>{requesterTitle[data.requester]}</span><Seal tone={requestTone[data.state]}>{dataRequestStateTitle[data.state]}</Seal>{data.urgent && <Seal tone="warning">urgente</Seal>}</>} lead={data.asked}
        actions={<><PrintButton />{data.mayRate && <Rate id={id} />}{open && data.state !== 'answered' && <Assign id={id} />}{open && <AnswerDialog request={data} />}{open && data.state === 'answered' && <Deliver request={data} />}</>}
        thread={[{ id: 'asked', kind: 'Pedida', name: data.from, value: formatDay(data.receivedOn), state: 'full' }, { id: 'who', kind: 'Responde', name: data.assignedTo || 'sin asignar', state: data.assignedTo ? 'full' : 'missing' }, { id: 'answer', kind: 'Respuesta', name: dataRequestStateTitle[data.state], state: data.steps.some(({ kind }) => kind === 'answered' || kind === 'refused') ? 'full' : 'empty' }, { id: 'given', kind: 'Entrega', name: data.closedOn ? formatDay(data.closedOn) : 'pendiente', state: data.closedOn ? 'done' : 'empty' }]}
        summary={<>
          <FigureRow label="Plazo" items={[{ label: 'Se responde hasta', text: formatDay(data.dueOn) }, { label: data.left === null ? 'Tomó' : 'Tiempo', text: timeText(data) }]} />
          {open && data.state !== 'answered' && <SimilarList text={data.asked} not={id} act={(one) => <AnswerAgain request={data} same={one} />} />}
          <StepList steps={data.steps} />
          {(open || data.undoable) && <Section title="Otras decisiones" id="otras"><div className="no-print"><FormActions>{data.undoable && <Undo step={data.undoable} />}{open && data.extension > 0 && <Extend request={data} />}{open && <Cancel id={id} />}{open && data.mayRefuse && <Refuse id={id} />}</FormActions></div></Section>}
        </>}
        data={<DefinitionList columns={2} items={[
          { term: 'Quién pidió', value: data.from }, { term: 'Persona', value: data.name, absence: 'sin nombre' }, { term: 'Contacto', value: data.contact, absence: 'no dejó' }, { term: 'Cómo llegó', value: channelTitle[data.channel] }, { term: 'Ingreso', value: formatDay(data.receivedOn) }, { term: 'Para qué', value: data.purpose, absence: 'no dijo' },
          { term: 'Plazo', value: clockText(data), absence: 'acordado' }, { term: 'Responde', value: data.assignedTo, absence: 'sin asignar' },
        ]} />}
        dataActions={data.maySuppress ? <Suppress id={id} /> : undefined} {...evidence} />
      <PrintFoot text={`${data.title}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default DataRequestPage
