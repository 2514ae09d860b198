import { expect, test } from 'vitest'
import { type Day, inForce, type LawParameter } from '#kernel'
import { loadLaw } from '#platform/law'
import { lawText, readLawText } from './law-text.ts'

const parameter = (kind: LawParameter['kind'], value: unknown): LawParameter => ({ id: 'x', title: 'x', unit: 'count', kind, values: [{ from: '2020-01-01' as Day, value, norm: 'Ley', confidence: 'V' }] })

test('toda la norma del paquete se escribe como texto y se lee de vuelta igual', () => {
  const all = loadLaw().parameters().filter((one) => inForce(one, '2026-07-22' as Day))
  expect(all.length).toBeGreaterThan(300)
  for (const one of all) {
    const value = inForce(one, '2026-07-22' as Day)?.value
    expect(readLawText(lawText(one, value), one), one.id).toEqual({ value })
  }
})
test('lo pegado de una planilla se lee con coma decimal, sí y no', () => {
  const table = parameter('table', [{ desde: 1, tasa: 0.5, vigente: true, nota: 'a' }])
  expect(readLawText('desde\ttasa\tvigente\tnota\r\n10\t0,25\tno\tdos palabras\r\n', table)).toEqual({ value: [{ desde: 10, tasa: 0.25, vigente: false, nota: 'dos palabras' }] })
  expect(readLawText('desde\ttasa\tvigente\tnota\ndiez\t1\tsí\tx', table)).toEqual({ mistake: 'Fila 1: «diez» no se entiende en la columna desde' })
  expect(readLawText('12,5', parameter('number', 1))).toEqual({ value: 12.5 })
  expect(readLawText('1.234.567', parameter('number', 1))).toEqual({ value: 1_234_567 })
  expect(readLawText('12.5', parameter('number', 1))).toMatchObject({ mistake: expect.stringContaining('número') })
  expect(readLawText('doce', parameter('number', 1))).toMatchObject({ mistake: expect.stringContaining('número') })
  expect(readLawText('uno\n\ndos', parameter('list', ['a']))).toEqual({ value: ['uno', 'dos'] })
})
