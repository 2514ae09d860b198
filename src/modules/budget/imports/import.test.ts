import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, Problem } from '#kernel'
import { sql } from '#platform/database'
import { scopeOf } from '#platform/actions'
import { ivan, marcela, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { decree, openSmallBudget, small } from '../testing/small-budget.ts'
import { runJob, upload } from '../testing/run-job.ts'
import { registerPayment } from '../spending/register-payment.ts'
import { previewBalanceJob, type PreviewAnswer } from './preview-job.ts'
import { readBalanceJob, type ReadAnswer } from './read-job.ts'
import { importBalance, startImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'
import { loadNow } from '../testing/load-now.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await openSmallBudget(town)
})
afterAll(() => town.close())

const HEADER = 'CUENTA;DENOMINACION;AREA;PROGRAMA;PRESUPUESTO INICIAL;MODIFICACIONES;PRESUPUESTO VIGENTE;OBLIGADO;DEVENGADO;PAGADO'
const june = [HEADER,
  '215-21-01-000-000-000;PERSONAL DE PLANTA;1;;6000000;0;6000000;3000000;3000000;3000000',
  '215-22-05-000-000-000;SERVICIOS BASICOS;2;202;3500000;0;3500000;1200000;1100000;900000',
  '215-35-00-000-000-000;SALDO FINAL DE CAJA;;;500000;0;500000;0;0;0'].join('\r\n')
const total = (id: string, asOf?: { effectiveOn: ReturnType<typeof day>; knownOn: ReturnType<typeof day> }) => town.as(rosa).reads(async ({ figures }) => (await figures.get(`budget/${id}`, { year: '2026' })).value, asOf)

test('el archivo se lee, propone sus columnas y dice qué cambia', async () => {
  const hash = await upload(town, ivan, 'gastos-junio.csv', Buffer.from(june, 'latin1'))
  const { result } = await town.as(ivan).does<{ id: string }>(startImport, { fileHash: hash, year: 2026, month: 6 })
  const read = await runJob<ReadAnswer>(town, ivan, readBalanceJob, { id: result.id })
  expect(read.header).toEqual([0])
  expect(read.columns.map(({ field }) => field)).toEqual(['account', 'name', 'area', 'programme', 'initial', 'modification', 'adjusted', 'commitment', 'accrued', 'paid'])
  const choices = { sheet: read.sheet, headerRows: read.header, columns: read.columns.map(({ column, field }) => ({ column, field })), unit: 'pesos', kind: 'expenditure', recipe: 'Sistema DAF' }
  const preview = await runJob<PreviewAnswer>(town, ivan, previewBalanceJob, { id: result.id, choices })
  expect(preview.problems.filter(({ severity }) => severity === 'stops')).toEqual([])
  // El saldo final de caja no cambia; las otras dos líneas sí.
  expect(preview.counts).toEqual({ new: 0, changed: 2, equal: 1, rejected: 0, missing: 0 })
  expect(await total('accrued')).toBe(0)
})
test('la carga es de una vez, enlaza cada monto con su celda y recuerda la receta', async () => {
  const made = await loadNow(town, ivan, june, { name: 'gastos-junio.csv', month: 6, recipe: 'Sistema DAF' })
  expect(made.movements).toBe(2)
  // 3.000.000 + 1.100.000 devengados; 3.000.000 + 900.000 pagados.
  expect(await total('accrued')).toBe(4_100_000)
  expect(await total('outstanding-debt')).toBe(200_000)
  const trail = await town.as(rosa).reads(({ figures }) => figures.trail('budget/paid', { year: '2026', title: '22' }, { page: 1, size: 5 }))
  expect(trail.records).toMatchObject([{ documentTitle: 'Balance de junio de 2026', amount: 900_000, locator: 'Hoja1 · J3' }])
  expect(await total('accrued', { effectiveOn: day('2026-05-31'), knownOn: day('2026-07-22') })).toBe(0)
  const again = await loadNow(town, ivan, june, { name: 'gastos-junio.csv', month: 6, recipe: 'Sistema DAF' })
  expect(again.movements).toBe(0)
})
test('un mes anterior con otro posterior cargado se rechaza', async () => {
  await expect(loadNow(town, ivan, june.replaceAll('1100000', '1000000'), { name: 'gastos-mayo.csv', month: 5 })).rejects.toMatchObject({ id: 'presupuesto/hay-carga-posterior' })
  expect(await total('accrued')).toBe(4_100_000)
})
test('si el libro se mueve entre la vista previa y la carga, no se carga nada y no queda nada preparado', async () => {
  const july = june.replace('3000000;3000000;3000000', '3500000;3500000;3500000')
  const moved = loadNow(town, ivan, july, { name: 'gastos-julio.csv', month: 7, between: async () => {
    await town.as(tomas).does(registerPayment, { line: small.services.id, amount: 1000, on: '2026-07-01', text: 'Pago entre medio', document: decree('900', '2026-07-01') })
  } })
  await expect(moved).rejects.toMatchObject({ id: 'presupuesto/libro-cambio' })
  const staged = await town.system.database.read(scopeOf(rosa), (tx) => tx.one<{ n: number }>(sql`select count(*)::int as n from budget.movements m where not exists (select from evidence.entries e where e.commune = m.commune and e.id = m.entry_id)`))
  expect(staged?.n).toBe(0)
})
test('cancelar a mitad no deja nada y se puede volver a cargar', async () => {
  const july = june.replace('3000000;3000000;3000000', '3500000;3500000;3500000').replace('1200000;1100000;900000', '1200000;1100000;901000')
  await expect(loadNow(town, ivan, july, { name: 'gastos-julio.csv', month: 7, cancelAt: 0.9 })).rejects.toMatchObject({ id: 'conflicto/cancelado' })
  expect(await total('accrued')).toBe(4_100_000)
  await loadNow(town, ivan, july, { name: 'gastos-julio.csv', month: 7 })
  expect(await total('accrued', { effectiveOn: day('2026-07-31'), knownOn: day('2026-07-22') })).toBe(4_600_000)
})
test('una carga con pagos apoyados no se deshace; sin ellos vuelve todo como estaba', async () => {
  const list = await town.system.database.read(scopeOf(rosa), (tx) => tx.all<{ id: string; month: number; version: number }>(sql`select id, month, version from budget.imports where state = 'loaded' and counts ->> 'movements' <> '0' order by month`))
  const [first, second] = list
  const leaned = await town.as(rosa).refused(undoImport, { id: first?.id, version: first?.version, reason: 'Archivo equivocado' })
  expect(leaned.id).toBe('presupuesto/hechos-se-apoyan')
  expect((await town.as(ivan).refused(undoImport, {})).status).toBe(403)
  await town.as(rosa).does(undoImport, { id: second?.id, version: second?.version, reason: 'Archivo equivocado' })
  expect(await total('accrued')).toBe(4_100_000)
})
test('quien no carga balances no puede, y la otra comuna no encuentra la carga', async () => {
  expect((await town.as(marcela).refused(startImport, {})).status).toBe(403)
  const row = await town.system.database.read(scopeOf(rosa), (tx) => tx.one<{ id: string }>(sql`select id from budget.imports limit 1`))
  const problem = await town.as(stranger).refused(importBalance, { id: row?.id, choices: { sheet: 0, headerRows: [0], columns: [], unit: 'pesos', kind: 'expenditure' }, watermark: 0 })
  expect(problem).toBeInstanceOf(Problem)
  expect(problem.status).toBe(404)
})
