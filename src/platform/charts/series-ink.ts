import type { ChartBlock, ChartSeries } from '#kernel'
import type { Palette } from './palette.ts'

export type InkedSeries = ChartSeries & { readonly fill: string; readonly textFill: string; readonly emphasis: boolean; readonly index: number }

const GREY = 7

/**
 * One emphasis: the subject in category 1, what it is compared with in grey. Series without role take categories in order.
 * The second grey is the strong line of the theme, so that two comparisons stay apart without colour.
 */
export const inkSeries = (block: ChartBlock, palette: Palette): InkedSeries[] => {
  let comparisons = 0
  const hasSubject = block.series.some((series) => series.role === 'subject')
  return block.series.map((series, index) => {
    if (series.role === 'target') return { ...series, index, fill: palette.ink, textFill: palette.ink, emphasis: false }
    const grey = series.role === 'comparison' || (hasSubject && series.role === undefined)
    const position = grey ? GREY : series.role === 'subject' ? 0 : index % GREY
    const lighter = grey && comparisons++ % 2 === 1
    const fill = lighter ? (palette.sequence[2] ?? palette.line) : (palette.categories[position] ?? palette.ink)
    return { ...series, index, fill, textFill: palette.categoryText[position] ?? palette.ink, emphasis: position === 0 }
  })
}

/** All drawn values, for the extent of the axis. */
export const allValues = (block: ChartBlock): number[] => block.series.flatMap((series) => series.values.filter((value): value is number => value !== null))

/** The one value of a target that is the same for every category; undefined when it varies. */
export const constantTarget = (series: ChartSeries): number | undefined => {
  const values = series.values.filter((value): value is number => value !== null)
  const [first] = values
  return values.length > 1 && values.every((value) => value === first) ? first : undefined
}

/** True when no category has more than one bar: the series only mark which bar is the emphasised one. */
export const oneBarEach = (bars: readonly ChartSeries[], categories: number): boolean =>
  Array.from({ length: categories }, (_, at) => bars.filter((series) => (series.values[at] ?? null) !== null).length).every((count) => count <= 1)
