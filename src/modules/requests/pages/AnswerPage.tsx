import { useMemo, useState } from 'react'
import { counted, formatDay } from '#kernel'
import { ButtonLink, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, Seal, ThinLoader, useApi, usePageName, useRouteParam, useSession } from '#design'
import { type RequestAnswer, requestStateTitle } from '../contract.ts'
import { campaignHref, campaignsHref, reviewHref } from '../hrefs.ts'
import { AnswerForm } from './answer/AnswerForm.tsx'
import { sessionChannel } from './answer/channel.ts'
import { stateTone } from './state-tone.ts'

/** What the unit of the reader must answer; or what the secretariat sends on behalf of one that answered by other ways. */
const AnswerPage = () => {
  const id = useRouteParam('id')
  const { csrf, account } = useSession()
  const channel = useMemo(() => sessionChannel(id, csrf), [id, csrf])
  const [sends, count] = useState(0)
  const { data, problem, again } = useApi<RequestAnswer>('requests/show-request', { id })
  const shown = useMemo(() => (data?.request.locked ? data.items.map((item) => ({ ...item, state: item.state === 'accepted' ? 'accepted' as const : 'sent' as const })) : (data?.items ?? [])), [data])
  usePageName(data?.request.unitName ?? 'Responder', [{ title: 'Solicitudes de actualización', href: campaignsHref }])
  if (problem) return <><PageTitle title="Responder" /><ProblemView problem={problem} /></>
  if (!data) return <ThinLoader active label="Abriendo la solicitud" />
  const { request, items } = data
  const pending = items.filter(({ state }) => state !== 'sent' && state !== 'accepted').length
  const follows = account?.permissions.includes('requests.read') ?? false
  return (
    <div className="public-answer">
      <PageTitle title={request.title} above={<><span>{request.unitName}</span> <Seal tone={stateTone[request.state]}>{requestStateTitle[request.state]}</Seal></>} lead={`${counted(items.length, 'dato', 'datos')} de ${request.periodTitle}, hasta el ${formatDay(request.dueOn)}. Se dirige a: ${request.addressee.post}${request.addressee.absentPost ? `, por ausencia de ${request.addressee.absentPost}` : ''}.`}
        actions={<><PrintButton />{follows && <ButtonLink href={campaignHref(request.campaignId)}>Ver el tablero</ButtonLink>}</>} />
      {request.message && <Notice tone="data" title="De la SECPLA"><p>{request.message}</p></Notice>}
      {request.reopenedReason && <Notice tone="warning" title="Reabierta"><p>{request.reopenedReason}</p></Notice>}
      {request.locked && <Notice tone="warning" title="La campaña está cerrada"><p>Ya no se reciben respuestas. Si falta algo, pida a la SECPLA que la reabra para su unidad.</p></Notice>}
      {request.onBehalf && !request.locked && pending > 0 && <Notice tone="data" title="Usted responde por otra unidad"><p>Anote lo que la unidad le hizo llegar y quién lo dijo. Después <a href={reviewHref(request.id)}>se revisa</a> como cualquier respuesta.</p></Notice>}
      {pending === 0 && <Notice tone="good" title={sends > 0 ? 'Respuestas enviadas' : 'Todo está respondido'} urgent={sends > 0}><p>La SECPLA las revisa; si devuelve alguna, se lo dirá en «Mi trabajo».</p></Notice>}
      <AnswerForm items={shown} channel={channel} asksWho={request.onBehalf} whoHelp="Como consta en lo que recibió de la unidad." onSent={() => { count(sends + 1); again() }} again={again} />
      <PrintFoot text={`${request.title}, ${request.unitName}`} />
    </div>
  )
}
export default AnswerPage
