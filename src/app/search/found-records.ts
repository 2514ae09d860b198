import type { Actor } from '#kernel'
import { type Asked, type Candidate, type Finder, type ModuleDefinition, readContext, scopeOf } from '#platform/actions'
import type { AsOf } from '#kernel'
import { readQuestion, stem } from '#evidence'
import type { System } from '../system.ts'
import { type Known, matching } from './known-hits.ts'

/** Records of a kind told at most: more are a question that says too little. */
const MOST = 500
export type FoundGroup = { readonly kind: string; readonly title: string; readonly hits: readonly Known[] }
const findersOf = (modules: readonly ModuleDefinition[]): readonly Finder[] => modules.flatMap((module) => module.finders ?? [])
/** Kinds found in their own tables, with the title of their group. */
export const finderTitles = (modules: readonly ModuleDefinition[]): Readonly<Record<string, string>> => Object.fromEntries(findersOf(modules).map(({ kind, title }) => [kind, title]))

/** What narrows the question: the beginning that all the forms of a word share. A code is asked by its digits as they were written. */
const stemsOf = (text: string): readonly string[] => readQuestion(text).terms.flatMap((term) => (term.kind === 'word' ? [stem(term.text).replace(/z$/, '')] : term.kind === 'code' ? [term.text] : []))

/** Records that keep no search line, asked of their own tables as the reader and at their dates. Whoever may not read a kind does not have it asked. */
export const foundRecords = async (system: System, modules: readonly ModuleDefinition[], actor: Actor, asOf: AsOf, search: { readonly text: string; readonly kind?: string; readonly year?: number }): Promise<readonly FoundGroup[]> => {
  const { terms } = readQuestion(search.text)
  const finders = findersOf(modules).filter((finder) => (!search.kind || search.kind === finder.kind) && finder.allowed(actor))
  if (terms.length === 0 || finders.length === 0) return []
  const asked: Asked = { text: search.text, stems: stemsOf(search.text), ...(search.year ? { year: search.year } : {}) }
  const found: { finder: Finder; candidates: readonly Candidate[] }[] = []
  await system.database.read(scopeOf(actor), async (tx) => {
    const context = readContext(system.services, tx, actor, asOf)
    for (const finder of finders) found.push({ finder, candidates: await finder.find(asked, context) })
  })
  return found.flatMap(({ finder: { kind, title }, candidates }) => {
    const own = candidates.filter(({ year }) => !search.year || year === search.year)
    const years = new Map(own.map(({ id, year }) => [id, year]))
    const hits = matching(own.map((one) => ({ ...one, body: '' })), terms, MOST).map((hit) => { const year = years.get(hit.record_id); return year ? { ...hit, year } : hit })
    return hits.length > 0 ? [{ kind, title, hits }] : []
  })
}
