import { counted, monthNames } from '#kernel'
import type { Sheet } from '#platform/spreadsheets'
import type { ScannedRow } from './classify.ts'
import { type BalanceKind, type Field, fieldTitle, phaseOf } from './fields.ts'
import { type HeaderChoice, headerTexts } from './header.ts'
import type { Report } from './located-problem.ts'
import { type Recipe, recogniseDrift } from './recipe.ts'
import { readTitles } from './titles.ts'

const monthName = (period: string): string => `${monthNames[Number(period.slice(5, 7)) - 1] ?? ''} de ${period.slice(0, 4)}`
const letters = (sheet: Sheet, column: number): string => sheet.address(0, column).replace(/\d+$/, '')

/** Is it the sheet of the month that is being loaded? */
export const checkPeriod = (sheet: Sheet, header: HeaderChoice, period: string, report: Report): void => {
  const titles = readTitles(sheet, header.rows[0] ?? 0, header.rows.at(-1))
  const said = titles.period
  const place = (cell: string | undefined): { row: number; column: number } | undefined => {
    for (let row = 0; cell && row < sheet.rowCount; row++) for (let column = 0; column < sheet.columnCount; column++) if (sheet.address(row, column) === cell) return { row, column }
    return undefined
  }
  const year = said ? Number(said.value.slice(0, 4)) : titles.year?.value
  if (year !== undefined && year !== Number(period.slice(0, 4))) report('wrong-year', place(said?.cell ?? titles.year?.cell), said?.says ?? titles.year?.says ?? '', `La hoja es de ${year} y la carga es de ${monthName(period)}.`)
  else if (said && said.value !== period) report('wrong-month', place(said.cell), said.says, `La hoja es de ${monthName(said.value)} y la carga es de ${monthName(period)}.`)
}

/** Does it hold the kind that was chosen? Under half of the accounts of that kind is another sheet. */
export const checkKind = (rows: readonly ScannedRow[], kind: BalanceKind | 'both', report: Report): void => {
  const accounts = rows.filter(({ account }) => account)
  if (accounts.length === 0) { report('no-rows', undefined, '', 'Bajo el encabezado no hay ninguna fila con cuenta del clasificador.'); return }
  if (kind === 'both') return
  const alike = accounts.filter(({ account }) => account?.kind === kind).length
  if (alike * 2 < accounts.length) report('wrong-sheet', undefined, '', `Se esperaban ${kind === 'income' ? 'ingresos' : 'gastos'} y ${counted(accounts.length - alike, 'cuenta es', 'cuentas son')} de ${kind === 'income' ? 'gastos' : 'ingresos'}.`)
}

export const checkHidden = (sheet: Sheet, columns: readonly { readonly column: number; readonly field: Field }[], headerRow: number, report: Report): void => {
  if (sheet.hidden) report('hidden-sheet', undefined, sheet.name, `La hoja «${sheet.name}» está oculta.`)
  const hidden = new Set(sheet.hiddenColumns)
  for (const { column, field } of columns) if (field !== 'ignored' && hidden.has(column)) report('hidden-column', { row: headerRow, column }, '', `La columna ${letters(sheet, column)} está oculta y se lee como ${fieldTitle[field].toLowerCase()}.`)
  const rows = sheet.hiddenRows.filter((row) => row > headerRow).length
  if (rows > 0) report('hidden-rows', undefined, '', `La hoja tiene ${counted(rows, 'fila oculta', 'filas ocultas')}.`)
}

/** Columns that moved, changed their title, disappeared or are new since the recipe was made. */
export const checkDrift = (sheet: Sheet, header: HeaderChoice, recipe: Recipe, chosen: readonly { readonly column: number; readonly field: Field }[], report: Report): void => {
  const row = header.rows.at(-1) ?? 0
  for (const drift of recogniseDrift(recipe, sheet, header)) {
    const place = { row, column: drift.column }
    if (drift.kind === 'moved') report('moved-column', place, drift.says, `La columna estaba en ${letters(sheet, drift.from)}; se reconoció por su nombre.`)
    else if (drift.kind === 'renamed') report('renamed-column', place, drift.says, `La columna «${drift.before}» ahora se titula «${drift.says}».`)
    else if (drift.kind === 'new') report('new-column', place, drift.says, 'La columna no estaba en la carga anterior.')
    else if (!chosen.some(({ field }) => field === drift.field)) report('missing-column', place, '', `Falta la columna «${drift.says}» (${fieldTitle[drift.field].toLowerCase()}).`)
  }
}

/** A balance needs an account and at least one amount. */
export const checkColumns = (sheet: Sheet, header: HeaderChoice, columns: readonly { readonly column: number; readonly field: Field }[], report: Report): boolean => {
  const place = { row: header.rows.at(-1) ?? 0, column: 0 }
  const says = headerTexts(sheet, header).filter((text) => text !== '').join(' | ')
  const account = columns.some(({ field }) => field === 'account')
  const amounts = columns.some(({ field }) => phaseOf(field) !== undefined)
  if (!account) report('missing-column', place, says, 'Ninguna columna se lee como cuenta del clasificador.')
  if (!amounts) report('missing-column', { ...place, column: 1 }, says, 'Ninguna columna se lee como monto.')
  return account && amounts
}
