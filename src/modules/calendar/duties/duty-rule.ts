import { type Day, isDay, type LawParameter, type LawValue } from '#kernel'
import { z } from 'zod'

const dayField = z.string().refine(isDay, 'no es un día').transform((text) => text as Day)
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'no es un mes y día')
const unit = z.enum(['business-days', 'calendar-days', 'days', 'months', 'years'])
const step = z.object({ key: z.string(), what: z.string(), day: monthDay.optional(), before: z.number().int().positive().optional(), unit: unit.default('business-days') })

/** What proves that a duty was fulfilled, by kind of act. */
export const fulfilmentKinds = ['delivery', 'act', 'publication', 'payment', 'session', 'upload'] as const
export type FulfilmentKind = (typeof fulfilmentKinds)[number]

/** The shape of `value` in `law/calendar/duties/*.yaml` and of the duties a municipality adds. */
export const DutyRule = z.object({
  trigger: z.enum(['year-date', 'year-dates', 'after-month', 'after-quarter', 'after-half-year', 'date', 'event', 'renewal', 'frequency', 'permanent', 'on-change', 'as-instructed']),
  day: monthDay.optional(), days: z.array(monthDay).optional(), opens: monthDay.optional(), date: z.union([dayField, z.date().transform((date) => date.toISOString().slice(0, 10) as Day)]).optional(),
  offset: z.number().int().optional(), unit: unit.optional(), event: z.string().optional(),
  firstHalfDay: monthDay.optional(), secondHalfDay: monthDay.optional(), secondHalfYearsAfter: z.number().int().optional(),
  per: z.enum(['month', 'quarter']).optional(), times: z.number().int().positive().default(1),
  prepares: z.array(z.string()).default([]), receives: z.array(z.string()).default([]), consequence: z.string().optional(),
  /** Code of the unit that owes it unless the municipality names another, and of who stands in for it. */
  owner: z.string().default('SECPLA'), deputy: z.string().optional(),
  functions: z.array(z.string()).default([]), evidence: z.string().default('Documento que lo acredite'), fulfilment: z.enum(fulfilmentKinds).default('act'),
  weight: z.number().int().min(1).max(9).default(5), steps: z.array(step).default([]),
  /** What happens when the last day is not a business day: a date of the calendar stays, a term of Ley 19.880 moves to the next one. */
  lastDay: z.enum(['stays', 'moves']).default('stays'),
  /** Only these communes owe it (CUT); all when absent. */
  communes: z.array(z.string()).optional(),
  /** Last day on which the duty existed. */
  until: dayField.optional(),
  /** A new term for what was already overdue: the law reopens it. */
  reopens: z.boolean().default(false),
})
export type DutyRule = z.output<typeof DutyRule>
export type DutyStep = DutyRule['steps'][number]

/** A duty with its rule at each date: of the law, or added by the municipality. */
export type Duty = {
  /** `eval-01`: what addresses and tables call it. */
  readonly code: string
  readonly title: string
  readonly local: boolean
  readonly values: readonly { readonly basis: LawValue; readonly rule: DutyRule }[]
  /** Announced and not yet in force. */
  readonly expected: readonly { readonly from?: Day; readonly note: string }[]
}

export const DUTIES = 'calendar/duties/'

/** Reads the rule of a value; throws TypeError naming the duty when it has not the shape. */
const ruleOf = (id: string, value: unknown): DutyRule => {
  const read = DutyRule.safeParse(value)
  if (read.success) return read.data
  throw new TypeError(`El deber ${id} no se entiende: ${read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`)
}

const known = new WeakMap<LawParameter, Duty>()
/** The duty of a parameter of the law; read once for each book. */
export const dutyOf = (parameter: LawParameter): Duty => {
  const before = known.get(parameter)
  if (before) return before
  const values = [...parameter.values].sort((a, b) => (a.from < b.from ? -1 : 1)).map((basis) => ({ basis, rule: ruleOf(parameter.id, basis.value) }))
  const duty = { code: parameter.id.slice(DUTIES.length), title: parameter.title, local: false, values, expected: parameter.expected ?? [] }
  known.set(parameter, duty)
  return duty
}
