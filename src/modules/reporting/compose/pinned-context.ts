import { type AsOf, earliest, type Period } from '#kernel'
import { ledger } from '#evidence'
import type { ReadContext } from '#platform/actions'
import { sql } from '#platform/database'
import type { ReportRow } from '../drafts/report.store.ts'

/** The pair of dates of a report: the pinned one, or live: facts to the end of the period, known until today. */
export const datesOf = (report: Pick<ReportRow, 'effective_on' | 'known_on'>, period: Period, { today }: Pick<ReadContext, 'today'>): AsOf =>
  report.effective_on && report.known_on ? { effectiveOn: report.effective_on, knownOn: report.known_on } : { effectiveOn: earliest(period.to, today), knownOn: today }

/** The newest ledger number: the watermark of whatever is computed next. */
export const ledgerHead = async ({ tx }: Pick<ReadContext, 'tx'>): Promise<number> =>
  (await tx.one<{ seq: number }>(sql`select coalesce(max(seq), 0) as seq from evidence.posted where commune = ${tx.commune}`))?.seq ?? 0

/**
 * The same transaction, looked at from another pair of dates and never beyond a ledger number,
 * so that chapters written in several transactions agree.
 */
export const contextAt = (context: ReadContext, asOf: AsOf, head: number = Number.MAX_SAFE_INTEGER): ReadContext => {
  let known: Promise<number> | undefined
  return {
    ...context, asOf,
    knownSeq: () => (known ??= asOf.knownOn >= context.today ? Promise.resolve(head) : ledger.seqKnownOn(context.tx, asOf.knownOn).then((seq) => Math.min(seq, head))),
  }
}
