import type { Code } from '../model/structure.ts'

/** Ages of a code, both ends in; `to` is Infinity when it is open. */
export type AgeRange = { readonly from: number; readonly to: number }
/** One group of several codes, as a code of its own. */
export type Group = { readonly code: Code; readonly members: readonly string[] }

/** «7», «5-9», «5 a 9», «80+», «80 y más», with or without «años». */
export const ageOf = ({ code, label }: Code): AgeRange | undefined => rangeIn(label) ?? rangeIn(code)
const rangeIn = (text: string): AgeRange | undefined => {
  const plain = text.trim().toLowerCase().replace(/\s*años?\b/, '').replace(/^age_?/, '').trim()
  const open = /^(\d{1,3})\s*(?:\+|o más|y más|y mas|o mas)$/.exec(plain)
  if (open?.[1]) return { from: Number(open[1]), to: Number.POSITIVE_INFINITY }
  const closed = /^(\d{1,3})\s*(?:-|–|a|_)\s*(\d{1,3})$/.exec(plain)
  if (closed?.[1] && closed[2]) return { from: Number(closed[1]), to: Number(closed[2]) }
  return /^\d{1,3}$/.test(plain) ? { from: Number(plain), to: Number(plain) } : undefined
}

const five = (age: number): AgeRange => ({ from: age - (age % 5), to: age - (age % 5) + 4 })
/** Three ages of life, as the dependency index counts them. */
const LARGE: readonly AgeRange[] = [{ from: 0, to: 14 }, { from: 15, to: 64 }, { from: 65, to: Number.POSITIVE_INFINITY }]
const large = (age: number): AgeRange => LARGE.find(({ from, to }) => age >= from && age <= to) ?? { from: 0, to: 14 }

export const ageCode = ({ from, to }: AgeRange): Code => (to === Number.POSITIVE_INFINITY ? { code: `${from}+`, label: `${from} y más` } : { code: `${from}-${to}`, label: `${from} a ${to}` })
const inside = (inner: AgeRange, outer: AgeRange): boolean => inner.from >= outer.from && inner.to <= outer.to

/**
 * The ages of a dimension in fives or in three large groups. The open last age opens its group («80+»).
 * A code that crosses a border is told by its code: it cannot be split.
 */
export const ageGroups = (codes: readonly Code[], kind: 'age-5' | 'age-large'): { readonly groups: readonly Group[]; readonly crossing: readonly string[] } => {
  const groups = new Map<string, { range: AgeRange; members: string[] }>()
  const crossing: string[] = []
  const known = codes.flatMap((code) => { const range = ageOf(code); return range ? [{ code: code.code, range }] : [] })
  const open = known.find(({ range }) => range.to === Number.POSITIVE_INFINITY)?.range.from
  for (const { code, range } of known) {
    const wide = kind === 'age-5' ? five(range.from) : large(range.from)
    // Only fives are opened: «15 y más» would hide where the old begin.
    const group = kind === 'age-5' && open !== undefined && open >= wide.from && open <= wide.to ? { from: wide.from, to: Number.POSITIVE_INFINITY } : wide
    // A range wider than its group, unless it is one whole age of a table that already comes in larger groups.
    if (!inside(range, group)) { crossing.push(code); continue }
    const { code: key } = ageCode(group)
    const found = groups.get(key) ?? { range: group, members: [] }
    found.members.push(code)
    groups.set(key, found)
  }
  const ordered = [...groups.values()].sort((a, b) => a.range.from - b.range.from)
  return { groups: ordered.map(({ range, members }) => ({ code: ageCode(range), members })), crossing }
}
/** The codes that fill a range exactly, or undefined when they leave a hole or go over. */
export const agesFilling = (wanted: AgeRange, codes: readonly Code[]): readonly string[] | undefined => {
  const parts = codes.flatMap((code) => { const range = ageOf(code); return range && inside(range, wanted) ? [{ code: code.code, range }] : [] }).sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to)
  const chosen: string[] = []
  let next = wanted.from
  for (const { code, range } of parts) {
    if (range.from !== next) continue
    chosen.push(code)
    next = range.to + 1
  }
  return chosen.length > 0 && next === wanted.to + 1 ? chosen : undefined
}
