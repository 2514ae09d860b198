import { randomUUID } from 'node:crypto'
import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import { emailLookup } from '#platform/identity'
import { accountStore } from '../identity/account.store.ts'
import { type PersonValues, personStore } from '../people/person.store.ts'
import { defaultRoles } from '../roles/default-roles.ts'

export type CommuneRow = { commune: string; name: string; municipality: string; region: string; province: string; address: string; rut: string | null; demonstration: boolean; /** Day from which the work is kept here: duties due before it belong to another archive. */ installed_on: Day }

/** The row of a commune, written by the owner of the tables (first run, demo load, command line). */
export const addCommune = (owner: Tx, row: { code: string; name: string; municipality: string; region: string; province: string; address?: string; rut?: string; demonstration?: boolean; /** Instant from which the work is kept here; now unless told. */ since?: string }) =>
  owner.run(sql`insert into registry.communes (commune, name, municipality, region, province, address, rut, demonstration, installed_at)
    values (${row.code}, ${row.name}, ${row.municipality}, ${row.region}, ${row.province}, ${row.address ?? ''}, ${row.rut ?? null}, ${row.demonstration ?? false}, coalesce(${row.since ?? null}::timestamptz, now()))`)

export const communesInstalled = (tx: Tx) => tx.all<CommuneRow>(sql`select commune, name, municipality, region, province, address, rut, demonstration, (installed_at at time zone 'America/Santiago')::date as installed_on from registry.communes order by commune`)

/** The legal offices as roles of this commune. */
export const addDefaultRoles = async (tx: Tx): Promise<void> => {
  for (const role of defaultRoles) {
    await tx.run(sql`insert into registry.roles (commune, key, title, legal_basis, permissions, clearances)
      values (${tx.commune}, ${role.key}, ${role.title}, ${role.legalBasis}, ${[...role.permissions]}, ${[...role.clearances]}) on conflict do nothing`)
  }
}

export const addUnit = async (tx: Tx, unit: { code: string; name: string; kind: string; parentId?: string }, id: string = randomUUID()): Promise<string> => {
  await tx.run(sql`insert into registry.units (commune, id, code, name, kind, parent_id) values (${tx.commune}, ${id}, ${unit.code}, ${unit.name}, ${unit.kind}, ${unit.parentId ?? null})`)
  return id
}

export type NewOffice = { readonly role: string; readonly title: string; readonly unitId?: string; readonly from: Day; readonly to?: Day; readonly substitute?: { readonly decree: string; readonly date: Day } }
/** A person with offices and, when a password hash is given, an account to sign in. Returns both ids. */
export const addPerson = async (tx: Tx, person: { values: PersonValues; unitId?: string; offices: readonly NewOffice[]; passwordHash?: string; mustChange?: boolean }, id: string = randomUUID()): Promise<{ personId: string; accountId?: string }> => {
  await personStore(tx).add(id, person.unitId, person.values)
  for (const office of person.offices) {
    await tx.run(sql`insert into registry.offices (commune, id, person_id, role_key, title, unit_id, starts_on, ends_on, substitute, decree_number, decree_date)
      values (${tx.commune}, ${randomUUID()}, ${id}, ${office.role}, ${office.title}, ${office.unitId ?? null}, ${office.from}, ${office.to ?? null}, ${office.substitute !== undefined}, ${office.substitute?.decree ?? null}, ${office.substitute?.date ?? null})`)
  }
  if (!person.passwordHash || !person.values.email) return { personId: id }
  const accountId = randomUUID()
  await accountStore(tx).add({ id: accountId, personId: id, emailLookup: emailLookup(tx.commune, person.values.email), passwordHash: person.passwordHash, mustChange: person.mustChange })
  return { personId: id, accountId }
}
