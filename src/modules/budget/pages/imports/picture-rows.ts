import { counted } from '#kernel'
import type { SheetRow, SheetRowRole } from '#design'
import type { PreviewAnswer, ReadAnswer } from '../../answers.ts'

type Picture = ReadAnswer['picture']
type Role = Picture['rows'][number]['role']
const roles: Readonly<Record<Role, SheetRowRole>> = { blank: 'data', title: 'title', 'page-header': 'repeated', block: 'title', detail: 'data', subtotal: 'subtotal', total: 'subtotal', unknown: 'skipped' }
/** Rows drawn at first; the rest open with a button, and those with a problem are always there. */
const FIRST = 18

type Located = Pick<PreviewAnswer['problems'][number], 'row' | 'column' | 'what'>
const troubled = (row: Picture['rows'][number], problems: readonly Located[]): SheetRow['cells'] => {
  if (problems.length === 0) return row.cells
  let column = 0
  return row.cells.map((cell) => {
    const here = column
    column += cell.span ?? 1
    const found = problems.find((problem) => problem.column >= here && problem.column < column)
    return found ? { ...cell, problem: found.what } : cell
  })
}

/** The rows of a sheet as its picture shows them: what each is taken for, cells with problems, and gaps for what is not drawn. */
export const pictureRows = (picture: Picture, header: readonly number[], problems: readonly Located[], whole: boolean): SheetRow[] => {
  const byRow = new Map<number, Located[]>()
  for (const problem of problems) if (problem.row >= 0) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem])
  const seen = (index: number): boolean => whole || index < FIRST || [index - 1, index, index + 1].some((near) => byRow.has(near))
  const rows: SheetRow[] = []
  let hidden = 0
  const gap = (before: number): void => {
    if (hidden > 0) rows.push({ number: before - hidden, role: 'gap', cells: [{ text: `${counted(hidden, 'fila', 'filas')}, ${before - hidden} a ${before - 1}, sin novedad` }] })
    hidden = 0
  }
  for (const row of picture.rows) {
    const index = row.number - 1
    if (!seen(index)) { hidden += 1; continue }
    gap(row.number)
    const chosen = header.includes(index)
    rows.push({ number: row.number, role: chosen ? (index === header.at(-1) ? 'header' : 'header-above') : roles[row.role], cells: troubled(row, byRow.get(index) ?? []) })
  }
  gap((picture.rows.at(-1)?.number ?? 0) + 1)
  const left = picture.rowCount - picture.rows.length
  if (left > 0) rows.push({ number: picture.rowCount, role: 'gap', cells: [{ text: `${counted(left, 'fila más', 'filas más')} en el archivo, que se revisan igual` }] })
  return rows
}
