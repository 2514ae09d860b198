import { counted, enumerate } from '#kernel'
import type { Sheet } from '#platform/spreadsheets'
import { type Field, fieldTitle, guessField, phaseOf } from './fields.ts'

/** One header row, or two when groups stand above («Presupuesto» over «Inicial | Modificac. | Vigente»). Rows from 0, top first. */
export type HeaderChoice = { readonly rows: readonly number[] }
export type HeaderProposal = HeaderChoice & { readonly score: number; readonly reason: string; readonly fields: readonly Field[]; /** Later rows that repeat it (page headers). */ readonly repeatedAt: readonly number[] }

/** Header rows are looked for this far down. */
const DEEPEST_HEADER = 60

export const cellText = (sheet: Sheet, row: number, column: number): string => {
  const cell = sheet.cell(row, column)
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : ''
}

const groupAbove = (sheet: Sheet, row: number, column: number, carried: string): string => {
  const merge = sheet.merges.find(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right)
  if (merge) return cellText(sheet, merge.top, merge.left)
  return cellText(sheet, row, column) || carried
}

/** Texts of the header by column; a group and its column are joined: «Presupuesto · Inicial». */
export const headerTexts = (sheet: Sheet, { rows }: HeaderChoice): string[] => {
  const [top, bottom] = rows
  if (top === undefined) return []
  const columns = Array.from({ length: sheet.columnCount }, (_, column) => column)
  if (bottom === undefined) return columns.map((column) => cellText(sheet, top, column))
  const merged = sheet.merges.some((merge) => merge.top <= top && merge.bottom >= top && merge.right > merge.left)
  let carried = ''
  return columns.map((column) => {
    const below = cellText(sheet, bottom, column)
    // Without merges (a .csv) a group reaches to the right over the columns that have a text of their own below.
    const above = groupAbove(sheet, top, column, merged || below === '' ? '' : carried)
    carried = below === '' ? '' : above
    return above && below && above !== below ? `${above} · ${below}` : above || below
  })
}

const rate = (texts: readonly string[]): { score: number; fields: Field[] } => {
  const fields = [...new Set(texts.flatMap((text) => { const guess = guessField(text); return guess && text.length < 60 ? [guess.field] : [] }))]
  const amounts = fields.filter((field) => phaseOf(field) !== undefined).length
  return { fields, score: amounts * 2 + (fields.includes('account') ? 3 : 0) + (fields.includes('name') ? 1 : 0) }
}

const isProse = (sheet: Sheet, row: number): boolean => {
  let texts = 0
  let numbers = 0
  for (let column = 0; column < sheet.columnCount; column++) {
    const cell = sheet.cell(row, column)
    if (typeof cell === 'string' && cell.trim() !== '') texts++
    else if (typeof cell === 'number') numbers++
  }
  return texts < 2 || numbers > texts
}

/** Later rows with the same texts in the same columns. Most rows differ in their first text, and there the comparison ends. */
const repeats = (sheet: Sheet, row: number): number[] => {
  const wanted = Array.from({ length: sheet.columnCount }, (_, column) => cellText(sheet, row, column)).flatMap((text, column) => (text === '' ? [] : [{ text, column }]))
  const found: number[] = []
  for (let other = row + 1; other < sheet.rowCount; other++) if (wanted.every(({ text, column }) => cellText(sheet, other, column) === text)) found.push(other)
  return found
}

type Candidate = HeaderChoice & { readonly score: number; readonly fields: readonly Field[] }

const candidatesAt = (sheet: Sheet, row: number): Candidate[] => {
  if (isProse(sheet, row)) return []
  const single = { rows: [row], ...rate(headerTexts(sheet, { rows: [row] })) }
  if (row === 0) return [single]
  const double = { rows: [row - 1, row], ...rate(headerTexts(sheet, { rows: [row - 1, row] })) }
  return double.score > single.score ? [double, single] : [single]
}

/** Candidate headers, best first, each with the reason a person can check. Empty when nothing looks like the header of a balance. */
export const proposeHeader = (sheet: Sheet): HeaderProposal[] => {
  const found: Candidate[] = []
  for (let row = 0; row < Math.min(sheet.rowCount, DEEPEST_HEADER); row++) found.push(...candidatesAt(sheet, row))
  const good = found.filter(({ score, fields }) => score >= 5 && fields.some((field) => phaseOf(field)))
  return good
    .sort((a, b) => b.score - a.score || (a.rows[0] ?? 0) - (b.rows[0] ?? 0))
    .slice(0, 5)
    .map(({ rows, score, fields }) => ({
      rows, score, fields, repeatedAt: repeats(sheet, rows.at(-1) ?? 0),
      reason: `Reconoce ${counted(fields.length, 'columna', 'columnas')}: ${enumerate(fields.map((field) => fieldTitle[field].toLowerCase()))}.`,
    }))
}
