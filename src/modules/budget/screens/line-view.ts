import type { ReadContext } from '#platform/actions'
import { sql } from '#platform/database'
import { shortCode } from '../accounts/account-tree.ts'
import type { LineView } from '../answers.ts'
import { sumCells, type CubeLine } from '../execution/cube.ts'
import { adjustedOf, availableOf, type PhaseSums } from '../movements/phase.ts'
import { roomFor } from '../rules/identities.ts'
import { fundingNames } from './funding-names.ts'

export const areaTitles: Readonly<Record<string, string>> = { '1': 'Gestión interna', '2': 'Servicios a la comunidad', '3': 'Actividades municipales', '4': 'Programas sociales', '5': 'Programas recreacionales', '6': 'Programas culturales' }
export type LineNames = { readonly units: ReadonlyMap<string, string>; readonly funding: ReadonlyMap<string, string> }

/** Names of units and funding sources, in two short queries. */
export const lineNames = async (context: ReadContext): Promise<LineNames> => {
  const { tx } = context
  const units = await tx.all<{ id: string; name: string }>(sql`select id, name from registry.units where commune = ${tx.commune}`)
  return { units: new Map(units.map(({ id, name }) => [id, name])), funding: await fundingNames(context) }
}

/** A line with its sums up to a month, as lists and forms show it. */
export const lineView = (line: CubeLine, names: LineNames, upToMonth = 12): LineView => {
  const sums: PhaseSums = upToMonth >= 12 ? line.sums : sumCells(line.cells, upToMonth)
  const expenditure = line.kind === 'expenditure'
  return {
    id: line.id, year: line.year, kind: line.kind, account: shortCode(line.account), name: line.title, area: line.area, areaName: areaTitles[line.area] ?? '', programme: line.programme, programmeName: line.programmeName,
    costCentre: line.costCentre, project: line.project, funding: line.funding, fundingName: names.funding.get(line.funding) ?? line.funding, unitName: (line.unitId && names.units.get(line.unitId)) || '',
    initial: sums[0], amended: sums[1], adjusted: adjustedOf(sums), precommitted: sums[2], committed: sums[3], accrued: sums[4], settled: expenditure ? sums[5] : sums[6], available: expenditure ? availableOf(sums) : adjustedOf(sums) - sums[6],
    room: { precommitment: roomFor('precommitment', sums), commitment: roomFor('commitment', sums), accrual: roomFor('accrual', sums), payment: roomFor('payment', sums), collection: roomFor('collection', sums) },
  }
}

export const noMonths = { adjusted: null, accrued: null, settled: null }
/** Running sums of lines month by month; null after the last month asked. */
export const monthSums = (lines: readonly CubeLine[], upToMonth: number, settled: 5 | 6) => Array.from({ length: 12 }, (_, index) => {
  const month = index + 1
  if (month > upToMonth) return { month, ...noMonths }
  const sums = lines.map(({ cells }) => sumCells(cells, month))
  const add = (pick: (one: PhaseSums) => number): number => sums.reduce((total, one) => total + pick(one), 0)
  return { month, adjusted: add(adjustedOf), accrued: add((one) => one[4]), settled: add((one) => one[settled]) }
})
