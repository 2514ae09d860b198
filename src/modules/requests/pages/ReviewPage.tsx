import { useState } from 'react'
import { counted, formatDay, formatNumber } from '#kernel'
import { api, Button, ButtonLink, Checkbox, DataTable, EmptyState, FormDialog, PageTitle, PrintButton, PrintFoot, ProblemView, Seal, StateBadge, type TableColumn, TextField, ThinLoader, useAct, useApi, useMay, usePageName, useRouteParam } from '#design'
import { type ItemView, itemStateTitle, type RequestAnswer, requestStateTitle, viaTitle } from '../contract.ts'
import { campaignHref, campaignsHref, requestHref } from '../hrefs.ts'
import { answerText } from '../items/answer-rule.ts'
import { ItemHistoryButton } from './ItemHistoryButton.tsx'
import { stateTone } from './state-tone.ts'
import { useWorkDates } from './use-work-dates.ts'
import './requests.css'

const tones = { owed: 'neutral', draft: 'data', sent: 'data', accepted: 'good', returned: 'warning' } as const
const said = ({ answer, kind, measure }: ItemView): string => (answer ? answerText(answer, kind, measure) : '')
const difference = ({ answer, previousValue, kind }: ItemView): string => {
  if (!answer || answer.value === null || previousValue === null) return ''
  const change = Math.round((answer.value - previousValue) * 100) / 100
  return change === 0 ? 'igual' : `${change > 0 ? '+' : ''}${formatNumber(change, (String(change).split('.')[1] ?? '').length)}${kind === 'percent' ? ' puntos' : ''}`
}
const whoText = ({ answer }: ItemView): string => (answer ? `${answer.post}, ${viaTitle[answer.via]}, el ${formatDay(answer.on)}` : '')

const Return = ({ item }: { item: ItemView }) => (
  <FormDialog<{ reason: string }, unknown> button="Devolver" kind="plain" size="compact" title={`Devolver: ${item.label}`} action="requests/return-answer" refresh={['requests']} done="Devuelta a la unidad" submit="Devolver" start={() => ({ reason: '' })} input={({ reason }) => ({ answerId: item.answer?.id, reason })}>
    {({ values, set, error }) => <TextField name="reason" label="Qué debe corregir" help="La unidad lo verá junto a su respuesta." lines={3} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
  </FormDialog>
)
const reviewable = ({ state, answer }: ItemView): boolean => state === 'sent' && answer !== null && !answer.mine

/** The answers of a unit beside what was known before: accept or return, never edit. */
const ReviewPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useWorkDates()
  const [may, manages] = [useMay('requests.review'), useMay('requests.manage')]
  const { data, problem } = useApi<RequestAnswer>('requests/show-request', { id, effectiveOn, knownOn })
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const act = useAct<{ answerIds: readonly string[] }, { accepted: number; facts: number }>('requests/accept-answers', { refresh: ['requests', 'plan', 'projects', 'evidence'], done: ({ result }) => `${counted(result.accepted, 'respuesta aceptada', 'respuestas aceptadas')}${result.facts > 0 ? `; ${counted(result.facts, 'pasó a su registro', 'pasaron a su registro')}` : ''}` })
  usePageName(data?.request.unitName, [{ title: 'Solicitudes de actualización', href: campaignsHref }])
  if (problem) return <><PageTitle title="Revisar respuestas" /><ProblemView problem={problem} /></>
  if (!data) return <ThinLoader active label="Abriendo las respuestas" />
  const { request, items } = data
  const chosen = items.flatMap((item) => (reviewable(item) && item.answer && !left.has(item.id) ? [item.answer.id] : []))
  const columns: readonly TableColumn<ItemView>[] = [
    ...(may ? [{ key: 'take', title: 'Aceptar', sortable: false, text: () => '', render: (item: ItemView) => (reviewable(item) ? <Checkbox checked={!left.has(item.id)} onChange={(on) => { const next = new Set(left); if (on) next.delete(item.id); else next.add(item.id); leave(next) }}><span className="visually-hidden">Aceptar «{item.label}»</span></Checkbox> : null) }] : []),
    { key: 'label', title: 'Lo pedido', width: '26%', text: ({ label }) => label, render: (item) => <>{item.href ? <a href={item.href}>{item.label}</a> : item.label}<br /><small className="soft">{item.sourceTitle}</small></> },
    { key: 'before', title: 'Lo último', text: ({ previousText, previousOn }) => (previousText ? `${previousText}${previousOn ? ` al ${formatDay(previousOn)}` : ''}` : ''), render: ({ previousText, previousOn }) => (previousText ? <>{previousText}<br /><small className="soft">{previousOn ? formatDay(previousOn) : ''}</small></> : <span className="faint">– sin dato</span>) },
    { key: 'answer', title: 'Respuesta', text: said, render: (item) => <><b>{said(item) || '–'}</b>{item.answer?.comment && <><br /><small>{item.answer.comment}</small></>}{item.answer?.fileHash && <><br /><a href={api.file(item.answer.fileHash)} download={item.answer.fileName}>{item.answer.fileName}</a></>}</> },
    { key: 'change', title: 'Diferencia', align: 'right', sortable: false, text: difference },
    { key: 'who', title: 'Quién respondió', text: whoText, render: (item) => <>{whoText(item)}{item.answer?.name && <><br /><small className="soft no-print">{item.answer.name}</small></>}</> },
    { key: 'state', title: 'Estado', text: ({ state }) => itemStateTitle[state], render: (item) => <><StateBadge tone={tones[item.state]}>{itemStateTitle[item.state]}</StateBadge>{item.answer?.reason && item.state === 'returned' && <><br /><small className="soft">{item.answer.reason}</small></>}{item.state === 'sent' && item.answer?.mine && <><br /><small className="soft">la envió usted: la acepta otra persona</small></>}</> },
    { key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (item: ItemView) => <span className="actions">{may && reviewable(item) && <Return item={item} />}<ItemHistoryButton itemId={item.id} label={item.label} /></span> },
  ]
  return (
    <>
      <PageTitle title={request.unitName} above={<><span>{request.title}</span> <Seal tone={stateTone[request.state]}>{requestStateTitle[request.state]}</Seal></>} lead={`${request.periodTitle}. Se dirigió a: ${request.addressee.post}${request.addressee.absentPost ? `, por ausencia de ${request.addressee.absentPost}` : ''}. Vencía el ${formatDay(request.dueOn)}.`}
        actions={<><PrintButton /><ButtonLink href={campaignHref(request.campaignId)}>Ver el tablero</ButtonLink>{manages && !request.locked && <ButtonLink href={requestHref(request.id)}>Anotar lo recibido</ButtonLink>}</>} />
      {act.problem && <ProblemView problem={act.problem} />}
      <DataTable<ItemView> caption="Respuestas" hideCaption sort="page" phone="lines" landscape rows={items} rowKey={({ id: item }) => item} columns={columns} source="respuestas de la unidad" notes={['Al aceptar, la respuesta se escribe tal como vino en el indicador o el proyecto al que responde, con la unidad como fuente. Nadie la edita: si hay un error, se devuelve.']} empty={<EmptyState title="No se pidió nada" />} />
      {may && items.some(reviewable) && <div className="actions review-actions"><Button kind="primary" busy={act.running} disabled={chosen.length === 0} onPress={() => void act.run({ answerIds: chosen })}>{chosen.length === 0 ? 'Elija qué aceptar' : `Aceptar ${counted(chosen.length, 'respuesta', 'respuestas')}`}</Button></div>}
      <PrintFoot text={`${request.title}, ${request.unitName}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default ReviewPage
