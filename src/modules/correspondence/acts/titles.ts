import { type ActKind, kindTitle } from '../contract.ts'

/** How each kind writes its number: «Oficio ordinario N.º 87», «Memorándum SECPLA N.º 12». */
const WORDS: Readonly<Record<ActKind, string>> = { ...kindTitle, letter: 'Oficio ordinario' }
type Named = { readonly kind: ActKind; readonly series: string; readonly number: number | null; readonly year: number | null }

const unitOf = (series: string): string => series.split(':')[1] ?? ''
export const kindOfSeries = (series: string): string => series.split(':')[0] ?? series

/** «Decreto alcaldicio N.º 200 de 2026»; before its number, «Decreto alcaldicio (borrador)». */
export const actTitle = ({ kind, series, number, year }: Named): string => {
  const unit = unitOf(series)
  const words = `${WORDS[kind]}${unit ? ` ${unit}` : ''}`
  return number === null ? `${words} (borrador)` : `${words} N.º ${number} de ${year}`
}
/** The heading of the paper: «DECRETO ALCALDICIO N.º 200». A blank is left while there is no number. */
export const paperTitle = ({ kind, series, number }: Named): string => {
  const unit = unitOf(series)
  return `${WORDS[kind]}${unit ? ` ${unit}` : ''} N.º ${number ?? '____'}`.toUpperCase()
}
export const seriesTitle = (series: string): string => {
  if (series === 'incoming') return 'Libro de partes'
  const kind = kindOfSeries(series) as ActKind
  const unit = unitOf(series)
  return `${WORDS[kind] ?? series}${unit ? ` ${unit}` : ''}`
}
