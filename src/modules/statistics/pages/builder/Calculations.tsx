import { formatNumber } from '#kernel'
import { Checkbox, NumberField, Select } from '#design'
import type { BuilderAnswer } from '../../builder/open-builder.query.ts'
import type { Cube } from '../../model/cube.ts'
import type { Derivation, TableRequest } from '../../model/request.ts'

type Props = { request: TableRequest; cube: Cube; populations: BuilderAnswer['populations']; change: (request: TableRequest) => void }
const WORDS = ['numbers', 'percent.row', 'percent.column', 'percent.table', 'index', 'change.percent', 'change.absolute', 'rate'] as const
type Word = (typeof WORDS)[number]
const titles: Readonly<Record<Word, string>> = { numbers: 'Números', 'percent.row': '% de la fila', 'percent.column': '% de la columna', 'percent.table': '% del cuadro', index: 'Índice base 100', 'change.percent': 'Variación %', 'change.absolute': 'Diferencia', rate: 'Tasa por habitantes' }
const PER = [100, 1000, 10_000, 100_000] as const
const wordOf = (derive: Derivation | undefined): Word => {
  if (!derive) return 'numbers'
  if (derive.kind === 'percent') return `percent.${derive.of}`
  return derive.kind === 'change' ? `change.${derive.as}` : derive.kind
}

/** What is shown of the numbers: shares, base 100, changes, rates; totals and empty lines. */
export const Calculations = ({ request, cube, populations, change }: Props) => {
  const { derive } = request
  const periods = cube.variables.find(({ role }) => role === 'time')?.codes ?? []
  const [first, people] = [periods[0], populations[0]]
  const made = (word: Word): Derivation | undefined => {
    switch (word) {
      case 'numbers': return undefined
      case 'percent.row': return { kind: 'percent', of: 'row' }
      case 'percent.column': return { kind: 'percent', of: 'column' }
      case 'percent.table': return { kind: 'percent', of: 'table' }
      case 'index': return first && { kind: 'index', base: first.code }
      case 'change.percent': return { kind: 'change', lag: 1, as: 'percent' }
      case 'change.absolute': return { kind: 'change', lag: 1, as: 'absolute' }
      case 'rate': return people && { kind: 'rate', population: people.id, per: 1000 }
    }
  }
  const offered = WORDS.filter((word) => (word === 'index' ? periods.length > 1 : word.startsWith('change') ? periods.length > 0 : word === 'rate' ? people !== undefined : true))
  const derived = (next: Derivation | undefined): void => change({ ...request, derive: next })
  return (
    <div className="calculations no-print">
      <Select label="Mostrar" value={wordOf(derive)} onChange={(word) => derived(made(word))} choices={offered.map((value) => ({ value, title: titles[value] }))} />
      {derive?.kind === 'index' && <Select label="Base" value={derive.base} onChange={(base) => derived({ kind: 'index', base })} choices={periods.map(({ code, label }) => ({ value: code, title: `${label} = 100` }))} />}
      {derive?.kind === 'change' && <NumberField label="Períodos atrás" unit="períodos" value={derive.lag} minimum={1} maximum={50} decimals={0} onChange={(lag) => derived({ ...derive, lag: Math.min(50, Math.max(1, Math.round(lag ?? 1))) })} />}
      {derive?.kind === 'rate' && <><Select label="Por cada" value={String(derive.per)} onChange={(per) => { const found = PER.find((one) => String(one) === per); if (found) derived({ ...derive, per: found }) }} choices={PER.map((per) => ({ value: String(per), title: `${formatNumber(per)} habitantes` }))} />
        <Select label="Población" value={derive.population} onChange={(population) => derived({ ...derive, population })} choices={populations.map(({ id, title, base }) => ({ value: id, title, note: base }))} /></>}
      <Checkbox checked={request.totals.rows} onChange={(rows) => change({ ...request, totals: { ...request.totals, rows } })}>Fila de total</Checkbox>
      <Checkbox checked={request.totals.columns} onChange={(columns) => change({ ...request, totals: { ...request.totals, columns } })}>Columna de total</Checkbox>
      <Checkbox checked={request.hideEmpty} onChange={(hideEmpty) => change({ ...request, hideEmpty })}>Ocultar vacías</Checkbox>
    </div>
  )
}
