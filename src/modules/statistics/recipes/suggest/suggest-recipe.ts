import { type ColumnAbout, columnName, type Sheet } from '#platform/spreadsheets'
import { headerTexts, joinedHeader } from '../locate/header-texts.ts'
import { lastRow } from '../locate/last-row.ts'
import type { CodeLists } from '../model/code-list.ts'
import type { RecipeInput } from '../model/recipe.ts'
import { slug, textOf } from '../text/plain-text.ts'
import { type ColumnGuess, guessColumn } from './guess-column.ts'
import { guessHeader } from './guess-header.ts'
import { dimensionFor, measureFor } from './parts-for.ts'
import { wideYears } from './wide-years.ts'

/** What a person pointed at: rows of the header, counted from 0. */
export type Pointed = { readonly from: number; readonly to: number }
export type ColumnProposal = { readonly column: number; readonly header: string; readonly guess: ColumnGuess; readonly examples: readonly string[] }
export type Suggestion = { readonly recipe: RecipeInput; readonly columns: readonly ColumnProposal[]; readonly header: Pointed; /** What a person must still say before it can run. */ readonly missing: readonly string[] }
export type SuggestedOrigin = RecipeInput['origin'] & { readonly id: string; readonly title: string }

const SAMPLE_ROWS = 2000
const keyOf = (header: string, used: Set<string>): string => {
  const base = slug(header).replaceAll('-', '_').replace(/^[^a-z]+/, '').slice(0, 34) || 'columna'
  let key = base
  for (let next = 2; used.has(key); next++) key = `${base}_${next}`
  used.add(key)
  return key
}

const aboutOf = (sheet: Sheet, header: string): ColumnAbout | undefined => sheet.about?.columns.find((one) => one.header === header)
/** What a PX or JSON-stat file says of a column weighs more than what it looks like. */
const saidBy = (about: ColumnAbout | undefined, guess: ColumnGuess): ColumnGuess => {
  if (about?.kind === 'measure' && guess.is !== 'measure') return { is: 'measure', numbers: 'plain', percent: false, reason: 'lo dice el archivo' }
  if (about?.kind === 'dimension' && (guess.is === 'measure' || guess.is === 'ignored' || guess.is === 'label')) return { is: 'category', reason: 'lo dice el archivo', values: (about.codes ?? []).map(({ code }) => code) }
  return guess
}

/** Proposes a recipe for a sheet: where its header is (or where a person pointed) and what each column seems to be, with examples. */
export const suggestRecipe = (sheet: Sheet, origin: SuggestedOrigin, lists: CodeLists, pointed?: Pointed): Suggestion => {
  const row = sheet.about ? 0 : guessHeader(sheet)
  const at = pointed ?? { from: row, to: row }
  const rows = at.to - at.from + 1
  const levels = headerTexts(sheet, at.from, rows, 'merges')
  const first = at.to + 1
  const to = lastRow(sheet, first, { kind: 'blank' })
  const columns = Array.from({ length: sheet.columnCount }, (_, column): ColumnProposal => {
    const cells = Array.from({ length: Math.min(to - first, SAMPLE_ROWS) }, (_unused, index) => sheet.cell(first + index, column))
    const header = joinedHeader(levels, column)
    return { column, header, guess: saidBy(aboutOf(sheet, header), guessColumn(header, cells, lists)), examples: [...new Set(cells.map((cell) => textOf(cell)).filter(Boolean))].slice(0, 5) }
  }).filter(({ header }) => header !== '')
  const used = new Set<string>()
  const wide = sheet.about ? undefined : wideYears(columns.map(({ column, guess }) => ({ texts: levels.map((level) => level[column] ?? ''), guess })))
  const dimensions: RecipeInput['dimensions'] = []
  const measures: RecipeInput['measures'] = []
  const uses: RecipeInput['columns'] = []
  const byCode = columns.find(({ guess }) => guess.is === 'commune' && guess.by === 'code')
  columns.forEach(({ column, header, guess }, index) => {
    const place = { header, at: columnName(column) }
    if (wide?.columns.has(index)) return
    // A name beside its code is its label, never another dimension.
    if (guess.is === 'commune' && guess.by === 'name' && byCode) { const key = dimensions.find(({ role }) => role === 'place')?.key ?? 'place'; uses.push({ ...place, as: 'label', dimension: key }); return }
    const about = aboutOf(sheet, header)
    if (about?.kind === 'status') { const measured = measures.find(({ title: one }) => one === about.of); uses.push(measured ? { ...place, as: 'status', measure: measured.key } : { ...place, as: 'ignored' }); return }
    if (guess.is === 'measure') { const measure = { ...measureFor(header, guess, keyOf(header, used)), ...(about?.unit ? { unit: about.unit } : {}), ...(about?.decimals ? { decimals: about.decimals } : {}) }; measures.push(measure); uses.push({ ...place, as: 'measure', measure: measure.key }); return }
    const dimension = guess.is === 'ignored' || guess.is === 'label' ? undefined : dimensionFor(header, guess, guess.is === 'commune' ? 'place' : keyOf(header, used))
    if (!dimension || dimensions.some(({ key }) => key === dimension.key)) { uses.push({ ...place, as: 'ignored' }); return }
    // Codes of a file that explains itself are kept as they are: their labels come with them.
    dimensions.push(about?.codes && guess.is !== 'commune' && guess.is !== 'period' ? { ...dimension, code: { kind: 'text' }, ...(about.total ? { total: about.total } : {}) } : dimension)
    uses.push({ ...place, as: 'dimension', dimension: dimension.key })
  })
  if (wide) { dimensions.push(...wide.dimensions); measures.push(...wide.measures) }
  const missing = [
    ...(measures.length === 0 ? ['No se reconoció ninguna columna de números: diga cuál es la medida.'] : []), ...(dimensions.length === 0 ? ['No se reconoció ninguna columna que diga de quién es cada número.'] : []),
    ...(dimensions.some(({ role }) => role === 'time') ? [] : ['No se reconoció el año o la fecha: dé uno fijo, o tómelo del título.']), ...(dimensions.some(({ role }) => role === 'place') ? [] : ['No se reconoció la comuna: si todo es de una sola, dela como valor fijo.']),
    ...measures.filter(({ unit }) => unit === '').map(({ title }) => `Falta la unidad de «${title}».`),
  ]
  const { id, title, ...rest } = origin
  return {
    columns, header: at, missing,
    recipe: { recipe: 1, id, title, origin: rest, sheet: { by: 'name', name: sheet.name }, header: { rows, at: at.from + 1 }, end: to < sheet.rowCount ? { kind: 'blank' } : { kind: 'sheet' }, columns: uses, dimensions, measures, ...(wide ? { wide: wide.rule } : {}), reading: { footnotes: 'digits' } },
  }
}
