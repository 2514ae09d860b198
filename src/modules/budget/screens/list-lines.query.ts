import { can, sortKey } from '#kernel'
import { defineQuery } from '#platform/actions'
import { z } from 'zod'
import { shortCode } from '../accounts/account-tree.ts'
import type { LineList } from '../answers.ts'
import { type Cube, type CubeLine, sumCells } from '../execution/cube.ts'
import { linesOf } from '../execution/figure-scope.ts'
import { adjustedOf, availableOf, type PhaseSums } from '../movements/phase.ts'
import { areaTitles, lineNames, lineView } from './line-view.ts'

const Input = z.object({
  period: z.string().max(10).optional(), year: z.string().regex(/^\d{4}$/).optional(), kind: z.enum(['', 'income', 'expenditure']).default(''), title: z.string().max(40).default(''), area: z.string().max(2).default(''), programme: z.string().max(40).default(''), funding: z.string().max(40).default(''), project: z.string().max(60).default(''),
  text: z.string().max(100).default(''), only: z.enum(['', 'available', 'debt', 'untouched']).default(''), ids: z.string().max(20_000).default(''),
  order: z.string().max(20).default(''), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(50),
})
type Amount = 'initial' | 'amended' | 'adjusted' | 'committed' | 'accrued' | 'settled' | 'available'
const amounts: readonly Amount[] = ['initial', 'amended', 'adjusted', 'committed', 'accrued', 'settled', 'available']
/** A line with its sums up to the month asked: what filters, orders and totals need, before any row is drawn. */
type Summed = { readonly line: CubeLine; readonly sums: PhaseSums }
const settledOf = ({ line, sums }: Summed): number => (line.kind === 'expenditure' ? sums[5] : sums[6])
const amountOf: Readonly<Record<Amount, (one: Summed) => number>> = {
  initial: ({ sums }) => sums[0], amended: ({ sums }) => sums[1], adjusted: ({ sums }) => adjustedOf(sums), committed: ({ sums }) => sums[3], accrued: ({ sums }) => sums[4], settled: settledOf,
  available: (one) => (one.line.kind === 'expenditure' ? availableOf(one.sums) : adjustedOf(one.sums) - one.sums[6]),
}
const tests: Readonly<Record<string, (one: Summed) => boolean>> = {
  available: (one) => amountOf.available(one) > 0, debt: (one) => one.line.kind === 'expenditure' && one.sums[4] > one.sums[5], untouched: ({ sums }) => adjustedOf(sums) > 0 && sums[4] === 0,
}
const rateOf = ({ sums }: Summed): number => (adjustedOf(sums) ? sums[4] / adjustedOf(sums) : -1)
const textOf = ({ account, area, programme }: CubeLine): string => `${shortCode(account)} ${area} ${programme}`

/** Each key is computed once per line, not once per comparison: a budget may have a hundred thousand lines. */
const ordered = <T>(found: readonly T[], key: (one: T) => string | number, down = false): T[] => {
  const keys = found.map((one) => ({ one, key: key(one) }))
  const sign = down ? -1 : 1
  return keys.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0)).map(({ one }) => one)
}
const keyFor = (by: string): ((one: Summed) => string | number) => {
  const amount = amounts.find((one) => one === by)
  if (amount) return amountOf[amount]
  if (by === 'rate') return rateOf
  if (by === 'name') return ({ line }) => sortKey(line.title)
  return by === 'programme' ? ({ line }) => sortKey(line.programmeName) : ({ line }) => textOf(line)
}
/** Lines by account, area and programme. Few texts are different: those are compared, not the lines. */
const inTextOrder = (lines: readonly CubeLine[]): CubeLine[] => {
  const codes = new Map<string, string>()
  const same = new Map<string, CubeLine[]>()
  for (const line of lines) {
    let code = codes.get(line.account)
    if (code === undefined) codes.set(line.account, (code = shortCode(line.account)))
    const text = `${code} ${line.area} ${line.programme}`
    const group = same.get(text)
    if (group) group.push(line)
    else same.set(text, [line])
  }
  return [...same.keys()].sort().flatMap((text) => same.get(text) ?? [])
}

/** What a line says of itself, folded once and kept as long as the line: the search asks it at every key that is pressed. */
const said = new WeakMap<CubeLine, string>()
const saidBy = (line: CubeLine): string => {
  const known = said.get(line)
  if (known !== undefined) return known
  const account = shortCode(line.account)
  const text = sortKey(`${account} ${account.slice(4).replaceAll('-', '.')} ${line.title} ${line.programmeName} ${line.programme} ${areaTitles[line.area] ?? ''} ${line.costCentre}`)
  said.set(line, text)
  return text
}
/** The usual order of a cube, by account, area and programme, found once and kept as long as the cube. */
const places = new WeakMap<Cube, ReadonlyMap<CubeLine, number>>()
const placesIn = (cube: Cube): ReadonlyMap<CubeLine, number> => {
  const known = places.get(cube) ?? new Map(inTextOrder([...cube.lines.values()]).map((line, place) => [line, place]))
  places.set(cube, known)
  return known
}
/** What was found in the usual order: each goes to its place, nothing is compared again. */
const inPlace = (cube: Cube, found: readonly Summed[], down: boolean): Summed[] => {
  const known = placesIn(cube)
  const row = new Array<Summed | undefined>(known.size)
  for (const one of found) row[known.get(one.line) ?? 0] = one
  const sorted = row.filter((one) => one !== undefined)
  return down ? sorted.reverse() : sorted
}

/** Every amount is a sum of phases by kind of line, so the phases are added once and the amounts taken of the two totals. */
const totalsOf = (found: readonly Summed[]): LineList['totals'] => {
  const whole = { income: new Float64Array(7), expenditure: new Float64Array(7) }
  const first: Partial<Record<CubeLine['kind'], CubeLine>> = {}
  for (const { line, sums } of found) {
    const into = whole[line.kind]
    first[line.kind] ??= line
    for (let phase = 0; phase < 7; phase += 1) into[phase] = (into[phase] ?? 0) + (sums[phase] ?? 0)
  }
  const kinds = Object.values(first).map((line): Summed => ({ line, sums: [...whole[line.kind]] as unknown as PhaseSums }))
  return Object.fromEntries(amounts.map((key) => [key, kinds.reduce((sum, one) => sum + amountOf[key](one), 0)])) as LineList['totals']
}

/** Lines of the year with what each has left, filtered, sorted and paged. The totals are of everything found. */
export const listLines = defineQuery({
  name: 'budget.list-lines', title: 'Líneas del presupuesto', input: Input, allowed: can('budget.read'),
  run: async (input, context): Promise<LineList> => {
    const { span, lines, cube } = await linesOf(context, input.kind || 'both', {
      ...(input.period ? { period: input.period } : {}), ...(input.year ? { year: input.year } : {}), ...(input.title ? { title: input.title } : {}), ...(input.area ? { area: input.area } : {}),
      ...(input.programme ? { programme: input.programme } : {}), ...(input.funding ? { funding: input.funding } : {}), ...(input.project ? { project: input.project } : {}),
    })
    const names = await lineNames(context)
    const words = sortKey(input.text.trim()).split(/\s+/).filter(Boolean)
    const wanted = input.ids ? new Set(input.ids.split(',')) : undefined
    const units = new Map([...names.units].map(([id, name]) => [id, sortKey(name)]))
    const says = (line: CubeLine): string => `${saidBy(line)} ${(line.unitId && units.get(line.unitId)) || ''}`
    const fits = (one: Summed): boolean => {
      if (wanted && !wanted.has(one.line.id)) return false
      const key = words.length > 0 ? says(one.line) : ''
      return words.every((word) => key.includes(word)) && (tests[input.only]?.(one) ?? true)
    }
    const found = lines.map((line): Summed => ({ line, sums: span.upToMonth >= 12 ? line.sums : sumCells(line.cells, span.upToMonth) })).filter(fits)
    const by = input.order.replace(/^-/, '')
    const down = input.order.startsWith('-')
    const sorted = by === '' || by === 'account' ? inPlace(cube, found, down) : ordered(found, keyFor(by), down)
    const totals = totalsOf(found)
    const pages = Math.max(1, Math.ceil(sorted.length / input.size))
    const page = Math.min(input.page, pages)
    return { rows: sorted.slice((page - 1) * input.size, page * input.size).map(({ line }) => lineView(line, names, span.upToMonth)), total: sorted.length, page, pages, totals }
  },
})
