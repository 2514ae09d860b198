import type { Actor } from '#kernel'
import { notFound, type ReadContext } from '#platform/actions'
import { accountStore } from '#registry'
import { campaignStore, type RequestRow } from '../campaigns/campaign.store.ts'
import { isLocked } from '../items/request-state.ts'
import { requestLocked, requestOfOtherUnit } from '../problems.ts'

/** The units for which somebody holds an office. */
export const unitsOf = (actor: Actor): ReadonlySet<string> => new Set([actor.unitId, ...actor.offices.map(({ unitId }) => unitId)].filter((one): one is string => one !== undefined))

export const personOf = async ({ tx, actor }: ReadContext): Promise<string | null> => (await accountStore(tx).byId(actor.accountId))?.person_id ?? null

/** A request as it is now. Throws `notFound`. */
export const requestById = async (context: ReadContext, id: string): Promise<RequestRow> => {
  const row = await campaignStore(context.tx).request(id)
  if (!row) throw notFound({ what: 'la solicitud' })
  return row
}
/** Is it this reader's to answer: of their unit, or addressed to them as deputies? */
export const isMine = async (context: ReadContext, row: RequestRow): Promise<boolean> =>
  context.actor.permissions.has('requests.answer') && (unitsOf(context.actor).has(row.unitId) || (row.personId !== null && row.personId === (await personOf(context))))

/**
 * The request, for who may write its answers: its unit, its deputy, or the planning secretariat on the unit's behalf with what it received.
 * Throws `requestOfOtherUnit` and, when it takes no more answers, `requestLocked`.
 */
export const requestToWrite = async (context: ReadContext, id: string): Promise<{ row: RequestRow; onBehalf: boolean }> => {
  const row = await requestById(context, id)
  const mine = await isMine(context, row)
  if (!mine && !context.actor.permissions.has('requests.manage')) throw requestOfOtherUnit({})
  demandOpen(context, row)
  return { row, onBehalf: !mine }
}
export const demandOpen = (context: ReadContext, row: RequestRow): void => {
  if (isLocked(row, context.today)) throw requestLocked({ title: row.title })
}
