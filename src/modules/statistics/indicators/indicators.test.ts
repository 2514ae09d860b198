import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel'
import { ivan, rosa, stranger, visita } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import type { BoardAnswer, IndicatorAnswer } from './indicator-contract.ts'
import { indicatorBoard, showIndicator } from './indicator-queries.ts'
import { setTarget } from './set-target.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())
const target = (value: number | null, more: Record<string, unknown> = {}) => ({ id: randomUUID(), indicator: 'pobreza-multidimensional', value, byYear: value === null ? null : 2028, source: 'PLADECO 2024-2028, objetivo 3', effectiveOn: '2026-07-22', ...more })
const shown = () => town.as(rosa).asks<IndicatorAnswer>(showIndicator, { id: 'pobreza-multidimensional' })

test('sin datos cargados, cada indicador dice qué falta y ninguno inventa', async () => {
  const { indicators } = await town.as(rosa).asks<BoardAnswer>(indicatorBoard)
  expect(indicators.length).toBeGreaterThan(8)
  expect(indicators.every(({ value, absence }) => value === null && absence.startsWith('falta cargar'))).toBe(true)
  expect((await shown()).reading[0]).toMatchObject({ kind: 'refused', text: expect.stringMatching(/^No hay un dato de «Pobreza multidimensional»/) })
})
test('la meta se fija con su documento, se cambia y se quita; la historia queda y cada fecha dice la suya', async () => {
  await town.as(rosa).does(setTarget, target(12))
  expect((await shown()).indicator.target).toMatchObject({ value: 12, byYear: 2028 })
  await town.as(rosa).does(setTarget, target(11.5))
  await town.as(rosa).does(setTarget, target(null, { source: 'Acuerdo que la deja sin efecto' }))
  const { indicator, targets } = await shown()
  expect([indicator.target, targets.map(({ value }) => value)]).toEqual([null, [null, 11.5, 12]])
  const before = await town.as(rosa).asks<IndicatorAnswer>(showIndicator, { id: 'pobreza-multidimensional' }, { effectiveOn: day('2026-07-21'), knownOn: day('2026-07-22') })
  expect(before.targets).toEqual([])
})
test('sin año o sin fuente no hay meta; de un indicador que no existe, tampoco', async () => {
  expect((await town.as(rosa).refused(setTarget, target(10, { byYear: null }))).status).toBe(400)
  expect((await town.as(rosa).refused(setTarget, target(10, { source: '' }))).status).toBe(400)
  expect((await town.as(rosa).refused(setTarget, target(10, { link: 'javascript:alert(1)' }))).status).toBe(400)
  expect((await town.as(rosa).refused(setTarget, target(10, { indicator: 'felicidad' }))).status).toBe(404)
})
test('quien no lleva los datos no fija metas; quien no los lee no ve el tablero; otra comuna no ve las nuestras', async () => {
  expect((await town.as(ivan).refused(setTarget, target(10))).status).toBe(403)
  expect((await town.as(visita).refused(indicatorBoard, {})).status).toBe(403)
  await town.as(rosa).does(setTarget, target(9))
  const other = await town.as(stranger).asks<IndicatorAnswer>(showIndicator, { id: 'pobreza-multidimensional' })
  expect([other.targets, other.indicator.target]).toEqual([[], null])
})
