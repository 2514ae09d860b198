import { afterAll, beforeAll, expect, test } from 'vitest'
import { ivan, rosa, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { newLine } from '../lines/line.ts'
import { openBudget } from '../lines/open-budget.ts'
import { registerAccrual } from '../spending/register-accrual.ts'
import { registerCommitment } from '../spending/register-commitment.ts'
import { registerPayment } from '../spending/register-payment.ts'
import { decree, invoice, order } from '../testing/small-budget.ts'
import { loadNow } from '../testing/load-now.ts'

/**
 * Un libro con más detalle que los balances. Por línea: inicial · obligado · devengado · pagado, en pesos.
 *   A 22-05 área 1 programa 101                    2.000.000 ·   500.000 ·   300.000 ·   200.000
 *   B 22-05 área 2 programa 202                    3.000.000 ·   900.000 ·   600.000 ·   600.000
 *   C 22-05 área 2 programa 202 proyecto, PMU      1.000.000 ·   100.000 ·   100.000 ·         0
 *   D 21-01 área 1 programa 101                    4.000.000 · 1.000.000 · 1.000.000 · 1.000.000
 * Por cuenta: 22-05 6.000.000 · 1.500.000 · 1.000.000 · 800.000.
 */
const A = { account: '215-22-05', area: '1', programme: '101' } as const
const B = { account: '215-22-05', area: '2', programme: '202' } as const
const C = { ...B, project: 'alumbrado', funding: 'PMU' } as const
const D = { account: '215-21-01', area: '1', programme: '101' } as const
const idOf = (line: { account: string; area: string; programme: string; project?: string; funding?: string }): string => newLine({ ...line, year: 2026, account: `${line.account}-000-000-000` }).id

let town: Town
beforeAll(async () => {
  town = await openTown()
  const daf = town.as(tomas)
  await daf.does(openBudget, { year: 2026, agreement: '120/2025', decreeNumber: '1500', decreeOn: '2025-12-20', lines: [
    { account: '115-03-01', amount: 10_000_000 }, { ...A, amount: 2_000_000 }, { ...B, amount: 3_000_000 }, { ...C, amount: 1_000_000 }, { ...D, amount: 4_000_000 },
  ] })
  let n = 0
  for (const [line, committed, accrued, paid] of [[A, 500_000, 300_000, 200_000], [B, 900_000, 600_000, 600_000], [C, 100_000, 100_000, 0], [D, 1_000_000, 1_000_000, 1_000_000]] as const) {
    const id = idOf(line)
    const number = String(++n)
    await daf.does(registerCommitment, { line: id, amount: committed, on: '2026-02-03', text: 'Compromiso de febrero', document: order(number, '2026-02-03') })
    await daf.does(registerAccrual, { line: id, amount: accrued, on: '2026-02-10', text: 'Factura de febrero', document: invoice(number, '2026-02-10') })
    if (paid) await daf.does(registerPayment, { line: id, amount: paid, on: '2026-02-20', text: 'Pago de febrero', document: decree(number, '2026-02-20') })
  }
})
afterAll(() => town.close())

const AMOUNTS = 'PRESUPUESTO INICIAL;MODIFICACIONES;PRESUPUESTO VIGENTE;OBLIGADO;DEVENGADO;PAGADO'
const byAccount = (rows: readonly string[]) => [`CUENTA;DENOMINACION;${AMOUNTS}`, ...rows].join('\r\n')
const byArea = (rows: readonly string[]) => [`CUENTA;DENOMINACION;AREA;${AMOUNTS}`, ...rows].join('\r\n')
const byProgramme = (rows: readonly string[]) => [`CUENTA;DENOMINACION;AREA;PROGRAMA;${AMOUNTS}`, ...rows].join('\r\n')
const figure = (id: string, parameters: Record<string, string> = {}) => town.as(rosa).reads(async ({ figures }) => (await figures.get(`budget/${id}`, { year: '2026', ...parameters })).value)
const stops = (preview: { problems: readonly { severity: string; code: string; what: string }[] }) => preview.problems.filter(({ code }) => code === 'missing-account').map(({ what }) => what)

const february = byAccount(['215-21-01-000-000-000;PLANTA;4000000;0;4000000;1000000;1000000;1000000', '215-22-05-000-000-000;SERVICIOS BASICOS;6000000;0;6000000;1500000;1000000;800000'])

test('un balance por cuenta cuadra con un libro por programa, proyecto y fuente: todo igual y nada que asentar', async () => {
  const { preview, movements } = await loadNow(town, ivan, february, { name: 'febrero.csv', month: 2 })
  expect(preview.counts).toEqual({ new: 0, changed: 0, equal: 2, rejected: 0, missing: 0 })
  expect(movements).toBe(0)
  expect(await figure('accrued')).toBe(2_000_000)
})
test('en miles de pesos también: el redondeo del archivo no es un cambio', async () => {
  const thousands = byAccount(['215-21-01-000-000-000;PLANTA;4000;0;4000;1000;1000;1000', '215-22-05-000-000-000;SERVICIOS BASICOS;6000;0;6000;1500;1000;800']).replace('CUENTA;', '(EN MILES DE PESOS M$)\r\nCUENTA;')
  const { preview } = await loadNow(town, ivan, thousands, { name: 'febrero-miles.csv', month: 2 })
  expect(preview.counts).toEqual({ new: 0, changed: 0, equal: 2, rejected: 0, missing: 0 })
})
test('por cuenta: la diferencia va a la única línea, o a la de la cuenta sin detalle, con su celda', async () => {
  // 21-01: una línea (D), devengado +300.000. 22-05: tres líneas, obligado +200.000 y devengado +250.000 a la línea sin área ni programa.
  const march = byAccount(['215-21-01-000-000-000;PLANTA;4000000;0;4000000;1300000;1300000;1000000', '215-22-05-000-000-000;SERVICIOS BASICOS;6000000;0;6000000;1700000;1250000;800000'])
  const { preview, movements } = await loadNow(town, ivan, march, { name: 'marzo.csv', month: 3 })
  expect(preview.counts).toEqual({ new: 0, changed: 2, equal: 0, rejected: 0, missing: 0 })
  expect(movements).toBe(2)
  expect(await figure('accrued', { line: idOf(D) })).toBe(1_300_000)
  expect(await figure('accrued', { title: '22', area: '1' })).toBe(300_000)
  expect(await figure('accrued', { title: '22', area: '' })).toBe(250_000)
  expect(await figure('accrued', { title: '22' })).toBe(1_250_000)
  const trail = await town.as(rosa).reads(({ figures }) => figures.trail('budget/accrued', { year: '2026', title: '22', area: '' }, { page: 1, size: 5 }))
  // La columna G es DEVENGADO y 22-05 está en la fila 3.
  expect(trail.records).toMatchObject([{ amount: 250_000, locator: 'Hoja1 · G3' }])
})
test('por área: se compara con la suma del área; lo que estaba sin área se informa y, aceptado, vuelve a cero', async () => {
  // Área 1: 600 · 400 · 200 (A, una línea: +100 · +100 · 0). Área 2: 1.100 · 850 · 600 contra B + C = 1.000 · 700 · 600 (+100 · +150 · 0 a la línea del área sin programa).
  const april = byArea(['215-21-01-000-000-000;PLANTA;1;4000000;0;4000000;1300000;1300000;1000000', '215-22-05-000-000-000;SERVICIOS BASICOS;1;2000000;0;2000000;600000;400000;200000', '215-22-05-000-000-000;SERVICIOS BASICOS;2;4000000;0;4000000;1100000;850000;600000'])
  const { preview } = await loadNow(town, ivan, april, { name: 'abril.csv', month: 4 })
  expect(preview.counts).toEqual({ new: 0, changed: 2, equal: 1, rejected: 0, missing: 1 })
  expect(stops(preview)).toEqual(['La cuenta 215-22-05-000-000-000 viene en el archivo, pero no sin área ni programa, donde estaba cargada con montos.'])
  // 1.300.000 + 400.000 + 850.000, como dice el archivo.
  expect(await figure('accrued')).toBe(2_550_000)
  expect(await figure('accrued', { line: idOf(A) })).toBe(400_000)
  expect(await figure('accrued', { line: idOf(B) })).toBe(600_000)
  expect(await figure('accrued', { title: '22', area: '2' })).toBe(850_000)
  expect(await figure('accrued', { title: '22', area: '' })).toBe(0)
})
test('por programa: dos fuentes del mismo programa suman una fila, y la diferencia va a la fuente corriente', async () => {
  // Programa 202: 1.100 · 850 · 700 contra B + C = 1.000 · 700 · 600: +100 · +150 · +100 a B, que no tiene proyecto ni fuente.
  const rows = ['215-21-01-000-000-000;PLANTA;1;101;4000000;0;4000000;1300000;1300000;1000000', '215-22-05-000-000-000;SERVICIOS BASICOS;1;101;2000000;0;2000000;600000;400000;200000', '215-22-05-000-000-000;SERVICIOS BASICOS;2;202;4000000;0;4000000;1100000;850000;700000']
  const { preview } = await loadNow(town, ivan, byProgramme(rows), { name: 'mayo.csv', month: 5 })
  expect(preview.counts).toEqual({ new: 0, changed: 1, equal: 2, rejected: 0, missing: 1 })
  expect(await figure('accrued', { line: idOf(B) })).toBe(750_000)
  expect(await figure('accrued', { line: idOf(C) })).toBe(100_000)
  expect(await figure('accrued')).toBe(2_550_000)
  expect(await figure('paid')).toBe(1_900_000)
  const again = await loadNow(town, ivan, byProgramme(rows), { name: 'mayo.csv', month: 5 })
  expect([again.preview.counts, again.movements]).toEqual([{ new: 0, changed: 0, equal: 3, rejected: 0, missing: 0 }, 0])
})
test('una cuenta que no viene en ninguna fila se informa una vez y sin aceptarla no se carga', async () => {
  const june = byAccount(['215-22-05-000-000-000;SERVICIOS BASICOS;6000000;0;6000000;1700000;1250000;900000'])
  await expect(loadNow(town, ivan, june, { name: 'junio.csv', month: 6, accepted: [] })).rejects.toMatchObject({ id: 'presupuesto/carga-con-problemas' })
  const accepted = await loadNow(town, ivan, june, { name: 'junio.csv', month: 6 })
  expect(stops(accepted.preview)).toEqual(['La línea 215-21-01-000-000-000 estaba cargada con montos y ya no viene en el archivo.'])
  expect(await figure('accrued', { title: '21' })).toBe(0)
})
test('un acumulado que baja se mide contra la suma de la cuenta, no contra una de sus líneas', async () => {
  // En mayo 22-05 llevaba 1.250.000 devengados entre todas sus líneas; ninguna sola pasa de 750.000.
  const july = byAccount(['215-22-05-000-000-000;SERVICIOS BASICOS;6000000;0;6000000;1700000;1200000;900000'])
  const { preview } = await loadNow(town, ivan, july, { name: 'julio.csv', month: 7 })
  expect(preview.problems.filter(({ code }) => code === 'month-backwards').map(({ cell, what }) => `${cell} ${what}`)).toEqual(['G2 El acumulado de devengado baja: el mes anterior era $1.250.000 y ahora dice $1.200.000.'])
})
