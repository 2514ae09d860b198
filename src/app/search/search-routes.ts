import type { Hono } from 'hono'
import { Problem } from '#kernel'
import { parseInput, readContext, runQuery, scopeOf } from '#platform/actions'
import { type ApiOptions, asOfFrom, demandSession, rateLimit } from '#platform/http'
import { FILE, type SearchAnswer, searchEverything, SearchInput } from '#evidence'
import { modules } from '../modules.ts'
import type { System } from '../system.ts'
import { finderTitles, foundRecords } from './found-records.ts'
import { type Known, knownHits } from './known-hits.ts'
import { manualPages } from './manual.ts'

/** Kinds that are not records of a module, and those whose records only keep a search line. */
const TITLES: Readonly<Record<string, string>> = { ...finderTitles(modules), [FILE]: 'Documentos', figure: 'Cifras', law: 'Normativa', manual: 'Manual', 'budget-account': 'Cuentas presupuestarias', 'budget-line': 'Líneas presupuestarias', tender: 'Licitaciones' }
/** «Modificación presupuestaria» → «Modificaciones presupuestarias»: every word until the first «de». */
const many = (title: string): string => {
  const [head = '', tail = ''] = title.split(/(?= del? )/)
  return head.split(' ').map((word) => (/[aeiouáéó]$/.test(word) ? `${word}s` : /ón$/.test(word) ? `${word.slice(0, -2)}ones` : `${word}es`)).join(' ') + tail
}
const OURS = new Set(['figure', 'law', 'manual'])
const FOUND = new Set(Object.keys(finderTitles(modules)))
const PALETTE = 5

export type SearchGroup = { readonly kind: string; readonly title: string; readonly count: number; readonly items: readonly Known[] }
/** Answer of `GET /api/search`. */
export type SearchPage = { readonly groups: readonly SearchGroup[]; readonly pages: number; readonly total: number; readonly atLeast: boolean; readonly corrected?: { readonly from: string; readonly to: string }; readonly units: readonly { readonly id: string; readonly name: string }[] }

/** Lines have no search line of their own, there may be a hundred thousand: they are asked by the code of their account, or by words of their name. */
const isOfLines = (text: string): boolean => /^\d{2,3}([.-]\d{2,3})+$/.test(text) || /\p{L}{4,}/u.test(text)
type Line = { readonly id: string; readonly code?: string; readonly account?: string; readonly name?: string; readonly title?: string }

/** Search in everything: records and files (evidence), lines by their account, and what the program knows of itself. */
export const searchRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  const limit = rateLimit()
  const titles = new Map(modules.flatMap((module) => module.records ?? []).map(({ kind, title }) => [kind, title]))
  const titleOf = (kind: string): string => TITLES[kind] ?? many(titles.get(kind) ?? 'Otro registro')
  const listLines = modules.flatMap((module) => module.queries ?? []).find(({ name }) => name === 'budget.list-lines')

  app.get('/api/search', async (context) => {
    const session = await demandSession(options, context)
    const { actor } = session
    limit(`search ${actor.accountId}`, 240)
    const parameters = context.req.query()
    const search = parseInput(SearchInput, { ...parameters, ...(parameters['full'] ? {} : { each: PALETTE }) }, 'Buscar en todo')
    const asOf = asOfFrom(parameters, system.clock)
    const wanted = search.kind
    const found: SearchAnswer = wanted && (OURS.has(wanted) || FOUND.has(wanted) || wanted === 'budget-line') ? { hits: [], counts: [], atLeast: false, pages: 0 }
      : await system.database.read(scopeOf(actor), (tx) => searchEverything(search, readContext(system.services, tx, actor, asOf)))
    const readable = new Map(modules.map(({ key, permissions = {} }) => [key, !(`${key}.read` in permissions) || actor.permissions.has(`${key}.read`)]))
    const known = (wanted && !OURS.has(wanted)) || search.unit || search.year || actor.permissions.size === 0 ? [] : knownHits({ text: search.text, actor, figures: system.figures.values(), readable, law: system.services.law(actor.commune).parameters(), manual: manualPages(), on: asOf.effectiveOn })
    const lines = listLines && isOfLines(search.text) && (!wanted || wanted === 'budget-line') && listLines.allowed(actor) && !search.unit
      ? await runQuery<{ rows: readonly Line[]; total?: number }>(system.services, actor, listLines, { text: search.text.replaceAll('-', '.'), size: wanted ? search.size : PALETTE, page: wanted ? search.page : 1, ...(search.year ? { year: String(search.year) } : {}) }, asOf).catch((error: unknown) => { if (error instanceof Problem) return { rows: [], total: 0 }; throw error })
      : { rows: [], total: 0 }
    const groups = new Map<string, { count: number; items: Known[] }>()
    const put = (kind: string, count: number, items: readonly Known[]) => { if (items.length > 0) groups.set(kind, { count, items: [...(groups.get(kind)?.items ?? []), ...items] }) }
    for (const hit of found.hits) put(hit.kind, found.counts.find(({ kind }) => kind === hit.kind)?.count ?? 1, [hit])
    put('budget-line', lines.total ?? lines.rows.length, lines.rows.map((row): Known => { const title = [row.code ?? row.account, row.name ?? row.title].filter(Boolean).join(' '); return { kind: 'budget-line', record_id: row.id, title, subtitle: 'Línea presupuestaria', href: `/presupuestar/lineas/${row.id}`, pieces: [{ text: title, hit: false }], subtitlePieces: [] } }))
    const own = search.unit || (wanted && !FOUND.has(wanted)) ? [] : await foundRecords(system, modules, actor, asOf, search)
    for (const { kind, hits } of own) { const from = wanted ? (search.page - 1) * search.size : 0; put(kind, hits.length, hits.slice(from, from + (wanted ? search.size : search.each))) }
    for (const kind of OURS) { const ours = known.filter((hit) => hit.kind === kind && (!wanted || wanted === kind)); put(kind, ours.length, ours.slice(0, search.each)) }
    const units = parameters['full'] ? await unitsOf(system, actor) : []
    const answer: SearchPage = {
      groups: [...groups].map(([kind, { count, items }]) => ({ kind, title: titleOf(kind), count, items })), pages: wanted === 'budget-line' ? Math.ceil((lines.total ?? 0) / search.size) : wanted && FOUND.has(wanted) ? Math.ceil((own[0]?.hits.length ?? 0) / search.size) : found.pages,
      total: [...groups.values()].reduce((sum, { count }) => sum + count, 0), atLeast: found.atLeast, ...(found.corrected ? { corrected: found.corrected } : {}), units,
    }
    return context.json(answer)
  })
}
const unitsOf = async (system: System, actor: Parameters<typeof scopeOf>[0]) => {
  const query = modules.flatMap((module) => module.queries ?? []).find(({ name }) => name === 'registry.list-units')
  if (!query?.allowed(actor)) return []
  const { units } = await runQuery<{ units: readonly { id: string; name: string; active?: boolean }[] }>(system.services, actor, query, {})
  return units.map(({ id, name }) => ({ id, name }))
}
