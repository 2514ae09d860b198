import type { GridColumn } from '#design'
import { readCell } from '../compare/read-cell.ts'
import type { SheetOpened } from '../contract.ts'
import { valueText } from '../download/cell-text.ts'
import type { EditedLine } from '../grid/sheet-text.ts'

const LETTER = 8.5
const kindOf = ({ kind, open }: SheetOpened['columns'][number]): GridColumn<EditedLine>['kind'] => (kind === 'number' || kind === 'money' || kind === 'percent' ? (open ? 'number' : 'computed') : 'text')

/** Columns of a list as the grid handles them: read with the same rules, and the same words, as a cell of its file. */
export const sheetColumns = ({ columns }: SheetOpened): GridColumn<EditedLine>[] => columns.map((column, at): GridColumn<EditedLine> => ({
  key: column.key, title: column.title, kind: kindOf(column), frozen: at === columns.findIndex(({ key }) => key === 'name' || key === 'title' || key === 'text') || (at === 0 && !columns.some(({ key }) => key === 'name' || key === 'title' || key === 'text')),
  read: ({ now }) => now[column.key] ?? null, show: (value) => valueText(column, value),
  parse: (text) => { const read = readCell(text, column); return 'refused' in read ? { refused: `${column.title}: ${read.refused}.` } : { value: read.value } },
  width: Math.min(320, Math.max(96, column.title.length * LETTER + 24, (column.width ?? 0) * 6.6)),
  ...(column.choices ? { options: column.choices.map(({ title }) => title) } : column.kind === 'yes-no' ? { options: ['sí', 'no'] } : {}),
  ...(column.open ? { write: (row: EditedLine, value) => ({ ...row, now: { ...row.now, [column.key]: value } }) } : {}),
}))
