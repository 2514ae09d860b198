import { useState } from 'react'
import { Checkbox, TextField } from '#design'
import type { BuilderAnswer } from '../../builder/open-builder.query.ts'
import type { Cube } from '../../model/cube.ts'
import type { TableRequest } from '../../model/request.ts'
import type { Structure } from '../../model/structure.ts'
import { chosen, without } from './arrange-request.ts'
import { foldText } from './fold-text.ts'
import { Picker } from './Picker.tsx'
import { useSimilar } from './use-similar.ts'

type Props = { about: BuilderAnswer; structure: Structure; request: TableRequest; cube: Cube | undefined; change: (request: TableRequest) => void }

/** The measures and the box of every variable, with one search over all of them. */
export const Pickers = ({ about, structure, request, cube, change }: Props) => {
  const [find, search] = useState('')
  const [measureLimit, more] = useState(20)
  const similar = useSimilar(about)
  const measures = structure.measures.filter(({ key }) => request.measures.includes(key))
  const adds = measures.every((one) => one.adds)
  const words = foldText(find)
  const fitting = structure.measures.filter(({ title }) => !words || foldText(title).includes(words))
  const ordered = [...fitting.filter(({ key }) => request.measures.includes(key)), ...fitting.filter(({ key }) => !request.measures.includes(key))]
  const toggle = (key: string, on: boolean): void => {
    const keys = on ? structure.measures.map((one) => one.key).filter((one) => one === key || request.measures.includes(one)) : request.measures.filter((one) => one !== key)
    if (keys.length > 0 && keys.length <= 60) change({ ...request, measures: keys, sort: undefined })
  }
  return (
    <div className="pickers">
      <TextField label="Buscar en las variables" type="search" value={find} onChange={search} />
      {structure.measures.length > 1 && (
        <details className="picker" open>
          <summary><b>Medidas</b><span>{request.measures.length} de {structure.measures.length}</span></summary>
          <ul className="picker-list">{ordered.slice(0, measureLimit).map(({ key, title, unit }) => <li key={key}><Checkbox checked={request.measures.includes(key)} disabled={request.measures.length === 1 && request.measures[0] === key} onChange={(on) => toggle(key, on)}>{title}{unit && <small> {unit}</small>}</Checkbox></li>)}</ul>
          {ordered.length > measureLimit && <button type="button" className="button plain compact" onClick={() => more(measureLimit + 100)}>Ver más ({ordered.length - measureLimit})</button>}
        </details>
      )}
      {structure.dimensions.map((dimension) => {
        const variable = request.variables.find((one) => one.dimension === dimension.key)
        const seen = cube?.variables.find(({ key }) => key === dimension.key)?.codes.filter(({ code }) => code !== '_total') ?? []
        const mayLeave = variable && request.variables.length > 1 && (dimension.total !== undefined || dimension.codes.length === 1 || (dimension.role !== 'time' && adds))
        return <Picker key={dimension.key} dimension={dimension} above={about.above[dimension.key] ?? []} adds={adds} select={variable?.select} seen={seen} find={find} onSelect={(select) => change(chosen(request, dimension, select))} onRemove={mayLeave ? () => change(without(request, dimension.key)) : undefined}
          {...(similar.offered && dimension.role === 'place' && dimension.codes.some(({ code }) => code === about.home) ? { onSimilar: () => void similar.find(dimension.codes).then((codes) => { if (codes.length > 1) change(chosen(request, dimension, { kind: 'codes', codes: [...codes] })) }) } : {})} />
      })}
      {similar.method && <p className="picker-out">{similar.method}</p>}
      {structure.dimensions.length > 0 && about.dataset.universe && <p className="picker-out">Universo: {about.dataset.universe}</p>}
    </div>
  )
}
