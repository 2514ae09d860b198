import { Checkbox, DataTable, EmptyState, StateBadge, type TableColumn, type Tone } from '#design'
import { type Line, type LineVerdict, verdictTitle } from '../contract.ts'

const tones: Readonly<Record<LineVerdict, Tone>> = { changed: 'data', conflict: 'warning', rejected: 'bad', unknown: 'bad', repeated: 'bad' }
export const takeable = ({ verdict }: Line): boolean => verdict === 'changed' || verdict === 'conflict'
const empty = <span className="faint">– vacío</span>

/** Cell by cell: what it said, what it says now and what the file says; what is taken is marked. */
export const ComparisonTable = ({ lines, taken, onTake, source }: { lines: readonly Line[]; taken: ReadonlySet<string>; onTake: (keys: readonly string[], on: boolean) => void; source: string }) => {
  const choices = lines.filter(takeable)
  const on = choices.filter(({ key }) => taken.has(key)).length
  const columns: readonly TableColumn<Line>[] = [
    { key: 'take', title: 'Tomar', sortable: false, text: (line) => (takeable(line) ? (taken.has(line.key) ? 'sí' : 'no') : ''), render: (line) => (takeable(line) ? <Checkbox checked={taken.has(line.key)} onChange={(value) => onTake([line.key], value)}><span className="visually-hidden">Tomar {line.column} de {line.label}</span></Checkbox> : null) },
    { key: 'label', title: 'Registro', width: '24%', text: ({ label }) => label }, { key: 'column', title: 'Dato', text: ({ column }) => column },
    { key: 'current', title: 'Ahora dice', text: ({ current }) => current, render: ({ current, column }) => (column ? (current || empty) : '') },
    { key: 'yours', title: 'En su planilla', text: ({ yours }) => yours, render: ({ yours, column }) => (column ? <b>{yours || empty}</b> : '') },
    { key: 'verdict', title: 'Resultado', text: ({ verdict }) => verdictTitle[verdict], render: ({ verdict }) => <StateBadge tone={tones[verdict]}>{verdictTitle[verdict]}</StateBadge> },
    { key: 'reason', title: 'Por qué', width: '26%', sortable: false, text: ({ cell, reason, verdict, downloaded }) => (verdict === 'conflict' ? `${cell}. ${reason} Cuando bajó decía: ${downloaded || 'nada'}.` : reason ? `${cell}: ${reason}` : cell) },
  ]
  return (
    <>
      {choices.length > 0 && <div className="no-print"><Checkbox checked={on === choices.length} mixed={on > 0 && on < choices.length} onChange={(value) => onTake(choices.map(({ key }) => key), value)}>Tomar todo lo que se muestra</Checkbox></div>}
      <DataTable<Line> caption="Qué cambia" hideCaption sort="none" phone="lines" landscape rows={lines} rowKey={({ key, cell }) => `${key} ${cell}`} columns={columns} source={source} empty={<EmptyState title="Nada de esta clase">Elija otra en «Ver».</EmptyState>} />
    </>
  )
}
