import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { AccountView, OfficeView, RoleView } from '../contract.ts'

export type OfficeRow = Omit<OfficeView, 'inForce'>
const COLUMNS = sql`id, person_id as "personId", role_key as role, title, unit_id as "unitId", starts_on as "startsOn", ends_on as "endsOn", substitute, decree_number as "decreeNumber", decree_date as "decreeDate"`

export const officeStore = (tx: Tx) => ({
  list: (personId?: string) => tx.all<OfficeRow>(sql`select ${COLUMNS} from registry.offices where commune = ${tx.commune} ${personId ? sql`and person_id = ${personId}` : sql``} order by starts_on desc, title`),
  get: (id: string) => tx.one<OfficeRow>(sql`select ${COLUMNS} from registry.offices where commune = ${tx.commune} and id = ${id}`),
  add: (row: OfficeRow) => tx.run(sql`insert into registry.offices (commune, id, person_id, role_key, title, unit_id, starts_on, ends_on, substitute, decree_number, decree_date)
    values (${tx.commune}, ${row.id}, ${row.personId}, ${row.role}, ${row.title}, ${row.unitId}, ${row.startsOn}, ${row.endsOn}, ${row.substitute}, ${row.decreeNumber}, ${row.decreeDate})`),
  end: (id: string, on: Day) => tx.run(sql`update registry.offices set ends_on = ${on} where commune = ${tx.commune} and id = ${id}`),
  roles: () => tx.all<RoleView>(sql`select key, title, legal_basis, permissions, clearances, version from registry.roles where commune = ${tx.commune} order by platform.sort_key(title)`),
  role: (key: string) => tx.one<RoleView>(sql`select key, title, legal_basis, permissions, clearances, version from registry.roles where commune = ${tx.commune} and key = ${key}`),
  changeRole: (row: { key: string; version: number; title: string; permissions: readonly string[]; clearances: readonly string[] }) =>
    tx.run(sql`update registry.roles set title = ${row.title}, permissions = ${[...row.permissions]}, clearances = ${[...row.clearances]}, version = version + 1 where commune = ${tx.commune} and key = ${row.key} and version = ${row.version}`),
  person: (id: string) => tx.one<{ id: string; unit_id: string | null; active: boolean; version: number }>(sql`select id, unit_id, active, version from registry.people where commune = ${tx.commune} and id = ${id}`),
  placePerson: (id: string, version: number, unitId: string | null) => tx.run(sql`update registry.people set unit_id = ${unitId}, version = version + 1 where commune = ${tx.commune} and id = ${id} and version = ${version}`),
  setActive: (accountId: string, active: boolean) => tx.run(sql`update registry.accounts set active = ${active}, failed_attempts = 0, locked_until = null, version = version + 1 where commune = ${tx.commune} and id = ${accountId}`),
  accounts: (now: string) => tx.all<AccountView>(sql`
    select a.id, a.person_id as "personId", a.active, a.must_change as "mustChange", a.locked_until as "lockedUntil", (select count(*) from registry.sessions s where s.commune = a.commune and s.account_id = a.id and s.expires_at > ${now}) as "openSessions"
    from registry.accounts a where a.commune = ${tx.commune} and a.person_id is not null`),
  /** The address people sign in with follows the one of the person. */
  setLookup: (personId: string, lookup: string) => tx.run(sql`update registry.accounts set email_lookup = ${lookup} where commune = ${tx.commune} and person_id = ${personId}`),
  accountsOf: (personId: string) => tx.all<{ id: string }>(sql`select id from registry.accounts where commune = ${tx.commune} and person_id = ${personId}`),
})
