import type { Clock } from '#kernel'
import type { Database, Scope } from '#platform/database'
import { emailLookup, newToken, passwordMatches, tokenHash } from '#platform/identity'
import { accountLocked, signInRefused } from '../problems.ts'
import { accountStore, sessionStore } from './account.store.ts'
import { lockMinutes } from './lockout.ts'

/** Sessions last ten hours and rest after two without use: a working day of the office. */
export const SESSION_HOURS = 10
export const REST_HOURS = 2
const MINUTE = 60_000
const nobody = (commune: string): Scope => ({ commune, accountId: '00000000-0000-4000-8000-000000000000', clearances: [] })
/** Compared when there is no account, so that both answers take the same time. */
const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$c2VjcGxhbi1kZWNveS0x$0hE0jXl4O0k9VQ4mC2V6q0oTQm7vYf2tK1eQF0O8pXo'

export type SignInPorts = { readonly database: Database; readonly clock: Clock }

/** Opens a session. The same refusal for an unknown address and a wrong password. The token is returned once; only its hash is kept. */
export const signIn = async ({ database, clock }: SignInPorts, input: { commune: string; email: string; password: string }): Promise<{ token: string; csrf: string; accountId: string; mustChange: boolean }> => {
  const scope = nobody(input.commune)
  const now = clock.now()
  const account = await database.read(scope, (tx) => accountStore(tx).byEmail(emailLookup(input.commune, input.email)))
  const matches = await passwordMatches(account?.password_hash ?? DECOY, input.password)
  if (!account?.active) throw signInRefused({})
  if (account.locked_until && new Date(account.locked_until) > now) {
    throw accountLocked({ minutes: Math.max(1, Math.ceil((new Date(account.locked_until).getTime() - now.getTime()) / MINUTE)) })
  }
  if (!matches) {
    const failures = account.failed_attempts + 1
    const minutes = lockMinutes(failures)
    await database.write(scope, (tx) => accountStore(tx).failed(account.id, failures, minutes ? new Date(now.getTime() + minutes * MINUTE).toISOString() : null))
    throw signInRefused({})
  }
  const [token, csrf] = [`${input.commune}.${newToken()}`, newToken()]
  await database.write(scope, async (tx) => {
    await accountStore(tx).failed(account.id, 0, null)
    await sessionStore(tx).add({ tokenHash: tokenHash(token), accountId: account.id, csrf, at: now.toISOString(), expiresAt: new Date(now.getTime() + SESSION_HOURS * 60 * MINUTE).toISOString() })
  })
  return { token, csrf, accountId: account.id, mustChange: account.must_change }
}

export const signOut = ({ database }: SignInPorts, token: string): Promise<number> => database.write(nobody(token.split('.')[0] ?? ''), (tx) => sessionStore(tx).end(tokenHash(token)))
