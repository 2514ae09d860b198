import { can } from '#kernel'
import { defineAction, defineQuery, notFound } from '#platform/actions'
import { tokenHash } from '#platform/identity'
import { z } from 'zod'
import { CreateFeedInput, FeedInput, type FeedView } from '../contract.ts'
import { feedStore } from './feed.store.ts'

const TOKEN = /^(\d{5})\.[\w-]{43}$/
/** Commune of a token, when it has the shape of one. */
export const communeOfToken = (token: string): string | undefined => TOKEN.exec(token)?.[1]

/** The token of an address: the commune and a secret made by the browser, so that it is neither answered nor kept anywhere but as a hash. */
const tokenOf = (commune: string, secret: string): string => `${commune}.${secret}`

/** Makes a personal secret address. Nothing of the secret reaches the ledger. */
export const createFeed = defineAction({
  name: 'calendar.create-feed', title: 'Crear mi dirección de agenda', input: CreateFeedInput, allowed: can('calendar.read'), perMinute: 10,
  run: async ({ id, secret }, context) => {
    await feedStore(context.tx).add({ id, accountId: context.actor.accountId, hash: tokenHash(tokenOf(context.actor.commune, secret)), at: context.clock.now().toISOString() })
    return { result: { id }, entry: { name: 'feed-created', summary: 'Se creó una dirección personal de agenda', record: { kind: 'feed', id } } }
  },
})
export const revokeFeed = defineAction({
  name: 'calendar.revoke-feed', title: 'Anular una dirección de agenda', input: FeedInput, allowed: can('calendar.read'),
  run: async ({ id }, context) => {
    if ((await feedStore(context.tx).revoke(id, context.actor.accountId, context.clock.now().toISOString())) === 0) throw notFound({ what: 'esa dirección de agenda' })
    return { result: { id }, entry: { name: 'feed-revoked', summary: 'Se anuló una dirección personal de agenda', record: { kind: 'feed', id } } }
  },
})
export const listFeeds = defineQuery({
  name: 'calendar.feeds', title: 'Mis direcciones de agenda', input: z.object({}), allowed: can('calendar.read'),
  run: async (_input, { tx, actor }): Promise<{ feeds: readonly FeedView[] }> => ({ feeds: await feedStore(tx).of(actor.accountId) }),
})
