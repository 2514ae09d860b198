import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** Recomputes the WCAG 2.2 contrast of every pair of tokens that meet on screen, in each theme. */
const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')

const block = (start: string): Record<string, string> => {
  const from = css.indexOf(start)
  if (from < 0) throw new Error(`No está ${start}`)
  const open = css.indexOf('{', from)
  return Object.fromEntries([...css.slice(open, css.indexOf('\n}', open)).matchAll(/--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}
const light = block(':root {')
const themes: Record<string, Record<string, string>> = { light, dark: { ...light, ...block(':root[data-theme="dark"]') }, contrast: { ...light, ...block(':root[data-theme="contrast"]') } }

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['ground', 'surface', 'sunken', 'raised']
const textPairs: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-2', 'ink-3', 'action'].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ['action', 'action-soft'], ['ink', 'action-soft'], ['ink-2', 'action-soft'], ['ink', 'selection'], ['on-action', 'action'], ['on-action', 'action-strong'],
  ['thread', 'ground'], ['thread', 'surface'], ['thread', 'thread-soft'], ['thread', 'raised'], ['ink', 'thread-soft'], ['surface', 'ink'], ['surface', 'thread'],
  ...['good', 'warning', 'bad', 'data', 'neutral'].flatMap((tone) => [[tone, 'ground'], [tone, 'surface'], [tone, `${tone}-soft`], ['ink', `${tone}-soft`], ['ink-2', `${tone}-soft`], ['action', `${tone}-soft`]] as const),
  ...Array.from({ length: 8 }, (_, index) => [`cat-${index + 1}-t`, 'surface'] as const), ...Array.from({ length: 8 }, (_, index) => [`cat-${index + 1}-t`, 'ground'] as const),
]
const shapePairs: readonly (readonly [string, string])[] = [
  ...['control', 'focus', 'thread'].flatMap((mark) => ['ground', 'surface'].map((ground) => [mark, ground] as const)),
  ...Array.from({ length: 8 }, (_, index) => [`cat-${index + 1}`, 'surface'] as const),
]

test('black on white is 21 and equals are 1 (WCAG 2.2 definition)', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2)
  expect(contrast('#AA3300', '#AA3300')).toBe(1)
})

describe.each(Object.keys(themes))('theme %s', (name) => {
  const tokens = themes[name] ?? {}
  const ratio = ([text, ground]: readonly [string, string]): number => contrast(tokens[text] ?? '', tokens[ground] ?? '')
  test.each(textPairs)('text %s on %s reaches 4.5', (text, ground) => expect(ratio([text, ground])).toBeGreaterThanOrEqual(4.5))
  test.each(shapePairs)('mark %s on %s reaches 3', (mark, ground) => expect(ratio([mark, ground])).toBeGreaterThanOrEqual(3))
})

test('the theme by preference is the theme by choice', () => {
  expect(block('@media (prefers-color-scheme: dark)')).toEqual(block(':root[data-theme="dark"]'))
  expect(block('@media (prefers-contrast: more)')).toEqual(block(':root[data-theme="contrast"]'))
})

test('the ratios noted beside the values are true', () => {
  const noted = [...css.matchAll(/--([a-z0-9-]+): (#[0-9A-F]{6}); \/\* ([^*]*on [^*]*) \*\//g)]
  expect(noted.length).toBeGreaterThan(40)
  for (const [, name = '', value = '', note = ''] of noted) {
    const found = Object.values(themes).filter((tokens) => tokens[name] === value).map((tokens) => [...note.matchAll(/([\d.]+) on ([a-z-]+)/g)].map(([, , ground = '']) => `${contrast(value, tokens[ground] ?? '').toFixed(1)} on ${ground}`).join(' · '))
    expect(found, `${name}: ${value}`).toContain(note.trim())
  }
})
