import { type Actor, type Clock, systemClock, today, type Visibility } from '#kernel'
import type { Database, Scope, Tx } from '#platform/database'
import { tokenHash } from '#platform/identity'
import { personStore } from '../people/person.store.ts'
import { accountStore, sessionStore } from './account.store.ts'
import { REST_HOURS } from './sign-in.ts'

export type OpenSession = { readonly actor: Actor; readonly csrf: string; readonly mustChange: boolean; readonly tokenHash: string }
const HOUR = 3_600_000
/** A session is re-read from the database at most this often; ending one clears it at once. */
const FRESH_MS = 10_000
const MAX_REMEMBERED = 500
const TOKEN = /^(\d{5})\.[\w-]{43}$/

/** Every book of this process, so that an action can end the sessions of an account without knowing the server. */
const books = new Set<() => void>()
/** The transaction that ended sessions commits a moment later: what was read in between is forgotten too. */
const COMMIT_MS = 1500
export const forgetSessions = (): void => {
  for (const forget of books) forget()
  setTimeout(() => { for (const forget of books) forget() }, COMMIT_MS).unref()
}

/** The actor of an account with the offices it holds on the business day. */
const actorOf = async (tx: Tx, commune: string, accountId: string, personId: string, clock: Clock): Promise<Actor> => {
  const offices = await accountStore(tx).officesOf(personId, today(clock))
  const names = await personStore(tx).values([personId])
  return {
    commune, accountId,
    name: names.get(personId)?.name ?? '',
    offices: offices.map(({ role, title, substitute, unit_id }) => ({ role, title, substitute, unitId: unit_id ?? undefined })),
    permissions: new Set(offices.flatMap((office) => office.permissions)),
    clearances: [...new Set<Visibility>(['public', ...offices.flatMap((office) => office.clearances)])],
    unitId: offices.find((office) => office.unit_id)?.unit_id ?? undefined,
  }
}

/**
 * Sessions of one process: reads the database and remembers for a few seconds. `clock` says which offices are in force;
 * `machine` when sessions end, because the fixed clock of a demonstration would keep them open for ever.
 */
export const sessionBook = (database: Database, clock: Clock, machine: Clock = systemClock) => {
  const remembered = new Map<string, { at: number; session: OpenSession }>()
  const reading = new Map<string, Promise<OpenSession | undefined>>()
  let epoch = 0
  const forget = () => {
    epoch += 1
    remembered.clear()
    reading.clear()
  }
  books.add(forget)
  const read = (commune: string, hash: string): Promise<OpenSession | undefined> => {
    const scope: Scope = { commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: [] }
    return database.write(scope, async (tx) => {
      const row = await sessionStore(tx).get(hash)
      if (!row) return undefined
      const now = machine.now()
      if (Date.parse(row.expires_at) <= now.getTime() || now.getTime() - Date.parse(row.last_seen_at) > REST_HOURS * HOUR) {
        await sessionStore(tx).end(hash)
        return undefined
      }
      const account = await accountStore(tx).byId(row.account_id)
      if (!account?.active || !account.person_id) return undefined
      await sessionStore(tx).touch(hash, now.toISOString())
      return { actor: await actorOf(tx, commune, account.id, account.person_id, clock), csrf: row.csrf, mustChange: account.must_change, tokenHash: hash }
    })
  }
  const readOnce = (commune: string, hash: string): Promise<OpenSession | undefined> => {
    const started = epoch
    const pending = read(commune, hash).then((session) => {
      if (session && started === epoch) {
        remembered.set(hash, { at: machine.now().getTime(), session })
        if (remembered.size > MAX_REMEMBERED) remembered.delete(remembered.keys().next().value ?? '')
      }
      return session
    })
    reading.set(hash, pending)
    return pending.finally(() => {
      if (reading.get(hash) === pending) reading.delete(hash)
    })
  }
  return {
    /** The open session of a token, or undefined. Requests at once share one look. */
    of: async (token: string): Promise<OpenSession | undefined> => {
      const commune = TOKEN.exec(token)?.[1]
      if (!commune) return undefined
      const hash = tokenHash(token)
      const known = remembered.get(hash)
      if (known && Math.abs(machine.now().getTime() - known.at) < FRESH_MS) return known.session
      remembered.delete(hash)
      return reading.get(hash) ?? readOnce(commune, hash)
    },
    /** Forgets what was remembered: after sign-out, a change of offices or of password. */
    forget,
    /** The process no longer serves. */
    close: () => void books.delete(forget),
  }
}
export type SessionBook = ReturnType<typeof sessionBook>
