import { enumerate } from '#kernel'
import { fold, has, without } from './fold.ts'
import { type AskedPlace, placesIn } from './places-in.ts'
import { ageWords, beyond, type ConceptKey, conceptWords, sexWords } from './vocabulary.ts'

export type Ages = { readonly from: number; readonly to: number | null; readonly title: string; readonly note: string }
/** What a question asks, or why it is not answered. `which` is asked back, with an answer each. */
export type ReadQuestion =
  | { readonly kind: 'asks'; readonly concept: ConceptKey; readonly place: AskedPlace; readonly year: number | null; readonly sex: 'H' | 'M' | null; readonly ages: Ages | null }
  | { readonly kind: 'which'; readonly text: string; readonly choices: readonly { readonly title: string; readonly question: string }[] }
  | { readonly kind: 'no'; readonly text: string }
const no = (text: string): ReadQuestion => ({ kind: 'no', text })

const conceptIn = (question: string): readonly ConceptKey[] => {
  const found = (Object.keys(conceptWords) as ConceptKey[]).flatMap((key) => { const phrase = conceptWords[key].filter((words) => has(question, words)).sort((a, b) => b.length - a.length)[0]; return phrase ? [{ key, length: phrase.length }] : [] }).sort((a, b) => b.length - a.length)
  const strong = found.filter(({ key }) => key !== 'population')
  const kept = strong.length > 0 ? strong : found
  // «pobreza por ingresos» contains «pobreza»: the longer phrase is what was meant.
  return kept.filter(({ length }) => length === kept[0]?.length).map(({ key }) => key)
}
const number = (text: string | undefined): number => Number(text)
const agesIn = (question: string): Ages | null => {
  const between = / (?:entre|de) (\d{1,2}) (?:y|a|hasta) (\d{1,2}) /.exec(question)
  if (between) return { from: number(between[1]), to: number(between[2]), title: `de ${number(between[1])} a ${number(between[2])} años`, note: '' }
  const over = / (?:(?:de )?(\d{1,2}) (?:anos )?(?:y|o) mas|(?:mayores|mas) de (\d{1,2})) /.exec(question)
  if (over) { const from = over[1] ? number(over[1]) : number(over[2]) + 1; return { from, to: null, title: `de ${from} años y más`, note: over[2] ? `«Mayores de ${over[2]}» se cuenta desde los ${from} cumplidos.` : '' } }
  const under = / menores de (\d{1,2}) /.exec(question)
  if (under) return { from: 0, to: number(under[1]) - 1, title: `menores de ${number(under[1])} años`, note: '' }
  const named = ageWords.find(({ words }) => words.some((one) => has(question, one)))
  return named ? { from: named.from, to: named.to, title: named.title, note: named.note } : null
}
const sexIn = (question: string): readonly ('H' | 'M')[] => (['H', 'M'] as const).filter((sex) => sexWords[sex].some((word) => has(question, word)))
const yearsIn = (question: string): readonly number[] => [...new Set([...question.matchAll(/(?<= )(1[89]\d\d|20\d\d|21\d\d)(?= )/g)].map(([year]) => Number(year)))]

/** Reads a question by rules: concept, place, year, sex and ages. What is not understood is not guessed. */
export const readQuestion = (text: string, home: string): ReadQuestion => {
  const question = fold(text)
  if (question.trim() === '') return no('Escriba qué quiere saber, de qué lugar y, si importa, de qué año.')
  const outside = beyond.find(({ words }) => words.some((one) => has(question, one)))
  if (outside) return no(outside.why)
  const { places, unknown, rest } = placesIn(question, home)
  const ages = agesIn(rest)
  const sexes = sexIn(rest)
  const concepts = conceptIn(rest)
  const [concept = ages || sexes.length > 0 ? 'population' : undefined] = concepts
  if (!concept) return no('No se reconoce qué dato se pide. Se responde de población (por edad y sexo), pobreza, casos policiales, Fonasa, ingresos municipales y los índices del tablero.')
  if (concepts.length > 1) return no('Se piden varios datos a la vez: pregunte por uno.')
  if (unknown) return no(`No hay un dato de eso para ${titled(unknown)}: no es una comuna, provincia o región de la lista nacional.`)
  if (places.length > 1) return { kind: 'which', text: `¿De cuál? ${enumerate(places.map(({ name }) => name))}.`, choices: places.map((place) => ({ title: place.name, question: `${without(text.trim(), '')} (${place.level === 'commune' ? `comuna ${place.code}` : place.name})` })) }
  const years = yearsIn(rest.replace(/ censo (de |del )?(2017|2024) /, ' '))
  if (years.length > 1) return no('Se piden varios años: pregunte por uno o abra la serie en el indicador.')
  const [place] = places
  if (!place) return no('No se reconoce el lugar.')
  return { kind: 'asks', concept, place, year: years[0] ?? null, sex: sexes.length === 1 ? (sexes[0] ?? null) : null, ages }
}
const titled = (text: string): string => text.replace(/(^| )([a-z])/g, (_all, before: string, letter: string) => before + letter.toUpperCase())
