import type { Line } from '../../lines/line.ts'
import type { LineColumns } from '../../lines/line.store.ts'
import type { MovementColumns } from '../../movements/movement.store.ts'
import { ledgerPhases, phaseIndex } from '../../movements/phase.ts'
import type { NewMovement } from '../../movements/movement.store.ts'

/** Values without quotes nor commas inside: ids and numbers. */
const bare = (values: readonly (string | number | null)[]): string => `{${values.map((value) => value ?? 'NULL').join(',')}}`
const quoted = (text: string): string => (/^[A-Za-z0-9-]+$/.test(text) && text.toUpperCase() !== 'NULL' ? text : `"${text.replace(/[\\"]/g, '\\$&')}"`)
/** Most columns repeat the same few texts: each is written once. */
const texts = (values: readonly string[]): string => {
  const known = new Map<string, string>()
  return `{${values.map((value) => {
    let made = known.get(value)
    if (made === undefined) known.set(value, (made = quoted(value)))
    return made
  }).join(',')}}`
}

/** Lines as the arrays that one statement writes, already in the database's own text: the server only hands them over. */
export const lineColumns = (lines: readonly Line[]): LineColumns => ({
  count: lines.length, year: lines[0]?.year ?? 0,
  values: [bare(lines.map(({ id }) => id)), texts(lines.map(({ kind }) => kind)), texts(lines.map(({ account }) => account)), texts(lines.map(({ area }) => area)), texts(lines.map(({ programme }) => programme)), texts(lines.map(({ costCentre }) => costCentre))],
})

/** Movements of one balance in the same form; phases that no row moves do not travel. */
export const movementColumns = (rows: readonly NewMovement[]): MovementColumns => {
  const phases = ledgerPhases.filter((phase) => rows.some(({ amounts }) => amounts[phaseIndex[phase]] !== 0))
  const [first] = rows
  return {
    count: rows.length, phases,
    shared: { year: first?.year ?? 0, effectiveOn: first?.effectiveOn ?? '', documentKind: first?.documentKind ?? '', documentNumber: first?.documentNumber ?? '', documentDate: first?.documentDate ?? null, sourceFile: first?.sourceFile ?? null },
    values: [bare(rows.map(({ line }) => line)), bare(rows.map(({ sourceRow }) => sourceRow ?? null)), ...phases.map((phase) => bare(rows.map(({ amounts }) => amounts[phaseIndex[phase]])))],
  }
}
