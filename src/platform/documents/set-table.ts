import type { Cell, ChartBlock, Column, TableBlock } from '#kernel'
import { formatValue } from '#kernel'
import { figureTag, printable } from './set-runs.ts'
import { type MoneyUnit, cellText, moneyUnit, unitNote } from './table-units.ts'
import type { SetCell, SetTable } from './typeset.ts'

/** More columns than this do not fit on an upright page (visual reference, «Print»). */
const MOST_UPRIGHT_COLUMNS = 7

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

const setCell = (cell: Cell, column: Column | undefined, unit: MoneyUnit): SetCell => {
  const figure = cell.type === 'figure' || cell.type === 'bar' ? cell.figure : undefined
  const share = cell.type === 'bar' ? cell.figure.value : null
  return {
    text: printable(cellText(cell, unit)),
    align: column?.align ?? 'left',
    code: cell.type === 'text' && cell.code === true,
    absent: cell.type === 'empty' || figure?.value === null,
    ...(figure ? { figure: figureTag(figure) } : {}),
    ...(cell.type === 'bar' && share !== null ? { bar: { share: clamp(share), mark: cell.mark === undefined ? null : clamp(cell.mark) } } : {}),
  }
}

/** Runs of neighbours with the same group become one head over them. */
const groupHeads = (columns: readonly Column[]): { title: string; span: number }[] => {
  if (!columns.some((column) => column.group)) return []
  const heads: { title: string; span: number }[] = []
  columns.forEach((column, at) => {
    const title = printable(column.group ?? '')
    const last = heads.at(-1)
    if (last && title !== '' && columns[at - 1]?.group === column.group) last.span += 1
    else heads.push({ title, span: 1 })
  })
  return heads
}

const join = (...parts: (string | undefined)[]): string => printable(parts.filter((part) => part).join(' · '))

export const setTable = (table: TableBlock, label: string): SetTable => {
  const unit = moneyUnit(table)
  return {
    kind: 'table', id: table.id, label, title: printable(table.title), subtitle: join(table.subtitle, unitNote(table, unit)),
    columns: table.columns.map((column, at) => ({ key: column.key, title: printable(column.title), align: column.align, width: column.width ?? (column.align === 'left' && at < 2 ? 2.4 : 1.2) })),
    groups: groupHeads(table.columns),
    rows: table.rows.map((row) => ({ id: row.id, kind: row.kind ?? 'row', level: row.level ?? 0, cells: table.columns.map((column, at) => setCell(row.cells[at] ?? (row.kind === 'group' ? { type: 'text', text: '' } : { type: 'empty', reason: 'sin dato' }), column, unit)) })),
    notes: (table.notes ?? []).map(printable), source: printable(table.source),
    landscape: table.landscape ?? table.columns.length > MOST_UPRIGHT_COLUMNS,
  }
}

/** The numbers of a chart as a table, for «ver como tabla»: one row per category, one column per series. */
export const chartTable = (chart: ChartBlock): SetTable =>
  setTable({
    type: 'table', id: `${chart.id}-tabla`, title: chart.title, subtitle: chart.subtitle, source: chart.source,
    columns: [{ key: 'category', title: 'Categoría', align: 'left' }, ...chart.series.map((series, at) => ({ key: `s${at}`, title: series.name, align: 'right' as const }))],
    rows: chart.categories.map((category, at) => ({
      id: `${chart.id}-${at}`,
      cells: [{ type: 'text', text: category }, ...chart.series.map((series): Cell => numberCell(series.values[at] ?? null, chart))],
    })),
  }, '')

const numberCell = (value: number | null, chart: ChartBlock): Cell =>
  value === null ? { type: 'empty', reason: 'sin dato' } : { type: 'text', text: formatValue(value, chart.unit, chart.show) }
