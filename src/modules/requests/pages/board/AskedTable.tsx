import { useState } from 'react'
import { Button, Checkbox, ComboBox, DataTable, EmptyState, newId, Select, TextField } from '#design'
import { type AnswerKind, answerKinds, type PreviewAnswer } from '../../contract.ts'
import type { DraftItem, Group } from './draft-campaign.ts'

export const kindTitle: Record<AnswerKind, string> = { text: 'Un texto', number: 'Un número', percent: 'Un porcentaje', money: 'Un monto en pesos' }
type Change = (id: string, patch: Partial<DraftItem>) => void

/** What one unit would receive; each line can change unit or be left out. */
export const GroupTable = ({ group, units, change }: { group: Group; units: PreviewAnswer['units']; change: Change }) => {
  const choices = units.map(({ id, name }) => ({ value: id, title: name }))
  return (
    <DataTable<DraftItem> caption={group.unitName} subtitle={group.post ? `Se dirige a: ${group.post}` : group.unitId ? 'Sin nadie en el cargo: se dirige a la jefatura' : 'Elija quién responde cada una, o no la pida'} sort="none" phone="lines" csv={false} rows={group.items} rowKey={({ id }) => id} rowClass={({ out }) => (out ? 'faint' : '')} empty={<EmptyState title="Nada que pedir" />}
      columns={[
        { key: 'in', title: 'Pedir', text: ({ out }) => (out ? 'no' : 'sí'), render: ({ id, label, out }) => <Checkbox checked={!out} onChange={(on) => change(id, { out: !on })}><span className="visually-hidden">Pedir «{label}»</span></Checkbox> },
        { key: 'label', title: 'Lo pedido', width: '40%', text: ({ label }) => label, render: ({ label, sourceTitle }) => <>{label}<br /><small className="soft">{sourceTitle}</small></> },
        { key: 'why', title: 'Por qué', text: ({ why, previous }) => [why, previous ? `Lo último: ${previous}.` : ''].filter(Boolean).join(' ') },
        { key: 'unit', title: 'Responde', text: () => group.unitName, render: ({ id, label, unitId }) => <div className="quiet-label"><ComboBox label={`Unidad que responde «${label}»`} value={unitId} onChange={(next) => change(id, { unitId: next })} choices={choices} placeholder="Elija la unidad" /></div> },
      ]} />
  )
}

/** A question that no record asks, written by hand. */
export const AddQuestion = ({ units, onAdd }: { units: PreviewAnswer['units']; onAdd: (item: DraftItem) => void }) => {
  const [label, setLabel] = useState('')
  const [unitId, setUnit] = useState<string | null>(null)
  const [kind, setKind] = useState<AnswerKind>('text')
  const [tried, attempt] = useState(false)
  const add = () => {
    if (label.trim().length < 5 || unitId === null) return attempt(true)
    onAdd({ id: newId(), source: 'question', sourceTitle: 'Pregunta', subjectId: null, unitId, label: label.trim(), why: 'Pregunta agregada a mano.', previous: '', kind, measure: '', out: false })
    setLabel('')
    attempt(false)
  }
  return (
    <div className="fields columns-3">
      <TextField label="Pregunta" value={label} onChange={setLabel} error={tried && label.trim().length < 5 ? 'Escriba la pregunta' : undefined} />
      <ComboBox label="La responde" value={unitId} onChange={setUnit} error={tried && unitId === null ? 'Elija la unidad' : undefined} choices={units.map(({ id, name }) => ({ value: id, title: name }))} />
      <Select label="Se responde con" value={kind} onChange={setKind} choices={answerKinds.map((one) => ({ value: one, title: kindTitle[one] }))} />
      <div className="actions"><Button icon="add" onPress={add}>Agregar la pregunta</Button></div>
    </div>
  )
}
