import type { ChartBlock } from '#kernel'
import { drawDots } from './dots.ts'
import { drawHeat } from './heat.ts'
import { drawHorizontalBars } from './horizontal-bars.ts'
import { drawLines } from './lines.ts'
import { drawMap } from './map.ts'
import type { Drawing } from './mark.ts'
import { type ChartTheme, palettes } from './palette.ts'
import { drawPyramid } from './pyramid.ts'
import { drawSlope } from './slope.ts'
import { drawSmallMultiples } from './small-multiples.ts'
import { drawStackedBar } from './stacked-bar.ts'
import { writeSvg } from './svg.ts'
import { drawVerticalBars } from './vertical-bars.ts'

/** `width` in CSS pixels; the height follows the content unless given (only columns and lines use it). */
export type ChartOptions = { readonly width: number; readonly height?: number; readonly theme: ChartTheme }

/** Lays a chart out as marks, for SVG and for tests that measure positions. */
export const layOutChart = (block: ChartBlock, options: ChartOptions): Drawing => {
  const palette = palettes[options.theme]
  const height = options.height ?? Math.round(Math.min(300, Math.max(220, options.width * 0.38)))
  switch (block.kind) {
    case 'horizontal-bars': return drawHorizontalBars(block, options.width, palette)
    case 'bars': return drawVerticalBars(block, options.width, height, palette)
    case 'lines': return drawLines(block, options.width, height, palette)
    case 'stacked-bar': return drawStackedBar(block, options.width, palette)
    case 'pyramid': return drawPyramid(block, options.width, palette)
    case 'dots': return drawDots(block, options.width, palette)
    case 'slope': return drawSlope(block, options.width, palette)
    case 'small-multiples': return drawSmallMultiples(block, options.width, palette)
    case 'heat': return drawHeat(block, options.width, palette)
    case 'map': return drawMap(block, options.width, palette)
  }
}

/**
 * The SVG of a chart: the same bytes for the same block and options on screen, PDF and Word.
 * Title, subtitle, notes and source stay outside, in text. Draw again for another width; never shrink.
 */
export const drawChart = (block: ChartBlock, options: ChartOptions): string => writeSvg(layOutChart(block, options), block.alternative)
