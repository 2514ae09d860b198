import { describe, expect, test } from 'vitest'
import { figureText, setDocument, setTable } from './index.ts'
import { aFigure, aFrame, sampleBody } from './testing/sample.ts'

test('a figure is written in one way; absence has its reason', () => {
  expect(figureText(aFigure({ value: 1_234_567 }))).toBe('$1.234.567')
  expect(figureText(aFigure({ value: 1_234_567 }), { thousands: true })).toBe('M$\u00a01.235')
  expect(figureText(aFigure({ value: 0.4589, unit: 'ratio' }), { decimals: 2 })).toBe('45,89\u00a0%')
  expect(figureText(aFigure({ value: 0 }))).toBe('$0')
  expect(figureText(aFigure({ value: null, absence: 'reserved' }), { thousands: true })).toBe('reservado')
  expect(figureText(aFigure({ value: null }))).toBe('sin dato')
})

describe('a table says the unit of money once', () => {
  const table = (thousands: readonly boolean[], subtitle?: string) =>
    setTable({ type: 'table', id: 't', title: 'T', subtitle, source: 'S', columns: thousands.map((_, at) => ({ key: `k${at}`, title: 'M', align: 'right' as const })), rows: [{ id: 'r', cells: thousands.map((flag) => ({ type: 'figure' as const, figure: aFigure({ value: -1_234_567 }), show: { thousands: flag } })) }] }, 'Tabla 1')
  test('in the caption when all its amounts share it', () => {
    expect(table([true, true]).subtitle).toBe('miles de pesos (M$)')
    expect(table([true, true]).rows[0]?.cells[0]?.text).toBe('−1.235')
    expect(table([false]).subtitle).toBe('pesos ($)')
    expect(table([true], 'Gasto en M$').subtitle).toBe('Gasto en M$')
  })
  test('in each cell when they do not', () => {
    expect(table([true, false]).subtitle).toBe('')
    expect(table([true, false]).rows[0]?.cells.map((cell) => cell.text)).toEqual(['M$\u00a0−1.235', '−$1.234.567'])
  })
})

test('headings, tables and charts are numbered in order', () => {
  const document = setDocument(sampleBody(), aFrame())
  expect(document.blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.number} ${block.text}`] : []))).toEqual(['1 Síntesis', '2 Ejecución del presupuesto', '2.1 Gasto por subtítulo', '2.2 Desviaciones'])
  expect(document.blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'chart' ? [block.label] : []))).toEqual(['Tabla 1', 'Gráfico 1'])
})

test('a single part is not numbered', () => {
  const body = sampleBody()
  expect(setDocument({ ...body, blocks: body.blocks.slice(0, 1) }, aFrame()).numbered).toBe(false)
})

test('dates, edition and substitute read as the office writes them', () => {
  const document = setDocument(sampleBody(), aFrame({ edition: 2, reservations: ['Falta junio'] }))
  expect(document.dates).toBe('Hechos al 30-06-2026 · conocido al 22-07-2026')
  expect(document.edition).toBe('Edición 2, emitida el 22-07-2026, con reservas')
  expect(document.reservationsTitle).toBe('Emitido con reservas (1)')
  expect(document.blocks.at(-1)).toMatchObject({ office: 'Directora de la Secretaría Comunal de Planificación (S)' })
  expect(setDocument(sampleBody(), aFrame({ state: 'draft' })).edition).toBe('Borrador, sin valor oficial')
})
