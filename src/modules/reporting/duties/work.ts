import { addDays, type Day, formatDay } from '#kernel'
import type { ReadContext, WorkItem } from '#platform/actions'
import { sql } from '#platform/database'
import { businessCalendar, dueOfHalfYearReport } from '#calendar'
import { readPeriod } from '#kernel'
import { definitionOf, sectionsOf } from '../definition/reports.ts'
import { reportHref, titleOf } from '../drafts/kept.ts'
import { type ReportRow, reportStore } from '../drafts/report.store.ts'

type Pending = { readonly report_id: string; readonly key: string; readonly unit_id: string; readonly due_on: Day | null; readonly unit: string }
const AHEAD_DAYS = 60

/** What comes next for a report, by its state: the permission of who does it, the sentence and the verb. */
const NEXT: Partial<Record<ReportRow['state'], { readonly may: readonly string[]; readonly what: string; readonly action: string; readonly who: string }>> = {
  draft: { may: ['reporting.edit'], what: 'Redactar', action: 'Abrir el informe', who: 'quien lo redacta' },
  'in-review': { may: ['reporting.approve', 'reporting.review'], what: 'Revisar y aprobar', action: 'Revisar', who: 'quien revisa y aprueba' },
  approved: { may: ['reporting.issue'], what: 'Emitir', action: 'Emitir', who: 'Dirección de SECPLA' },
  issued: { may: ['reporting.deliver'], what: 'Registrar la entrega al Concejo del', action: 'Registrar la entrega', who: 'Secretaría Municipal' },
}
const UNFINISHED = ['draft', 'in-review', 'approved', 'issued']

/** Sections assigned to the reader's unit, and the next step of each report: theirs, or of whom they wait for. */
export const reportWork = async (context: ReadContext): Promise<readonly WorkItem[]> => {
  const { actor, tx, law, today } = context
  if (!actor.permissions.has('reporting.read')) return []
  const open = (await reportStore(tx).all()).filter(({ state }) => UNFINISHED.includes(state))
  if (open.length === 0) return []
  const sections = await tx.all<Pending>(sql`select s.report_id, s.key, s.unit_id, s.due_on, u.name as unit from reporting.sections s join registry.units u on u.commune = s.commune and u.id = s.unit_id
    where s.commune = ${tx.commune} and not s.ready and s.report_id = any (${open.map(({ id }) => id)}::uuid[])`)
  const calendar = businessCalendar(law, tx.commune)
  const mine = new Set([actor.unitId, ...actor.offices.map(({ unitId }) => unitId)])
  const concerned = ['reporting.edit', 'reporting.review', 'reporting.issue', 'reporting.approve', 'reporting.deliver'].some((one) => actor.permissions.has(one))
  return open.flatMap((report): WorkItem[] => {
    const period = readPeriod(report.period)
    const next = NEXT[report.state]
    if (!period || !next) return []
    const { deliverBy, due, basis } = dueOfHalfYearReport(period, law, calendar)
    const titles = new Map(sectionsOf(definitionOf(report.kind)).map(({ key, title }) => [key, title]))
    const items = report.state !== 'draft' && report.state !== 'in-review' ? [] : sections.filter(({ report_id: id }) => id === report.id).flatMap((section): WorkItem[] => {
      const own = mine.has(section.unit_id)
      if (!own && !actor.permissions.has('reporting.issue')) return []
      return [{ id: `reporting/section/${report.id}/${section.key}`, what: `Completar «${titles.get(section.key) ?? section.key}» del ${titleOf(report).toLowerCase()}`, why: 'Sección asignada a la unidad, sin marcar lista', state: own ? 'owed' : 'waiting', who: section.unit, href: reportHref(report.id), action: 'Completar', weight: 5, ...(section.due_on ? { until: section.due_on } : {}) }]
    })
    if (!concerned || deliverBy > addDays(today, AHEAD_DAYS)) return items
    const does = next.may.some((one) => actor.permissions.has(one)) && !(report.state === 'in-review' && report.drafter_id === actor.accountId)
    items.push({
      id: `reporting/${report.id}`, what: `${next.what} ${report.state === 'issued' ? '' : 'el '}${titleOf(report).toLowerCase()}`.replace('  ', ' '), why: `Se cumple con la entrega al Concejo, no con la emisión. Vence el ${formatDay(due)}`, law: `${basis.norm}${basis.article ? `, artículo ${basis.article}` : ''}`, until: deliverBy,
      state: does ? (report.state === 'draft' ? 'started' : 'owed') : 'waiting', ...(does ? { action: next.action } : { who: next.who }), href: reportHref(report.id), weight: 9,
    })
    return items
  })
}
