import { defineQuery, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import { meantWord } from './near-words.ts'
import { type Question, readQuestion, type Term } from './question.ts'
import { barredKinds } from './readers.ts'
import { type Bounds, type LineHit, MOST, MOST_PASSAGES, type PassageHit, searchStore } from './search.store.ts'
import { marked, type Piece, snippet } from './snippet.ts'

/** One result. `pieces` is its title with what was asked marked; `snippet` is the passage of a file. */
export type SearchHit = {
  readonly kind: string; readonly record_id: string; readonly title: string; readonly subtitle: string; readonly href: string; readonly year?: number
  readonly pieces: readonly Piece[]; readonly subtitlePieces: readonly Piece[]; readonly snippet?: readonly Piece[]
  /** Record a file hangs from. */
  readonly of?: { readonly kind: string; readonly id: string }
}
export type SearchAnswer = {
  readonly hits: readonly SearchHit[]
  /** How many of each kind, among what the reader may see; `atLeast` when the words are too common to count them all. */
  readonly counts: readonly { readonly kind: string; readonly count: number }[]
  readonly atLeast: boolean
  readonly pages: number
  /** The word that was meant when nothing answered to what was written. */
  readonly corrected?: { readonly from: string; readonly to: string }
}
const NOTHING: SearchAnswer = { hits: [], counts: [], atLeast: false, pages: 0 }
/** Files are a kind of result like any other. */
export const FILE = 'file'

export const SearchInput = z.object({
  text: z.string().trim().min(1, 'Escriba qué busca').max(200).refine((text) => !text.includes('\0'), 'Tiene un carácter que no se puede buscar'),
  kind: z.string().max(60).optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  unit: z.string().max(60).optional(),
  page: z.coerce.number().int().min(1).max(100).default(1),
  size: z.coerce.number().int().min(1).max(100).default(40),
  /** Most results of each kind on a page of all kinds. */
  each: z.coerce.number().int().min(1).max(100).default(40),
})
export type Search = z.output<typeof SearchInput>

const boundsOf = async (context: ReadContext, year?: number): Promise<Bounds> => ({
  barred: barredKinds(context.actor), known: await context.knownSeq(), year,
  on: context.asOf.effectiveOn < context.today ? context.asOf.effectiveOn : 'infinity',
})
const fileHref = (hash: string, place: number, text: string): string => `/archivos/${hash}?${new URLSearchParams({ ...(place > 0 ? { parte: String(place) } : {}), q: text })}`

const lineHit = ({ kind, record_id, title, subtitle, href, year }: LineHit, terms: readonly Term[]): SearchHit => ({ kind, record_id, title, subtitle, href, ...(year ? { year } : {}), pieces: marked(title, terms), subtitlePieces: marked(subtitle, terms) })
const passageHit = (hit: PassageHit, terms: readonly Term[], text: string): SearchHit => {
  const subtitle = [hit.name === hit.title ? '' : hit.name, hit.place].filter(Boolean).join(' · ')
  return {
    kind: FILE, record_id: hit.file_hash, title: hit.title, subtitle, href: fileHref(hit.file_hash, hit.number, text), year: Number(hit.attached_on.slice(0, 4)),
    pieces: marked(hit.title, terms), subtitlePieces: marked(subtitle, terms), ...(hit.number > 0 ? { snippet: snippet(hit.body, terms) } : {}), of: { kind: hit.record_kind, id: hit.record_id },
  }
}

const ask = async (context: ReadContext, question: Question, search: Search): Promise<SearchAnswer> => {
  if (!question.query) return NOTHING
  const store = searchStore(context.tx)
  const bounds = await boundsOf(context, search.year)
  const skip = (search.page - 1) * search.size
  const wantsLines = search.kind !== FILE
  const wantsFiles = search.kind === undefined || search.kind === FILE
  const each = search.kind ? MOST : search.each
  const lines = wantsLines ? await store.lines(question.query, { ...bounds, kinds: search.kind ? [search.kind] : undefined, unit: search.unit, each, skip, take: search.size }) : []
  // A unit answers for records; files have none of their own.
  const files = wantsFiles && !search.unit ? await store.passages(question.query, { ...bounds, skip: search.kind ? skip : 0, take: search.kind ? search.size : search.page === 1 ? Math.min(each, search.size) : 0 }) : []
  const counted = new Map(Object.entries(lines[0]?.totals ?? {}))
  if (files[0]) counted.set(FILE, files[0].files)
  const counts = [...counted].map(([kind, count]) => ({ kind, count })).sort((a, b) => (a.kind < b.kind ? -1 : 1))
  const total = counts.reduce((sum, { count }) => sum + Math.min(count, search.kind ? MOST : each), 0)
  return {
    hits: [...lines.map((hit) => lineHit(hit, question.terms)), ...files.map((hit) => passageHit(hit, question.terms, search.text))],
    counts, atLeast: (files[0]?.files ?? 0) >= MOST_PASSAGES / 4 || counts.reduce((sum, { count }) => sum + count, 0) >= MOST, pages: Math.ceil(total / search.size),
  }
}

/** Titles looked through for the word that was meant. */
const NEAR = 200

/** The question with one word changed for the one that was meant, learned only from what this reader may see. */
const corrected = async (context: ReadContext, question: Question, search: Search): Promise<SearchAnswer | undefined> => {
  const store = searchStore(context.tx)
  const bounds = await boundsOf(context)
  for (const term of question.terms) {
    if (term.kind !== 'word' || term.text.length < 4) continue
    // A word that is known by itself is not a slip: the others are too many.
    if ((await store.lines(term.condition, { ...bounds, each: 1, skip: 0, take: 1, most: 1 })).length > 0) continue
    for (const length of [3, 2]) {
      const seen = await store.lines(`'${term.text.slice(0, length)}':*`, { ...bounds, each: NEAR, skip: 0, take: NEAR, most: NEAR })
      const meant = meantWord(term.text, seen.map(({ title, subtitle }) => `${title} ${subtitle}`))
      if (!meant) continue
      const text = question.terms.map((one) => (one === term ? meant : one.kind === 'phrase' ? `"${one.text}"` : one.text)).join(' ')
      const answer = await ask(context, readQuestion(text), { ...search, text })
      if (answer.hits.length > 0) return { ...answer, corrected: { from: term.text, to: meant } }
    }
  }
  return undefined
}

/** Looks for records and text inside files, among what the reader may know. The same on both engines. */
export const searchEverything = async (search: Search, context: ReadContext): Promise<SearchAnswer> => {
  const question = readQuestion(search.text)
  const answer = await ask(context, question, search)
  if (answer.hits.length > 0 || search.page > 1 || context.actor.permissions.size === 0) return answer
  return (await corrected(context, question, search)) ?? answer
}

export const searchRecords = defineQuery({
  name: 'evidence.search',
  title: 'Buscar en todo',
  help: 'Registros y texto dentro de los archivos, sin acentos y por la raíz de las palabras; frases entre comillas; códigos con o sin sus guiones y puntos.',
  input: SearchInput,
  allowed: () => true,
  run: searchEverything,
})
