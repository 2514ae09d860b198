import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { counted, formatDay } from '#kernel'
import { api, Notice, PageTitle, ProblemView, ThinLoader, toProblem, useRouteParam } from '#design'
import type { LinkAnswer } from '../contract.ts'
import { AnswerForm } from './answer/AnswerForm.tsx'
import { linkChannel } from './answer/channel.ts'

/** Nobody's index, nobody's referrer: the address of this page is its key. */
const useUnlisted = () => useEffect(() => {
  const marks = [['robots', 'noindex, nofollow, noarchive'], ['referrer', 'no-referrer']].map(([name, content]) => Object.assign(document.createElement('meta'), { name, content }))
  document.head.append(...marks)
  return () => marks.forEach((mark) => mark.remove())
}, [])

/** The page of a one-use link: without session, made for a phone. */
const PublicAnswerPage = () => {
  const token = useRouteParam('token')
  const channel = useMemo(() => linkChannel(token), [token])
  const [sent, done] = useState(false)
  useUnlisted()
  const { data, error, isPending, refetch } = useQuery<LinkAnswer, Error>({ queryKey: ['requests/link', token], queryFn: ({ signal }) => api.query<LinkAnswer>('requests/show-link', { commune: token.slice(0, 5), token }, signal), refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY })
  if (isPending) return <ThinLoader active label="Abriendo el enlace" />
  if (error || !data) return <><PageTitle title="Responder" /><ProblemView problem={toProblem(error)} /></>
  if (sent || data.state === 'answered') return (
    <>
      <PageTitle title="Respuestas enviadas" above={data.municipality} />
      <Notice tone="good" title={`${data.unitName} ya respondió`} urgent><p>{sent ? 'Quedaron a la espera de la revisión de la SECPLA. ' : data.state === 'answered' && data.answeredOn ? `Se recibieron el ${formatDay(data.answeredOn)}. ` : ''}El enlace era de un uso y ya no sirve para cambiarlas; puede cerrar esta página.</p></Notice>
    </>
  )
  return (
    <div className="public-answer">
      <PageTitle title={data.title} above={data.municipality} lead={`${data.unitName}: ${counted(data.items.length, 'dato', 'datos')} de ${data.periodTitle}, hasta el ${formatDay(data.dueOn)}.`} />
      <p className="soft">Se dirige a: {data.post}{data.absentPost ? `, por ausencia de ${data.absentPost}` : ''}. Si usted no es de esa unidad, no responda y avise a quien le envió el enlace.</p>
      {data.message && <Notice tone="data" title="De la SECPLA"><p>{data.message}</p></Notice>}
      <AnswerForm items={data.items} channel={channel} asksWho whoHelp="Un enlace puede reenviarse: diga quién responde por la unidad." onSent={() => done(true)} again={() => void refetch()} />
    </div>
  )
}
export default PublicAnswerPage
