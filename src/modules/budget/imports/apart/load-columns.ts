import type { Line } from '../../lines/line.ts'
import type { LineColumns } from '../../lines/line.store.ts'
import type { MovementColumns } from '../../movements/movement.store.ts'
import { ledgerPhases } from '../../movements/phase.ts'
import type { PlannedMovements } from '../plan-load.ts'

/** Values without quotes nor commas inside: ids and numbers. */
const bare = (values: readonly (string | number)[] | Int32Array): string => `{${values.join(',')}}`
const orNull = (rows: Int32Array): string => (rows.some((row) => row < 0) ? bare(Array.from(rows, (row) => (row < 0 ? 'NULL' : row))) : bare(rows))
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

/** Movements `from`…`to` of a plan in the same form; phases that no row moves do not travel. */
export const movementColumns = ({ shared, lines, rows, amounts }: PlannedMovements, from: number, to: number): MovementColumns => {
  const columns = ledgerPhases.map((phase, index) => {
    const values: number[] = []
    let moves = false
    for (let row = from; row < to; row++) {
      const amount = amounts[row * ledgerPhases.length + index] ?? 0
      if (amount !== 0) moves = true
      values.push(amount)
    }
    return { phase, moves, values }
  }).filter(({ moves }) => moves)
  return { count: to - from, phases: columns.map(({ phase }) => phase), shared, values: [bare(lines.slice(from, to)), orNull(rows.subarray(from, to)), ...columns.map(({ values }) => bare(values))] }
}
