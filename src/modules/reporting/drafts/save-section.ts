import { type Block, can, counted, readPeriod } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { figureKey, figuresOf } from '#platform/documents'
import { bookOf, type Catalog } from '../catalog.ts'
import { contextAt, datesOf } from '../compose/pinned-context.ts'
import { mapFigures } from '../compose/refresh-chips.ts'
import { SaveSectionInput } from '../contract.ts'
import { definitionOf, sectionsOf } from '../definition/reports.ts'
import { needState } from '../review/needs.ts'
import { readContent } from './read-content.ts'
import { reportStore, type ReportRow } from './report.store.ts'
import { type BlockAuthor, type SectionRow, sectionStore } from './section.store.ts'

/**
 * Saves what a person wrote in a section. Chips keep the value they were written with; a new chip, or one whose value is not the
 * one stored, is computed here: nobody can send a number of their own. A stale version is refused with both versions.
 */
export const saveSection = (catalog: Catalog) => defineAction({
  name: 'reporting.save-section',
  title: 'Guardar la redacción de una sección',
  input: SaveSectionInput,
  allowed: can('reporting.edit'),
  perMinute: 600,
  run: async ({ report: id, key, version, content }, context) => {
    const report = await reportStore(context.tx).need(id)
    needState(report, ['draft', 'in-review'], 'redactar')
    const section = sectionsOf(definitionOf(report.kind)).find((one) => one.key === key)
    if (!section) throw notFound({ what: `la sección ${key}` })
    const store = sectionStore(context.tx)
    const old = await store.get(id, key)
    if (old.version !== version) throw versionMoved({ what: `La sección «${section.title}»`, yours: version, current: old.version }, { facts: { mine: { content }, current: { content: old.content, version: old.version } } })
    const blocks = await frozen(catalog, context, report, readContent(content), old.content)
    const row: SectionRow = { ...old, content: blocks, authors: authorsOf(blocks, old, { account: context.actor.accountId, office: context.actor.offices[0]?.title ?? 'Municipalidad' }), updated_by: context.actor.accountId, updated_at: context.clock.now().toISOString(), version: version + 1 }
    await store.put(id, row)
    await context.keep({ kind: 'report-section', id: `${id}:${key}`, version: row.version, data: { content: blocks } })
    return {
      result: { version: row.version, content: blocks },
      entry: { name: 'section-saved', summary: `Se guardó la sección «${section.title}», ${counted(blocks.length, 'bloque', 'bloques')}`, record: { kind: 'report', id }, facts: { section: key, version: row.version } },
    }
  },
})

const sameText = (a: Block | undefined, b: Block): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b)

/** A block keeps its author until somebody changes it. */
const authorsOf = (blocks: readonly Block[], old: SectionRow, author: BlockAuthor): Record<string, BlockAuthor> =>
  Object.fromEntries(blocks.map((block) => {
    const before = old.content.find(({ id }) => id === block.id)
    const known = old.authors[block.id]
    return [block.id, known && sameText(before, block) ? known : author]
  }))

/** Chips already stored keep their value; any other is computed now at the report's dates. */
const frozen = async (catalog: Catalog, context: ActionContext, report: ReportRow, blocks: readonly Block[], old: readonly Block[]): Promise<Block[]> => {
  const period = readPeriod(report.period)
  if (!period) throw notFound({ what: 'el período del informe' })
  const stored = new Map(figuresOf(old).map((figure) => [`${figureKey(figure)}=${figure.value}`, figure]))
  const book = bookOf(catalog, contextAt(context, datesOf(report, period, context)))
  return mapFigures(blocks, async (sent) => stored.get(`${figureKey(sent)}=${sent.value}`) ?? (await book.get(sent.recipe.id, sent.recipe.parameters)))
}
