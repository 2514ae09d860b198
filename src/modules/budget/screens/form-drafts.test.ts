import { afterAll, beforeAll, expect, test } from 'vitest'
import { marcela, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { openSmallBudget } from '../testing/small-budget.ts'
import { keepFormDraft, showFormDraft } from './form-drafts.ts'

let town: Town
beforeAll(async () => { town = await openTown(); await openSmallBudget(town) })
afterAll(() => town.close())
const where = { kind: 'amendment' as const, year: 2026 }
type Shown = { content: Record<string, unknown> | null; keptAt: string | null }

test('lo escrito queda en el servidor, se reemplaza al seguir y se olvida al enviarlo; no deja asiento', async () => {
  const before = await town.as(tomas).reads(({ knownSeq }) => knownSeq())
  await town.as(tomas).does(keepFormDraft, { ...where, content: { reason: 'Mayores ingr' } })
  await town.as(tomas).does(keepFormDraft, { ...where, content: { reason: 'Mayores ingresos' } })
  expect(await town.as(tomas).asks<Shown>(showFormDraft, where)).toMatchObject({ content: { reason: 'Mayores ingresos' } })
  expect((await town.as(tomas).asks<Shown>(showFormDraft, { ...where, year: 2025 })).content).toBeNull()
  expect(await town.as(tomas).reads(({ knownSeq }) => knownSeq())).toBe(before)
  await town.as(tomas).does(keepFormDraft, { ...where, content: null })
  expect(await town.as(tomas).asks<Shown>(showFormDraft, where)).toEqual({ content: null, keptAt: null })
})
test('es de quien lo escribe: ni otra persona de la misma comuna ni la de otra lo leen', async () => {
  await town.as(tomas).does(keepFormDraft, { ...where, content: { reason: 'Mía' } })
  expect((await town.as(rosa).asks<Shown>(showFormDraft, where)).content).toBeNull()
  expect((await town.as(stranger).asks<Shown>(showFormDraft, where)).content).toBeNull()
  expect((await town.as(marcela).refused(keepFormDraft, { ...where, content: {} })).status).toBe(403)
})
