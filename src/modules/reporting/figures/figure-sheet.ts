import { addDays, type Day, type FigureRecipe, type FigureValue, formatDay, formatValue, needsConfirmation } from '#kernel'
import type { Page, ReadContext, TrailRecord } from '#platform/actions'
import { ledger } from '#evidence'
import { canonicalJson, figureKey, figuresOf } from '#platform/documents'
import { createHash } from 'node:crypto'
import { bookOf, type Catalog } from '../catalog.ts'
import { contextAt, ledgerHead } from '../compose/pinned-context.ts'
import { titleOf } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { sectionStore } from '../drafts/section.store.ts'
import { definitionOf, sectionsOf } from '../definition/reports.ts'
import { editionStore } from '../editions/edition.store.ts'
import { changePoints } from './change-points.ts'
import { recordedDays } from './entries-between.ts'
import { lookFrom, sameValue } from './figure-at.ts'

export type SheetRecord = { readonly id: string; readonly documentTitle: string; readonly documentDate?: string; readonly amountText: string; readonly amount: number; readonly href?: string; readonly locator?: string; readonly fileHash?: string }
/** Answer of `GET /api/figures/:id`. */
export type FigureSheet = {
  readonly figure: FigureValue
  readonly method: string
  readonly formula?: readonly { readonly label: string; readonly text: string }[]
  readonly law: readonly { readonly norm: string; readonly article?: string; readonly title: string }[]
  readonly trail: { readonly records: readonly SheetRecord[]; readonly total: number; readonly page: number; readonly sumText: string; readonly note?: string }
  readonly history?: readonly { readonly knownOn: string; readonly text: string }[]
  readonly appears?: readonly { readonly title: string; readonly href: string }[]
  /** SHA-256 of recipe, value and digest of the records. */
  readonly fingerprint: string
}
/** Each look may read a whole year again: few, and only for the first page. */
const LOOKS = 6
const SHOWN = 5

const recordOf = ({ id, documentTitle, documentDate, amount, amountUnit, href, locator, fileHash }: TrailRecord): SheetRecord => ({
  id, documentTitle, amount, amountText: formatValue(amount, amountUnit), ...(documentDate ? { documentDate } : {}), ...(href ? { href } : {}), ...(locator ? { locator } : {}), ...(fileHash ? { fileHash } : {}),
})

/** Law the figure rests on: what its definition names and what its value used, saying what waits for confirmation. */
const lawOf = (catalog: Catalog, context: ReadContext, figure: FigureValue): FigureSheet['law'] => {
  const titles = new Map(context.law.parameters().map(({ id, title }) => [id, title]))
  const ids = new Set([...(catalog.figures.get(figure.recipe.id)?.law ?? []), ...figure.lawValues.map(({ id }) => id)])
  return [...ids].flatMap((id) => {
    const value = context.law.find(id, figure.recipe.asOf.effectiveOn)
    return value ? [{ norm: value.norm, ...(value.article ? { article: value.article } : {}), title: `${titles.get(id) ?? id}${needsConfirmation(value) ? ' (por confirmar)' : ''}` }] : []
  })
}

/** How the figure read when less was known: the days after its effective day on which the ledger changed it, the newest first. */
const historyOf = async (catalog: Catalog, context: ReadContext, figure: FigureValue): Promise<NonNullable<FigureSheet['history']>> => {
  const { recipe } = figure
  const from = await ledger.seqKnownOn(context.tx, recipe.asOf.effectiveOn)
  const days = await recordedDays(context.tx, from, Math.min(await context.knownSeq(), await ledgerHead(context)))
  const look = lookFrom(catalog, context)
  const at = (knownOn: Day) => look(recipe, { effectiveOn: recipe.asOf.effectiveOn, knownOn })
  if (days.length === 0) return []
  const before = await at(recipe.asOf.effectiveOn)
  const points = await changePoints(days.map((_, index) => index), before, sameValue, (index) => at(days[index]?.day ?? recipe.asOf.knownOn), { budget: LOOKS, end: figure })
  return points.slice(-SHOWN).reverse().map((point) => {
    const day = days[point.at]
    const earlier = points[points.indexOf(point) - 1]?.value ?? before
    const cause = day && day.entries === 1 ? `: ${day.summary}` : ''
    return day ? { knownOn: addDays(day.day, -1), text: `era ${earlier?.text ?? 'sin dato'}; el ${formatDay(day.day)} pasó a ${point.value?.text ?? 'sin dato'}${cause}` } : { knownOn: recipe.asOf.effectiveOn, text: `era ${earlier?.text ?? 'sin dato'}` }
  })
}

const appearsIn = async (context: ReadContext, figure: FigureValue): Promise<NonNullable<FigureSheet['appears']>> => {
  const key = figureKey(figure)
  const editions = await editionStore(context.tx).withFigure(key, await context.knownSeq())
  const drafts: { title: string; href: string }[] = []
  for (const report of (await reportStore(context.tx).all()).filter(({ state }) => state !== 'issued' && state !== 'delivered').slice(0, 4)) {
    const titles = new Map(sectionsOf(definitionOf(report.kind)).map((section) => [section.key, section]))
    for (const section of await sectionStore(context.tx).of(report.id)) {
      const known = titles.get(section.key)
      if (known && figuresOf(section.content).some((one) => figureKey(one) === key)) drafts.push({ title: `${titleOf(report)}, «${known.title}»`, href: `/rendir/informes/${report.id}?capitulo=${known.chapter}` })
    }
  }
  return [...drafts, ...editions.map(({ report_id: id, number, title, text, places }) => ({ title: `${title}, edición ${number}${places.length ? ` (${places.join('; ')})` : ''}: ${text}`, href: `/rendir/informes/${id}?edicion=${number}` }))]
}

/**
 * The sheet of a figure as of the two dates of its recipe: method, formula, law, one page of the records that add up to it and,
 * with the first page, how it read before and where else it is printed. Throws `ausente/cifra` and `entrada/datos-no-validos`.
 */
export const figureSheet = (catalog: Catalog) => async (base: ReadContext, recipe: FigureRecipe, page: Page): Promise<FigureSheet> => {
  const context = contextAt(base, recipe.asOf)
  const book = bookOf(catalog, context)
  const figure = await book.get(recipe.id, recipe.parameters)
  const definition = book.definition(recipe.id)
  const result = await book.result(recipe.id, recipe.parameters)
  const trail = await book.trail(recipe.id, recipe.parameters, page)
  const first = page.page === 1
  const [history, appears] = [first ? await historyOf(catalog, context, figure) : [], first ? await appearsIn(context, figure) : []]
  return {
    figure, method: definition.method, law: lawOf(catalog, context, figure),
    ...(result.formula?.length ? { formula: result.formula.map(({ label, text }) => ({ label, text })) } : {}),
    trail: { records: trail.records.map(recordOf), total: trail.total, page: page.page, sumText: formatValue(trail.sum, trail.sumUnit), ...(trail.note ? { note: trail.note } : {}) },
    ...(history.length ? { history } : {}), ...(appears.length ? { appears } : {}),
    fingerprint: createHash('sha256').update(canonicalJson({ recipe: figure.recipe, value: figure.value, records: figure.records })).digest('hex'),
  }
}
