import { sortKey } from '#kernel'
import type { AmountUnit, ImportField, ProposedColumn, ProposedUnit, RawCell, ReadSheet } from './import-contract.ts'
import { columnStyle, readAmount } from './read-amount.ts'

/** Letters, digits and single spaces: «N° C.BIP_» → «n c bip». */
export const plain = (text: string): string => sortKey(text).replace(/[^a-z0-9~%$]+/g, ' ').trim()
export const cellText = (cell: RawCell | undefined): string => (cell === null || cell === undefined ? '' : String(cell).trim())
export const letterOf = (column: number): string => (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

const PLACEHOLDER = /^(s\/?i|sin (codigo|dato)|-+|n\/?a|\.)$/i
/** The first rule that fits names the column. Told words only; amounts already parsed beside their text are left aside by `proposeColumns`. */
const RULES: readonly (readonly [ImportField, RegExp])[] = [
  ['ignored', /^(rate|tipo territorial|institucion (formuladora|tecnica|unidad)|provincia|region|n|n~|nro|tematica|linea|observacion(es)?|avance|diferencia|meta( descripcion)?|indicador.*|ambito|lineamiento|objetivo.*)$/],
  ['latitude', /^(lat(itud)?|norte|y)$/], ['longitude', /^(lon(gitud)?|lng|este|x)$/],
  ['women', /beneficiari[ao]s? mujeres|mujeres/], ['men', /beneficiari[ao]s? hombres|hombres/],
  ['own', /(aporte |monto )?municipal( m\$?s?)?$/], ['external', /^(externo|aporte externo|monto externo)|(monto|aporte|financ).*(fndr|gore|externo|adjudicado|solicitado)|monto fndr/],
  ['cost', /(costo|monto|presupuesto|inversion|valor)( estimado)?( total)?( proyecto| iniciativa| inversion)?|^total( m\$)?$|^m\$$/],
  ['code', /codigo|^cod\b|^bip$|\bbip\b|^id$|^idi$/], ['source', /fuente|financiami|financiamiento|institucion financiera|^fondo$/],
  ['stage', /^etapa|^estado|situacion/], ['unit', /^(utr|unidad|direccion|departamento|responsable|unidad tecnica)/], ['place', /comuna|localidad|sector territorial|lugar|ubicacion|poblado/],
  ['since', /^(an~o|anio|ano|fecha)/], ['name', /nombre|iniciativa|proyecto|descripcion|denominacion/],
]
export const guessField = (says: string): ImportField | undefined => {
  const words = plain(says.replace(/_/g, ' '))
  return words === '' ? undefined : RULES.find(([, rule]) => rule.test(words))?.[0]
}
/** Titles that say they repeat another column, parsed: «monto_total_MS» beside «monto_total_texto». */
const stem = (says: string): string => plain(says.replace(/_/g, ' ')).replace(/\b(texto|ms|m\$)\b/g, '').trim()

/** Row of titles among the first ones: the one with most known titles, told why. −1 when none has the name of the project and something more. */
export const proposeHeader = ({ rows }: ReadSheet): { row: number; reason: string } => {
  const scores = rows.slice(0, 40).map((cells, row) => {
    const found = cells.map((cell) => (typeof cell === 'string' && cell.length < 80 ? guessField(cell) : undefined)).filter((field) => field && field !== 'ignored')
    return { row, kinds: new Set(found), texts: cells.filter((cell) => typeof cell === 'string' && cell.trim()).length, numbers: cells.filter((cell) => typeof cell === 'number').length }
  }).filter(({ kinds, numbers }) => kinds.has('name') && kinds.size >= 2 && numbers === 0)
  const best = scores.sort((a, b) => b.kinds.size - a.kinds.size || b.texts - a.texts || a.row - b.row)[0]
  return best ? { row: best.row, reason: `nombra ${best.kinds.size} datos conocidos` } : { row: -1, reason: 'ninguna fila nombra el proyecto y otro dato' }
}

/** What each column seems to be: by its title, one column for each datum, the others left unread and told why. */
export const proposeColumns = (sheet: ReadSheet, header: number, remembered?: ReadonlyMap<string, ImportField>): ProposedColumn[] => {
  const titles = (sheet.rows[header] ?? []).map(cellText)
  const body = sheet.rows.slice(header + 1)
  const width = Math.max(titles.length, ...body.slice(0, 200).map((row) => row.length))
  const taken = new Set<ImportField>()
  const stems = new Map<string, number>()
  return Array.from({ length: width }, (_, column): ProposedColumn => {
    const says = titles[column] ?? ''
    const example = cellText(body.map((row) => row[column]).find((cell) => cellText(cell) !== '' && !PLACEHOLDER.test(cellText(cell))))
    const base = { column, letter: letterOf(column), says, example: example.slice(0, 80) }
    const recalled = remembered?.get(plain(says))
    if (recalled) { taken.add(recalled); return { ...base, field: recalled, reason: 'receta', sure: true } }
    const field = guessField(says)
    if (!field) return { ...base, field: 'ignored', reason: says ? 'título desconocido' : 'sin título', sure: !example }
    if (field === 'ignored') return { ...base, field, reason: 'la cartera no guarda este dato', sure: true }
    const twin = stems.get(`${field} ${stem(says)}`)
    if (twin !== undefined) return { ...base, field: 'ignored', reason: `repite la columna ${letterOf(twin)}`, sure: true }
    if (taken.has(field)) return { ...base, field: 'ignored', reason: 'ya hay otra columna con este dato', sure: false }
    taken.add(field)
    stems.set(`${field} ${stem(says)}`, column)
    return { ...base, field, reason: 'por su título', sure: true }
  })
}

const SAYS_THOUSANDS = /\bm\$|\bm\$s?\b|\bms\b|miles/
const SAYS_MILLIONS = /\bmm\$|millones/
/** In which unit a column of amounts is written: what its title says, or its sizes, which the person confirms. */
export const proposeUnit = (sheet: ReadSheet, header: number, column: number): ProposedUnit => {
  const says = cellText(sheet.rows[header]?.[column])
  const words = sortKey(says).replace(/_/g, ' ')
  const amounts = sheet.rows.slice(header + 1).map((row) => row[column])
  const style = columnStyle(amounts)
  const values = amounts.map((cell) => readAmount(cell, style)).filter((value): value is number => typeof value === 'number' && value > 0).sort((a, b) => a - b)
  const middle = values[Math.floor(values.length / 2)] ?? 0
  const said = (unit: AmountUnit, reason: string, sure: boolean): ProposedUnit => ({ column, says, unit, reason: [reason, style.reason].filter(Boolean).join('; '), sure })
  if (SAYS_MILLIONS.test(words)) return said('millions', 'el título dice millones', true)
  if (SAYS_THOUSANDS.test(words)) return said('thousands', `el título dice «${says}»`, true)
  if (/\(\$\)|pesos/.test(words)) return said('pesos', 'el título dice pesos', true)
  // Works cost millions of pesos: a middle amount under five million is written in thousands, one under two thousand in millions.
  const SMALL = 5_000_000
  const TINY = 2_000
  const unit: AmountUnit = middle === 0 || middle >= SMALL ? 'pesos' : middle < TINY ? 'millions' : 'thousands'
  return said(unit, `el título no lo dice; el monto del medio de la columna es ${style.show(middle)}`, false)
}
