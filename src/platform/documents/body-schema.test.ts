import { Problem } from '#kernel'
import { expect, test } from 'vitest'
import { readBody } from './body-schema.ts'
import { aFigure, sampleBody } from './testing/sample.ts'
import { bigBody } from './testing/big-body.ts'

const refused = (value: unknown): Problem => {
  try {
    readBody(value)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('it was accepted')
}
const withBlock = (block: unknown): unknown => ({ ...sampleBody(), blocks: [block] })
const paragraph = (content: unknown): unknown => withBlock({ type: 'paragraph', id: 'p', content })

test('a document of every kind of block is read unchanged', () => {
  expect(readBody(JSON.parse(JSON.stringify(sampleBody())))).toEqual(JSON.parse(JSON.stringify(sampleBody())))
  expect(readBody(bigBody(1)).blocks.length).toBeGreaterThan(20)
})

test.each([
  ['an unknown block', withBlock({ type: 'html', id: 'x', html: '<b>' }), '/blocks/0/type'],
  ['an unknown key', withBlock({ type: 'page-break', id: 'x', style: 'color:red' }), '/blocks/0'],
  ['markup in text', paragraph([{ type: 'text', text: 'hola <script>alert(1)</script>' }]), '/blocks/0/content/0/text'],
  ['a control character', paragraph([{ type: 'text', text: 'hola\u0007' }]), '/blocks/0/content/0/text'],
  ['an address that runs', paragraph([{ type: 'link', text: 'x', href: 'javascript:alert(1)' }]), '/blocks/0/content/0/href'],
  ['an address of another host without scheme', paragraph([{ type: 'link', text: 'x', href: '//evil.example' }]), '/blocks/0/content/0/href'],
  ['a day that does not exist', { ...sampleBody(), asOf: { effectiveOn: '2026-02-30', knownOn: '2026-07-22' } }, '/asOf/effectiveOn'],
  ['a ragged table', withBlock({ type: 'table', id: 't', title: 'T', source: 'S', columns: [{ key: 'a', title: 'A', align: 'left' }], rows: [{ id: 'r', cells: [] }] }), '/blocks/0/rows/0/cells'],
  ['a short series', withBlock({ type: 'chart', id: 'c', title: 'T', subtitle: '', kind: 'bars', categories: ['a', 'b'], series: [{ name: 's', values: [1] }], unit: 'count', alternative: 'x', source: 's' }), '/blocks/0/series/0/values'],
])('refuses %s and says where', (_, value, pointer) => {
  const problem = refused(value)
  expect(problem.id).toBe('documents/body-invalid')
  expect(problem.errors.map((error) => error.pointer)).toContain(pointer)
  expect(problem.errors.map((error) => error.message).join(' ')).not.toMatch(/invalid|expected|required|unrecognized/i)
})

test('refuses two blocks with one identifier', () => {
  const block = { type: 'paragraph', id: 'p', content: [{ type: 'figure', figure: aFigure() }] }
  expect(refused({ ...sampleBody(), blocks: [block, block] }).errors).toEqual([{ pointer: '/blocks/1/id', message: 'El identificador de bloque «p» está repetido' }])
})

test('a group may carry its title alone, whatever the columns; any other row may not', () => {
  const table = (kind: string) => withBlock({ type: 'table', id: 't', title: 'T', source: 'S', columns: [{ key: 'a', title: 'A', align: 'left' }, { key: 'b', title: 'B', align: 'right' }], rows: [{ id: 'g', kind, cells: [{ type: 'text', text: 'Eje 1' }] }] })
  expect(() => readBody(table('group'))).not.toThrow()
  expect(refused(table('subtotal')).errors.map(({ pointer }) => pointer)).toEqual(['/blocks/0/rows/0/cells'])
})

test('signs that are not markup stay', () => expect(() => readBody(paragraph([{ type: 'text', text: 'si a < b y c > d, 100 % & «más»' }]))).not.toThrow())
