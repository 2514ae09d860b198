import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FigureValue } from '#kernel'
import { ivan, marcela, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { noteSpending, reports } from '../reporting.fixture.ts'
import type { FigureField } from './figure-form.query.ts'

const REPORT = '44444444-0000-4000-8000-0000000000f1'
const { actions, queries } = reports
const asked = (parameters: Record<string, string>, id = 'town/spending') => ({ report: REPORT, id, parameters: JSON.stringify(parameters) })
let town: Town
beforeAll(async () => {
  town = await openTown()
  await town.as(tomas).does(noteSpending, { series: 'street', on: '2026-03-10', amount: 1_200_000, what: 'Decreto 10' })
  await town.as(tomas).does(noteSpending, { series: 'park', on: '2026-05-04', amount: 300_000, what: 'Decreto 11' })
  await town.as(ivan).does(actions.startReport, { id: REPORT, kind: 'council-half-year', period: '2026-1' })
})
afterAll(() => town.close())

test('dice qué parámetros admite la cifra y la calcula con los que se dan', async () => {
  const { fields, figure } = await town.as(ivan).asks<{ fields: FigureField[]; figure: FigureValue }>(queries.figureForm, asked({ series: 'street' }))
  expect(fields.map(({ name }) => name)).toContain('series')
  expect(figure.value).toBe(1_200_000)
  expect((await town.as(ivan).asks<{ figure: FigureValue }>(queries.figureForm, asked({ series: 'park' }))).figure.value).toBe(300_000)
})
test('no la dice a quien sólo lee lo emitido, ni de otra comuna, ni lo que no existe o no se entiende', async () => {
  expect((await town.as(marcela).refused(queries.figureForm, asked({ series: 'street' }))).status).toBe(403)
  expect((await town.as(stranger).refused(queries.figureForm, asked({ series: 'street' }))).status).toBe(404)
  expect((await town.as(ivan).refused(queries.figureForm, asked({}, 'town/nothing'))).status).toBe(404)
  expect((await town.as(ivan).refused(queries.figureForm, { report: REPORT, id: 'town/spending', parameters: 'no' })).status).toBe(400)
})
