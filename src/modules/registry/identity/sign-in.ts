import { randomUUID } from 'node:crypto'
import { type Clock, systemClock } from '#kernel'
import type { Database, Scope } from '#platform/database'
import { emailLookup, newToken, passwordMatches, tokenHash } from '#platform/identity'
import { accountLocked, signInRefused } from '../problems.ts'
import { type AccountRow, accountStore, sessionStore } from './account.store.ts'
import { lockMinutes, strangerAttempts } from './lockout.ts'

/** Sessions last ten hours and rest after two without use: a working day of the office. */
export const SESSION_HOURS = 10
export const REST_HOURS = 2
const MINUTE = 60_000
const nobody = (commune: string): Scope => ({ commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: [] })
/** Hash of a forgotten random text, with the parameters of every other: compared when there is no account, so that both answers cost the same. */
const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$e9a4VCnDsG0hHVfqjmhzxg$6UZjUNywSwPeAxGrplMHs2LetNDdRCXhwH4lbKmnmt8'
const strangers = strangerAttempts()

/** `machine` is the clock of locks and sessions: the fixed clock of a demonstration would never let an account rest. */
export type SignInPorts = { readonly database: Database; readonly clock: Clock; readonly machine?: Clock }
type SignInInput = { readonly commune: string; readonly email: string; readonly password: string }

/** An address without account locks after the same failures as one with it: the lock does not tell which exist. */
const refuseStranger = async (ports: SignInPorts, scope: Scope, lookup: string, now: number): Promise<never> => {
  const lockedUntil = strangers.lockedUntil(lookup)
  if (lockedUntil > now) throw locked(lockedUntil, now)
  strangers.count(lookup, now)
  await ports.database.write(scope, (tx) => accountStore(tx).failed(randomUUID(), () => null)) // the same work as a failure that counts
  throw signInRefused({})
}
const locked = (until: number, now: number) => {
  const seconds = Math.max(1, Math.ceil((until - now) / 1000))
  return accountLocked({ minutes: Math.ceil(seconds / 60) }, { facts: { retryAfter: seconds } })
}
const refuseFailure = async (ports: SignInPorts, scope: Scope, account: AccountRow, now: number): Promise<never> => {
  const until = (failures: number) => {
    const minutes = lockMinutes(failures)
    return minutes ? new Date(now + minutes * MINUTE).toISOString() : null
  }
  await ports.database.write(scope, (tx) => accountStore(tx).failed(account.id, until))
  throw signInRefused({})
}

/** Opens a session. The same refusal for an unknown address and a wrong password. The token is returned once; only its hash is kept. */
export const signIn = async (ports: SignInPorts, input: SignInInput): Promise<{ token: string; csrf: string; accountId: string; mustChange: boolean }> => {
  const { database, machine = systemClock } = ports
  const scope = nobody(input.commune)
  const now = machine.now().getTime()
  const lookup = emailLookup(input.commune, input.email)
  const found = await database.read(scope, (tx) => accountStore(tx).byEmail(lookup))
  const account = found?.active ? found : undefined
  const matches = await passwordMatches(account?.password_hash ?? DECOY, input.password)
  if (!account) return refuseStranger(ports, scope, lookup, now)
  const lockedUntil = account.locked_until ? Date.parse(account.locked_until) : 0
  if (lockedUntil > now) throw locked(lockedUntil, now)
  if (!matches) return refuseFailure(ports, scope, account, now)
  const [token, csrf] = [`${input.commune}.${newToken()}`, newToken()]
  const at = new Date(now).toISOString()
  await database.write(scope, async (tx) => {
    await accountStore(tx).cleared(account.id)
    await sessionStore(tx).endExpired(account.id, at)
    await sessionStore(tx).add({ tokenHash: tokenHash(token), accountId: account.id, csrf, at, expiresAt: new Date(now + SESSION_HOURS * 60 * MINUTE).toISOString() })
  })
  return { token, csrf, accountId: account.id, mustChange: account.must_change }
}

export const signOut = ({ database }: SignInPorts, token: string): Promise<number> => database.write(nobody(token.split('.')[0] ?? ''), (tx) => sessionStore(tx).end(tokenHash(token)))
