import { useState } from 'react'
import { Button, EmptyState, Form, FormActions, Notice, ProblemView, TextField, ThinLoader, useAddressParam, useApi } from '#design'
import type { QuestionAnswer } from '../../questions/question-contract.ts'
import { useDataDates } from '../use-data-dates.ts'

const Answer = ({ answer, ask }: { answer: QuestionAnswer; ask: (question: string) => void }) => {
  if (answer.kind === 'no') return <Notice tone="warning" title="No se puede responder">{answer.text}</Notice>
  if (answer.kind === 'which') return <Notice tone="data" title={answer.text}>{answer.choices.map(({ title, question }) => <Button key={title} onPress={() => ask(question)}>{title}</Button>)}</Notice>
  return (
    <Notice tone="data" title={answer.text}>
      {answer.notes.map((note) => <p key={note}>{note}</p>)}
      <p className="soft">Fuente: {answer.source}. {answer.links.map(({ title, href }, at) => <span key={href}>{at > 0 && ' · '}<a href={href}>{title}</a></span>)}</p>
    </Notice>
  )
}
/** A question in words, answered with a number and where it comes from. It lives in the address. */
export const AskBox = () => {
  const [asked, ask] = useAddressParam('pregunta', '')
  const [text, type] = useState(asked)
  const { effectiveOn, knownOn } = useDataDates()
  const { data, problem, loading } = useApi<QuestionAnswer>('statistics/ask-question', { text: asked, effectiveOn, knownOn }, { enabled: asked !== '' })
  const put = (question: string) => { type(question); ask(question) }
  return (
    <>
      <Form label="Preguntar por un dato" onSubmit={() => ask(text.trim())}>
        <TextField label="¿Qué quiere saber?" name="pregunta" help="Por ejemplo: cuántos adultos mayores en Loncoche · población de Villarrica en 2017 · pobreza en la región" value={text} onChange={type} required={false} /><FormActions><Button type="submit" kind="primary">Preguntar</Button></FormActions>
      </Form>
      <div aria-live="polite">{asked !== '' && (problem ? <ProblemView problem={problem} /> : loading && !data ? <ThinLoader active label="Buscando el dato" /> : data ? <Answer answer={data} ask={put} /> : <EmptyState title="Sin respuesta">Escriba otra pregunta.</EmptyState>)}</div>
    </>
  )
}
