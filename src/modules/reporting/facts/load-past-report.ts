import { type Actor, type AsOf, fixedClock } from '#kernel'
import { asOfNow, readContext, runAction, scopeOf, type Services } from '#platform/actions'
import { bookOf } from '../catalog.ts'
import { contextAt } from '../compose/pinned-context.ts'
import { narrativeToBlocks, type Translate } from '../drafts/narrative-to-blocks.ts'
import { runHere } from '../editions/run-here.ts'
import type { Reporting } from '../module.ts'

/** A report that already has a history: who wrote, reviewed, approved, issued and received it, and at which instants (ISO with offset). */
export type PastReport = {
  readonly id: string
  readonly kind: string
  readonly period: string
  readonly dates: AsOf
  /** Sections by key; paragraphs are templates with `{{figure|key=value}}`. */
  readonly sections: readonly { readonly key: string; readonly paragraphs: readonly string[]; readonly ready?: boolean; readonly unitId?: string; readonly dueOn?: string }[]
  /** Names of figures in the prose as the catalogue calls them. */
  readonly translate?: Translate
  readonly drafter: Actor
  readonly writtenAt: string
  /** Absent: it stays a draft. */
  readonly reviewedAt?: string
  readonly approval?: { readonly actor: Actor; readonly at: string }
  readonly issue?: { readonly actor: Actor; readonly at: string; readonly mode: 'final' | 'reservations' }
  readonly delivery?: { readonly actor: Actor; readonly at: string; readonly id: string; readonly kind: 'receipt' | 'session'; readonly number: string; readonly on: string; readonly receivedBy?: string }
}

/**
 * Lives a report's history through its own actions, each with the clock of its day, so that the demonstration and a start in the middle
 * of a year hold what the product itself would have made. Entries recorded before `writtenAt` must be posted already.
 * Throws what the actions throw (a figure of the prose that does not exist: `ausente/cifra`).
 */
export const loadPastReport = async (reporting: Reporting, services: Services, past: PastReport, onProgress: (share: number, message: string) => void = () => undefined): Promise<{ readonly report: string; readonly edition?: number }> => {
  const { actions } = reporting
  const at = (instant: string): Services => ({ ...services, clock: fixedClock(instant) })
  const then = at(past.writtenAt)
  let version = 1
  const moved = <T extends { version: number }>(answer: { readonly result: T }) => { version = answer.result.version }
  await runAction(then, past.drafter, actions.startReport, { id: past.id, kind: past.kind, period: past.period })
  for (const [index, section] of past.sections.entries()) {
    onProgress((0.6 * index) / past.sections.length, `Sección ${section.key}`)
    const content = await services.database.read(scopeOf(past.drafter), (tx) => {
      const context = contextAt(readContext(then, tx, past.drafter, asOfNow(then.clock)), past.dates)
      return narrativeToBlocks(section.paragraphs, { prefix: section.key, figures: bookOf(reporting.catalog, context), ...(past.translate ? { translate: past.translate } : {}) })
    })
    await runAction(then, past.drafter, actions.saveSection, { report: past.id, key: section.key, version: 0, content })
    if (section.ready ?? true) await runAction(then, past.drafter, actions.markSection, { report: past.id, key: section.key, version: 1, ready: true })
    else if (section.unitId) await runAction(then, past.drafter, actions.markSection, { report: past.id, key: section.key, version: 1, ready: false, unitId: section.unitId, dueOn: section.dueOn ?? null })
  }
  const pin = async (instant: string) => moved(await runAction<{ version: number }>(at(instant), past.drafter, actions.pinDates, { report: past.id, version, dates: past.dates }))
  if (!past.reviewedAt) {
    await pin(past.writtenAt)
    return { report: past.id }
  }
  moved(await runAction<{ version: number }>(at(past.reviewedAt), past.drafter, actions.sendToReview, { report: past.id, version }))
  // The dates are fixed as late as possible: «conocido al» may be the day of the approval.
  await pin(past.approval?.at ?? past.reviewedAt)
  if (!past.approval) return { report: past.id }
  moved(await runAction<{ version: number }>(at(past.approval.at), past.approval.actor, actions.approveReport, { report: past.id, version }))
  if (!past.issue) return { report: past.id }
  const { edition } = await runHere<{ edition: number }>(at(past.issue.at), past.issue.actor, reporting.issueJob, { report: past.id, version, mode: past.issue.mode }, (share, message) => onProgress(0.6 + 0.4 * share, message))
  const { delivery } = past
  if (delivery) {
    await runAction(at(delivery.at), delivery.actor, actions.recordDelivery, {
      id: delivery.id, report: past.id, edition, kind: delivery.kind, number: delivery.number, deliveredOn: delivery.on, ...(delivery.receivedBy ? { receivedBy: delivery.receivedBy } : {}),
    })
  }
  return { report: past.id, edition }
}
