import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { scopeOf } from '#platform/actions'
import { ivan, rosa, stranger, tomas, visita } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { reopenMonth } from '../months/change-month.ts'
import { loadNow } from '../testing/load-now.ts'
import { runJob } from '../testing/run-job.ts'
import { openSmallBudget } from '../testing/small-budget.ts'
import { importBalance, previewImport, showSheet, startImport } from './start-import.ts'
import { undoImport, undoLoadJob } from './undo-import.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
})
afterAll(() => town.close())

/** More rows than one action takes back by itself (4.000): one account in as many cost centres. */
const ROWS = 4_200
const HEADER = 'CUENTA;DENOMINACION;CENTRO DE COSTO;PRESUPUESTO INICIAL;MODIFICACIONES;PRESUPUESTO VIGENTE;OBLIGADO;DEVENGADO;PAGADO'
const large = [HEADER, ...Array.from({ length: ROWS }, (_, index) => `215-22-05-001-000-000;ELECTRICIDAD;CC-${index};0;100;100;30;20;10`)].join('\r\n')
const accrued = () => town.as(rosa).reads(async ({ figures }) => (await figures.get('budget/accrued', { year: '2026' })).value)
const loaded = async () => {
  const row = await town.system.database.read(scopeOf(rosa), (tx) => tx.one<{ id: string; version: number; entry_id: string; state: string }>(sql`select id, version, entry_id, state from budget.imports order by started_at desc, id limit 1`))
  if (!row) throw new Error('no load')
  return row
}
type Undone = { job?: string; rows: number }

test('una carga de más de 4.000 filas se deshace en un trabajo, de una vez, y todo vuelve a como estaba', async () => {
  const made = await loadNow(town, ivan, large, { name: 'grande.csv', month: 6, kind: 'expenditure', accepted: ['new-account', 'missing-account'] })
  // 4.200 filas nuevas y las tres líneas del presupuesto chico, que no vienen y vuelven a cero.
  expect(made.movements).toBe(ROWS + 3)
  expect(await accrued()).toBe(ROWS * 20)
  const load = await loaded()
  const { result } = await town.as(rosa).does<Undone>(undoImport, { id: load.id, version: load.version, reason: 'Archivo equivocado' })
  expect(result).toMatchObject({ rows: ROWS + 3, job: expect.any(String) })
  // Mientras el trabajo no termina nada cambia.
  expect(await accrued()).toBe(ROWS * 20)
  const input = await town.system.database.read(scopeOf(rosa), (tx) => tx.one<{ input: unknown }>(sql`select input from platform.jobs where id = ${result.job ?? ''}`))
  await expect(runJob(town, rosa, undoLoadJob, input?.input, { cancelAt: 0.4 })).rejects.toMatchObject({ id: 'conflicto/cancelado' })
  expect(await accrued()).toBe(ROWS * 20)
  await runJob(town, rosa, undoLoadJob, input?.input)
  expect(await accrued()).toBe(0)
  expect((await loaded()).state).toBe('undone')
  const left = await town.system.database.read(scopeOf(rosa), (tx) => tx.one<{ initial: number; rows: number }>(sql`select sum(m.initial)::float8 as initial, count(*)::int as rows from budget.movements m join budget.lines l on l.commune = m.commune and l.id = m.line_id where l.kind = 'expenditure' and m.reverses is not null`))
  expect(left).toEqual({ initial: 10_000_000, rows: ROWS + 3 })
  expect((await town.as(rosa).refused(undoImport, { id: load.id, version: (await loaded()).version, reason: 'Otra vez' })).id).toBe('presupuesto/estado-no-permite')
})
test('quien no carga balances no ve hojas, no revisa ni carga; quien no cierra meses no los reabre', async () => {
  for (const action of [startImport, showSheet, previewImport, importBalance]) for (const person of [visita, tomas.permissions.has('budget.import') ? visita : tomas]) expect((await town.as(person).refused(action, {})).status, action.name).toBe(403)
  for (const person of [ivan, rosa, visita]) expect((await town.as(person).refused(reopenMonth, {})).status).toBe(403)
})
test('la otra comuna no encuentra la carga de esta', async () => {
  const { id } = await loaded()
  const choices = { sheet: 0, headerRows: [0], columns: [], unit: 'pesos', kind: 'expenditure' }
  for (const [action, input] of [[showSheet, { id, sheet: 0 }], [previewImport, { id, choices }], [importBalance, { id, choices, watermark: 0 }]] as const) expect((await town.as(stranger).refused(action, input)).status, action.name).toBe(404)
})
