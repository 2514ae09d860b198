import { expect, test } from 'vitest'
import type { Block } from './block.ts'
import { numberReferences, objectLabels } from './references.ts'

const table = (id: string): Block => ({ type: 'table', id, title: id, columns: [{ key: 'a', title: 'A', align: 'left' }], rows: [], source: 's' })
const chart = (id: string): Block => ({ type: 'chart', id, title: id, subtitle: '', kind: 'bars', categories: ['x'], series: [{ name: 'y', values: [1] }], unit: 'count', alternative: 'a', source: 's' })
const see = (target: string, text = 'tabla 9'): Block => ({ type: 'paragraph', id: `p-${target}`, content: [{ type: 'text', text: 'Véase la ' }, { type: 'reference', target, text }] })
const said = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.type === 'paragraph' ? [block.content.map((inline) => (inline.type === 'figure' ? '' : inline.text)).join('')] : []))

test('tablas y gráficos se numeran aparte, en orden', () => {
  expect([...objectLabels([table('a'), chart('b'), table('c')])]).toEqual([['a', 'Tabla 1'], ['b', 'Gráfico 1'], ['c', 'Tabla 2']])
})
test('la referencia dice el número que su tabla tiene hoy, aunque se mueva', () => {
  expect(said(numberReferences([table('a'), table('c'), see('c')]))).toEqual(['Véase la tabla 2'])
  expect(said(numberReferences([table('c'), table('a'), see('c')]))).toEqual(['Véase la tabla 1'])
  expect(said(numberReferences([see('b'), chart('b')]))).toEqual(['Véase la gráfico 1'])
})
test('si la tabla ya no está, la frase lo dice y no cambia al numerar otra vez', () => {
  const once = numberReferences([table('a'), see('gone')])
  expect(said(once)).toEqual(['Véase la (tabla 9, que ya no está en el documento)'])
  expect(said(numberReferences(once))).toEqual(said(once))
})
test('también dentro de listas y notas', () => {
  const inside: Block[] = [table('a'), { type: 'list', id: 'l', ordered: false, items: [[{ type: 'reference', target: 'a', text: '' }]] }, { type: 'note', id: 'n', tone: 'info', content: [{ type: 'reference', target: 'a', text: '' }] }]
  expect(JSON.stringify(numberReferences(inside)).match(/tabla 1/g)).toHaveLength(2)
})
