import { type Day, fullYear, monthOf, type Period, readPeriod, yearOf } from '#kernel'
import { z } from 'zod'
import { longCode, shortCode } from '../accounts/account-tree.ts'
import type { LineKind } from '../movements/phase.ts'
import type { Cube, CubeLine } from './cube.ts'

/** What a figure of execution counts: a period (accumulated from January to its end) and the part of the budget. Codes short or long. */
export const Selection = z.object({
  period: z.string().optional(),
  year: z.string().regex(/^\d{4}$/).optional(),
  /** «1»: the same day of the year before. */
  shift: z.enum(['0', '1']).optional(),
  management: z.string().optional(),
  /** Subtítulo: «21» or «215-21». */
  title: z.string().optional(),
  item: z.string().optional(),
  account: z.string().optional(),
  area: z.string().optional(),
  /** Code or id of a programme of the budget; empty for lines without one. */
  programme: z.string().optional(),
  /** An objective of the plan, whose programmes are counted; empty for the lines that serve none. */
  objective: z.string().optional(),
  project: z.string().optional(),
  funding: z.string().optional(),
  line: z.string().optional(),
  /** Ítems or accounts left out, apart by commas: «the other ítems» of a table. */
  except: z.string().max(400).optional(),
})
export type Selection = z.output<typeof Selection>

export type Span = { readonly year: number; readonly upToMonth: number; readonly effectiveOn: Day; readonly period: Period }

const shifted = (value: Day, years: number): Day => {
  const moved = `${yearOf(value) - years}${value.slice(4)}`
  return (moved.endsWith('02-29') ? `${moved.slice(0, 4)}-02-28` : moved) as Day
}

/** The year, last month and day of a selection. Without period or year, the year of the day in effect. */
export const spanOf = (selection: Selection, effectiveOn: Day): Span => {
  const years = selection.shift === '1' ? 1 : 0
  const chosen = (selection.period ? readPeriod(selection.period) : selection.year ? readPeriod(selection.year) : undefined) ?? fullYear(yearOf(effectiveOn))
  const period = years ? (readPeriod(`${chosen.year - 1}${chosen.id.slice(4)}`) ?? chosen) : chosen
  return { year: period.year, upToMonth: monthOf(period.to), effectiveOn: shifted(effectiveOn, years), period }
}

/** Prefix of the long codes under an account given in any form: «215-22» → «215-22-». */
const prefixOf = (code: string, kind: LineKind): string => {
  const full = /^\d{2}(-|$)/.test(code) ? `${kind === 'income' ? '115' : '215'}-${code}` : code
  const long = longCode(full)
  return `${long ? shortCode(long) : full}-`
}

/** Does a line count for the objective asked? With none asked every line does; with the empty one, those that serve no objective. */
export type Serves = (line: CubeLine) => boolean

/** Selections of a cube already made, as long as the cube lives: a report asks the same ones for hundreds of figures. Bounded by lines held. */
const made = new WeakMap<Cube, { readonly found: Map<string, CubeLine[]>; held: number }>()
const MOST_HELD = 1_000_000
const remembered = (cube: Cube, key: string, select: () => CubeLine[]): CubeLine[] => {
  const book = made.get(cube) ?? { found: new Map<string, CubeLine[]>(), held: 0 }
  made.set(cube, book)
  const known = book.found.get(key)
  if (known) return known
  const lines = select()
  book.held += lines.length + 1
  if (book.held <= MOST_HELD) book.found.set(key, lines)
  return lines
}

/** The lines of one kind that a selection names, in the order of the cube. Not to be changed: others hold the same list. */
export const selectLines = (cube: Cube, kind: LineKind | 'both', selection: Selection, serves?: Serves): CubeLine[] => {
  if (selection.line) {
    const line = cube.lines.get(selection.line)
    return line ? [line] : []
  }
  const code = selection.account ?? selection.item ?? selection.title
  const prefixesOf = (text: string): string[] => (kind === 'both' ? [prefixOf(text, 'income'), prefixOf(text, 'expenditure')] : [prefixOf(text, kind)])
  const prefixes = code ? prefixesOf(code) : undefined
  const left = selection.except ? selection.except.split(',').flatMap((text) => prefixesOf(text.trim())) : []
  const fits = (line: CubeLine): boolean =>
    (kind === 'both' || line.kind === kind) &&
    (!prefixes || prefixes.some((prefix) => line.account.startsWith(prefix))) &&
    !left.some((prefix) => line.account.startsWith(prefix)) &&
    (selection.area === undefined || line.area === selection.area) &&
    (selection.programme === undefined || line.programme === selection.programme || line.programmeId === selection.programme) &&
    (selection.project === undefined || line.project === selection.project) &&
    (selection.funding === undefined || line.funding === selection.funding) &&
    (selection.management === undefined || line.management === selection.management) &&
    (!serves || serves(line))
  const select = () => [...cube.lines.values()].filter(fits)
  const { except, area, programme, project, funding, management } = selection
  return serves ? select() : remembered(cube, JSON.stringify([kind, code, except, area, programme, project, funding, management]), select)
}
