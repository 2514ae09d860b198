import { attribute, tags } from './xml-text.ts'

/** How a number is shown, when that changes its meaning. `padded` keeps the leading zeros of codes. */
export type Shown = { readonly kind: 'plain' } | { readonly kind: 'date' } | { readonly kind: 'percent' } | { readonly kind: 'padded'; readonly pattern: string }
const PLAIN: Shown = { kind: 'plain' }

const bare = (code: string): string => code.replace(/"[^"]*"/g, '').replace(/\\./g, '').replace(/\[[^\]]*\]/g, '').replace(/[_*]./g, '')

/** Reads a number format: dates (d, m, y, h, s), percentages, and codes made of zeros and separators such as `00-00-000`. */
export const shownAs = (code: string): Shown => {
  const first = code.split(';')[0] ?? ''
  const naked = bare(first)
  if (/^general$/i.test(naked)) return PLAIN
  if (/[dmyhs]/i.test(naked.replace(/e[+-]/gi, ''))) return { kind: 'date' }
  if (naked.includes('%')) return { kind: 'percent' }
  const pattern = first.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1')
  return /^0[0\-./ ]+$/.test(pattern) && /^0{2,}$|^0+[-/ .]0+[-/ .]/.test(pattern) ? { kind: 'padded', pattern } : PLAIN
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** What each cell style shows, in the order of `cellXfs`. */
export const readStyles = (xml: string): Shown[] => {
  const codes = new Map(tags(xml, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode') ?? '']))
  const block = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return tags(block, 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId') ?? '0'
    const code = codes.get(id)
    if (code !== undefined) return shownAs(code)
    if (BUILT_IN_DATES.has(Number(id))) return { kind: 'date' }
    return id === '9' || id === '10' ? { kind: 'percent' } : PLAIN
  })
}

/** A whole number written over a pattern of zeros: 2101001 over `00-00-000` → «21-01-001». */
export const padOver = (value: number, pattern: string): string => {
  let digits = String(Math.abs(Math.trunc(value)))
  let written = ''
  for (let at = pattern.length - 1; at >= 0; at--) {
    if (pattern[at] !== '0') { written = (pattern[at] ?? '') + written; continue }
    written = (digits.at(-1) ?? '0') + written
    digits = digits.slice(0, -1)
  }
  return digits + written
}
