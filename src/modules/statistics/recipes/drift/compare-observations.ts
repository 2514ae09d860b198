import type { Observations } from '../../model/observations.ts'
import type { ObservationStatus } from '../../model/status.ts'

/** One value that is not what it was. */
export type Change = { readonly where: Readonly<Record<string, string>>; readonly measure: string; readonly before: number | null; readonly after: number | null; readonly statusBefore: ObservationStatus | null; readonly statusAfter: ObservationStatus | null }
export type MeasureDrift = { readonly measure: string; readonly fresh: number; readonly changed: number; readonly equal: number; readonly missing: number; readonly totalBefore: number; readonly totalAfter: number; /** How many times larger the shared values became, when nearly all did so alike: a changed unit. */ readonly factor?: number }
export type ObservationsDrift = {
  readonly measures: readonly MeasureDrift[]; readonly largest: readonly Change[]
  readonly codes: readonly { readonly dimension: string; readonly fresh: readonly string[]; readonly gone: readonly string[]; readonly renamed: readonly { readonly code: string; readonly before: string; readonly after: string }[] }[]
}
const MOST_CHANGES = 50
/** Equal up to the last digits that a spreadsheet may lose. */
const alike = (a: number | null, b: number | null): boolean => a === b || (a !== null && b !== null && Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * 1e-12)

const keysOf = ({ rows, dimensions }: Observations, names: readonly string[]): Map<string, number> => {
  const keys = new Map<string, number>()
  for (let row = 0; row < rows; row++) keys.set(names.map((name) => dimensions[name]?.[row] ?? '').join('\u001f'), row)
  return keys
}
/** A factor that is a usual change of unit, shared by nearly all the values that are not zero. */
const sharedFactor = (ratios: readonly number[]): number | undefined => {
  if (ratios.length < 5) return undefined
  const middle = [...ratios].sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 1
  const usual = [0.001, 0.01, 0.1, 10, 100, 1000, 1_000_000, 0.000001].find((one) => Math.abs(middle / one - 1) < 0.2)
  return usual && ratios.filter((ratio) => Math.abs(ratio / usual - 1) < 0.5).length >= ratios.length * 0.9 ? usual : undefined
}
const measureDrift = (name: string, before: Observations, after: Observations, pairs: readonly (readonly [number | undefined, number | undefined])[], note: (change: Omit<Change, 'where'>, row: number) => void): MeasureDrift => {
  const count = { fresh: 0, changed: 0, equal: 0, missing: 0, totalBefore: 0, totalAfter: 0 }
  const ratios: number[] = []
  for (const [old, now] of pairs) {
    const was = old === undefined ? null : (before.measures[name]?.[old] ?? null)
    const is = now === undefined ? null : (after.measures[name]?.[now] ?? null)
    const statusBefore = old === undefined ? null : (before.statuses[name]?.[old] ?? null)
    const statusAfter = now === undefined ? null : (after.statuses[name]?.[now] ?? null)
    count.totalBefore += was ?? 0
    count.totalAfter += is ?? 0
    if (old === undefined) count.fresh++
    else if (now === undefined) count.missing++
    else if (alike(was, is) && statusBefore === statusAfter) count.equal++
    else { count.changed++; note({ measure: name, before: was, after: is, statusBefore, statusAfter }, now) }
    if (was && is) ratios.push(is / was)
  }
  const factor = sharedFactor(ratios)
  return { measure: name, ...count, ...(factor ? { factor } : {}) }
}
/** What changed between two readings of the same statistic: new, changed, equal and missing values, categories, and the largest changes. */
export const compareObservations = (before: Observations, after: Observations): ObservationsDrift => {
  const names = after.structure.dimensions.map(({ key }) => key).filter((key) => key in before.dimensions)
  const [old, now] = [keysOf(before, names), keysOf(after, names)]
  const pairs = [...new Set([...old.keys(), ...now.keys()])].map((key) => [old.get(key), now.get(key)] as const)
  const changes: Change[] = []
  const measures = after.structure.measures.map(({ key }) => key).filter((key) => key in before.measures).map((key) => measureDrift(key, before, after, pairs, (change, row) => changes.push({ ...change, where: Object.fromEntries(names.map((name) => [name, after.dimensions[name]?.[row] ?? ''])) })))
  const weight = ({ before: was, after: is }: Change): number => (was === null || is === null ? Number.MAX_VALUE : Math.abs(is - was))
  const codes = names.map((dimension) => {
    const list = (one: Observations) => new Map(one.structure.dimensions.find(({ key }) => key === dimension)?.codes.map(({ code, label }) => [code, label]))
    const [was, is] = [list(before), list(after)]
    return { dimension, fresh: [...is.keys()].filter((code) => !was.has(code)), gone: [...was.keys()].filter((code) => !is.has(code)), renamed: [...is].flatMap(([code, label]) => { const earlier = was.get(code); return earlier !== undefined && earlier !== label ? [{ code, before: earlier, after: label }] : [] }) }
  })
  return { measures, largest: changes.sort((a, b) => weight(b) - weight(a)).slice(0, MOST_CHANGES), codes }
}
