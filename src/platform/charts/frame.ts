import type { ChartBlock } from '#kernel'
import { LINE_HEIGHT, type Mark, label, rule } from './mark.ts'
import type { Palette } from './palette.ts'
import { axisTexts, linear, niceTicks, readingFactor } from './scale.ts'
import { allValues } from './series-ink.ts'
import { textWidth, wrapText } from './text-width.ts'

export type Plot = { readonly marks: Mark[]; readonly y: (value: number) => number; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly height: number }

/** Zero axis, at most four grid lines with their numbers, category names below. `centre` gives the x of a category. */
export const verticalFrame = (
  block: ChartBlock, width: number, height: number, palette: Palette,
  room: { readonly top: number; readonly right: number; readonly slot: (left: number, right: number) => (at: number) => { readonly centre: number; readonly room: number } },
): Plot => {
  const factor = readingFactor(block)
  const values = allValues(block).map((value) => value * factor)
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values))
  const texts = axisTexts(ticks)
  const left = Math.max(...texts.map((text) => textWidth(text, 12))) + 8
  const right = width - room.right
  const place = room.slot(left, right)
  const names = block.categories.map((name, at) => wrapText(name, place(at).room, 12, 2))
  const every = skip(block.categories, place(0).room)
  const lines = Math.max(1, ...names.filter((_, at) => at % every === 0).map((text) => text.length))
  const bottom = height - lines * LINE_HEIGHT - 6
  const scale = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [bottom, room.top])
  const marks: Mark[] = []
  ticks.forEach((tick, at) => {
    marks.push(rule(left, scale(tick), right, scale(tick), tick === 0 ? palette.axis : palette.line, tick === 0 ? 'chart-axis' : 'chart-grid'))
    marks.push(label(left - 6, scale(tick) + 4, texts[at] ?? '', 'end', palette.inkSoft, 'chart-tick'))
  })
  names.forEach((text, at) => {
    const last = at === names.length - 1
    if (every > 1 && !last && (at % every !== 0 || names.length - 1 - at < every)) return
    const shown = every > 1 ? [block.categories[at] ?? ''] : text
    const half = Math.max(...shown.map((line) => textWidth(line, 12))) / 2
    const inside = Math.min(Math.max(place(at).centre, half), Math.max(right, width - 2) - half)
    marks.push(...shown.map((line, order) => label(inside, bottom + LINE_HEIGHT + 2 + order * LINE_HEIGHT, line, 'middle', palette.ink, 'chart-name')))
  })
  return { marks, y: (value) => scale(value * factor), left, right, top: room.top, bottom, height }
}

/** Long axes name one category of every 2, 3… instead of writing one name over another. */
const skip = (names: readonly string[], room: number): number => {
  const longestWord = Math.max(0, ...names.flatMap((name) => name.split(' ')).map((word) => textWidth(word, 12)))
  return longestWord <= room ? 1 : Math.ceil((Math.max(...names.map((name) => textWidth(name, 12))) + 10) / Math.max(room, 1))
}
