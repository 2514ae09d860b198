import { formatNumber } from '#kernel'
import type { RawCell } from './import-contract.ts'

/** How the texts of a column separate thousands and decimals, with its evidence. */
export type AmountStyle = { readonly thousands: ',' | '.' | 'both' | ''; readonly decimal: ',' | '.' | ''; readonly reason: string; readonly show: (value: number) => string }
const show = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1)
const bare = (text: string): string => text.replace(/\s|\u00a0|\$|CLP|M\$/gi, '').replace(/\.-$/, '')

/** The separators of a column: a mark always followed by three digits separates thousands; both present, the last one is decimal. */
export const columnStyle = (cells: readonly (RawCell | undefined)[]): AmountStyle => {
  const texts = cells.filter((cell): cell is string => typeof cell === 'string').map(bare).filter((text) => /^-?[\d.,]+$/.test(text) && /[.,]/.test(text))
  const grouped = (mark: ',' | '.') => texts.filter((text) => text.includes(mark)).every((text) => new RegExp(`^-?\\d{1,3}(\\${mark}\\d{3})+(\\D\\d+)?$`).test(text)) && texts.some((text) => text.includes(mark))
  const has = (mark: string) => texts.some((text) => text.includes(mark))
  const count = (mark: string) => texts.filter((text) => text.includes(mark)).length
  const style = (thousands: AmountStyle['thousands'], decimal: AmountStyle['decimal'], reason: string): AmountStyle => ({ thousands, decimal, reason, show })
  if (texts.length === 0) return style('.', ',', '')
  const sample = texts[0] ?? ''
  if (has(',') && has('.')) {
    const both = texts.find((text) => text.includes(',') && text.includes('.'))
    if (!both && grouped('.') && grouped(',')) return style('both', '', `«${texts.find((text) => text.includes(',')) ?? ''}» y «${texts.find((text) => text.includes('.')) ?? ''}»: las dos marcas separan tres cifras, y se leen como miles`)
    if (both ? both.lastIndexOf(',') > both.lastIndexOf('.') : grouped('.')) return style('.', ',', `«${both ?? sample}» usa el punto para los miles`)
    return style(',', '.', `«${both ?? sample}» usa la coma para los miles`)
  }
  const mark = has(',') ? ',' : '.'
  if (grouped(mark)) return style(mark, mark === ',' ? '.' : ',', `«${sample}» se lee ${formatNumber(Number(sample.replaceAll(mark, '')))}: ${count(mark) === 1 ? 'la única marca separa' : `las ${count(mark)} marcas separan`} tres cifras`)
  return style(mark === ',' ? '.' : ',', mark, `«${sample}» usa ${mark === ',' ? 'la coma' : 'el punto'} para los decimales`)
}
/** The number of a cell, null when it is empty, undefined when it cannot be read. */
export const readAmount = (cell: RawCell | undefined, { thousands, decimal }: Pick<AmountStyle, 'thousands' | 'decimal'>): number | null | undefined => {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return cell
  const text = bare(cell)
  if (text === '' || /^-+$|^s\/?i$|^n\/?a$/i.test(text)) return null
  if (!/^-?[\d.,]+$/.test(text)) return undefined
  const number = Number((thousands === 'both' ? text.replace(/[.,]/g, '') : thousands ? text.replaceAll(thousands, '') : text).replace(decimal || /$^/, '.'))
  return Number.isFinite(number) ? number : undefined
}
export const unitFactor = { pesos: 1, thousands: 1000, millions: 1_000_000 } as const
