import type { ReadContext } from '#platform/actions'
import { tokenHash } from '#platform/identity'
import { requestById } from '../answers/access.ts'
import type { RequestRow } from '../campaigns/campaign.store.ts'
import { linkNotValid } from '../problems.ts'
import { linkStands } from './link.ts'
import { linkStore } from './link.store.ts'

/**
 * What stands behind a token, looked for by its hash within the commune it names. Throws `linkNotValid` for one that is forged, revoked,
 * expired or of another commune, always in the same words: nobody learns which. Changes nothing.
 */
export const behindLink = async (context: ReadContext, given: { readonly commune: string; readonly token: string }): Promise<{ row: RequestRow; used: boolean }> => {
  if (given.commune !== context.tx.commune || !given.token.startsWith(`${given.commune}.`)) throw linkNotValid({})
  const link = await linkStore(context.tx).byHash(tokenHash(given.token))
  const stands = linkStands(link, context.today)
  if (!link || stands === 'dead') throw linkNotValid({})
  return { row: await requestById(context, link.requestId), used: stands === 'used' }
}
