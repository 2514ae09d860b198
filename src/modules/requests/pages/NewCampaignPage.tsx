import { useEffect, useState } from 'react'
import { counted, type Day, formatDay } from '#kernel'
import { Button, ButtonLink, DateField, Fields, Form, FormActions, newId, Notice, PageTitle, PrintFoot, ProblemView, Section, Select, TextField, ThinLoader, useAct, useAddress, useApi, usePageName, useSession } from '#design'
import type { PreviewAnswer } from '../contract.ts'
import { campaignHref, campaignsHref } from '../hrefs.ts'
import { AddQuestion, GroupTable } from './board/AskedTable.tsx'
import { type DraftItem, draftFrom, groupsOf, openingMistakes } from './board/draft-campaign.ts'
import { periodChoices, usualPeriod } from './board/period-choices.ts'
import './requests.css'

/** Prepares a campaign: the records say what is missing, the requester sees who will receive what, and opens it. */
const NewCampaignPage = () => {
  const { today } = useSession().clock
  const { go } = useAddress()
  const [id] = useState(newId)
  const [period, choose] = useState(() => usualPeriod(today))
  const [title, setTitle] = useState('')
  const [message, setMessage] = useState('')
  const [dueOn, setDue] = useState<Day | null>(null)
  const [items, setItems] = useState<readonly DraftItem[]>([])
  const [tried, attempt] = useState(false)
  const { data, problem } = useApi<PreviewAnswer>('requests/preview-campaign', { period })
  usePageName('Nueva campaña', [{ title: 'Solicitudes de actualización', href: campaignsHref }])
  useEffect(() => {
    if (data?.period !== period) return
    setItems((old) => [...draftFrom(data), ...old.filter(({ source }) => source === 'question')])
    setDue((old) => old ?? data.suggestedDue)
    setTitle((old) => old || `Actualización del ${data.periodTitle}`)
  }, [data, period])
  const act = useAct<object, { requests: number }>('requests/open-campaign', { refresh: ['requests'], done: ({ result }) => `Campaña abierta para ${counted(result.requests, 'unidad', 'unidades')}`, onDone: () => go(campaignHref(id)) })
  const mistakes = openingMistakes({ title, dueOn, items })
  const asked = items.filter(({ out }) => !out)
  const change = (item: string, patch: Partial<DraftItem>) => setItems((old) => old.map((one) => (one.id === item ? { ...one, ...patch } : one)))
  const open = () => {
    attempt(true)
    if (mistakes.length > 0) return
    void act.run({ id, title, period, message, dueOn, items: asked.map(({ id: itemId, source, subjectId, unitId, label, kind, measure }) => ({ id: itemId, source, subjectId, unitId, label, kind, measure })) })
  }
  const groups = data ? groupsOf(items, data.units) : []
  return (
    <>
      <PageTitle title="Nueva campaña" lead="Elija el período: el sistema muestra qué falta en los registros y quién lo recibiría. Nada sale hasta que usted la abra." />
      {problem && <ProblemView problem={problem} />}
      <Form label="Nueva campaña" onSubmit={open} mistakes={tried ? mistakes : []}>
        <Fields columns={3}>
          <Select label="Período" value={period} onChange={choose} choices={periodChoices(today).map((one) => ({ value: one.id, title: one.title }))} />
          <TextField name="title" label="Título" value={title} onChange={setTitle} required />
          <DateField name="dueOn" label="Vence el" help={data ? `${data.termDays} días hábiles serían el ${formatDay(data.suggestedDue)}.` : undefined} value={dueOn} onChange={setDue} minimum={today} error={act.problem?.field('dueOn')} required />
        </Fields>
        <TextField name="message" label="Mensaje a las unidades" lines={2} value={message} onChange={setMessage} required={false} />
        {!data && !problem && <ThinLoader active label="Leyendo qué falta" />}
        {data && (
          <Section title={`Quién recibe qué: ${counted(asked.length, 'cosa', 'cosas')} a ${counted(groups.filter(({ unitId, items: own }) => unitId !== null && own.some(({ out }) => !out)).length, 'unidad', 'unidades')}`}>
            {data.asked.length === 0 && <Notice tone="good" title="Los registros de ese período están completos"><p>Puede agregar preguntas a mano.</p></Notice>}
            <p className="small soft">{data.sources.map(({ title: source, count }) => `${source}: ${count}`).join(' · ')}</p>
            {groups.map((group) => <GroupTable key={group.unitId ?? 'none'} group={group} units={data.units} change={change} />)}
            <Section title="Agregar una pregunta" level={3}><AddQuestion units={data.units} onAdd={(item) => setItems((old) => [...old, item])} /></Section>
          </Section>
        )}
        {act.problem && <ProblemView problem={act.problem} />}
        <FormActions><ButtonLink href={campaignsHref}>Volver</ButtonLink><Button kind="primary" type="submit" busy={act.running}>Abrir la campaña</Button></FormActions>
      </Form>
      <PrintFoot text="Nueva campaña, vista previa" />
    </>
  )
}
export default NewCampaignPage
