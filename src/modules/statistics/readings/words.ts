import { formatNumber, plural } from '#kernel'

/** «el índice de envejecimiento», «la población». */
export const withArticle = ({ title, gender }: { readonly title: string; readonly gender: 'm' | 'f' }): string => `${gender === 'f' ? 'la' : 'el'} ${lowered(title)}`
/** The first letter small, except of names of their own. */
const lowered = (title: string): string => `${title.charAt(0).toLowerCase()}${title.slice(1)}`

const ONE: Readonly<Record<string, string>> = { personas: 'persona', casos: 'caso', viviendas: 'vivienda', hogares: 'hogar' }
/** A number with its unit, in agreement: «1 persona», «2 personas», «15,7 %». */
export const withUnit = (value: number, unit: string, decimals: number): string => {
  const number = formatNumber(value, decimals)
  if (unit === '%') return `${number}\u00a0%`
  const single = ONE[unit]
  return `${number} ${single ? plural(Math.abs(value), single, unit) : unit}`
}
