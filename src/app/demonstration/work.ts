import { type Day, formatDay, formatPercent } from '#kernel'
import type { Database, Scope } from '#platform/database'
import { loadCouncilFacts } from '#council'
import { kinds, stableId } from '#evidence'
import { loadPlanFacts } from '#plan'
import { loadProjectFacts } from '#projects'
import type { DemoFacts } from '../../../demo/index.ts'
import { type DemoIds, steadyId } from './people.ts'
import type { Timeline } from './timeline.ts'

const PLAN_LOADED = '2024-12-27T10:00:00-03:00'
/** Sessions from this day on are only called, on the day their calendar was agreed. */
const LAST_HELD = '2026-07-22'
const SCHEDULED = '2026-07-16T19:30:00-04:00'
const PROJECTS_LOADED = '2024-12-27T11:00:00-03:00'

/** What a past entry concerns: a project or an indicator, on a day. */
type About = { readonly id: string; readonly name: string; readonly on: Day; readonly share?: number }
type Words = { readonly name: string; readonly action: string; readonly record: string; readonly summary: (about: About) => string }
const WORDS: Record<string, Words> = {
  measurement: { name: 'measurement-recorded', action: 'plan.record-measurement', record: kinds.indicator, summary: ({ name, on }) => `Medición de «${name}» al ${formatDay(on)}` },
  'measurement-approval': { name: 'measurement-approved', action: 'plan.approve-measurement', record: kinds.indicator, summary: ({ name, on }) => `Se aprobó la medición de «${name}» al ${formatDay(on)}` },
  progress: { name: 'project-progress-reported', action: 'projects.report-progress', record: kinds.project, summary: ({ name, on, share = 0 }) => `Avance físico de «${name}» al ${formatDay(on)}: ${formatPercent(share)}` },
  'progress-approval': { name: 'project-progress-approved', action: 'projects.approve-progress', record: kinds.project, summary: ({ name, on }) => `Se aprobó el avance de «${name}» al ${formatDay(on)}` },
}

/** One past entry for each kind of fact, instant and record, made when first asked for: so each record tells its own history. */
const entriesOf = (commune: string, timeline: Timeline, accounts: Readonly<Record<string, string>>) => {
  const made = new Map<string, string>()
  return (kind: string, recordedAt: string, about: About): string => {
    const key = `${kind} ${recordedAt} ${about.id}`
    const known = made.get(key)
    if (known) return known
    const words = WORDS[kind]
    if (!words) throw new RangeError(`Asiento sin palabras: ${kind}`)
    const id = timeline.add({ id: steadyId(commune, 'entry', key), action: words.action, accountId: accounts[kind] ?? '', recordedAt, effectiveOn: recordedAt.slice(0, 10), draft: { name: words.name, summary: words.summary(about), record: { kind: words.record, id: about.id } } })
    made.set(key, id)
    return id
  }
}

/** What the council agreed on the budget, under the session that agreed it. */
const sessionsWithAgreements = ({ council, amendments }: DemoFacts) => council.sessions.map((session) => ({
  ...session,
  agreements: session.kind === 'ordinary' ? amendments.filter(({ session: { number, date } }) => number === session.number && date === session.date).map(({ agreement, number, year, reason }) => ({ number: agreement.replace(/^Acuerdo N\.º /, ''), title: `Modificación presupuestaria N.º ${number} de ${year}. ${reason}` })) : [],
}))

/** The plan, the portfolio and the council's sessions, each fact under the entry of the moment it was known. */
export const loadWork = async (database: Database, scope: Scope, facts: DemoFacts, ids: DemoIds, timeline: Timeline): Promise<void> => {
  const { code: commune } = facts.commune
  const account = (key: string) => ids.accounts.get(key) ?? scope.accountId
  const entryFor = entriesOf(commune, timeline, {
    measurement: account('luis-caniulef'), 'measurement-approval': account('carolina-manriquez'), progress: account('claudia-huenchulaf'), 'progress-approval': account('carolina-manriquez'),
  })
  const planEntry = timeline.add({ id: steadyId(commune, 'entry', 'plan'), action: 'plan.create-plan', accountId: account('carolina-manriquez'), recordedAt: PLAN_LOADED, effectiveOn: facts.plan.from, draft: { name: 'plan-created', summary: `Se ingresó el ${facts.plan.name}` } })
  const projectsEntry = timeline.add({ id: steadyId(commune, 'entry', 'projects'), action: 'projects.create-project', accountId: account('pedro-antilef'), recordedAt: PROJECTS_LOADED, effectiveOn: '2024-12-27', draft: { name: 'projects-loaded', summary: `Se ingresaron ${facts.projects.length} proyectos de la cartera` } })
  await database.write(scope, async (tx) => {
    const plan = await loadPlanFacts(tx, facts.plan, {
      entryId: planEntry, on: facts.plan.from, entryFor: (what, at, about) => entryFor(what === 'measurement' ? 'measurement' : 'measurement-approval', at, about),
      recordedBy: account('luis-caniulef'), approvedBy: account('carolina-manriquez'), unitId: (code) => ids.units.get(code),
    })
    await loadProjectFacts(tx, facts.projects, {
      entryId: projectsEntry, on: '2025-01-01' as Day, entryFor: (what, at, about) => entryFor(what === 'progress' ? 'progress' : 'progress-approval', at, about),
      entryOf: ({ id, name }) => timeline.add({ id: steadyId(commune, 'entry', 'project', id), action: 'projects.create-project', accountId: account('pedro-antilef'), recordedAt: PROJECTS_LOADED, effectiveOn: '2024-12-27', draft: { name: 'project-created', summary: `Se ingresó «${name}» a la cartera`, record: { kind: kinds.project, id } } }),
      recordedBy: account('claudia-huenchulaf'), approvedBy: account('carolina-manriquez'),
      unitId: (code) => ids.units.get(code), personId: (key) => ids.people.get(key), supplierId: (rut) => ids.suppliers.get(rut),
      objectiveId: (code) => plan.objectives.get(code), programmeId: (code) => plan.programmes.get(code), budgetProgrammeId: (code) => stableId(commune, kinds.budgetProgramme, code),
    })
    await loadCouncilFacts(tx, sessionsWithAgreements(facts), {
      entryFor: ({ kind, number, date }) => timeline.add({ id: steadyId(commune, 'entry', 'session', kind, String(number), date), action: 'council.record-session', accountId: account('beatriz-lagos'), recordedAt: date < LAST_HELD ? `${date}T19:00:00-03:00` : SCHEDULED, effectiveOn: date < LAST_HELD ? date : SCHEDULED.slice(0, 10), draft: { name: 'session-recorded', summary: `${date < LAST_HELD ? '' : 'Citada: '}Sesión ${kind === 'ordinary' ? 'ordinaria' : 'extraordinaria'} N.º ${number} del Concejo` } }),
    })
  })
}
