import { useState } from 'react'
import { foldText } from './fold-text.ts'
import { formatNumber } from '#kernel'
import { Button, Checkbox, Chip, TextField } from '#design'
import type { Selection } from '../../model/request.ts'
import type { Code, Dimension } from '../../model/structure.ts'
import { insideOf, levelWord, modesOf, optionsOf } from './picker-modes.ts'

const SHOWN = 60
type Props = { dimension: Dimension; above: readonly Code[]; adds: boolean; select: Selection | undefined; /** The codes of the table now. */ seen: readonly Code[]; onSelect: (select: Selection) => void; onRemove: (() => void) | undefined; onSimilar?: () => void; find: string }

/** The box of a variable: quick choices, search, and its values to tick. */
export const Picker = ({ dimension, above, adds, select, seen, onSelect, onRemove, onSimilar, find }: Props) => {
  const [own, search] = useState('')
  const [limit, more] = useState(SHOWN)
  const options = optionsOf(dimension, above, adds)
  const words = foldText(own || find)
  const found = words ? options.filter(({ code, label }) => foldText(label).includes(words) || code.startsWith(own || find)) : options
  const ticked = new Set(select ? seen.map(({ code }) => code) : [])
  const first = words ? found : [...found.filter(({ code }) => ticked.has(code)), ...found.filter(({ code }) => !ticked.has(code))]
  const parents = new Set([...dimension.codes, ...above].flatMap(({ parent }) => (parent ? [parent] : [])))
  const grouped = select?.kind === 'grouping'
  const tick = (code: string, on: boolean): void => {
    const base = grouped ? [] : seen.map((one) => one.code)
    const codes = on ? [...(select ? base : []), code] : base.filter((one) => one !== code)
    const order = new Map(options.map((one, at) => [one.code, at]))
    if (codes.length > 0) onSelect({ kind: 'codes', codes: dimension.role === 'place' ? codes : [...codes].sort((a, b) => (dimension.role === 'time' ? (a < b ? -1 : 1) : (order.get(a) ?? 0) - (order.get(b) ?? 0))) })
    else if (onRemove) onRemove()
  }
  return (
    <details className="picker" open={select !== undefined}>
      <summary><b>{dimension.title}</b><span>{select ? `${formatNumber(seen.length)} de ${formatNumber(Math.max(seen.length, dimension.codes.length))}` : 'fuera'}</span></summary>
      {!select && <p className="picker-out">No está en el cuadro: se muestra su total. Marque valores para verla.</p>}
      <div className="picker-modes">
        {modesOf(dimension, above, adds, select).map((mode) => <Chip key={mode.id} pressed={mode.pressed} onPress={() => onSelect(mode.select)}>{mode.title}</Chip>)}
        {onSimilar && <Chip pressed={false} onPress={onSimilar}>Comunas parecidas</Chip>}
        {select && onRemove && <Button kind="plain" size="compact" onPress={onRemove}>Quitar</Button>}
      </div>
      {options.length > 12 && <TextField label={`Buscar en ${dimension.title.toLowerCase()}`} type="search" value={own} onChange={search} />}
      <ul className="picker-list">
        {first.slice(0, limit).map(({ code, label, level }) => (
          <li key={code}>
            <Checkbox checked={!grouped && ticked.has(code)} onChange={(on) => tick(code, on)}>{label}{level && dimension.role === 'place' && level !== 'commune' ? <small> {levelWord[level] ?? level}</small> : null}</Checkbox>
            {parents.has(code) && <button type="button" className="picker-inside" title={`Elegir lo que está dentro de ${label}`} onClick={() => onSelect(insideOf(code, dimension, above))}>dentro</button>}
          </li>
        ))}
      </ul>
      {first.length === 0 && <p className="picker-out">Nada con ese nombre.</p>}
      {first.length > limit && <Button kind="plain" size="compact" onPress={() => more(limit + 200)}>Ver más ({formatNumber(first.length - limit)})</Button>}
    </details>
  )
}
