import type { ReactNode } from 'react'
import type { TableColumn } from '#design'

/** A row of a table, or the heading of the rows that follow it. */
export type Headed<Row> = { readonly key: string; readonly heading: string; readonly row?: undefined } | { readonly key: string; readonly heading?: undefined; readonly row: Row }

/** Rows under the heading of their group, in the order they come. `titleOf` receives the rows of the group. */
export const headed = <Row>(rows: readonly Row[], keyOf: (row: Row) => string, groupOf: (row: Row) => string, titleOf: (group: string, rows: readonly Row[]) => string): readonly Headed<Row>[] =>
  [...new Set(rows.map(groupOf))].flatMap((group): Headed<Row>[] => {
    const own = rows.filter((row) => groupOf(row) === group)
    return [{ key: group, heading: titleOf(group, own) }, ...own.map((row) => ({ key: keyOf(row), row }))]
  })

/** Columns of plain rows over rows with headings; the heading takes the first one. */
export const headedColumns = <Row>(columns: readonly TableColumn<Row>[], heading: (one: { key: string; heading: string }) => ReactNode): TableColumn<Headed<Row>>[] =>
  columns.map(({ text, render, number: _number, ...column }, index) => ({
    ...column,
    text: (one) => (one.heading === undefined ? text(one.row) : index === 0 ? one.heading : ''),
    // A column that draws nothing stays without drawing: on a phone its empty cells are left out.
    ...(render || index === 0 ? { render: (one: Headed<Row>) => (one.heading !== undefined ? heading(one) : render ? render(one.row) : text(one.row)) } : {}),
  }))
