import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel'
import { remembered } from '#evidence'
import { ivan, rosa, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { noteSpending, reports } from '../reporting.fixture.ts'

let town: Town
let made = 0
beforeAll(async () => { town = await openTown() })
afterAll(async () => { await town.close() })

const ask = (who: Actor, floors = false) => town.as(who).reads((context) => remembered(reports.catalog, context, ['prueba', String(floors)], async () => ++made, { floors }))
const spend = (amount: number) => town.as(tomas).does(noteSpending, { series: 'street', on: '2026-06-01', amount, what: `Gasto de ${amount}` })

test('se hace una vez mientras nada se escribe, y de nuevo tras cada asiento', async () => {
  await spend(1)
  const first = await ask(rosa)
  expect(await ask(rosa)).toBe(first)
  await spend(2)
  expect(await ask(rosa)).not.toBe(first)
})

test('nadie recibe lo que se hizo para otros ojos', async () => {
  const hers = await ask(rosa)
  expect(await ask(ivan)).not.toBe(hers)
  expect(await ask({ ...rosa, clearances: [] })).not.toBe(hers)
  expect(await ask({ ...rosa, permissions: new Set() })).not.toBe(hers)
  expect(await ask(rosa)).toBe(hers)
})

test('una frase guardada no hace calcular de nuevo lo que dan los otros módulos; un gasto sí', async () => {
  const report = '55555555-0000-4000-8000-000000000009'
  await town.as(rosa).does(reports.actions.startReport, { id: report, kind: 'council-half-year', period: '2026-1' })
  const [before, whole] = [await ask(rosa, true), await ask(rosa)]
  await town.as(rosa).does(reports.actions.saveSection, { report, key: 'summary', version: 0, content: [{ type: 'paragraph', id: 'p', content: [{ type: 'text', text: 'Una frase nueva.' }] }] })
  expect(await ask(rosa, true)).toBe(before)
  expect(await ask(rosa)).not.toBe(whole)
  await spend(3)
  expect(await ask(rosa, true)).not.toBe(before)
})
