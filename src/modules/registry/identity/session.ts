import { type Actor, type Clock, today, type Visibility } from '#kernel'
import type { Database, Scope } from '#platform/database'
import { tokenHash } from '#platform/identity'
import { personStore } from '../people/person.store.ts'
import { accountStore, sessionStore } from './account.store.ts'
import { REST_HOURS } from './sign-in.ts'

export type OpenSession = { readonly actor: Actor; readonly csrf: string; readonly mustChange: boolean; readonly tokenHash: string }
const HOUR = 3_600_000
/** A session is re-read from the database at most this often; ending one clears it at once. */
const FRESH_MS = 10_000

/** Sessions of one process: reads the database and remembers for a few seconds. */
export const sessionBook = (database: Database, clock: Clock) => {
  const remembered = new Map<string, { at: number; session: OpenSession }>()
  const read = async (token: string): Promise<OpenSession | undefined> => {
    const [commune = ''] = token.split('.')
    const hash = tokenHash(token)
    const scope: Scope = { commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: [] }
    return database.write(scope, async (tx) => {
      const row = await sessionStore(tx).get(hash)
      const now = clock.now()
      if (!row) return undefined
      const rested = now.getTime() - new Date(row.last_seen_at).getTime() > REST_HOURS * HOUR
      if (new Date(row.expires_at) <= now || rested) {
        await sessionStore(tx).end(hash)
        return undefined
      }
      const account = await accountStore(tx).byId(row.account_id)
      if (!account?.active || !account.person_id) return undefined
      await sessionStore(tx).touch(hash, now.toISOString())
      const [offices, names] = [await accountStore(tx).officesOf(account.person_id, today(clock)), await personStore(tx).values([account.person_id])]
      const actor: Actor = {
        commune,
        accountId: account.id,
        name: names.get(account.person_id)?.name ?? '',
        offices: offices.map(({ role, title, substitute, unit_id }) => ({ role, title, substitute, unitId: unit_id ?? undefined })),
        permissions: new Set(offices.flatMap((office) => office.permissions)),
        clearances: [...new Set<Visibility>(['public', ...offices.flatMap((office) => office.clearances)])],
        unitId: offices.find((office) => office.unit_id)?.unit_id ?? undefined,
      }
      return { actor, csrf: row.csrf, mustChange: account.must_change, tokenHash: hash }
    })
  }
  return {
    /** The open session of a token, or undefined. */
    of: async (token: string): Promise<OpenSession | undefined> => {
      const hash = tokenHash(token)
      const known = remembered.get(hash)
      if (known && performance.now() - known.at < FRESH_MS) return known.session
      const session = await read(token)
      remembered.delete(hash)
      if (session) {
        remembered.set(hash, { at: performance.now(), session })
        if (remembered.size > 500) remembered.delete(remembered.keys().next().value ?? '')
      }
      return session
    },
    /** Forgets what was remembered: after sign-out, a change of offices or of password. */
    forget: () => remembered.clear(),
  }
}
export type SessionBook = ReturnType<typeof sessionBook>
