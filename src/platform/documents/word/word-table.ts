import { textWidth } from '#platform/charts'
import type { SetCell, SetRow, SetTable } from '../typeset.ts'
import { figureControl, paragraph, textRun } from './xml.ts'

const PADDING = 160
const BLACK = 'w:val="single" w:sz="8" w:space="0" w:color="000000"'

/** Half points of the type of a table: smaller when it has many columns. */
const typeSize = (columns: number): number => (columns > 12 ? 13 : columns > 9 ? 14 : columns > 7 ? 15 : 17)

/** Widths in twips: numbers and codes take what they need, text shares the rest by weight. */
export const columnWidths = (table: SetTable, total: number): number[] => {
  const points = typeSize(table.columns.length) / 2
  const needed = table.columns.map((column, at) => {
    const cells = table.rows.map((row) => row.cells[at]?.text ?? '')
    const words = column.title.split(' ')
    return Math.ceil(Math.max(...words.map((word) => textWidth(word, points)), ...cells.map((text) => textWidth(text, points, true)), 18) * 20 * 1.04) + PADDING
  })
  const fluid = table.columns.map((column, at) => column.align === 'left' && !table.rows.every((row) => row.cells[at]?.code || row.cells[at]?.text === ''))
  if (!fluid.includes(true)) fluid[0] = true
  const fixed = needed.reduce((sum, width, at) => sum + (fluid[at] ? 0 : width), 0)
  const weights = table.columns.reduce((sum, column, at) => sum + (fluid[at] ? column.width : 0), 0)
  const rest = Math.max(total - fixed, total * 0.25)
  const shrink = Math.min(1, (total - rest) / (fixed || 1))
  return table.columns.map((column, at) => Math.floor(fluid[at] ? (rest * column.width) / weights : (needed[at] ?? 0) * shrink))
}

const cellXml = (width: number, content: string, properties = ''): string => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`

const bodyCell = (cell: SetCell, row: SetRow, first: boolean, width: number, size: number): string => {
  const run = textRun(cell.text, { bold: row.kind !== 'row', italic: cell.absent, grey: cell.absent || cell.code, dotted: cell.figure?.provisional === true, ...(size === 17 ? {} : { halfPoints: size }) })
  const content = cell.figure ? figureControl(cell.figure.id, cell.figure.title, run) : run
  const indent = first && row.level > 0 ? `<w:ind w:left="${row.level * 180}"/>` : ''
  return cellXml(width, paragraph('Tabla', content, `${indent}${cell.align === 'right' ? '<w:jc w:val="right"/>' : ''}`), row.kind === 'total' ? `<w:tcBorders><w:top ${BLACK}/></w:tcBorders>` : '')
}

const headRow = (cells: string): string => `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells}</w:tr>`

/** A table with its heads repeated on each page and rows that are never cut. */
export const wordTable = (table: SetTable, total: number): string => {
  const widths = columnWidths(table, total)
  const size = typeSize(table.columns.length)
  let at = 0
  const groups = table.groups.map((group) => {
    const width = widths.slice(at, at + group.span).reduce((sum, one) => sum + one, 0)
    at += group.span
    const borders = `<w:gridSpan w:val="${group.span}"/><w:tcBorders><w:bottom w:val="${group.title ? 'single' : 'nil'}" w:sz="4" w:space="0" w:color="000000"/></w:tcBorders>`
    return cellXml(width, paragraph('Tabla', textRun(group.title, { bold: true, halfPoints: size }), '<w:keepNext/><w:jc w:val="center"/>'), borders)
  })
  const heads = table.columns.map((column, index) =>
    cellXml(widths[index] ?? 0, paragraph('Tabla', textRun(column.title, { grey: true, halfPoints: size }), `<w:keepNext/>${column.align === 'right' ? '<w:jc w:val="right"/>' : ''}`), `<w:tcBorders><w:bottom ${BLACK}/></w:tcBorders><w:vAlign w:val="bottom"/>`))
  const rows = table.rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.cells.map((cell, index) => bodyCell(cell, row, index === 0, widths[index] ?? 0, size)).join('')}</w:tr>`)
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TablaSecplan"/><w:tblW w:w="${widths.reduce((sum, one) => sum + one, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${groups.length ? headRow(groups.join('')) : ''}${headRow(heads.join(''))}${rows.join('')}</w:tbl>`
}
