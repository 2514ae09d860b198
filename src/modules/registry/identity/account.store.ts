import type { Day, Office, Visibility } from '#kernel'
import { sql, type Tx } from '#platform/database'

export type AccountRow = { id: string; person_id: string | null; password_hash: string; must_change: boolean; failed_attempts: number; locked_until: string | null; active: boolean; version: number }
const COLUMNS = sql`id, person_id, password_hash, must_change, failed_attempts, locked_until, active, version`

export const accountStore = (tx: Tx) => ({
  byEmail: (lookup: string) => tx.one<AccountRow>(sql`select ${COLUMNS} from registry.accounts where commune = ${tx.commune} and email_lookup = ${lookup}`),
  byId: (id: string) => tx.one<AccountRow>(sql`select ${COLUMNS} from registry.accounts where commune = ${tx.commune} and id = ${id}`),
  add: (row: { id: string; personId: string; emailLookup: string; passwordHash: string; mustChange?: boolean }) =>
    tx.run(sql`insert into registry.accounts (commune, id, person_id, email_lookup, password_hash, must_change) values (${tx.commune}, ${row.id}, ${row.personId}, ${row.emailLookup}, ${row.passwordHash}, ${row.mustChange ?? false})`),
  /** One more failure, counted by the database so that attempts at once all count. `until` gives the end of the lock for that many. */
  failed: async (id: string, until: (failures: number) => string | null): Promise<void> => {
    const row = await tx.one<{ failed_attempts: number }>(sql`update registry.accounts set failed_attempts = failed_attempts + 1 where commune = ${tx.commune} and id = ${id} returning failed_attempts`)
    await tx.run(sql`update registry.accounts set locked_until = ${until(row?.failed_attempts ?? 0)}::timestamptz where commune = ${tx.commune} and id = ${id}`)
  },
  cleared: (id: string) => tx.run(sql`update registry.accounts set failed_attempts = 0, locked_until = null where commune = ${tx.commune} and id = ${id} and failed_attempts > 0`),
  setPassword: (id: string, hash: string, mustChange: boolean) =>
    tx.run(sql`update registry.accounts set password_hash = ${hash}, must_change = ${mustChange}, failed_attempts = 0, locked_until = null, version = version + 1 where commune = ${tx.commune} and id = ${id}`),
  /** Offices held on the day with what their roles allow. */
  officesOf: (personId: string, on: Day) =>
    tx.all<Office & { permissions: string[]; clearances: Visibility[]; unit_id: string | null; role: string }>(sql`
      select o.role_key as role, o.title, o.unit_id, o.substitute, r.permissions, r.clearances
      from registry.offices o join registry.roles r on r.commune = o.commune and r.key = o.role_key
      where o.commune = ${tx.commune} and o.person_id = ${personId} and o.starts_on <= ${on} and (o.ends_on is null or o.ends_on >= ${on})
      order by o.substitute, o.starts_on`),
})
export type SessionRow = { account_id: string; csrf: string; expires_at: string; last_seen_at: string }
export const sessionStore = (tx: Tx) => ({
  add: (row: { tokenHash: string; accountId: string; csrf: string; at: string; expiresAt: string }) =>
    tx.run(sql`insert into registry.sessions (commune, token_hash, account_id, csrf, created_at, last_seen_at, expires_at) values (${tx.commune}, ${row.tokenHash}, ${row.accountId}, ${row.csrf}, ${row.at}, ${row.at}, ${row.expiresAt})`),
  get: (tokenHash: string) => tx.one<SessionRow>(sql`select account_id, csrf, expires_at, last_seen_at from registry.sessions where commune = ${tx.commune} and token_hash = ${tokenHash}`),
  touch: (tokenHash: string, at: string) => tx.run(sql`update registry.sessions set last_seen_at = ${at} where commune = ${tx.commune} and token_hash = ${tokenHash}`),
  end: (tokenHash: string) => tx.run(sql`delete from registry.sessions where commune = ${tx.commune} and token_hash = ${tokenHash}`),
  endExpired: (accountId: string, at: string) => tx.run(sql`delete from registry.sessions where commune = ${tx.commune} and account_id = ${accountId} and expires_at < ${at}::timestamptz`),
  endAllOf: (accountId: string) => tx.run(sql`delete from registry.sessions where commune = ${tx.commune} and account_id = ${accountId}`),
})
