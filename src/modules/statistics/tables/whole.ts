import type { Dimension } from '../model/structure.ts'
import type { Chosen } from './select.ts'

/** Positions that add up to all that was chosen, nobody twice: the total alone when it is there; otherwise the widest codes and whatever they leave. */
export const wholeOf = (dimension: Dimension, chosen: readonly Chosen[]): readonly number[] => {
  const total = chosen.findIndex(({ code }) => code.code === dimension.total)
  if (total >= 0) return [total]
  const parent = new Map(dimension.codes.map(({ code, parent: above }) => [code, above]))
  const under = (code: string, wide: ReadonlySet<string>): boolean => {
    const seen = new Set<string>()
    for (let at = parent.get(code); at !== undefined && !seen.has(at); at = parent.get(at)) { if (wide.has(at)) return true; seen.add(at) }
    return false
  }
  const names = new Set(chosen.map(({ code }) => code.code))
  const taken = new Set<string>()
  const whole: number[] = []
  // The widest first: a region before its communes when both were chosen.
  for (const { one, at } of chosen.map((one, at) => ({ one, at })).sort((a, b) => b.one.members.length - a.one.members.length || a.at - b.at)) {
    if (under(one.code.code, names) || one.members.some((member) => taken.has(member) || under(member, taken))) continue
    for (const member of one.members) taken.add(member)
    whole.push(at)
  }
  return whole.sort((a, b) => a - b)
}
