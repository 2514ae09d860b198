import { utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { DemoFacts } from '../facts.ts'
import { longCode } from '../loncoche/accounts.ts'
import { type BalanceRow, balanceRows, measures } from './balance-rows.ts'

export type DemoFile = { readonly name: string; readonly bytes: Uint8Array; /** What a person will find in it. */ readonly note: string }
type Cell = string | number | null

const toThousands = (value: number): string => String(Math.abs(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '.') + (value < 0 ? '-' : '')
const sumOf = (rows: readonly BalanceRow[]): BalanceRow['amounts'] => rows.filter((row) => row.level === 1).reduce((total, row) => ({ initial: total.initial + row.amounts.initial, inForce: total.inForce + row.amounts.inForce, committed: total.committed + row.amounts.committed, accrued: total.accrued + row.amounts.accrued, paid: total.paid + row.amounts.paid }), { initial: 0, inForce: 0, committed: 0, accrued: 0, paid: 0 })

const PAGE = 46
/** The June sheet as a finance office prints it: titles, headers in two rows that repeat on each page, M$, codes without 215. */
const juneRows = (rows: readonly BalanceRow[]): { cells: Cell[][]; merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] } => {
  const cells: Cell[][] = []
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = []
  const head = (page: number): void => {
    const at = cells.length
    cells.push(['MUNICIPALIDAD DE LONCOCHE', null, null, null, null, null, null, null, `Página ${page}`], ['DIRECCIÓN DE ADMINISTRACIÓN Y FINANZAS'], ['BALANCE DE EJECUCIÓN PRESUPUESTARIA DE GASTOS, ACUMULADO AL 30 DE JUNIO DE 2026'], ['(Cifras en M$)', null, null, null, null, null, null, 'Fecha: 13/07/2026'], [])
    cells.push(['CÓDIGO', 'DENOMINACIÓN', 'PRESUPUESTO', null, 'OBLIGACIÓN', 'DEVENGADO', 'PAGADO', 'SALDO', 'DEUDA'], [null, null, 'INICIAL', 'VIGENTE', 'ACUMULADA', 'ACUMULADO', 'ACUMULADO', 'PRESUPUESTARIO', 'EXIGIBLE'])
    merges.push({ s: { r: at + 2, c: 0 }, e: { r: at + 2, c: 8 } }, { s: { r: at + 5, c: 0 }, e: { r: at + 6, c: 0 } }, { s: { r: at + 5, c: 1 }, e: { r: at + 6, c: 1 } }, { s: { r: at + 5, c: 2 }, e: { r: at + 5, c: 3 } })
  }
  const total = sumOf(rows)
  const numbers = (amounts: BalanceRow['amounts']): Cell[] => [...measures.map((measure) => amounts[measure]), amounts.inForce - amounts.committed, amounts.accrued - amounts.paid]
  head(1)
  cells.push(['00-00-000-000-000', 'ACREEDORES PRESUPUESTARIOS', ...numbers(total)])
  rows.forEach((row, index) => {
    if (index > 0 && index % PAGE === 0) { cells.push([]); head(index / PAGE + 1) }
    if (row.level === 1) cells.push([])
    cells.push([longCode(row.code).slice(4), row.name.slice(0, 50), ...numbers(row.amounts)])
  })
  cells.push([], [null, 'TOTAL GASTOS', ...numbers(total)], [], [null, 'V.B. JEFA DE CONTABILIDAD Y PRESUPUESTO'])
  return { cells, merges }
}
const juneBook = (rows: readonly BalanceRow[]): Uint8Array => {
  const { cells, merges } = juneRows(rows)
  const sheet: WorkSheet = utils.aoa_to_sheet(cells)
  sheet['!merges'] = merges
  const book: WorkBook = utils.book_new()
  utils.book_append_sheet(book, sheet, 'BALANCE JUNIO')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

const areaNames = ['', 'GESTIÓN INTERNA', 'SERVICIOS A LA COMUNIDAD', 'ACTIVIDADES MUNICIPALES', 'PROGRAMAS SOCIALES', 'PROGRAMAS RECREACIONALES', 'PROGRAMAS CULTURALES']
const JULY = { year: 2026, effectiveOn: '2026-07-21', knownOn: '2026-07-21' } as const
/** The July book: pesos typed as text, expenditure in blocks by area, and income on a second sheet. */
const julyBook = (facts: DemoFacts): Uint8Array => {
  const text = (amounts: BalanceRow['amounts']): Cell[] => [...measures.map((measure) => toThousands(amounts[measure])), toThousands(amounts.inForce - amounts.accrued)]
  const spending: Cell[][] = [['I. MUNICIPALIDAD DE LONCOCHE'], ['BALANCE DE GASTOS POR ÁREA DE GESTIÓN AL 21/07/2026 (PESOS)'], [], ['CUENTA', 'GLOSA', 'PPTO. INICIAL', 'PPTO. VIGENTE', 'OBLIGADO', 'DEVENGADO', 'PAGADO', 'POR DEVENGAR']]
  for (const area of [1, 2, 3, 4, 5, 6]) {
    const rows = balanceRows(facts, { ...JULY, kind: '215', area })
    spending.push([`ÁREA ${area}: ${areaNames[area] ?? ''}`], ...rows.map((row): Cell[] => [longCode(row.code), row.name, ...text(row.amounts)]), [null, `SUBTOTAL ÁREA ${area}`, ...text(sumOf(rows))], [])
  }
  spending.push([null, 'TOTAL GENERAL', ...text(sumOf(balanceRows(facts, { ...JULY, kind: '215' })))])
  const earned = balanceRows(facts, { ...JULY, kind: '115' })
  const incomeText = (amounts: BalanceRow['amounts']): Cell[] => [toThousands(amounts.initial), toThousands(amounts.inForce), toThousands(amounts.accrued), toThousands(amounts.paid), toThousands(amounts.accrued - amounts.paid)]
  const income: Cell[][] = [['I. MUNICIPALIDAD DE LONCOCHE'], ['BALANCE DE INGRESOS AL 21/07/2026 (PESOS)'], [], ['CUENTA', 'GLOSA', 'PPTO. INICIAL', 'PPTO. VIGENTE', 'DEVENGADO', 'PERCIBIDO', 'POR PERCIBIR'], ...earned.map((row): Cell[] => [longCode(row.code), row.name, ...incomeText(row.amounts)]), [null, 'TOTAL GENERAL', ...incomeText(sumOf(earned))]]
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(spending), 'GASTOS')
  utils.book_append_sheet(book, utils.aoa_to_sheet(income), 'INGRESOS')
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
}

/** June with three faults that an import must stop at: an account that exists nowhere, a subtotal that does not add, a figure gone backwards. */
const faulty = (rows: readonly BalanceRow[]): BalanceRow[] => rows.flatMap((row): BalanceRow[] => {
  if (row.code === '215-24') return [{ code: '215-22-99-001', name: 'GASTOS POR CLASIFICAR', level: 3, amounts: { initial: 0, inForce: 1_200, committed: 1_200, accrued: 1_200, paid: 0 } }, row]
  if (row.code === '215-29') return [{ ...row, amounts: { ...row.amounts, accrued: row.amounts.accrued + 540 } }]
  if (row.code === '215-22-05-001') return [{ ...row, amounts: { ...row.amounts, accrued: Math.round(row.amounts.accrued / 2), paid: Math.round(row.amounts.paid / 2) } }]
  return [row]
})

/** Balance files for a person to try the import with, made from the same facts as the demonstration. */
export const demoFiles = (facts: DemoFacts): DemoFile[] => {
  const june = balanceRows(facts, { kind: '215', year: 2026, effectiveOn: '2026-06-30', knownOn: '2026-07-13', thousands: true })
  return [
    { name: 'BALANCE GASTOS JUNIO 2026.xlsx', bytes: juneBook(june), note: 'Balance de gastos al 30-06-2026 como lo conocía Finanzas el 13-07-2026; en M$, con encabezados repetidos por página.' },
    { name: 'BALANCE AL 21 JULIO 2026.xls', bytes: julyBook(facts), note: 'Gastos por área e ingresos al 21-07-2026, en pesos escritos como texto, formato .xls.' },
    { name: 'BALANCE GASTOS JUNIO 2026 (con errores).xlsx', bytes: juneBook(faulty(june)), note: 'El balance de junio con una cuenta que no existe, un subtítulo que no suma y una cuenta que retrocede.' },
  ]
}
