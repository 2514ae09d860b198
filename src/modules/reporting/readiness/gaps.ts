import { type Block, counted, type FigureValue, formatDay, formatValue, type Inline, type TableBlock, type TableRow } from '#kernel'
import { figureKey, figuresOf } from '#platform/documents'
import type { Gap } from '../contract.ts'
import type { Chip } from '../compose/refresh-chips.ts'

export type ChapterFacts = {
  readonly key: string
  readonly title: string
  readonly informant?: string
  readonly blocks: readonly Block[]
  readonly sections: readonly { readonly key: string; readonly title: string; readonly beside?: string; readonly blocks: readonly Block[]; readonly chips: readonly Chip[]; readonly ready: boolean; readonly unit?: string; readonly dueOn?: string }[]
}
type Place = Pick<Gap, 'chapter' | 'chapterTitle'> & { readonly unit?: string }
const placeOf = ({ key, title, informant }: ChapterFacts): Place => ({ chapter: key, chapterTitle: title, ...(informant ? { unit: informant } : {}) })

const textIn = (inlines: readonly Inline[]): string => inlines.map((inline) => (inline.type === 'figure' ? '\u0000' : inline.text)).join('')
const proseOf = (block: Block): string =>
  block.type === 'list' ? block.items.map(textIn).join(' · ') : block.type === 'heading' || block.type === 'paragraph' || block.type === 'note' ? textIn(block.content) : ''

/** Money, percentages and thousands typed by hand: «$1.200», «M$ 45», «12,5 %», «8.412.000». A year or «N.º 19» is not one. */
const TYPED = /(?:M\$|\$)\s?\d[\d.]*(?:,\d+)?|\d+(?:[.,]\d+)?\s?%|\b\d{1,3}(?:\.\d{3})+(?:,\d+)?\b/g
/** A law is cited with a dot too: «Ley 18.695», «DL 1.263», «decreto 2.385». */
const CITED = /(?:ley|d\.?f\.?l\.?|d\.?l\.?|decreto(?: ley| alcaldicio)?|resolución|circular)(?: n\.?º)?\s*$/i
export const typedNumbers = (text: string): string[] => [...text.matchAll(TYPED)].filter((match) => !CITED.test(text.slice(Math.max(0, match.index - 30), match.index))).map(([found]) => found.trim())

/** The same recipe with two values inside one document. */
export const contradictions = (chapters: readonly ChapterFacts[]): Gap[] => {
  const seen = new Map<string, { figure: FigureValue; place: Place }>()
  const gaps: Gap[] = []
  for (const chapter of chapters) {
    for (const figure of figuresOf(chapter.blocks)) {
      const key = `${figureKey(figure)}@${figure.recipe.asOf.effectiveOn}/${figure.recipe.asOf.knownOn}`
      const before = seen.get(key)
      if (!before) seen.set(key, { figure, place: placeOf(chapter) })
      else if (before.figure.value !== figure.value) gaps.push({ ...placeOf(chapter), kind: 'contradiction', severity: 'stops', text: `«${figure.title}» dice ${figure.text} en «${chapter.title}» y ${before.figure.text} en «${before.place.chapterTitle}».` })
    }
  }
  return gaps
}

const ADDITIVE = new Set(['CLP', 'people', 'count'])
const numberAt = (row: TableRow, column: number): { value: number; unit: string } | undefined => {
  const cell = row.cells[column]
  if (cell?.type === 'number') return { value: cell.value, unit: cell.unit }
  return cell?.type === 'figure' && cell.figure.value !== null ? { value: cell.figure.value, unit: cell.figure.unit } : undefined
}
const sumOf = (rows: readonly TableRow[], column: number): number | undefined => {
  const found = rows.map((row) => numberAt(row, column))
  return rows.length > 0 && found.every((one) => one !== undefined) ? found.reduce((sum, one) => sum + (one?.value ?? 0), 0) : undefined
}

/**
 * Totals that are not the sum of what stands above them. A total may add the rows of the highest level, the subtotals, or every row
 * since the total before; columns that do not add up by nature (ratios, bars) are left out.
 */
export const wrongTotals = (table: TableBlock): string[] =>
  table.rows.flatMap((row, at) => {
    if (row.kind !== 'total') return []
    const above = table.rows.slice(0, at)
    const since = above.slice(above.findLastIndex(({ kind }) => kind === 'total') + 1)
    return table.columns.flatMap((column, index) => {
      const total = numberAt(row, index)
      if (!total || !ADDITIVE.has(total.unit)) return []
      const sums = [above.filter(({ kind }) => kind !== 'total'), since].flatMap((rows) => {
        const plain = rows.filter(({ kind }) => kind === undefined || kind === 'row')
        const top = Math.min(...plain.map(({ level = 0 }) => level))
        return [plain, plain.filter(({ level = 0 }) => level === top), rows.filter(({ kind }) => kind === 'subtotal')].map((some) => sumOf(some, index))
      }).filter((sum) => sum !== undefined)
      const totals = above.filter(({ kind }) => kind === 'total').map((one) => numberAt(one, index)?.value)
      const [before, last] = totals.slice(-2)
      if (before !== undefined && last !== undefined) sums.push(before - last, before + last)
      const nearest = sums.reduce<number | undefined>((best, sum) => (best === undefined || Math.abs(sum - total.value) < Math.abs(best - total.value) ? sum : best), undefined)
      if (nearest === undefined || Math.abs(nearest - total.value) < 0.5) return []
      return [`En «${table.title}», columna «${column.title}», el total dice ${formatValue(total.value, total.unit)} y las filas suman ${formatValue(nearest, total.unit)}.`]
    })
  })

const sums = (chapter: ChapterFacts): Gap[] =>
  chapter.blocks.flatMap((block) => (block.type === 'table' ? wrongTotals(block).map((text): Gap => ({ ...placeOf(chapter), kind: 'sum', severity: 'stops', text, blockId: block.id })) : []))

const distinct = (figures: readonly FigureValue[]): FigureValue[] => [...new Map(figures.map((figure) => [figureKey(figure), figure])).values()]
const MANY = 4
const named = (figures: readonly FigureValue[]): string => [...new Set(figures.map(({ title }) => `«${title}»`))].slice(0, MANY).join(', ')

/** Figures without data or that may still move, by chapter and unit. */
const unfirm = (chapter: ChapterFacts): Gap[] => {
  const figures = distinct(figuresOf(chapter.blocks))
  const missing = figures.filter(({ status, absence }) => status === 'absent' && (absence ?? 'no-data') === 'no-data')
  const moving = figures.filter(({ status }) => status === 'provisional')
  const say = (kind: Gap['kind'], some: readonly FigureValue[], one: string, many: string): Gap[] =>
    some.length === 0 ? [] : [{ ...placeOf(chapter), kind, severity: 'reservation', text: `${counted(some.length, one, many)}: ${named(some)}${new Set(some.map(({ title }) => title)).size > MANY ? ' y otras' : ''}.` }]
  return [...say('missing', missing, 'cifra sin dato', 'cifras sin dato'), ...say('provisional', moving, 'cifra provisional', 'cifras provisionales')]
}

/** Warnings a chapter declares of itself (an open month, unapproved measurements): notes of tone warning or bad. */
const declared = (chapter: ChapterFacts, own: ReadonlySet<string>): Gap[] =>
  chapter.blocks.flatMap((block) => (block.type === 'note' && block.tone !== 'info' && !own.has(block.id)
    ? [{ ...placeOf(chapter), kind: 'declared' as const, severity: 'reservation' as const, blockId: block.id, text: [block.title, block.content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('')].filter(Boolean).join(': ') }] : []))

const written = (chapter: ChapterFacts, today: string): Gap[] =>
  chapter.sections.flatMap((section) => {
    const place: Place = { ...placeOf(chapter), ...(section.unit ? { unit: section.unit } : {}) }
    const late = !section.ready && section.dueOn !== undefined && section.dueOn < today
    const typed = section.blocks.flatMap((block) => typedNumbers(proseOf(block)).map((text) => ({ text, blockId: block.id })))
    const changed = section.chips.filter((chip) => chip.live && chip.live.text !== chip.written.text)
    const unknown = section.chips.filter((chip) => !chip.live)
    return [
      ...(section.blocks.length === 0 ? [{ ...place, kind: 'unfinished' as const, severity: chapter.sections.length === 1 ? 'reservation' as const : 'notice' as const, text: `La sección «${section.title}» no tiene texto.` }] : []),
      ...(late ? [{ ...place, kind: 'late' as const, severity: 'reservation' as const, text: `${section.unit ?? 'La unidad responsable'} no entrega «${section.title}», que vencía el ${formatDay(section.dueOn as Parameters<typeof formatDay>[0])}.` }] : []),
      ...unknown.map((chip): Gap => ({ ...place, kind: 'unknown-figure', severity: 'stops', blockId: chip.blockId, text: `«${section.title}» usa la cifra «${chip.written.title}», que ya no existe.` })),
      ...changed.map((chip): Gap => ({ ...place, kind: 'changed', severity: 'notice', blockId: chip.blockId, text: `«${chip.written.title}» cambió de ${chip.written.text} a ${chip.live?.text ?? ''}: relea la frase.` })),
      ...typed.map(({ text, blockId }): Gap => ({ ...place, kind: 'typed-number', severity: 'notice', blockId, text: `«${text}» está escrito a mano en «${section.title}»: use una cifra con ficha.` })),
    ]
  })

/** Everything that keeps the report from being final, in the order of the document. Pure. */
export const gapsOf = (chapters: readonly ChapterFacts[], today: string): Gap[] => {
  const own = new Set(chapters.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.map(({ id }) => id))))
  return [...contradictions(chapters), ...chapters.flatMap((chapter) => [...sums(chapter), ...unfirm(chapter), ...declared(chapter, own), ...written(chapter, today)])]
}
/** A gap as it is printed: unit, chapter and what is missing. */
export const reservationText = (gap: Gap): string => `${gap.chapterTitle}${gap.unit ? `, ${gap.unit}` : ''}: ${gap.text}`
