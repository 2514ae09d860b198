import type { SheetValue } from '#platform/actions'
import { KEY_TITLE, type SheetLine, type SheetOpened } from '../contract.ts'
import { valueText } from '../download/cell-text.ts'

/** As in the file: what a spreadsheet would take for a formula goes after an apostrophe; reading takes it away. */
const plain = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (text: string): string => `"${plain(text).replaceAll('"', '""')}"`
export type EditedLine = SheetLine & { readonly now: Readonly<Record<string, SheetValue>> }

/** The edited rows as the file that would have come back: the same columns, the same keys. */
export const sheetText = ({ title, mark, columns }: SheetOpened, lines: readonly EditedLine[]): string => [
  [title, mark],
  [...columns.map((column) => column.title), KEY_TITLE],
  ...lines.map(({ key, now }) => [...columns.map((column) => valueText(column, now[column.key])), key]),
].map((cells) => cells.map(quoted).join(';')).reduce((text, line) => `${text}${line}\r\n`, 'sep=;\r\n')
