import { useState } from 'react'
import { Button, ComboBox, Fields, Select, TextField, useApi } from '#design'
import type { DatasetAnswer, DatasetsAnswer } from '../../datasets/dataset-queries.ts'
import type { TableRequest, Variable } from '../../model/request.ts'
import type { Dimension, Structure } from '../../model/structure.ts'

export type PickedTable = { readonly title: string; readonly request: TableRequest }
const LATEST = 'ultimo'
const FIVE = 'ultimos'
const TOTAL = 'total'
const choicesOf = ({ role, codes }: Dimension) => [
  { value: TOTAL, title: 'no separar' }, { value: 'todos', title: codes.length > 1 ? `separar en ${codes.length}` : `mostrar ${codes[0]?.label ?? ''}` }, ...(role === 'time' ? [{ value: LATEST, title: 'el último' }, { value: FIVE, title: 'los cinco últimos' }] : []),
  ...(codes.length > 1 && codes.length <= 200 ? codes.map(({ code, label }) => ({ value: `=${code}`, title: `solo ${label}` })) : []),
]
const usual = ({ role, codes }: Dimension): string => (role === 'time' ? (codes.length > 5 ? FIVE : 'todos') : role === 'place' && codes.length <= 50 ? 'todos' : TOTAL)
const variableOf = ({ key, role }: Dimension, chosen: string): Variable[] => {
  if (chosen === TOTAL) return []
  const place = role === 'time' || role === 'sex' ? 'column' : 'row'
  if (chosen === LATEST || chosen === FIVE) return [{ dimension: key, place, select: { kind: 'latest', count: chosen === LATEST ? 1 : 5 } }]
  return [{ dimension: key, place, select: chosen.startsWith('=') ? { kind: 'codes', codes: [chosen.slice(1)] } : { kind: 'all' } }]
}
const requestFor = (dataset: string, { dimensions, measures }: Structure, measure: string, chosen: Readonly<Record<string, string>>): TableRequest => ({
  dataset, version: 'latest', measures: measure ? [measure] : measures.slice(0, 1).map(({ key }) => key), variables: dimensions.flatMap((one) => variableOf(one, chosen[one.key] ?? usual(one))), measurePlace: 'column', totals: { rows: false, columns: false }, hideEmpty: false,
})

/** One table for an answer: the data set, the measure, and how each variable is shown. Times and sexes go across, the rest down. */
export const TablePicker = ({ onPick, suggestion }: { onPick: (table: PickedTable) => void; suggestion: string }) => {
  const [dataset, choose] = useState<string | null>(null)
  const [title, entitle] = useState(suggestion)
  const [measure, weigh] = useState('')
  const [chosen, change] = useState<Readonly<Record<string, string>>>({})
  const { data: all } = useApi<DatasetsAnswer>('statistics/list-datasets')
  const { data } = useApi<DatasetAnswer>('statistics/show-dataset', { id: dataset ?? '' }, { enabled: dataset !== null })
  const structure = dataset !== null && data?.dataset.id === dataset ? data.structure : null
  const add = () => {
    if (!structure || dataset === null) return
    onPick({ title: title.trim() || (data?.dataset.title ?? ''), request: requestFor(dataset, structure, measure, chosen) })
    choose(null)
    change({})
    weigh('')
  }
  return (
    <>
      <ComboBox label="Conjunto de datos" value={dataset} onChange={choose} choices={(all?.datasets ?? []).filter(({ newest }) => newest !== null).map(({ id, title: name, publisher }) => ({ value: id, title: name, note: publisher }))} required={false} />
      {structure && <>
        <TextField label="Título del cuadro" value={title} onChange={entitle} required={false} />
        <Fields columns={2}>
          {structure.measures.length > 1 && <Select label="Medida" value={measure || (structure.measures[0]?.key ?? '')} onChange={weigh} choices={structure.measures.map(({ key, title: name }) => ({ value: key, title: name }))} />}
          {structure.dimensions.map((one) => <Select key={one.key} label={one.title} value={chosen[one.key] ?? usual(one)} onChange={(value) => change({ ...chosen, [one.key]: value })} choices={choicesOf(one)} />)}
        </Fields>
        <Button icon="add" onPress={add}>Agregar este cuadro</Button>
      </>}
    </>
  )
}
