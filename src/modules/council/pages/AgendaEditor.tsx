import { type KeyboardEvent, useRef, useState } from 'react'
import { Button, ComboBox, Fields, Form, FormActions, newId, ProblemView, Select, TextField, useAct, useApi, VersionConflict } from '#design'
import type { SessionRecord } from '../contract/agenda.ts'
import type { RecordTie } from '../contract/fields.ts'

type Draft = { id: string; title: string; matter: string; unitId: string; record: RecordTie | null }
type Hits = { readonly groups: readonly { readonly items: readonly { readonly kind: string; readonly record_id: string; readonly title: string; readonly subtitle: string; readonly href: string }[] }[] }
const NONE = 'none'
const key = ({ kind, id }: Pick<RecordTie, 'kind' | 'id'>): string => `${kind} ${id}`

/** The record a point deals with, found by typing part of its name. */
export const RecordField = ({ label, value, onChange, text = '' }: { label: string; value: RecordTie | null; onChange: (record: RecordTie | null) => void; text?: string }) => {
  const [typed, type] = useState(text)
  const wanted = typed.trim()
  const { data } = useApi<Hits>('search', { text: wanted }, { enabled: wanted.length > 2 })
  const found = (data?.groups ?? []).flatMap(({ items }) => items).filter(({ kind }) => kind !== 'file' && kind !== 'figure').map(({ kind, record_id: id, title, subtitle, href }) => ({ kind, id, title, href: href.split('#')[0] ?? href, subtitle }))
  const all = value && !found.some((one) => key(one) === key(value)) ? [{ ...value, subtitle: '' }, ...found] : found
  return <ComboBox label={label} help="Escriba parte del nombre: modificación, proyecto, informe, objetivo" required={false} value={value ? key(value) : null} onText={type} choices={all.map((one) => ({ value: key(one), title: one.title, note: one.subtitle }))} onChange={(chosen) => { const one = all.find((each) => key(each) === chosen); onChange(one ? { kind: one.kind, id: one.id, title: one.title, href: one.href } : null) }} />
}
/** The whole agenda on one screen: order by keyboard (Alt with the arrows), matter, who presents and its record. Saved at once, undone at once. */
export const AgendaEditor = ({ record, onClose }: { record: SessionRecord; onClose: () => void }) => {
  const { session, matters, units } = record
  const before = record.points.map((point): Draft => ({ id: point.id, title: point.title, matter: point.matter.key, unitId: point.unit?.id ?? '', record: point.record }))
  const [points, change] = useState<readonly Draft[]>(before)
  const [said, say] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const asInput = (rows: readonly Draft[]) => rows.map(({ unitId, ...row }) => ({ ...row, unitId: unitId || null }))
  const save = useAct<object>('council/save-agenda', { refresh: ['council', 'evidence', 'home'], done: 'Tabla guardada', onDone: onClose, undo: () => undoSave.run({ sessionId: session.id, version: record.agendaVersion + 1, points: asInput(before) }) })
  const undoSave = useAct<object>('council/save-agenda', { refresh: ['council', 'evidence'], done: 'Tabla anterior repuesta' })
  const move = (index: number, by: number) => {
    const to = index + by
    const moved = points[index]
    if (!moved || to < 0 || to >= points.length) return
    change(points.toSpliced(index, 1).toSpliced(to, 0, moved))
    say(`«${moved.title || 'Punto nuevo'}» queda en el lugar ${to + 1} de ${points.length}`)
    requestAnimationFrame(() => (list.current?.children[to] as HTMLElement | undefined)?.focus())
  }
  const onKey = (index: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(index, event.key === 'ArrowUp' ? -1 : 1)
  }
  const set = (index: number, patch: Partial<Draft>) => change(points.map((point, at) => (at === index ? { ...point, ...patch } : point)))
  const { problem } = save
  return (
    <Form label="Tabla de la sesión" onSubmit={() => { if (!save.running) void save.run({ sessionId: session.id, version: record.agendaVersion, points: asInput(points) }) }} mistakes={(problem?.body.errors ?? []).map(({ pointer, message }) => ({ field: pointer, message }))}>
      <p className="soft small">Con el punto seleccionado, <kbd>Alt</kbd> + <kbd>↑</kbd> o <kbd>↓</kbd> lo cambia de lugar.</p>
      <p className="visually-hidden" aria-live="polite">{said}</p>
      <ol className="agenda-editor" ref={list}>
        {points.map((point, index) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the point is moved with the keyboard
          <li key={point.id} tabIndex={0} onKeyDown={onKey(index)} aria-label={`Punto ${index + 1}: ${point.title || 'nuevo'}`}>
            <TextField label={`Punto ${index + 1}`} name={`points/${index}/title`} value={point.title} onChange={(title) => set(index, { title })} error={problem?.field(`points/${index}/title`)} required />
            <Fields columns={3}>
              <Select label="Materia" value={point.matter} onChange={(matter) => set(index, { matter })} choices={matters.map((one) => ({ value: one.key, title: one.title, ...(one.days > 0 ? { note: `antecedentes ${one.days} días hábiles antes` } : {}) }))} />
              <Select label="Presenta" value={point.unitId || NONE} onChange={(unit) => set(index, { unitId: unit === NONE ? '' : unit })} choices={[{ value: NONE, title: 'Sin unidad' }, ...units.map(({ id, name }) => ({ value: id, title: name }))]} />
              <RecordField label="Registro" value={point.record} onChange={(tie) => set(index, { record: tie })} />
            </Fields>
            <div className="agenda-moves">
              <Button size="compact" kind="plain" icon="up" disabled={index === 0} onPress={() => move(index, -1)}>Subir</Button><Button size="compact" kind="plain" icon="down" disabled={index === points.length - 1} onPress={() => move(index, 1)}>Bajar</Button>
              <Button size="compact" kind="plain" onPress={() => change(points.toSpliced(index, 1))}>Quitar</Button>
            </div>
          </li>
        ))}
      </ol>
      {problem && (problem.status === 412 ? <VersionConflict problem={problem} labels={{ points: 'Puntos' }} actions={<Button onPress={onClose}>Cerrar y ver la guardada</Button>} /> : <ProblemView problem={problem} />)}
      <FormActions>
        <Button icon="add" onPress={() => change([...points, { id: newId(), title: '', matter: 'other', unitId: '', record: null }])}>Agregar un punto</Button>
        <Button onPress={onClose}>Volver</Button><Button kind="primary" type="submit" busy={save.running}>Guardar la tabla</Button>
      </FormActions>
    </Form>
  )
}
