import type { CubeVariable } from '../model/cube.ts'
import type { TableRequest } from '../model/request.ts'
import { keepCodes, sorted, withoutEmpty } from './arrange.ts'
import type { Worked } from './assemble.ts'
import { cellNotesOf, withBreaks } from './notes.ts'
import type { FinishedTable } from './packed-table.ts'
import { percentOf } from './percent.ts'
import { type PopulationName, ratesOver } from './rate.ts'
import type { Resolved } from './resolve.ts'
import { overTime } from './series.ts'
import { withTotals } from './totals.ts'

/** The population of a rate: its numbers, which variables it follows, and what it is called. */
export type People = { readonly people: Worked; readonly axes: readonly number[]; readonly unmatched: readonly string[]; readonly name: PopulationName }

const derived = (request: TableRequest, resolved: Resolved, worked: Worked, people: People | undefined): Worked => {
  const { derive } = request
  if (!derive) return worked
  if (derive.kind === 'percent') return percentOf(worked, derive.of, resolved.measures)
  if (derive.kind !== 'rate') return overTime(worked, resolved.structure, derive)
  if (!people) return worked
  return ratesOver(worked, withTotals(people.people, request.totals, [true]), people.axes, derive.per, people.name, people.unmatched)
}
/** Periods that were only looked at go. */
const onlyShown = (worked: Worked, resolved: Resolved): Worked => {
  let made = worked
  resolved.variables.forEach(({ shown, chosen }, axis) => {
    if (shown === chosen.length) return
    const hidden = new Set(chosen.slice(shown).map(({ code }) => code.code))
    const codes = made.variables[axis]?.codes ?? []
    made = keepCodes(made, axis, codes.map((_, at) => at).filter((at) => !hidden.has(codes[at]?.code ?? '')))
  })
  return made
}
/** Totals, calculation, order, what is hidden and the notes, in that order. */
export const finish = (request: TableRequest, resolved: Resolved, asked: Worked, people?: People): FinishedTable => {
  const totalled = withTotals(asked, request.totals, resolved.measures.map(({ adds }) => adds))
  const shown = onlyShown(derived(request, resolved, totalled, people), resolved)
  const ordered = request.sort ? sorted(shown, request.sort) : shown
  const last = request.hideEmpty ? withoutEmpty(ordered) : ordered
  const marked = withBreaks(last.variables, resolved.structure)
  const cells = cellNotesOf(resolved, last.variables)
  const { structure } = resolved
  return { ...last, variables: marked.variables.map((variable): CubeVariable => variable), notes: [...structure.notes, ...cells.table, ...marked.notes, ...last.notes], cellNotes: cells.cells }
}
