import type { Actor, LawParameter } from '#kernel'
import type { AnyFigure } from '#platform/actions'
import { fold, marked, readQuestion, type SearchHit, snippet, stem, type Term, wordsOf } from '#evidence'
import { plainManual, type ManualPage } from './manual.ts'

/** What the program knows by itself: figures, law values, pages of the manual. Few, so they are looked through in memory. */
export type Known = SearchHit & { readonly recipe?: { readonly id: string; readonly parameters: Readonly<Record<string, string>> } }
type Source = { readonly kind: string; readonly id: string; readonly title: string; readonly subtitle: string; readonly body: string; readonly href: string; readonly recipe?: Known['recipe'] }
const MOST = 40

const has = (text: string, terms: readonly Term[]): number => {
  const folded = fold(text)
  const words = wordsOf(text).map((word) => word.text)
  const stems = new Set(words.map(stem))
  return terms.filter((term) => (term.kind === 'phrase' ? folded.includes(term.text) : stems.has(stem(term.text)) || words.some((word) => word.startsWith(term.text.replace(/[^\p{L}\p{N}]/gu, ''))))).length
}
/** Sources where every term is found, those that say them in the title first. */
export const matching = (sources: readonly Source[], terms: readonly Term[], most = MOST): readonly Known[] =>
  sources.flatMap((source) => {
    if (has(`${source.title} ${source.subtitle} ${source.body}`, terms) < terms.length) return []
    return [{ source, inTitle: has(source.title, terms) }]
  }).sort((a, b) => b.inTitle - a.inTitle).slice(0, most).map(({ source, inTitle }) => ({
    kind: source.kind, record_id: source.id, title: source.title, subtitle: source.subtitle, href: source.href, pieces: marked(source.title, terms), subtitlePieces: marked(source.subtitle, terms),
    ...(inTitle < terms.length && source.body ? { snippet: snippet(source.body, terms, 200) } : {}), ...(source.recipe ? { recipe: source.recipe } : {}),
  }))

/** Parameters a figure takes without saying which part: none, or the period of the page. */
const guessed = ({ parameters }: AnyFigure, period: string): Readonly<Record<string, string>> | undefined =>
  ([{}, { period }, { side: 'expenditure' }, { period, side: 'expenditure' }] as readonly Readonly<Record<string, string>>[]).find((guess) => parameters.safeParse(guess).success)

const figureSources = (figures: Iterable<AnyFigure>, actor: Actor, modules: ReadonlyMap<string, boolean>, period: string): Source[] =>
  [...figures].flatMap((figure) => {
    if ((figure.allowed && !figure.allowed(actor)) || modules.get(figure.id.split('/')[0] ?? '') === false) return []
    const parameters = guessed(figure, period)
    if (!parameters) return []
    const title = typeof figure.title === 'string' ? figure.title : String(figure.title(figure.parameters.parse(parameters)))
    return [{ kind: 'figure', id: figure.id, title, subtitle: 'Cifra', body: figure.method, href: `/buscar?${new URLSearchParams({ cifra: figure.id, ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`p.${name}`, value])) })}`, recipe: { id: figure.id, parameters } }]
  })
const lawSources = (parameters: readonly LawParameter[], on: string): Source[] =>
  parameters.flatMap((parameter) => {
    const value = [...parameter.values].filter(({ from }) => from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
    return value ? [{ kind: 'law', id: parameter.id, title: parameter.title, subtitle: [value.norm, value.article && `art. ${value.article}`].filter(Boolean).join(', '), body: `${value.note ?? ''} ${value.norm}`, href: `/normativa?texto=${encodeURIComponent(parameter.title)}` }] : []
  })
const manualSources = (pages: readonly ManualPage[]): Source[] => pages.map(({ name, title, text }) => ({ kind: 'manual', id: name, title, subtitle: 'Manual', body: plainManual(text), href: `/ayuda/manual/${name}` }))

/** `readable` says, by module, whether the actor may read its figures. */
export const knownHits = (given: { readonly text: string; readonly actor: Actor; readonly figures: Iterable<AnyFigure>; readonly readable: ReadonlyMap<string, boolean>; readonly law: readonly LawParameter[]; readonly manual: readonly ManualPage[]; readonly on: string }): readonly Known[] => {
  const { terms } = readQuestion(given.text)
  if (terms.length === 0) return []
  return [...matching(figureSources(given.figures, given.actor, given.readable, given.on.slice(0, 4)), terms), ...matching(lawSources(given.law, given.on), terms), ...matching(manualSources(given.manual), terms)]
}
