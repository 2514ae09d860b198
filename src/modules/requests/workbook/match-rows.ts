import type { Sheet, Workbook } from '#platform/spreadsheets'
import type { WrittenAnswer } from '../answers/keep-drafts.ts'
import type { GivenView, RowDifference } from '../contract.ts'
import { answerText, type Asked, isAnswered, mistakeOf } from '../items/answer-rule.ts'
import { workbookNotOurs } from '../problems.ts'
import { cellText, readAnswerCell, readYes } from './read-answer-cell.ts'
import { itemOfKey } from './row-key.ts'
import { columnTitles } from './write-workbook.ts'

export type MatchItem = Asked & { readonly id: string; readonly measure: string; readonly draft: (GivenView & { readonly revision: string }) | null; /** Sent or accepted: it takes no change. */ readonly settled: boolean }
export type MatchFacts = { readonly requestId: string; readonly secret: Uint8Array; readonly items: readonly MatchItem[] }
export type Matched = { readonly rows: readonly RowDifference[]; readonly missing: readonly string[]; readonly written: ReadonlyMap<string, WrittenAnswer> }

const HEADER_SEARCH = 40
type Header = { readonly sheet: Sheet; readonly row: number; readonly column: Readonly<Record<'label' | 'answer' | 'noNews' | 'comment' | 'key', number>> }
/** The sheet and row with our column titles, wherever somebody moved them. Throws `workbookNotOurs`. */
const findHeader = ({ sheets }: Workbook): Header => {
  for (const sheet of sheets) for (let row = 0; row < Math.min(HEADER_SEARCH, sheet.rowCount); row++) {
    const titles = sheet.row(row).map((cell) => cellText(cell))
    const at = (title: string): number => titles.indexOf(title)
    const column = { label: at(columnTitles.label), answer: at(columnTitles.answer), noNews: at(columnTitles.noNews), comment: at(columnTitles.comment), key: at(columnTitles.key) }
    if (Object.values(column).every((index) => index >= 0)) return { sheet, row, column }
  }
  throw workbookNotOurs({})
}
const before = ({ draft, kind, measure }: MatchItem): string => (draft ? [answerText(draft, kind, measure), draft.comment].filter(Boolean).join(' · ') : '')

type Read = { readonly written: WrittenAnswer } | { readonly refused: string; readonly column: 'answer' | 'noNews' | 'comment' }
const readRow = ({ sheet, column }: Header, row: number, item: MatchItem): Read => {
  const noNews = readYes(sheet.cell(row, column.noNews))
  if (noNews === undefined) return { refused: 'en «Sin novedad» sólo va «sí» o nada', column: 'noNews' }
  const read = readAnswerCell(sheet.cell(row, column.answer), item.kind)
  if ('refused' in read) return { refused: read.refused, column: 'answer' }
  const written = { itemId: item.id, value: read.value, text: read.text, noNews, comment: cellText(sheet.cell(row, column.comment)), fileHash: item.draft?.fileHash ?? null, base: item.draft?.revision ?? null }
  const mistake = mistakeOf(item, written)
  return mistake ? { refused: mistake, column: 'answer' } : { written }
}

/**
 * Compares a returned workbook, row by row, with what is known. Each row is equal, changed, new, empty or rejected with its reason at its cell;
 * rows of another unit or request, repeated, added or with a touched key are rejected. Rows that were erased are listed and change nothing.
 */
export const matchRows = (book: Workbook, facts: MatchFacts): Matched => {
  const header = findHeader(book)
  const { sheet, column } = header
  const items = new Map(facts.items.map((item) => [item.id, item]))
  const seen = new Map<string, number>()
  const rows: RowDifference[] = []
  const written = new Map<string, WrittenAnswer>()
  for (let row = header.row + 1; row < sheet.rowCount; row++) {
    const key = cellText(sheet.cell(row, column.key))
    const label = cellText(sheet.cell(row, column.label))
    const typed = [column.answer, column.noNews, column.comment].map((at) => cellText(sheet.cell(row, at))).filter(Boolean).join(' · ')
    if (!key && !typed && !label) continue
    const reject = (reason: string, at: number, item?: MatchItem) => rows.push({ row: row + 1, cell: sheet.address(row, at), itemId: item?.id ?? null, label: item?.label ?? label, verdict: 'rejected', before: item ? before(item) : '', after: typed, reason, base: null })
    if (!key) { reject('la fila no es de la planilla: se agregó después', column.label); continue }
    const found = itemOfKey(key, facts.secret, facts.requestId)
    const item = found === 'forged' ? undefined : items.get(found.itemId)
    if (found === 'forged' || !item) { reject(items.has(key.split('.')[0] ?? '') ? 'la clave oculta de la fila fue cambiada' : 'la fila es de otra unidad o de otra solicitud', column.key); continue }
    const first = seen.get(item.id)
    if (first !== undefined) { reject(`repite la fila ${first}`, column.key, item); continue }
    seen.set(item.id, row + 1)
    const read = readRow(header, row, item)
    if ('refused' in read) { reject(read.refused, column[read.column], item); continue }
    const after = isAnswered(read.written, item.kind) || read.written.comment ? [answerText(read.written, item.kind, item.measure), read.written.comment].filter(Boolean).join(' · ') : ''
    const verdict = after === '' ? 'empty' : after === before(item) ? 'equal' : item.draft ? 'changed' : 'new'
    if (item.settled && verdict !== 'empty') { reject('ya fue enviada y espera revisión, o fue aceptada', column.answer, item); continue }
    rows.push({ row: row + 1, cell: sheet.address(row, column.answer), itemId: item.id, label: item.label, verdict, before: before(item), after, reason: '', base: item.draft?.revision ?? null })
    if (verdict === 'new' || verdict === 'changed') written.set(item.id, read.written)
  }
  return { rows, missing: facts.items.filter(({ id }) => !seen.has(id)).map(({ label }) => label), written }
}
