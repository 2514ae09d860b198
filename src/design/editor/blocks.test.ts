import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, type FigureValue, type Inline } from '#kernel'
import { blocksOf, documentOf, type NarrativeBlock } from './blocks.ts'
import { readFigure } from './figure-json.ts'

/** Round trip of the block model through the editor. Adjacent pieces of text with equal marks are one piece: that is how they are written here. */
const days = fc.constantFrom('2026-06-30', '2026-07-22')
const figure = fc.record({ id: fc.constantFrom('budget/accrued', 'budget/execution-rate'), side: fc.constantFrom('income', 'expenditure'), value: fc.option(fc.integer({ min: -9e9, max: 9e9 })), effectiveOn: days, knownOn: days, text: fc.string({ minLength: 1 }), title: fc.string({ minLength: 1 }) })
  .map(({ id, side, value, effectiveOn, knownOn, text, title }): FigureValue => ({
    recipe: { id, parameters: { side }, asOf: { effectiveOn: day(effectiveOn), knownOn: day(knownOn) } }, title, unit: 'CLP', value, ...(value === null ? { absence: 'no-data' as const } : {}), status: value === null ? 'absent' : 'firm', text,
    records: { count: 3, digest: 'a'.repeat(64) }, codeVersion: '1', lawValues: [],
  }))
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ text: words, marks: fc.constantFrom(undefined, ['strong'] as const, ['em'] as const, ['strong', 'em'] as const) }).map(({ text, marks }): Inline => ({ type: 'text', text, ...(marks ? { marks } : {}) })),
  fc.record({ figure, show: fc.constantFrom(undefined, { thousands: true }, { decimals: 2 }) }).map(({ figure: chip, show }): Inline => ({ type: 'figure', figure: chip, ...(show ? { show } : {}) })),
  fc.record({ text: words, href: fc.webUrl() }).map(({ text, href }): Inline => ({ type: 'link', text, href })),
)
const alike = (a: Inline | undefined, b: Inline): boolean => a !== undefined && a.type === b.type && (a.type === 'text' && b.type === 'text' ? JSON.stringify(a.marks) === JSON.stringify(b.marks) : a.type === 'link' && b.type === 'link' && a.href === b.href)
const content = fc.array(inline, { minLength: 1, maxLength: 8 }).map((all) => all.filter((one, index) => !alike(all[index - 1], one))).filter((all) => all.every((one, index) => !alike(all[index - 1], one)))
const block = (id: string): fc.Arbitrary<NarrativeBlock> => fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), id: fc.constant(id), content }),
  fc.record({ type: fc.constant('paragraph' as const), id: fc.constant(id), content, author: fc.constant('Directora de SECPLA') }),
  fc.record({ type: fc.constant('heading' as const), id: fc.constant(id), level: fc.constantFrom(1 as const, 2 as const, 3 as const), content }),
  fc.record({ type: fc.constant('list' as const), id: fc.constant(id), ordered: fc.boolean(), items: fc.array(content, { minLength: 1, maxLength: 5 }) }),
  fc.record({ type: fc.constant('note' as const), id: fc.constant(id), tone: fc.constantFrom('info' as const, 'warning' as const, 'bad' as const), content }),
  fc.record({ type: fc.constant('note' as const), id: fc.constant(id), tone: fc.constant('warning' as const), title: words, content }),
)
const section = fc.integer({ min: 0, max: 12 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => block(`b-${index}`))))

describe('ida y vuelta entre bloques y editor', () => {
  test('lo guardado vuelve igual, byte por byte, con sus identificadores y sus cifras congeladas', () => {
    fc.assert(fc.property(section, (blocks) => { expect(blocksOf(documentOf(blocks))).toEqual(blocks) }), { numRuns: 300 })
  })
  test('el documento hecho de los bloques de un documento es el mismo documento', () => {
    fc.assert(fc.property(section, (blocks) => {
      const first = documentOf(blocks)
      expect(documentOf(blocksOf(first)).eq(first) || blocks.length === 0).toBe(true)
      first.check()
    }), { numRuns: 100 })
  })
  test('una cifra sobrevive al portapapeles y una falsa no entra', () => {
    fc.assert(fc.property(figure, (one) => { expect(readFigure(JSON.stringify({ figure: one, show: null }))).toEqual({ figure: one, show: null }) }))
    expect(readFigure('{"figure":{"text":"45,9 %"}}')).toBeUndefined()
    expect(readFigure('no es JSON')).toBeUndefined()
  })
  test('los párrafos vacíos no se guardan y una sección vacía se abre con uno', () => {
    expect(blocksOf(documentOf([]))).toEqual([])
    expect(documentOf([]).childCount).toBe(1)
  })
})
