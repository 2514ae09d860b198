import { can, sortKey } from '#kernel'
import { defineQuery, type ReadContext } from '#platform/actions'
import { businessCalendar, businessDaysBetween } from '#calendar'
import { unitStore } from '#registry'
import { type CommitmentState, commitmentStates, type CommitmentsView, type CommitmentView, ListCommitmentsInput } from '../contract/commitments.ts'
import { unitsOf } from '../requests/standing.ts'
import { standingOfCommitment } from '../rules/commitment-state.ts'
import { standingDay } from '../rules/standing-day.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { commitmentStore } from './commitment.store.ts'

const isOpen = (state: CommitmentState): boolean => state === 'pending' || state === 'late'

/** Commitments with where each stands on the day of the page, what is owed first. */
export const commitmentsNow = async (context: ReadContext): Promise<readonly CommitmentView[]> => {
  const { tx, law, actor } = context
  const on = standingDay(context)
  const knownSeq = await context.knownSeq()
  const rows = await commitmentStore(tx).list(knownSeq, on)
  const events = (await commitmentStore(tx).events(knownSeq)).filter((event) => event.on <= on)
  const units = new Map((await unitStore(tx).list()).map(({ id, code, name }) => [id, { id, code, name }]))
  const sessions = new Map((await councilStore(tx).all(knownSeq)).map((one) => [one.id, sessionTitle(one)]))
  const calendar = businessCalendar(law, tx.commune)
  const mine = unitsOf(actor)
  return rows.map((row): CommitmentView => {
    const own = events.filter(({ commitmentId }) => commitmentId === row.id)
    const unitId = own.filter((one) => one.unitId !== null).at(-1)?.unitId ?? row.unitId
    const { state, until, doneOn } = standingOfCommitment(row.until, own, on)
    return {
      id: row.id, words: row.words, sessionId: row.sessionId, session: (row.sessionId && sessions.get(row.sessionId)) || '', promisedOn: row.promisedOn, unit: units.get(unitId) ?? { id: unitId, code: '', name: 'Unidad que ya no existe' }, until, firstUntil: row.until, daysLeft: businessDaysBetween(on, until, calendar), state, doneOn,
      events: own.map(({ name, on: day, note, until: moved, unitId: to, fileHash }) => ({ name, on: day, note, until: moved, unit: (to && units.get(to)?.name) || '', fileHash })), mine: mine.has(unitId),
    }
  }).sort((a, b) => Number(!isOpen(a.state)) - Number(!isOpen(b.state)) || (a.until < b.until ? -1 : 1))
}
export const listCommitments = defineQuery({
  name: 'council.list-commitments', title: 'Compromisos ante el Concejo', input: ListCommitmentsInput, allowed: can('council.read'),
  run: async ({ state, unitId, text }, context): Promise<CommitmentsView> => {
    const all = await commitmentsNow(context)
    const words = sortKey(text).split(/\s+/).filter(Boolean)
    return {
      commitments: all.filter((one) => (state === '' || (state === 'open' ? isOpen(one.state) : one.state === state)) && (unitId === '' || one.unit.id === unitId) && words.every((word) => sortKey(one.words).includes(word))),
      counts: Object.fromEntries(commitmentStates.map((one) => [one, all.filter((row) => row.state === one).length])) as Record<CommitmentState, number>,
      units: (await unitStore(context.tx).list()).filter(({ active }) => active).map(({ id, code, name }) => ({ id, code, name })),
      sessions: (await councilStore(context.tx).all(await context.knownSeq())).filter(({ heldOn }) => heldOn <= context.today).slice(0, 24).map((one) => ({ id: one.id, title: sessionTitle(one) })),
    }
  },
})
