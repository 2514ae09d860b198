import type { Sheet } from '#platform/spreadsheets'
import type { AccountBook, AccountReading } from './account-codes.ts'
import type { RowClass } from './balance.ts'
import { areaCode, areaHeader } from './blocks.ts'
import { type BalanceKind, type Field, plain } from './fields.ts'
import { cellText, type HeaderChoice } from './header.ts'

/** Area, programme and cost centre a row belongs to. */
export type Scope = { readonly area: string; readonly programme: string; readonly costCentre: string }
export type ScannedRow = {
  readonly row: number
  is: RowClass
  readonly account?: AccountReading
  readonly scope: Scope
  readonly scopeId: string
  readonly name: string
  /** Text of a total, of a block or of a row that could not be understood. */
  readonly text: string
  readonly mangled?: boolean
  readonly totalOf?: BalanceKind
}

export type ScanColumns = { readonly account: number; readonly name?: number; readonly area?: number; readonly programme?: number; readonly costCentre?: number; readonly amounts: readonly number[] }
export const scanColumns = (columns: readonly { readonly column: number; readonly field: Field }[], amounts: readonly number[]): ScanColumns | undefined => {
  const at = (field: Field): number | undefined => columns.find((item) => item.field === field)?.column
  const account = at('account')
  return account === undefined ? undefined : { account, name: at('name'), area: at('area'), programme: at('programme'), costCentre: at('costCentre'), amounts }
}

const EVERYWHERE: Scope = { area: '', programme: '', costCentre: '' }
export const scopeText = ({ area, programme, costCentre }: Scope): string => `${area}|${programme}|${costCentre}`
export const everywhere = scopeText(EVERYWHERE)

const TOTAL = /^(SUB ?)?TOTAL(ES)?\b|^SUMAS?\b/

const rowText = (sheet: Sheet, row: number, widest: number): string => {
  for (let column = 0; column < widest; column++) {
    const cell = sheet.cell(row, column)
    if (typeof cell === 'string' && cell.trim() !== '') return cell.trim()
  }
  return ''
}

/** Tells repeated page headers: most texts of the row are texts of the header, each in its column. */
const headerMatcher = (sheet: Sheet, header: HeaderChoice): ((row: number) => boolean) => {
  const known = header.rows.map((row) => Array.from({ length: sheet.columnCount }, (_, column) => plain(cellText(sheet, row, column))))
  return (row) => known.some((texts) => {
    let filled = 0
    let same = 0
    for (let column = 0; column < sheet.columnCount; column++) {
      const text = cellText(sheet, row, column)
      if (text === '') continue
      filled++
      if (texts[column] === plain(text)) same++
    }
    return same >= 2 && same >= filled * 0.6
  })
}

const isBlank = (sheet: Sheet, row: number): boolean => {
  for (let column = 0; column < sheet.columnCount; column++) {
    const cell = sheet.cell(row, column)
    if (cell !== null && !(typeof cell === 'string' && cell.trim() === '')) return false
  }
  return true
}

const hasNumbers = (sheet: Sheet, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => {
    const cell = sheet.cell(row, column)
    if (typeof cell === 'number') return cell !== 0
    return typeof cell === 'string' && /\d/.test(cell) && /^[\s\d.,$()\-−]+$/.test(cell)
  })

const columnText = (sheet: Sheet, row: number, column: number | undefined): string => (column === undefined ? '' : cellText(sheet, row, column))

/** Reads every row under the header once: what it is, its account and the block it stands in. Subtotals are told apart afterwards. */
export const scanRows = (sheet: Sheet, header: HeaderChoice, columns: ScanColumns, book: AccountBook, expected?: BalanceKind): ScannedRow[] => {
  const isHeader = headerMatcher(sheet, header)
  const rows: ScannedRow[] = []
  let block = EVERYWHERE
  let blockId = everywhere
  const areas = new Map<string, string>()
  const area = (text: string): string => {
    let code = areas.get(text)
    if (code === undefined) areas.set(text, (code = areaCode(text)))
    return code
  }
  const scoped = columns.area !== undefined || columns.programme !== undefined || columns.costCentre !== undefined
  // Equal scopes are one object, so that what is computed of them is computed once.
  const known = new Map<string, { scope: Scope; id: string }>()
  const intern = (scope: Scope): { scope: Scope; id: string } => {
    const id = scopeText(scope)
    let found = known.get(id)
    if (!found) known.set(id, (found = { scope, id }))
    return found
  }
  const scopeAt = (row: number): { scope: Scope; id: string } => intern({
    area: area(columnText(sheet, row, columns.area)) || block.area,
    programme: columnText(sheet, row, columns.programme) || block.programme,
    costCentre: columnText(sheet, row, columns.costCentre) || block.costCentre,
  })
  for (let row = (header.rows.at(-1) ?? -1) + 1; row < sheet.rowCount; row++) {
    const reading = book.read(sheet.cell(row, columns.account), expected)
    const name = columns.name === undefined ? '' : cellText(sheet, row, columns.name)
    const { scope, id: scopeId } = scoped ? scopeAt(row) : { scope: block, id: blockId }
    if (reading.is === 'account') { rows.push({ row, is: 'detail', account: reading, scope, scopeId, name, text: '' }); continue }
    if (reading.is === 'total') { rows.push({ row, is: 'total', scope, scopeId, name, text: name || cellText(sheet, row, columns.account), totalOf: reading.kind }); continue }
    if (isBlank(sheet, row)) { rows.push({ row, is: 'blank', scope, scopeId, name: '', text: '' }); continue }
    const text = rowText(sheet, row, sheet.columnCount)
    const opening = areaHeader(sheet, row)
    if (isHeader(row)) rows.push({ row, is: 'page-header', scope, scopeId, name, text })
    else if (opening) {
      block = opening.what === 'area' ? (opening.code === block.area ? block : { area: opening.code, programme: '', costCentre: '' }) : { ...block, [opening.what]: opening.code }
      blockId = scopeText(block)
      rows.push({ row, is: 'block', scope: block, scopeId: blockId, name: opening.name, text })
    } else if (TOTAL.test(plain(text))) rows.push({ row, is: 'total', scope, scopeId, name, text })
    else if (reading.is === 'mangled' || hasNumbers(sheet, row, columns.amounts)) rows.push({ row, is: 'unknown', scope, scopeId, name, text, mangled: reading.is === 'mangled' })
    else rows.push({ row, is: 'title', scope, scopeId, name, text })
  }
  return rows
}

const remembered = (compute: (scope: Scope) => string[]): ((scope: Scope) => string[]) => {
  const known = new WeakMap<Scope, string[]>()
  return (scope) => {
    let scopes = known.get(scope)
    if (!scopes) known.set(scope, (scopes = compute(scope)))
    return scopes
  }
}
/** The scopes a row counts in, narrowest first: its own, its programme, its area, the whole file. */
export const coveringScopes = remembered((scope) => [...new Set([scopeText(scope), scopeText({ ...scope, costCentre: '' }), scopeText({ area: scope.area, programme: '', costCentre: '' }), everywhere])])

/** Marks as subtotals the account rows whose descendants, or whose own detail by area or programme, are in the file too. */
export const markSubtotals = (rows: readonly ScannedRow[]): void => {
  const parents = new Map<string, Set<string>>()
  const seen = new Map<string, Set<string>>()
  const present = new Set<string>()
  for (const { account } of rows) if (account) present.add(account.long)
  /** Upper accounts that have a row of their own: only those can be subtotals. Equal codes share one reading. */
  const uppers = new Map<AccountReading, readonly string[]>()
  const uppersOf = (account: AccountReading): readonly string[] => {
    let found = uppers.get(account)
    if (!found) uppers.set(account, (found = account.ancestors.filter((ancestor) => present.has(ancestor))))
    return found
  }
  const inside = (map: Map<string, Set<string>>, scope: string): Set<string> => {
    let longs = map.get(scope)
    if (!longs) map.set(scope, (longs = new Set()))
    return longs
  }
  for (const { account, scopeId, scope } of rows) {
    if (!account) continue
    const longs = inside(seen, scopeId)
    if (longs.has(account.long)) continue
    longs.add(account.long)
    const above = uppersOf(account)
    for (const wider of coveringScopes(scope)) {
      if (wider === scopeId && above.length === 0) continue
      const upper = inside(parents, wider)
      for (const ancestor of above) upper.add(ancestor)
      if (wider !== scopeId) upper.add(account.long)
    }
  }
  for (const item of rows) if (item.account && parents.get(item.scopeId)?.has(item.account.long)) item.is = 'subtotal'
}
