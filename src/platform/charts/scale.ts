import { type ChartBlock, formatNumber, formatValue } from '#kernel'

/** From the lowest to the highest value with zero inside, in at most four round steps: ticks such as 0, 2.000, 4.000, 6.000. */
export const niceTicks = (lowest: number, highest: number, steps = 4): number[] => {
  const low = Math.min(0, lowest)
  const high = Math.max(0, highest)
  if (low === high) return [0, 1]
  const rough = (high - low) / steps
  const power = 10 ** Math.floor(Math.log10(rough))
  for (const factor of [1, 2, 2.5, 5, 10, 20]) {
    const step = factor * power
    const first = Math.floor(low / step + 1e-9)
    const last = Math.ceil(high / step - 1e-9)
    if (last - first <= steps) return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step))
  }
  return [low, high]
}

/** 0.1 + 0.2 must read 0,3. */
const clean = (value: number): number => Number(value.toPrecision(12))

/** Value of the data to value of the axis: thousands of pesos and percentages are drawn in their reading unit. */
export const readingFactor = (block: ChartBlock): number => (block.unit === 'CLP' && block.show?.thousands ? 1 / 1000 : block.unit === 'ratio' ? 100 : 1)

/** A number on a mark, without its unit: the subtitle says the unit once. Rounded exactly as in text and tables. */
export const markText = (block: ChartBlock, value: number): string => formatValue(value, block.unit, block.show).replace(/^(−?)(?:M?\$\u00a0?)(−?)/, '$1$2').replace(/\u00a0%$/, '')

/** Numbers of an axis share their decimals: 0,0 · 0,5 · 1,0. `ticks` are in reading units. */
export const axisTexts = (ticks: readonly number[]): string[] => {
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length))
  return ticks.map((tick) => formatNumber(tick, Math.min(decimals, 3)))
}

/** Linear map of a domain on pixels. */
export const linear = (domain: readonly [number, number], range: readonly [number, number]) => (value: number): number =>
  range[0] + ((value - domain[0]) / (domain[1] - domain[0] || 1)) * (range[1] - range[0])
