import { formatNumber } from '#kernel'
import type { CellChange, CellMark, GridColumn, GridValue, WrongText } from './grid-types.ts'

const MOST = 6
const YES = { true: 'sí', false: 'no' } as const
/** Decimals a number needs to be written whole. */
const needed = (value: number): number => {
  for (let decimals = 0; decimals < MOST; decimals++) if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) return decimals
  return MOST
}
const textOf = <Row>(column: GridColumn<Row>, value: GridValue, decimals: (value: number) => number): string => {
  if (column.show) return column.show(value)
  return value === null ? '' : typeof value === 'number' ? formatNumber(value, decimals(value)) : typeof value === 'boolean' ? YES[`${value}`] : value
}
/** As it is seen. */
export const cellText = <Row>(column: GridColumn<Row>, row: Row): string => textOf(column, column.read(row), () => column.decimals ?? 0)
/** As it is copied: with all its decimals and the minus of the keyboard, so that pasting it gives the same, here and in Excel. */
export const copyText = <Row>(column: GridColumn<Row>, row: Row): string => {
  const value = column.read(row)
  const text = textOf(column, value, needed)
  return typeof value === 'number' ? text.replace('−', '-') : text
}

export const isOpen = <Row>(column: GridColumn<Row>, mark: CellMark | undefined): boolean => column.kind !== 'computed' && Boolean(column.write) && !mark?.closed

/** What is put in a cell: a value, or a text that does not read and stays as it came. */
export type Held = { readonly value: GridValue; readonly wrong?: WrongText }
export type Patch = { readonly rowIndex: number; readonly column: string } & ({ readonly value: GridValue; readonly wrong?: undefined } | { readonly wrong: WrongText })
export type CellStep = { readonly rowKey: string; readonly column: string; readonly from: Held; readonly to: Held }
export type WrongTexts = ReadonlyMap<string, WrongText>
/** Where a wrong text is kept: a column key never holds a line break. */
export const spotKey = (rowKey: string, column: string): string => `${rowKey}\n${column}`

type Put<Row> = { readonly rows: readonly Row[]; readonly wrong: WrongTexts; readonly steps: readonly CellStep[]; readonly changes: readonly CellChange[] }
/** Puts values and wrong texts in cells. Returns the new rows and only what really changed. */
export const applyPatches = <Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], rowKey: (row: Row) => string, patches: readonly Patch[], wrong: WrongTexts = new Map()): Put<Row> => {
  const [next, texts] = [[...rows], new Map(wrong)]
  const steps: CellStep[] = []
  for (const patch of patches) {
    const row = next[patch.rowIndex]
    const column = columns.find((one) => one.key === patch.column)
    if (row === undefined || !column?.write) continue
    const key = rowKey(row)
    const place = spotKey(key, column.key)
    const before = texts.get(place)
    const from: Held = { value: column.read(row), ...(before ? { wrong: before } : {}) }
    if (patch.wrong) {
      if (before?.text === patch.wrong.text) continue
      texts.set(place, patch.wrong)
      steps.push({ rowKey: key, column: column.key, from, to: { value: from.value, wrong: patch.wrong } })
      continue
    }
    if (from.value === patch.value && !before) continue
    texts.delete(place)
    if (from.value !== patch.value) next[patch.rowIndex] = column.write(row, patch.value)
    steps.push({ rowKey: key, column: column.key, from, to: { value: patch.value } })
  }
  const changes = steps.filter(({ from, to }) => from.value !== to.value).map(({ rowKey: key, column, from, to }) => ({ rowKey: key, column, from: from.value, to: to.value }))
  return { rows: next, wrong: texts, steps, changes }
}
