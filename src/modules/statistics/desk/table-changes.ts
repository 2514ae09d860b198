import { type Cube, cubeStrides, cubeValue } from '../model/cube.ts'
import type { TableChanges } from './desk-contract.ts'

const MOST = 5
/** The cells of a table by the codes that place them, with their labels. */
const cellsOf = (cube: Cube): Map<string, { label: string; value: number | null }> => {
  const strides = cubeStrides(cube)
  const cells = new Map<string, { label: string; value: number | null }>()
  for (let index = 0; index < cube.values.length; index++) {
    const codes = cube.variables.flatMap((variable, at) => {
      const code = variable.codes[Math.floor(index / (strides[at] ?? 1)) % variable.codes.length]
      return code ? [{ key: `${variable.key}=${code.code}`, label: code.label }] : []
    })
    cells.set(codes.map(({ key }) => key).sort().join(' '), { label: codes.map(({ label }) => label).join(', '), value: cubeValue(cube, index) })
  }
  return cells
}
/** What changed between the table delivered before and the same question asked now. An absence is a value too: what was empty and now has a number is new. */
export const changesOf = (before: Cube, after: Cube): TableChanges => {
  const [old, now] = [cellsOf(before), cellsOf(after)]
  const largest: { cell: string; before: number; after: number }[] = []
  const count = { equal: 0, changed: 0, added: 0, gone: 0 }
  for (const [key, { label, value }] of now) {
    const earlier = old.get(key)?.value ?? null
    if (value === earlier) { if (value !== null) count.equal += 1 }
    else if (earlier === null) count.added += 1
    else if (value === null) count.gone += 1
    else { count.changed += 1; largest.push({ cell: label, before: earlier, after: value }) }
  }
  for (const [key, { value }] of old) if (value !== null && !now.has(key)) count.gone += 1
  return { fromVersion: before.source.version, toVersion: after.source.version, ...count, largest: largest.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)).slice(0, MOST) }
}
