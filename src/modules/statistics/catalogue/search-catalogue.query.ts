import { can } from '#kernel'
import { defineQuery, type ReadContext } from '#platform/actions'
import { FILE, searchEverything } from '#evidence'
import { z } from 'zod'
import { accesses, type CatalogueAnswer, type CatalogueItem, catalogueKindTitle, holdingKinds, topics } from '../contract.ts'
import { datasetStore } from '../datasets/dataset.store.ts'
import { overdueDays } from '../datasets/dataset-view.ts'
import { versionStore } from '../datasets/version.store.ts'
import { datasetHref } from '../hrefs.ts'
import { holdingHref } from './holding-href.ts'
import { holdingStore } from './holding.store.ts'
import { matches } from './match-item.ts'

const SIZE = 30
const SearchCatalogueInput = z.object({
  text: z.string().trim().max(200).default(''), topic: z.enum(['', ...topics]).default(''), publisher: z.string().max(200).default(''), territory: z.string().max(200).default(''), year: z.coerce.number().int().min(1500).max(2200).optional(),
  kind: z.enum(['', 'dataset', ...holdingKinds]).default(''), access: z.enum(['', ...accesses]).default(''), overdue: z.enum(['', 'si']).default(''), page: z.coerce.number().int().min(1).max(1000).default(1),
})

const datasetItems = async (context: ReadContext, knownSeq: number): Promise<readonly CatalogueItem[]> => {
  const newest = new Map((await versionStore(context.tx).newest({ knownSeq, on: context.asOf.effectiveOn })).map((row) => [row.dataset_id, row]))
  return (await datasetStore(context.tx).known(knownSeq)).map((row): CatalogueItem => {
    const version = newest.get(row.id)
    return {
      kind: 'dataset', id: row.id, title: row.title, description: row.description, topic: row.topic, publisher: row.publisher, territory: row.geography, period: version?.period ?? '', updatedOn: version?.effective_on ?? null, access: row.access, shared: row.shared,
      overdueDays: overdueDays(row, context.today), href: datasetHref(row.id), where: row.source_link, retirable: false,
    }
  })
}
const period = (from: number | null, to: number | null): string => (from === null ? '' : to === null || to === from ? String(from) : `${from}–${to}`)
const holdingItems = async (context: ReadContext, knownSeq: number): Promise<readonly CatalogueItem[]> => (await holdingStore(context.tx).known(knownSeq)).map((row): CatalogueItem => ({
  kind: row.kind, id: row.id, title: row.title, description: row.description, topic: row.topic, publisher: row.publisher, territory: row.territory, period: period(row.year_from, row.year_to), updatedOn: row.updated_on,
  access: row.visibility === 'restricted' ? 'restricted' : 'open', shared: true, overdueDays: 0, href: holdingHref(row), where: row.file_name ?? row.link, retirable: true,
}))
/** Files of any record that answer to the words: what nobody has described yet is found too. */
const fileItems = async (context: ReadContext, text: string, described: ReadonlySet<string>): Promise<readonly CatalogueItem[]> => {
  const { hits } = await searchEverything({ text, kind: FILE, page: 1, size: 40, each: 40 }, context)
  return hits.filter(({ record_id: hash }) => !described.has(hash)).map((hit): CatalogueItem => ({
    kind: 'document', id: hit.record_id, title: hit.title, description: hit.subtitle, topic: '', publisher: '', territory: '', period: hit.year ? String(hit.year) : '', updatedOn: null, access: 'open', shared: true, overdueDays: 0, href: hit.href, where: hit.subtitle, retirable: false,
  }))
}
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values.filter((value) => value !== ''))].sort((a, b) => (a < b ? -1 : 1))

/** Everything the office holds, in one search with its filters. */
export const searchCatalogue = defineQuery({
  name: 'statistics.search-catalogue', title: 'Catálogo de lo que hay', input: SearchCatalogueInput, allowed: can('statistics.read'),
  run: async ({ page, overdue, year, ...filters }, context): Promise<CatalogueAnswer> => {
    const knownSeq = await context.knownSeq()
    const kept = [...await datasetItems(context, knownSeq), ...await holdingItems(context, knownSeq)]
    const asked = { ...filters, overdue: overdue === 'si', year: year ?? null }
    const wantsFiles = filters.text !== '' && (filters.kind === '' || filters.kind === 'document') && filters.topic === '' && filters.publisher === '' && filters.territory === '' && overdue === ''
    const files = wantsFiles ? await fileItems(context, filters.text, new Set(kept.map(({ href }) => href.replace('/archivos/', '')))) : []
    const found = [...kept.filter((item) => matches(item, asked)), ...files.filter(({ period: said }) => asked.year === null || said === String(asked.year))]
    const kinds = (Object.keys(catalogueKindTitle) as CatalogueItem['kind'][]).map((kind) => ({ kind, count: kept.filter((item) => item.kind === kind).length })).filter(({ count }) => count > 0)
    return {
      items: found.slice((page - 1) * SIZE, page * SIZE), total: found.length, pages: Math.max(1, Math.ceil(found.length / SIZE)), page,
      facets: { publishers: distinct(kept.map(({ publisher }) => publisher)), territories: distinct(kept.map(({ territory }) => territory)), kinds, overdue: kept.filter(({ overdueDays: days }) => days > 0).length },
      mayLoad: context.actor.permissions.has('statistics.load'), mayManage: context.actor.permissions.has('statistics.manage'),
    }
  },
})
