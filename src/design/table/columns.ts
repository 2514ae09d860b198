import type { ReactNode } from 'react'
import { orderOfTexts } from './order.ts'

/** A column. `text` is what travels to the CSV and what is sorted (dates and numbers by their value) when there is no `number`; `render` is what is seen. */
export type TableColumn<Row> = {
  readonly key: string
  readonly title: string
  readonly align?: 'left' | 'right'
  /** Heading over several neighbouring columns. */
  readonly group?: string
  readonly text: (row: Row) => string
  readonly render?: (row: Row) => ReactNode
  /** Number for the CSV (full precision) and for the order. */
  readonly number?: (row: Row) => number | null
  /** False: this column does not sort. */
  readonly sortable?: boolean
  readonly width?: string
  /** Heading written upwards: many narrow columns of marks. */
  readonly upright?: boolean
}
export type RowKind = 'row' | 'subtotal' | 'total' | 'group'
export type SortChoice = { readonly key: string; readonly descending: boolean }

export const readSort = (text: string): SortChoice | undefined => (text ? { key: text.replace(/^-/, ''), descending: text.startsWith('-') } : undefined)
export const sortText = ({ key, descending }: SortChoice): string => `${descending ? '-' : ''}${key}`

/** Orders a copy: by the number of the column, or by what its texts mean (dates by the calendar); the empty ones last. Totals and groups keep their place only when nothing is sorted, so callers pass plain rows. */
export const sortRows = <Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[], sort: SortChoice | undefined): readonly Row[] => {
  const column = sort && columns.find(({ key }) => key === sort.key)
  if (!column) return rows
  const { number } = column
  if (!number) return orderOfTexts(rows.map((row) => column.text(row)), sort.descending).flatMap((at) => rows.slice(at, at + 1))
  const sign = sort.descending ? -1 : 1
  return [...rows].sort((a, b) => {
    const [first, second] = [number(a), number(b)]
    return first === null || second === null ? Number(first === null) - Number(second === null) : sign * (first - second)
  })
}

/** Headings over groups of columns: `{ title, span }` from left to right; undefined title for columns without group. */
export const columnGroups = <Row>(columns: readonly TableColumn<Row>[]): readonly { readonly title?: string; readonly span: number; readonly key: string }[] => {
  const groups: { title?: string; span: number; key: string }[] = []
  for (const column of columns) {
    const last = groups[groups.length - 1]
    if (last && last.title === column.group) last.span += 1
    else groups.push({ title: column.group, span: 1, key: column.key })
  }
  return groups
}
