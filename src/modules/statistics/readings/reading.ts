import { formatNumber } from '#kernel'
import type { Comparison, IndicatorView } from '../indicators/indicator-contract.ts'
import { statuses } from '../model/status.ts'
import { withArticle, withUnit } from './words.ts'

/** A sentence made of figures, or why it is not written. */
export type Sentence = { readonly kind: 'said' | 'refused'; readonly text: string }
type Rules = { readonly similarTolerance: number; readonly smallCases: number }
const said = (text: string): Sentence => ({ kind: 'said', text })
const refused = (text: string): Sentence => ({ kind: 'refused', text })

/** Why nothing at all is said of an indicator. */
const silence = ({ title, value, status, absence, sources }: IndicatorView, place: string): string | undefined => {
  if (value === null) return `No hay un dato de «${title}» para ${place}: ${absence || (status ? statuses[status].explanation.toLowerCase().replace(/\.$/, '') : 'nadie lo publica')}.`
  if (status === 'not-publishable') return `No se lee «${title}»: la encuesta no alcanza para ${place}.`
  const bases = [...new Set(sources.map(({ base }) => base).filter((one) => one !== ''))]
  return bases.length > 1 ? `No se lee «${title}»: mezcla poblaciones de bases distintas (${bases.join(' y ')}).` : undefined
}
const level = (view: IndicatorView, place: string, value: number): string => {
  const { unit, decimals, lower, upper, level: confidence, year } = view
  const between = lower !== null && upper !== null ? ` (entre ${withUnit(lower, unit, decimals)} y ${withUnit(upper, unit, decimals)}, con ${confidence.replace(' %', '\u00a0%')} de confianza)` : ''
  return `En ${year}, ${withArticle(view)} de ${place} fue de ${withUnit(value, unit, decimals)}${between}.`
}
/** From the first of the last eleven years to the newest. */
const change = ({ series, unit, decimals, status, cases }: IndicatorView, { smallCases }: Rules, per: boolean): Sentence | undefined => {
  const known = series.filter(({ value }) => value !== null).slice(-11)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last || first.value === null || last.value === null) return undefined
  if (status === 'unreliable') return refused('No se dice si subió o bajó: la estimación es poco fiable.')
  if (per && cases !== null && cases < smallCases) return refused(`No se dice si subió o bajó: con ${formatNumber(cases)} casos (menos de ${formatNumber(smallCases)}) la tasa cambia por azar.`)
  if (known.some((point) => point.status === 'break')) return refused('No se dice si subió o bajó: en esos años cambió la forma de medir.')
  const difference = last.value - first.value
  const points = unit === '%' ? 'puntos porcentuales' : ''
  if (formatNumber(Math.abs(difference), decimals) === formatNumber(0, decimals)) return said(`Desde ${first.year} casi no ha cambiado.`)
  const one = formatNumber(Math.abs(difference), decimals) === '1'
  return said(`Desde ${first.year} ${difference > 0 ? 'subió' : 'bajó'} ${formatNumber(Math.abs(difference), decimals)}${points ? ` ${one ? 'punto porcentual' : points}` : ''}: era de ${withUnit(first.value, unit, decimals)}.`)
}
const beside = ({ value, unit, decimals, lower, upper, status }: IndicatorView, { key, title, value: other }: Comparison, { similarTolerance }: Rules): Sentence | undefined => {
  if (value === null || other === null) return undefined
  const name = key === 'similar' ? 'la mediana de las comunas similares' : key === 'country' ? 'el país' : key === 'region' ? `la región de ${title}` : `la provincia de ${title}`
  const number = withUnit(other, unit, decimals)
  if (status === 'unreliable') return refused(`No se compara con ${name}: la estimación es poco fiable.`)
  if (lower !== null && upper !== null && other >= lower && other <= upper) return said(`No se distingue de ${name} (${number}): ese valor cae dentro del intervalo.`.replace(' de el ', ' del '))
  const away = other === 0 ? Number.POSITIVE_INFINITY : Math.abs(value - other) / Math.abs(other)
  if (away <= similarTolerance) return said(`Es parecido a ${name} (${number}).`)
  return said(`Está por ${value > other ? 'encima' : 'debajo'} de ${name} (${number}).`.replace(' de el ', ' del '))
}
const gap = ({ sexGap, unit, decimals }: IndicatorView): Sentence | undefined => {
  if (!sexGap) return undefined
  const { women, men, difference } = sexGap
  const size = formatNumber(Math.abs(difference), decimals)
  if (size === formatNumber(0, decimals)) return said(`Mujeres y hombres están igual (${withUnit(women, unit, decimals)}).`)
  const what = unit === '%' ? (size === '1' ? ' punto porcentual' : ' puntos porcentuales') : ''
  return said(`Entre las mujeres es de ${withUnit(women, unit, decimals)} y entre los hombres de ${withUnit(men, unit, decimals)}: ${size}${what} ${difference > 0 ? 'más' : 'menos'} para ellas.`)
}
/** What the figures of an indicator say, in sentences. What cannot be said honestly says why not. */
export const readingOf = (view: IndicatorView, place: string, rules: Rules): readonly Sentence[] => {
  const why = silence(view, place)
  if (why || view.value === null) return [refused(why ?? '')]
  const target = view.target && view.target.value !== null ? said(`La meta es de ${withUnit(view.target.value, view.unit, view.decimals)} para ${view.target.byYear}.`) : undefined
  const others = view.comparisons.flatMap((one) => (one.key === 'province' ? [] : (beside(view, one, rules) ?? [])))
  return [said(level(view, place, view.value)), change(view, rules, /^por /.test(view.unit)), target, ...others, gap(view)].filter((one) => one !== undefined)
}
