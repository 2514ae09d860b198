import type { SetCell, SetRow, SetTable } from '../typeset.ts'
import type { HtmlFigures } from './html-options.ts'
import { escapeHtml, figureHtml } from './html-runs.ts'

const BAR = 60

/** Mini bar beside its number; the number already says it, so it is hidden from assistive technology. */
const barHtml = (bar: NonNullable<SetCell['bar']>): string =>
  `<svg class="bar" aria-hidden="true" width="${BAR}" height="10" viewBox="0 0 ${BAR} 10"><rect class="bar-ground" y="2" width="${BAR}" height="6" fill="#E4E7E4"/><rect class="bar-fill" y="2" width="${Math.round(bar.share * BAR * 10) / 10}" height="6" fill="#2A5C54"/>${bar.mark === null ? '' : `<rect class="bar-mark" x="${Math.round((bar.mark * BAR - 1) * 10) / 10}" width="2" height="10" fill="#13211B"/>`}</svg>`

const cellHtml = (cell: SetCell, row: SetRow, first: boolean, blockId: string, figures: HtmlFigures): string => {
  const text = cell.figure ? figureHtml(cell.text, cell.figure, blockId, figures) : escapeHtml(cell.text)
  const names = [cell.align === 'right' ? 'number' : '', cell.code ? 'code' : '', cell.absent ? 'absent' : '', first && row.level > 0 ? `level-${row.level}` : ''].filter((name) => name).join(' ')
  const content = `${text}${cell.bar ? ` ${barHtml(cell.bar)}` : ''}`
  const className = names ? ` class="${names}"` : ''
  return first ? `<th scope="row"${className}>${content}</th>` : `<td${className}>${content}</td>`
}

/** The name of a row: its first column that is neither code nor empty. */
const headerColumn = (table: SetTable): number => Math.max(0, table.columns.findIndex((column, at) => column.align === 'left' && !table.rows.every((row) => row.cells[at]?.code || row.cells[at]?.text === '')))

export const tableHtml = (table: SetTable, figures: HtmlFigures): string => {
  const header = headerColumn(table)
  const groups = table.groups.length ? `<tr>${table.groups.map((group) => (group.title ? `<th scope="colgroup" colspan="${group.span}" class="group">${escapeHtml(group.title)}</th>` : `<td colspan="${group.span}"></td>`)).join('')}</tr>` : ''
  const heads = table.columns.map((column) => `<th scope="col"${column.align === 'right' ? ' class="number"' : ''}>${escapeHtml(column.title)}</th>`).join('')
  const rows = table.rows.map((row) => `<tr data-row="${escapeHtml(row.id)}"${row.kind === 'row' ? '' : ` class="${row.kind}"`}>${row.cells.map((cell, at) => cellHtml(cell, row, at === header, table.id, figures)).join('')}</tr>`).join('')
  const title = `${table.label ? `${escapeHtml(table.label)}. ` : ''}${escapeHtml(table.title)}`
  return `<table><caption><span class="caption-title">${title}</span>${table.subtitle ? `<span class="caption-subtitle">${escapeHtml(table.subtitle)}</span>` : ''}</caption><thead>${groups}<tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

export const footHtml = (notes: readonly string[], source: string): string => `<div class="source">${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}<p>Fuente: ${escapeHtml(source)}</p></div>`
