import { formatNumber, formatPercent, formatPesos, type LawValue } from '#kernel'

const units: Readonly<Record<string, string>> = { months: 'meses', days: 'días', 'working-days': 'días hábiles', UTM: 'UTM', UF: 'UF', count: '', text: '', people: 'personas', year: '' }

/** A legal value in one line. */
export const valueText = ({ value }: Pick<LawValue, 'value'>, unit: string): string => {
  if (typeof value === 'number') return unit === 'CLP' ? formatPesos(value) : unit === 'ratio' ? formatPercent(value, 2) : `${formatNumber(value, Number.isInteger(value) ? 0 : 2)} ${units[unit] ?? unit}`.trim()
  if (typeof value === 'boolean') return value ? 'sí' : 'no'
  if (Array.isArray(value)) return `lista de ${formatNumber(value.length)}`
  return typeof value === 'string' ? value : 'tabla'
}
export const citation = ({ norm, article }: LawValue): string => (article ? `${norm}, ${article}` : norm)
