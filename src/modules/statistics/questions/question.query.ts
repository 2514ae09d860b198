import { can, formatNumber } from '#kernel'
import { defineQuery, type PrepareContext, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import { requestToAddress } from '../builder/table-address.ts'
import type { DatasetVersion } from '../datasets/version-of.ts'
import { datasetHref, figuresHref, indicatorHref, tableHref } from '../hrefs.ts'
import { growthOf, type Known, ratioOf } from '../indicators/formulas.ts'
import { heldDatasets, versionsFound } from '../indicators/held-datasets.ts'
import { pieceNumbers, type Numbers } from '../indicators/piece-numbers.ts'
import { pieceRequest } from '../indicators/piece-request.ts'
import type { Piece } from '../indicators/recipe.ts'
import { statuses } from '../model/status.ts'
import { conceptStore } from '../official/concept.store.ts'
import { withUnit } from '../readings/words.ts'
import { tableOf } from '../tables/table-of.ts'
import { type Way, wayOf } from './answer-question.ts'
import type { QuestionAnswer } from './question-contract.ts'
import { type ReadQuestion, readQuestion } from './read-question.ts'

type Asks = Extract<ReadQuestion, { kind: 'asks' }>
type Ready = { readonly asks: Asks; readonly way: Way; readonly held: ReadonlyMap<string, DatasetVersion>; readonly asOf: ReadContext['asOf']; readonly official?: { readonly value: number; readonly period: string; readonly note: string; readonly source: string } }
type Found = { readonly answer: QuestionAnswer } | Ready

/** The adopted figure of the population, when a question is about it and nothing else. */
const officialOf = async (context: ReadContext, { concept, place, year, sex, ages }: Asks): Promise<Ready['official']> => {
  if (concept !== 'population' || sex || ages || place.code !== context.actor.commune) return undefined
  const store = conceptStore(context.tx)
  const row = await store.byCode('poblacion-comunal')
  const adopted = row ? await store.adoptions({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn }, row.id) : []
  const [newest] = [...adopted].filter(({ period }) => year === null || period === String(year)).sort((a, b) => (a.period < b.period ? 1 : -1))
  return newest && row ? { value: newest.value, period: newest.period, note: row.reconciliation, source: newest.source_title ?? 'documento adjunto al acto' } : undefined
}
const numbersOf = async ({ held, asOf, asks }: Ready, piece: Piece, analytics: PrepareContext['analytics']): Promise<Numbers | string> => {
  const dataset = held.get(piece.dataset)
  if (!dataset) return 'faltan los datos, o su cargo no puede leerlos'
  const { request, missing } = pieceRequest(dataset.datasetId, dataset.structure, piece, { places: [asks.place.code], until: Number(asOf.effectiveOn.slice(0, 4)) })
  return request ? pieceNumbers(await tableOf({ analytics, asOf, versionOf: versionsFound(held) }, request), false) : missing
}
/** The table of the builder where the number of an answer is seen. */
const tableLink = ({ held, asOf, asks }: Ready, piece: Piece, year: number): string | undefined => {
  const dataset = held.get(piece.dataset)
  const { request } = dataset ? pieceRequest(dataset.datasetId, dataset.structure, piece, { places: [asks.place.code], until: Number(asOf.effectiveOn.slice(0, 4)), year }) : {}
  return request && tableHref(request.dataset, new URLSearchParams(Object.entries(requestToAddress(request)).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString())
}
const refused = ({ asks, way }: Ready, why: string): QuestionAnswer => ({ kind: 'no', text: `No hay un dato de «${way.what}» para ${asks.place.name}${asks.year ? ` en ${asks.year}` : ''}: ${why}.` })
const told = async (ready: Ready, analytics: PrepareContext['analytics']): Promise<QuestionAnswer> => {
  const { asks, way, held, official } = ready
  const over = await numbersOf(ready, way.over, analytics)
  const under = way.under ? await numbersOf(ready, way.under, analytics) : undefined
  if (typeof over === 'string') return refused(ready, over)
  if (typeof under === 'string') return refused(ready, under)
  const at = (year: number): Known => { const known = over.at(asks.place.code, year); return under ? ratioOf(known, under.at(asks.place.code, year), way.per) : way.growth ? growthOf(over.at(asks.place.code, year - way.growth), known, way.growth) : known }
  const years = over.years.filter((year) => at(year).value !== null)
  const year = asks.year ?? years.at(-1)
  if (year === undefined || !years.includes(year)) return refused(ready, years.length > 0 ? `los datos van de ${years[0]} a ${years.at(-1)}` : 'quien publica no lo da para ese lugar')
  const { value, status } = at(year)
  if (value === null || status === 'not-publishable') return refused(ready, 'la fuente no alcanza para ese grupo')
  const source = held.get(way.over.dataset)?.source
  const chosen = official && (asks.year === null || official.period === String(year)) ? official : undefined
  const table = tableLink(ready, way.over, year)
  const number = withUnit(chosen?.value ?? value, way.unit, way.decimals)
  const notes = [asks.ages?.note ?? '', status && !(way.whole && asks.place.level === 'commune') ? `${statuses[status].title}: ${statuses[status].explanation}` : '', chosen ? `Cifra oficial adoptada. ${chosen.note} La proyección dice ${formatNumber(value)} en ${year}.` : '', source?.populationBase && !chosen ? `Base: ${source.populationBase}.` : '', source?.overdue ?? ''].filter((one) => one !== '')
  return {
    kind: 'number', text: `${way.what} de ${asks.place.name}, ${chosen?.period ?? year}: ${number}`, value: chosen?.value ?? value, year: chosen?.period ?? String(year), notes, source: chosen ? chosen.source : source ? `${source.publisher}, ${source.datasetTitle}, versión ${source.version}` : '',
    links: [...(chosen ? [{ title: 'Ver la cifra oficial', href: `${figuresHref}?concepto=poblacion-comunal` }] : []), ...(way.indicator ? [{ title: 'Ver el indicador', href: indicatorHref(way.indicator) }] : []), ...(table ? [{ title: 'Ver el cuadro', href: table }] : []), ...(source ? [{ title: 'Ver los datos', href: datasetHref(source.datasetId) }] : [])],
  }
}

/** A question in words: the number with its table and source, what is unclear asked back, or plainly not. */
export const askQuestion = defineQuery({
  name: 'statistics.ask-question', title: 'Preguntar por un dato', input: z.object({ text: z.string().trim().max(200, 'Use 200 caracteres o menos') }), allowed: can('statistics.read'),
  run: async ({ text }, context): Promise<Found> => {
    const asks = readQuestion(text, context.actor.commune)
    if (asks.kind !== 'asks') return { answer: asks }
    const way = wayOf(asks)
    if ('no' in way) return { answer: { kind: 'no', text: way.no } }
    const official = await officialOf(context, asks)
    return { asks, way, held: await heldDatasets(context, [way.over.dataset, ...(way.under ? [way.under.dataset] : [])]), asOf: context.asOf, ...(official ? { official } : {}) }
  },
  finish: async (found: Found, { analytics }): Promise<QuestionAnswer> => ('answer' in found ? found.answer : told(found, analytics)),
})
