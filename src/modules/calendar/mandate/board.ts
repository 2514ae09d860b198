import { addMonths, can, type Day, lastDayOfMonth, yearOf } from '#kernel'
import { defineQuery, inputRefused, type MandateAnswer, type MandateProvider, type ReadContext } from '#platform/actions'
import { remembered } from '#evidence'
import { z } from 'zod'
import { assignmentStore } from '../assignments/assignment.store.ts'
import { stateOf } from '../assignments/assignment-state.ts'
import { type BoardMonth, type BoardView, type DutyView, type FunctionView, MandateMonthInput } from '../contract.ts'
import { deskOf, type Desk, type Modules, standingDay } from '../desk/desk.ts'
import { isOpen } from '../duties/duty-state.ts'
import { dutyHref } from '../duties/act-on-duty.ts'
import { viewsOfYear } from '../queries.ts'
import { groundEvidence, groundFacts } from './ground-evidence.store.ts'
import { judge, parameterText, mandateRules, mandateStates } from './mandate-rule.ts'
import { unitCoded } from '../desk/owner.ts'

/** Proofs are looked for this far back: the longest rule of the board. */
const BACK_MONTHS = 48
const PLANNING = /^SECPLA/

const shareOf = (fact: string, all: number, bad: number, title: string, href: string) => ({ fact, met: all - bad, total: Math.max(all, 1), title, href })

/** What the calendar itself proves: its duties fulfilled, and that nothing of the planning secretariat is late. */
const ownEvidence = async (context: ReadContext, views: readonly DutyView[]): Promise<MandateAnswer> => {
  const planning = views.filter(({ owner, state }) => owner !== undefined && PLANNING.test(owner.code) && state !== 'not-yet' && state !== 'not-applicable')
  const late = planning.filter(({ state }) => state === 'late').length
  const on = standingDay(context)
  const assignments = await assignmentStore(context.tx).read(await context.knownSeq(), on)
  const overdue = assignments.filter(({ due, answers }) => due !== null && due < on && stateOf(answers) !== 'done').length
  return {
    acts: views.flatMap((duty) => duty.acts.map((act) => ({ fact: `calendar.${duty.code}`, on: act.on, title: `${act.title}${act.number ? ` ${act.number}` : ''}`, href: act.href ?? dutyHref(duty.key) }))),
    shares: [
      planning.length ? shareOf('calendar.planning-duties-on-time', planning.length, late, 'deberes sin atraso', '/calendario?vista=lista&unidad=SECPLA') : { fact: 'calendar.planning-duties-on-time', met: 1, total: 1, title: 'sin deberes en curso', href: '/calendario' },
      assignments.length ? shareOf('calendar.assignments-on-time', assignments.length, overdue, 'encargos sin atraso', '/encargos') : { fact: 'calendar.assignments-on-time', met: 1, total: 1, title: 'sin encargos vencidos', href: '/encargos' },
    ],
  }
}
const ownFacts = (desk: Desk): readonly string[] => [...groundFacts, 'calendar.planning-duties-on-time', 'calendar.assignments-on-time', ...desk.duties.map(({ code }) => `calendar.${code}`)]

/** Acts and shares of every module between two days. */
const gather = async (providers: readonly MandateProvider[], between: { readonly from: Day; readonly to: Day }, context: ReadContext): Promise<MandateAnswer> => {
  const answers: MandateAnswer[] = []
  for (const provider of providers) answers.push(await provider.evidence(between, context))
  return { acts: answers.flatMap(({ acts }) => acts), shares: answers.flatMap(({ shares = [] }) => shares) }
}

/** Boards remembered in an installation: today's and the months behind it, for a few people. */
const KEPT_BOARDS = 80

/** The 32 functions as they stand on the day of the context, with the rule that decides each and what proves it. */
const judgedHere = async (context: ReadContext, modules: Modules): Promise<BoardView> => {
  const desk = await deskOf(context, modules, BACK_MONTHS / 12)
  const on = desk.today
  const views = [yearOf(on) - 1, yearOf(on), yearOf(on) + 1].flatMap((year) => viewsOfYear(desk, year, context.actor))
  const providers = modules().flatMap(({ mandate }) => (mandate ? [mandate] : []))
  const answers = [await ownEvidence(context, views), await groundEvidence(context.tx, await context.knownSeq(), on), await gather(providers, { from: addMonths(on, -BACK_MONTHS), to: on }, context)]
  const evidence: MandateAnswer = { acts: answers.flatMap(({ acts }) => acts), shares: answers.flatMap(({ shares = [] }) => shares) }
  const provable = new Set([...providers.flatMap(({ facts }) => facts), ...ownFacts(desk)])
  const functions = mandateRules(context.law, on).map((rule): FunctionView => {
    const open = views.filter(({ code, state }) => rule.duties.includes(code) && isOpen(state))
    const next = open.find(({ due }) => due >= on)
    const judged = judge(rule, evidence, provable, on, { late: open.some(({ state }) => state === 'late'), ...(next ? { next: next.due } : {}) }, desk.habits.board)
    const unit = unitCoded(desk.rows.units, rule.unit)
    return { code: rule.code, part: rule.part, title: rule.title, rule: rule.rule, parameters: [...new Set(rule.needs.map(parameterText))], ...judged, proofs: [...judged.proofs, ...(judged.state === 'unavailable' ? [] : open.filter(({ state }) => state === 'late').map((duty) => ({ text: `${duty.title}, ${duty.period.title}: atrasado`, href: dutyHref(duty.key), on: duty.due, holds: false })))], ...(unit ? { unit: unit.name } : {}), ...(next ? { nextHref: dutyHref(next.key) } : {}) }
  })
  const basis = context.law.at('calendar/mandate', on)
  return { on, functions, counts: Object.fromEntries(mandateStates.map((state) => [state, functions.filter((one) => one.state === state).length])) as BoardView['counts'], source: `${basis.norm}, ${basis.article ?? ''}`, ...(desk.rows.since ? { since: desk.rows.since } : {}) }
}

/** The board, made once while nothing is written. */
export const boardOf = (context: ReadContext, modules: Modules): Promise<BoardView> =>
  remembered(context.files, context, [context.asOf.effectiveOn, context.asOf.knownOn], () => judgedHere(context, modules), { shelf: 'calendar/board', kept: KEPT_BOARDS })

/** The same board on the last day of a month that has passed, with what is known now of what had happened by then. */
const boardAtEnd = (context: ReadContext, modules: Modules, end: Day): Promise<BoardView> =>
  boardOf({ ...context, today: end, asOf: { effectiveOn: end, knownOn: context.asOf.knownOn } }, modules)

export const mandateBoard = (modules: Modules) => defineQuery({
  name: 'calendar.mandate', title: 'Tablero del mandato', help: 'Cada función de la Secretaría con su estado, la regla que lo decide y la prueba del período.', input: z.object({}), allowed: can('calendar.read'),
  run: (_input, context) => boardOf(context, modules),
})
export const mandateMonth = (modules: Modules) => defineQuery({
  name: 'calendar.mandate-month', title: 'Estado del mandato al cierre de un mes', help: 'El estado de cada función el último día del mes, con lo que hoy se sabe de entonces.', input: MandateMonthInput, allowed: can('calendar.read'),
  run: async ({ month }, context): Promise<BoardMonth> => {
    const end = lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)))
    if (end >= standingDay(context)) throw inputRefused({ what: 'el mes del tablero' }, { errors: [{ pointer: '/month', message: 'Ese mes todavía no cierra' }] })
    const board = await boardAtEnd(context, modules, end)
    return { month, states: board.since && end < board.since ? {} : Object.fromEntries(board.functions.map(({ code, state }) => [code, state])) }
  },
})
