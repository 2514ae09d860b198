import type { Actor } from '#kernel'
import { fixedClock } from '#kernel'
import { runAction } from '#platform/actions'
import { kinds, stableId } from '#evidence'
import { loadPastReport } from '#reporting'
import type { DemoFacts, ReportFact } from '../../../demo/index.ts'
import { reporting } from '../modules.ts'
import { actorOf } from '../server.ts'
import type { System } from '../system.ts'
import { type DemoIds, steadyId } from './people.ts'
import type { Timeline } from './timeline.ts'

type Parameters = Readonly<Record<string, string>>
/** Names of the prose that the catalogue calls otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
  'budget/in-force': 'budget/adjusted', 'budget/collected': 'budget/income-collected', 'budget/payable': 'budget/outstanding-debt', 'budget/receivable': 'budget/income-receivable',
  'budget/collection-rate': 'budget/income-execution-rate', 'budget/amendment-count': 'budget/amendments-count', 'budget/uncommitted': 'budget/balance',
  'budget/limit-personnel': 'budget/limits/personnel', 'budget/limit-contract-staff': 'budget/limits/contract-staff', 'budget/limit-fees': 'budget/limits/fees', 'budget/limit-grants': 'budget/limits/grants',
  'plan/coverage': 'plan/indicators-measured', 'projects/count': 'projects/count-by-stage', 'projects/planned-progress': 'projects/programmed-progress',
}

/** A figure of the prose as the catalogue names it: income apart from spending, records by their id, the period of the report when none is said. */
const translateFor = (facts: DemoFacts, report: ReportFact) => (id: string, { side, ...given }: Parameters): { id: string; parameters: Parameters } => {
  const { code } = facts.commune
  const byId = (kind: string, name: string): Parameters => (given[name] ? { [name]: stableId(code, kind, given[name]), ...(kind === kinds.objective ? {} : { label: labelOf(facts, kind, given[name]) }) } : {})
  const renamed = id === 'budget/amended' && side === 'income' ? 'budget/income-amended' : (RENAMED[id] ?? id)
  const period: Parameters = renamed.startsWith('budget/') ? { period: given['period'] ?? report.period } : {}
  if (renamed.startsWith('projects/')) return { id: renamed, parameters: { ...given, ...byId(kinds.project, 'project') } }
  if (renamed.startsWith('plan/')) return { id: renamed, parameters: { ...given, ...byId(kinds.indicator, 'indicator') } }
  return { id: renamed, parameters: { ...given, ...period, ...byId(kinds.objective, 'objective'), ...(given['project'] ? { project: stableId(code, kinds.project, given['project']) } : {}) } }
}
const labelOf = (facts: DemoFacts, kind: string, code: string): string =>
  (kind === kinds.project ? facts.projects.find((one) => one.code === code)?.name : facts.plan.indicators.find((one) => one.code === code)?.name) ?? code

/** The actor of an account of the demonstration, by the key of its person. */
export const need = async (system: System, commune: string, ids: DemoIds, key: string): Promise<Actor> => {
  const account = ids.accounts.get(key)
  const actor = account ? await actorOf(system)(commune, account) : undefined
  if (!actor) throw new RangeError(`La demostración no tiene la cuenta ${key}`)
  return actor
}

/**
 * The report of the second half of 2025, lived through: written, approved and issued on 29-01-2026, received by the Secretaría Municipal
 * the next day; then everything that was recorded later, and the report of the first half of 2026, under review.
 */
export const loadReports = async (system: System, facts: DemoFacts, ids: DemoIds, timeline: Timeline, progress: (share: number, message: string) => void): Promise<void> => {
  const commune = facts.commune.code
  const who = (key: string) => need(system, commune, ids, key)
  const [marta, carolina, ines, beatriz] = [await who('marta-riffo'), await who('carolina-manriquez'), await who('ines-cayuqueo'), await who('beatriz-lagos')]
  const base = (report: ReportFact) => ({
    id: steadyId(commune, 'report', report.period), kind: 'council-half-year', period: report.period, dates: { effectiveOn: report.effectiveOn, knownOn: report.knownOn },
    drafter: marta, translate: translateFor(facts, report),
  })
  const past = facts.reports.find(({ state }) => state === 'delivered')
  if (past) {
    await timeline.appendUpTo('2026-01-29T16:25:00-03:00')
    const { edition } = await loadPastReport(reporting, system.services, {
      ...base(past), sections: past.narrative, writtenAt: '2026-01-29T16:28:00-03:00', reviewedAt: '2026-01-29T16:33:00-03:00',
      approval: { actor: ines, at: '2026-01-29T16:38:00-03:00' }, issue: { actor: carolina, at: past.issuedAt ?? '2026-01-29T16:42:00-03:00', mode: 'reservations' },
    }, (share, message) => progress(share * 0.7, `informe 2025-2: ${message}`))
    await timeline.appendUpTo('2026-01-30T11:00:00-03:00')
    if (edition && past.delivery) {
      await runAction({ ...system.services, clock: fixedClock('2026-01-30T11:05:00-03:00') }, beatriz, reporting.actions.recordDelivery, {
        id: steadyId(commune, 'delivery', past.period), report: steadyId(commune, 'report', past.period), edition, kind: 'receipt', number: 'Oficio ordinario N.º 87', deliveredOn: past.delivery.on,
      })
    }
  }
  await timeline.appendUpTo('2026-07-22T09:00:00-04:00')
  const draft = facts.reports.find(({ state }) => state === 'draft')
  if (!draft) return
  const late: Readonly<Record<string, string>> = { debt: 'DAF', projects: 'DOM' }
  await loadPastReport(reporting, system.services, {
    ...base(draft), writtenAt: '2026-07-22T09:05:00-04:00', reviewedAt: '2026-07-22T09:30:00-04:00',
    sections: draft.narrative.map((section) => {
      const unit = late[section.key]
      return unit ? { ...section, ready: false, unitId: ids.units.get(unit), dueOn: '2026-07-20' } : section
    }),
  }, (share, message) => progress(0.7 + share * 0.3, `informe 2026-1: ${message}`))
}
