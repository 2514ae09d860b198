import { expect, test } from 'vitest'
import type { Block } from '#kernel'
import { headingNumbers, objectLabels } from './numbering.ts'

const heading = (id: string, level: 1 | 2 | 3): Block => ({ type: 'heading', id, level, content: [{ type: 'text', text: id }] })
const chart = (id: string): Block => ({ type: 'chart', id, title: 't', subtitle: '', kind: 'bars', categories: ['a'], series: [{ name: 's', values: [1] }], unit: 'CLP', alternative: 'a', source: 's' })

test('los títulos se numeran por nivel y vuelven a empezar en cada capítulo', () => {
  const blocks = [heading('a', 1), heading('b', 2), heading('c', 3), heading('d', 2), heading('e', 1), heading('f', 2)]
  expect([...headingNumbers(blocks)]).toEqual([['a', '1'], ['b', '1.1'], ['c', '1.1.1'], ['d', '1.2'], ['e', '2'], ['f', '2.1']])
  expect(headingNumbers([heading('x', 1), heading('y', 2)], 2).get('y')).toBe('3.1')
})
test('tablas y gráficos llevan cuentas separadas', () => {
  const table: Block = { type: 'table', id: 't1', title: 't', columns: [], rows: [], source: 's' }
  expect([...objectLabels([chart('g1'), table, chart('g2')])]).toEqual([['g1', 'Gráfico 1'], ['t1', 'Tabla 1'], ['g2', 'Gráfico 2']])
})
