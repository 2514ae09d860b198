import { type AsOf, type Block, type DocumentBody, type FigureValue, type Law, numberReferences, type Period, readPeriod } from '#kernel'
import { notFound, type ReadContext } from '#platform/actions'
import { canonicalJson } from '#platform/documents'
import { communesInstalled, communeStore } from '#registry'
import { remembered } from '#evidence'
import { unitNames } from './unit-names.ts'
import { bookOf, type Catalog } from '../catalog.ts'
import type { ChapterView, Gap, PreviewView } from '../contract.ts'
import { definitionOf } from '../definition/reports.ts'
import type { ReportChapter, ReportDefinition } from '../definition/report.ts'
import type { ReportRow } from '../drafts/report.store.ts'
import { emptySection, type SectionRow, sectionStore } from '../drafts/section.store.ts'
import { type ChapterFacts, gapsOf } from '../readiness/gaps.ts'
import { distinctFigures, reservationsChapter, sourcesAnnex } from './annex.ts'
import { blocksOf, chapterParts, uniqueIds } from './chapter-parts.ts'
import { contextAt, datesOf, ledgerHead } from './pinned-context.ts'
import { type LiveFigures, liveFigure, refreshChips } from './refresh-chips.ts'

export type ComposedChapter = ChapterFacts & { readonly parts: ChapterView['parts'] }
/** What a document needs besides its chapters; read once. */
export type Frame = { readonly definition: ReportDefinition; readonly period: Period; readonly asOf: AsOf; readonly commune: DocumentBody['commune'] & { readonly name: string; readonly demonstration: boolean; /** Address of the image of its letterhead. */ readonly letterhead: string | null }; readonly legalBasis: string; readonly sections: readonly SectionRow[]; readonly units: ReadonlyMap<string, string>; /** Nothing beyond this ledger number is read. */ readonly head: number; /** What is issued is computed anew, whatever is remembered. */ readonly anew?: boolean }

const law = (book: Law, definition: ReportDefinition, period: Period): string => {
  const { norm, article } = book.at(definition.duty, period.to)
  return article ? `${norm}, artículo ${article}` : norm
}

/** Chapters of this installation in order: the table of contents, plus chapters of modules that no line names, before what is computed. */
export const contentsOf = (definition: ReportDefinition, catalog: Catalog): readonly ReportChapter[] => {
  const named = new Set(definition.chapters.flatMap(({ from = [] }) => from))
  const extra = catalog.chapters.filter(({ module, id }) => !named.has(module) && !named.has(id)).map(({ id, title }): ReportChapter => ({ key: id.replace(/[^a-z0-9]+/gi, '-').toLowerCase(), title, from: [id] }))
  return [...definition.chapters.filter(({ computed }) => !computed), ...extra, ...definition.chapters.filter(({ computed }) => computed)]
}

/** Everything of a report but its chapters. Throws `ausente/no-existe`. */
export const frameOf = async (context: ReadContext, report: ReportRow): Promise<Frame> => {
  const definition = definitionOf(report.kind)
  const period = readPeriod(report.period)
  const commune = (await communesInstalled(context.tx)).find(({ commune: code }) => code === context.tx.commune)
  if (!period || !commune) throw notFound({ what: 'el período o la comuna del informe' })
  const asOf = datesOf(report, period, context)
  return {
    definition, period, asOf, legalBasis: law(context.law, definition, period),
    commune: { code: commune.commune, municipality: commune.municipality, unit: definition.unit, ...(commune.address ? { address: commune.address } : {}), name: commune.name, demonstration: commune.demonstration, letterhead: (await communeStore(context.tx).get())?.letterhead ?? null },
    sections: await sectionStore(context.tx).of(report.id), units: await unitNames(context), head: await contextAt(context, asOf, await ledgerHead(context)).knownSeq(),
  }
}

/** «Redacta …» goes once per section, on its last paragraph, with the offices of who wrote it. */
const signed = (row: SectionRow, blocks: readonly Block[]): Block[] => {
  const offices = [...new Set(blocks.map(({ id }) => row.authors[id]?.office).filter((office) => office))]
  const last = blocks.findLastIndex(({ type }) => type === 'paragraph')
  return blocks.map((block, index) => (block.type === 'paragraph' && index === last && offices.length ? { ...block, author: offices.join(', ') } : block))
}

/** The chapters of a report written in one transaction share what they read and compute: one context, one book. */
const shared = new WeakMap<ReadContext, WeakMap<Frame, ReturnType<typeof writingOf>>>()
const writingOf = (catalog: Catalog, base: ReadContext, frame: Frame) => {
  const context = contextAt(base, frame.asOf, frame.head)
  // The same object, not a copy: figures and chapters remember by context.
  return Object.assign(context, { period: frame.period, figures: bookOf(catalog, context) })
}
const writingIn = (catalog: Catalog, base: ReadContext, frame: Frame): ReturnType<typeof writingOf> => {
  const frames = shared.get(base) ?? new WeakMap<Frame, ReturnType<typeof writingOf>>()
  shared.set(base, frames)
  const known = frames.get(frame) ?? writingOf(catalog, base, frame)
  frames.set(frame, known)
  return known
}

/** No sentence saved changes a figure: what the modules give is remembered by what they read, and outlives the text around it. */
const rememberedIn = <T>(catalog: Catalog, base: ReadContext, { definition, period, asOf, head, anew }: Frame, part: readonly string[], make: () => Promise<T>): Promise<T> =>
  anew ? make() : remembered(catalog, base, [definition.id, period.id, asOf.effectiveOn, asOf.knownOn, ...part], make, { floors: true, upTo: head })

/** The figures of a report at its dates. */
export const liveOf = async (catalog: Catalog, base: ReadContext, frame: Frame): Promise<LiveFigures> => {
  const known = await rememberedIn(catalog, base, frame, ['figures'], async () => new Map<string, FigureValue | undefined>())
  return async (id, parameters) => {
    const key = canonicalJson([id, parameters])
    if (!known.has(key)) known.set(key, await liveFigure(writingIn(catalog, base, frame).figures, id, parameters))
    return known.get(key)
  }
}

/** What the modules write for a chapter. */
const computedOf = (catalog: Catalog, base: ReadContext, frame: Frame, chapter: ReportChapter, live: LiveFigures): Promise<readonly Block[]> =>
  rememberedIn(catalog, base, frame, ['chapter', chapter.key], async () => {
    const writing = writingIn(catalog, base, frame)
    const blocks: Block[] = chapter.key === frame.definition.chapters[0]?.key ? await highlights(frame, live) : []
    for (const written of catalog.chapters.filter(({ module, id }) => chapter.from?.includes(module) || chapter.from?.includes(id))) blocks.push(...(await written.write(writing)))
    return blocks
  })

/** One chapter as of the report's dates: computed blocks of its modules, and the narrative with its chips run again. */
export const composeChapter = async (catalog: Catalog, base: ReadContext, frame: Frame, chapter: ReportChapter): Promise<ComposedChapter> => {
  const live = await liveOf(catalog, base, frame)
  const computed = await computedOf(catalog, base, frame, chapter, live)
  const sections: ChapterFacts['sections'][number][] = []
  for (const { key, title, beside } of chapter.sections ?? []) {
    const row = frame.sections.find((one) => one.key === key) ?? emptySection(key)
    const { blocks, chips } = await refreshChips(row.content, live)
    const unit = row.unit_id ? frame.units.get(row.unit_id) : undefined
    sections.push({ key, title, ...(beside ? { beside } : {}), blocks: signed(row, blocks), chips, ready: row.ready, ...(unit ? { unit } : {}), ...(row.due_on ? { dueOn: row.due_on } : {}) })
  }
  const parts = chapterParts(chapter, computed, sections)
  return { key: chapter.key, title: chapter.title, ...(chapter.informant ? { informant: chapter.informant } : {}), parts, sections, blocks: blocksOf(parts, new Map(sections.map(({ key, blocks }) => [key, blocks]))) }
}

const highlights = async ({ definition, period }: Frame, get: LiveFigures): Promise<Block[]> => {
  const items: { label: string; figure: FigureValue; show?: { thousands: boolean } }[] = []
  for (const { label, figure, parameters = {} } of definition.highlights ?? []) {
    const found = await get(figure, Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, value === '$period' ? period.id : value])))
    if (found) items.push({ label, figure: found, ...(found.unit === 'CLP' ? { show: { thousands: true } } : {}) })
  }
  return items.length ? [{ type: 'figures', id: 'highlights', items }] : []
}

/** Joins chapters into the document with its reservations and annex, and says what keeps it from being final. Pure. */
export const assemble = (frame: Frame, chapters: readonly ComposedChapter[], today: string): PreviewView => {
  const gaps: readonly Gap[] = gapsOf(chapters, today)
  const written = uniqueIds(chapters.flatMap(({ blocks }) => blocks))
  const closing = frame.definition.chapters.filter(({ computed }) => computed).map((chapter) => ({
    chapter, blocks: chapter.computed === 'reservations' ? reservationsChapter(chapter.title, gaps) : sourcesAnnex(chapter.title, written, frame.asOf),
  }))
  const figures = distinctFigures(written)
  return {
    body: {
      schema: 'secplan.document/1', kind: frame.definition.id, title: `${frame.definition.title}, ${frame.period.title}`, subtitle: 'Cumplimiento de planes, programas, proyectos, inversiones y presupuesto',
      commune: { code: frame.commune.code, municipality: frame.commune.municipality, unit: frame.commune.unit, ...(frame.commune.address ? { address: frame.commune.address } : {}) },
      addressee: `${frame.definition.audience} de ${frame.commune.name}`, legalBasis: frame.legalBasis, asOf: frame.asOf, blocks: numberReferences(uniqueIds([...written, ...closing.flatMap(({ blocks }) => blocks)])),
    },
    chapters: [
      ...chapters.map(({ key, title, informant, parts }) => ({ key, title, ...(informant ? { informant } : {}), parts })),
      ...closing.map(({ chapter, blocks }) => ({ key: chapter.key, title: chapter.title, parts: [{ type: 'blocks' as const, blocks }] })),
    ],
    gaps, firm: figures.filter(({ status }) => status === 'firm').length, total: figures.length,
  }
}

/** The whole document as it would be issued now, in the transaction of the context. */
export const composeReport = async (catalog: Catalog, context: ReadContext, report: ReportRow): Promise<PreviewView> => {
  const frame = await frameOf(context, report)
  const chapters: ComposedChapter[] = []
  for (const chapter of contentsOf(frame.definition, catalog)) if (!chapter.computed) chapters.push(await composeChapter(catalog, context, frame, chapter))
  return assemble(frame, chapters, context.today)
}
