import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel'
import { rosa, stranger, visita } from '../../../../tests/cast.ts'
import { worksheets } from '../../../app/modules.ts'
import { runJob } from '../../budget/testing/run-job.ts'
import type { Comparison, LoadAnswer, SheetOpened } from '../contract.ts'
import { ids, openFullTown } from '../testing/town.fixture.ts'
import { definitions, everything, upload } from '../testing/worksheets.fixture.ts'
import { type EditedLine, sheetText } from './sheet-text.ts'

let town: Awaited<ReturnType<typeof openFullTown>>
beforeAll(async () => { town = await openFullTown() })
afterAll(() => town.close())

const { openGrid, compareWorksheet, applyWorksheet, undoWorksheet } = worksheets.actions
const [applyJob, undoJob] = worksheets.jobs
const open = async (name: string, given: object = {}, actor: Actor = everything) => (await town.as(actor).does<SheetOpened>(openGrid, { name, ...given })).result
const bring = (sheet: SheetOpened, lines: readonly EditedLine[]) => upload(town, everything, `${randomUUID()}.csv`, Buffer.from(sheetText(sheet, lines)))
const edit = (sheet: SheetOpened, id: string, cells: EditedLine['now']): EditedLine => {
  const row = sheet.rows.find((one) => one.id === id)
  if (!row) throw new Error(`No está ${id}`)
  return { ...row, now: { ...row.values, ...cells } }
}
const targets = async () => (await open('plan.targets')).rows.find(({ id }) => id === ids.water)?.values

test('lo que se abre y vuelve sin tocar es igual, en todas las listas y con textos difíciles', async () => {
  for (const { name } of definitions) {
    const sheet = await open(name)
    if (sheet.rows.length === 0) continue
    const hash = await bring(sheet, sheet.rows.map((row) => ({ ...row, now: row.values })))
    const { result } = await town.as(everything).does<Comparison>(compareWorksheet, { name, fileHash: hash })
    expect([name, result.counts.equal, result.lines]).toEqual([name, sheet.rows.length, []])
  }
})
test('metas de un indicador: se guardan juntas, se deshacen juntas', async () => {
  const before = await targets()
  const sheet = await open('plan.targets', { only: ids.water })
  expect(sheet.rows.map(({ id }) => id)).toEqual([ids.water])
  const fileHash = await bring(sheet, [edit(sheet, ids.water, { y2026: 210, y2028: 1234.5, y2029: 1300 })])
  const id = randomUUID()
  await town.as(everything).does(applyWorksheet, { id, name: 'plan.targets', fileHash, reason: 'Revisión de metas en grilla' })
  if (applyJob) await runJob(town, everything, applyJob, { id })
  expect(await targets()).toMatchObject({ y2026: 210, y2027: 0.125, y2028: 1234.5, y2029: 1300 })
  const { load } = await town.as(everything).asks<LoadAnswer>(worksheets.queries.showLoad, { id })
  await town.as(everything).does(undoWorksheet, { id, version: load.version, reason: 'Se pegó el bloque equivocado' })
  if (undoJob) await runJob(town, everything, undoJob, { id })
  expect(await targets()).toEqual(before)
})
test('lo que otra persona cambió entretanto se dice, y no se toma por sí solo', async () => {
  const sheet = await open('plan.targets', { only: ids.books })
  await town.does('plan.set-target', { indicatorId: ids.books, year: 2026, value: 50 })
  const fileHash = await bring(sheet, [edit(sheet, ids.books, { y2026: 60 })])
  const { result } = await town.as(everything).does<Comparison>(compareWorksheet, { name: 'plan.targets', fileHash })
  expect(result.lines.map(({ verdict, current, yours }) => [verdict, current, yours])).toEqual([['conflict', '50', '60']])
})
test('quien no edita la lista no la abre, y otra comuna no ve sus filas', async () => {
  expect((await town.as(visita).refused(openGrid, { name: 'plan.targets' })).status).toBe(403)
  expect((await town.as(rosa).refused(openGrid, { name: 'plan.nada' })).status).toBe(404)
  const foreign = { ...everything, commune: stranger.commune, accountId: stranger.accountId }
  expect((await open('plan.targets', {}, foreign)).rows).toEqual([])
})
