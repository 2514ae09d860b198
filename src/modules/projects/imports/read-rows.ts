import type { Day } from '#kernel'
import type { FundingName, Stage } from '../contract.ts'
import { cellText, letterOf, plain } from './columns.ts'
import { type AmountField, amountFields, type AmountUnit, type ImportField, type ProjectImportChoices, type RawCell, type ReadSheet } from './import-contract.ts'
import { columnStyle, readAmount, unitFactor } from './read-amount.ts'
import { codeKind, placesOf, readSince, slug, sourcesIn } from './read-values.ts'

/** One row of the list, read. `code` is the key of the portfolio; empty when the row brings none. */
export type ListRow = {
  readonly row: number; readonly role: 'data' | 'total' | 'skipped'; readonly codeSays: string; readonly code: string; readonly bip?: string; readonly bipShort?: string; readonly name: string; readonly places?: readonly string[]
  readonly stageSays?: string; readonly stage?: Stage; readonly sourceSays?: string; readonly source?: string; readonly unitSays?: string; readonly unitId?: string; readonly since?: Day
  readonly cost?: number; readonly external?: number; readonly own?: number; readonly latitude?: number; readonly longitude?: number; readonly women?: number; readonly men?: number; readonly faults: readonly { readonly cell: string; readonly says: string; readonly what: string }[]
}
export type Mapping = { readonly header: number; readonly columns: ReadonlyMap<ImportField, number>; readonly units: ReadonlyMap<number, AmountUnit>; readonly stages: ReadonlyMap<string, string>; readonly sources: ReadonlyMap<string, string>; readonly unitNames: ReadonlyMap<string, string> }

const TOTAL = /^(sub)?total(es)?\b|^suma\b/
const spelled = (list: readonly string[], known: Map<string, string>): string[] => [...new Set(list.map((place) => { const key = plain(place); const first = known.get(key); if (!first) known.set(key, place); return first ?? place }))]
const nearest = (value: RawCell | undefined): number | undefined => { const read = readAmount(value, { thousands: '', decimal: '.' }); return typeof read === 'number' ? read : undefined }

/** Reads every row under the header with the mapping the person confirmed. Nothing is left out: what is not a project says what it is. */
export const readRows = (sheet: ReadSheet, mapping: Mapping, choices: Pick<ProjectImportChoices, 'bipEnding'>, today: Day): ListRow[] => {
  const { columns, header } = mapping
  const body = sheet.rows.slice(header + 1)
  const at = (row: readonly RawCell[], field: ImportField): RawCell | undefined => { const column = columns.get(field); return column === undefined ? undefined : row[column] }
  const styles = new Map<AmountField, ReturnType<typeof columnStyle>>(amountFields.flatMap((field) => { const column = columns.get(field); return column === undefined ? [] : [[field, columnStyle(body.map((row) => row[column]))] as const] }))
  const known = new Map<string, string>()
  const titles = new Set((sheet.rows[header] ?? []).map((cell) => plain(cellText(cell))).filter(Boolean))
  return body.map((row, offset): ListRow => {
    const number = header + 1 + offset
    const faults: { cell: string; says: string; what: string }[] = []
    const cellOf = (field: ImportField) => `${letterOf(columns.get(field) ?? 0)}${number + 1}`
    const name = cellText(at(row, 'name')).replace(/\s+/g, ' ').slice(0, 250)
    const codeSays = cellText(at(row, 'code')).replace(/\.0$/, '')
    const filled = row.filter((cell) => cellText(cell) !== '')
    const base = { row: number, codeSays, code: '', name, faults }
    if (filled.length === 0 || (filled.length > 1 && filled.every((cell) => titles.has(plain(cellText(cell)))))) return { ...base, role: 'skipped' }
    if (TOTAL.test(plain(name)) || (name === '' && codeSays === '' && row.some((cell) => TOTAL.test(plain(cellText(cell)))))) return { ...base, role: 'total', ...amountsOf() }
    const kind = codeKind(codeSays)
    const bip = kind === 'bip' ? codeSays : kind === 'bip-short' && choices.bipEnding === 'zero' ? `${codeSays}-0` : undefined
    const since = readSince(at(row, 'since'), today)
    const places = placesOf(at(row, 'place'))
    const [stageSays, sourceSays, unitSays] = [cellText(at(row, 'stage')), cellText(at(row, 'source')), cellText(at(row, 'unit'))]
    const [stage, unitId] = [mapping.stages.get(stageSays), mapping.unitNames.get(unitSays)]
    const [latitude, longitude] = [nearest(at(row, 'latitude')), nearest(at(row, 'longitude'))]
    const placed = latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && latitude !== 0
    if (cellText(at(row, 'since')) && !since) faults.push({ cell: cellOf('since'), says: cellText(at(row, 'since')), what: 'No se entiende como fecha ni como año; el proyecto entra con la fecha de hoy.' })
    if (!placed && (cellText(at(row, 'latitude')) || cellText(at(row, 'longitude')))) faults.push({ cell: cellOf('latitude'), says: `${cellText(at(row, 'latitude'))}, ${cellText(at(row, 'longitude'))}`, what: 'No son grados de latitud y longitud; el proyecto entra sin ubicación.' })
    return {
      ...base, role: 'data', code: kind === 'bip' ? `bip-${codeSays}` : kind === 'bip-short' ? `bip-${codeSays}${bip ? '-0' : ''}` : slug(codeSays), ...(bip ? { bip } : {}), ...(kind === 'bip-short' || kind === 'bip' ? { bipShort: codeSays.slice(0, 8) } : {}),
      ...(places.length > 0 ? { places: spelled(places, known) } : {}), ...(stageSays ? { stageSays } : {}), ...(stage ? { stage: stage as Stage } : {}), ...(sourceSays ? { sourceSays } : {}), ...(mapping.sources.get(sourceSays) ? { source: mapping.sources.get(sourceSays) } : {}),
      ...(unitSays ? { unitSays } : {}), ...(unitId ? { unitId } : {}), ...(since ? { since } : {}), ...(placed ? { latitude, longitude } : {}), ...people('women'), ...people('men'), ...amountsOf(),
    }
    function people(field: 'women' | 'men'): Partial<ListRow> { const value = nearest(at(row, field)); return value !== undefined && value >= 0 ? { [field]: Math.round(value) } : {} }
    function amountsOf(): Partial<ListRow> {
      const read: Partial<Record<AmountField, number>> = {}
      for (const [field, style] of styles) {
        const value = readAmount(at(row, field), style)
        if (value === undefined || (value !== null && value < 0)) faults.push({ cell: cellOf(field), says: cellText(at(row, field)), what: value === undefined ? 'El monto no se entiende como número.' : 'El monto es negativo.' })
        else if (value !== null) read[field] = Math.round(value * unitFactor[mapping.units.get(columns.get(field) ?? -1) ?? 'pesos'])
      }
      return read
    }
  })
}

/** The cost of a row and how it is financed, when the list says it whole: parts that add up to the cost, or one source for all of it. */
export const financeOf = ({ cost, external, own, source, sourceSays }: ListRow, sources: readonly FundingName[]): { readonly cost?: number; readonly sources?: readonly { readonly source: string; readonly amount: number }[] } => {
  const parts = (external ?? 0) + (own ?? 0)
  const total = cost ?? (parts > 0 ? parts : undefined)
  if (total === undefined) return {}
  const ownCode = sources.some(({ code }) => code === 'own') ? 'own' : ''
  const outer = source && source !== ownCode ? source : sourcesIn(sourceSays ?? '').find((code) => code !== 'own')
  if (parts > 0 && parts === total && (!external || outer) && (!own || ownCode)) return { cost: total, sources: [...(external && outer ? [{ source: outer, amount: external }] : []), ...(own ? [{ source: ownCode, amount: own }] : [])] }
  return source && parts === 0 ? { cost: total, sources: [{ source, amount: total }] } : { cost: total }
}
