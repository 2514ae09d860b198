import { type Day, formatDay, formatLongDay, isDay } from '#kernel'
import { Button, ButtonLink, Checkbox, DateField, Fields, Form, FormActions, newId, PageTitle, ProblemView, RadioGroup, Section, Select, Steps, TextField, useAct, useAddress, useAddressParam, useApi, useMay } from '#design'
import { useState } from 'react'
import { type ActKind, actKinds, type ActView, kindTitle, type TemplateView } from '../../contract.ts'
import { actHref } from '../../hrefs.ts'
import { AntecedentList, AntecedentPicker, type Antecedent } from '../AntecedentPicker.tsx'
import { LinesField, linesOf } from '../LinesField.tsx'
import '../acts.css'

type Draft = { subject: string; addressees: string; references: string; values: Record<string, string>; antecedents: readonly Antecedent[]; restricted: boolean }
const isKind = (text: string): text is ActKind => (actKinds as readonly string[]).includes(text)
const filled = ({ subject, fields }: TemplateView, values: Readonly<Record<string, string>>, affected: string): string => subject.replace(/\{\{([\w:/-]+)\}\}/g, (_whole, name: string) => (name === 'affected' ? affected : values[name]?.trim() || `[${(fields.find(({ key }) => key === name)?.label ?? name).toLowerCase()}]`))

/** A day of a template, kept as the words it will be printed with. */
const DayValue = ({ label, help, value, onChange }: { label: string; help?: string; value: string; onChange: (text: string) => void }) => {
  const [day, set] = useState<Day | null>(null)
  return <DateField label={label} help={help ?? (value || undefined)} value={day} onChange={(next) => { set(next); onChange(next && isDay(next) ? formatLongDay(next) : '') }} required={false} />
}

/** Kind, starting text, its facts and antecedents, in that order; the draft opens in the editor. */
const NewActPage = () => {
  const { go, set: address } = useAddress()
  const [kindText] = useAddressParam('clase')
  const [key, setKey] = useAddressParam('texto')
  const [answers] = useAddressParam('responde')
  const [repliesAct] = useAddressParam('responde-acto')
  const [to] = useAddressParam('a')
  const [matter] = useAddressParam('materia')
  const [affects] = useAddressParam('afecta')
  const [effect] = useAddressParam('efecto')
  const may = useMay('correspondence.draft')
  const { data, problem } = useApi<{ templates: readonly TemplateView[] }>('correspondence/list-templates', {})
  const other = useApi<ActView>('correspondence/open-act', { id: affects || repliesAct }, { enabled: Boolean(affects || repliesAct) })
  const [draft, change] = useState<Draft>({ subject: matter, addressees: to, references: '', values: {}, antecedents: [], restricted: false })
  const kind = isKind(kindText) ? kindText : undefined
  const offered = (data?.templates ?? []).filter((template) => template.kind === kind)
  const chosen = offered.find((template) => template.key === key)
  const affected = affects && other.data ? `el ${other.data.act.title}` : '[acto que se modifica]'
  const subject = draft.subject || (chosen && chosen.key !== 'blank' ? filled(chosen, draft.values, affected) : '')
  const act = useAct<Record<string, unknown>, { id: string }>('correspondence/draft-act', { refresh: ['correspondence'], done: 'Borrador comenzado', onDone: ({ result }) => go(actHref(result.id)) })
  const [id] = useState(newId)
  const set = (patch: Partial<Draft>) => change({ ...draft, ...patch })
  const begin = () => {
    if (!kind || !chosen) return
    void act.run({
      id, kind, template: chosen.key, subject, addressees: linesOf(draft.addressees), references: linesOf(draft.references), values: draft.values, antecedents: draft.antecedents, restricted: draft.restricted,
      ...(answers ? { repliesTo: { kind: 'incoming', id: answers } } : repliesAct ? { repliesTo: { kind: 'act', id: repliesAct } } : {}), ...(affects ? { affects: { act: affects, effect: effect === 'modifies' ? 'modifies' : 'annuls' } } : {}),
    })
  }
  if (!may) return <PageTitle title="Redactar un acto" lead="Su cargo no redacta actos." actions={<ButtonLink href="/actos">Ver los actos</ButtonLink>} />
  return (
    <>
      <PageTitle title="Redactar un acto" lead={affects && other.data ? `Cambia ${affected}, de ${other.data.act.actOn ? formatDay(other.data.act.actOn) : ''}: los dos quedarán enlazados.` : answers || repliesAct ? 'Es una respuesta: quedará en el hilo de lo recibido.' : 'Elija la clase y el texto inicial; nada toma número hasta que Secretaría Municipal lo dé.'} actions={<ButtonLink href="/actos">Volver a los actos</ButtonLink>} />
      {problem && <ProblemView problem={problem} />}
      <div className="two-columns act-new">
        <div>
          <Section title="1. Clase">
            <Select label="Clase de acto" value={kind ?? ''} onChange={(next) => address({ clase: next || undefined, texto: undefined })} choices={[{ value: '', title: 'Elija' }, ...actKinds.map((value) => ({ value, title: kindTitle[value] }))]} />
          </Section>
          {kind && (
            <Section title="2. Texto inicial">
              <RadioGroup label="Con qué texto comienza" value={key} onChange={setKey} choices={offered.map((template) => ({ value: template.key, title: template.title, note: template.summary }))} />
            </Section>
          )}
          {kind && chosen && (
            <Section title="3. Datos y antecedentes">
              <Form label="Datos del acto" onSubmit={begin} mistakes={(act.problem?.body.errors ?? []).map(({ pointer, message }) => ({ field: pointer.replace(/^\//, ''), message }))}>
                {chosen.fields.map((field) => field.day
                  ? <DayValue key={field.key} label={field.label} help={field.help} value={draft.values[field.key] ?? ''} onChange={(text) => set({ values: { ...draft.values, [field.key]: text } })} />
                  : <TextField key={field.key} label={field.label} help={field.help} lines={field.lines} value={draft.values[field.key] ?? ''} onChange={(text) => set({ values: { ...draft.values, [field.key]: text } })} required={false} />)}
                <TextField label="Materia" name="subject" value={subject} onChange={(text) => set({ subject: text })} error={act.problem?.field('subject')} required />
                <Fields columns={2}>
                  <LinesField label="A quién se dirige" name="addressees" value={draft.addressees} onChange={(addressees) => set({ addressees })} required={false} />
                  <LinesField label="Antecedentes que se citan (ANT.)" name="references" value={draft.references} onChange={(references) => set({ references })} required={false} />
                </Fields>
                <AntecedentPicker onPick={(one) => set({ antecedents: [...draft.antecedents.filter((known) => known.id !== one.id), one] })} />
                <AntecedentList items={draft.antecedents} onRemove={(one) => set({ antecedents: draft.antecedents.filter((known) => known !== one) })} />
                <Checkbox checked={draft.restricted} onChange={(restricted) => set({ restricted })}>Reservado: sólo lo ven los cargos con esa reserva</Checkbox>
                {act.problem && <ProblemView problem={act.problem} />}
                <FormActions><Button kind="primary" type="submit" busy={act.running}>Comenzar el borrador</Button></FormActions>
              </Form>
            </Section>
          )}
        </div>
        <aside className="side" aria-label="Pasos">
          <Steps label="Pasos para comenzar" steps={[{ id: 'kind', title: 'Clase', state: kind ? 'done' : 'here', note: kind ? kindTitle[kind] : undefined }, { id: 'text', title: 'Texto inicial', state: chosen ? 'done' : kind ? 'here' : 'empty', note: chosen?.title }, { id: 'facts', title: 'Datos y antecedentes', state: chosen ? 'here' : 'empty' }, { id: 'editor', title: 'Redacción', state: 'empty', note: 'se abre al comenzar' }]} />
          <p className="soft small">Lo que no complete aquí queda entre corchetes en el texto, y el acto no se envía mientras haya alguno.</p>
        </aside>
      </div>
    </>
  )
}
export default NewActPage
