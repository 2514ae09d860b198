import { randomUUID } from 'node:crypto'
import { type Day, readRut, sortKey } from '#kernel'
import { insertMany, type Tx } from '#platform/database'
import { emailLookup, newSubjectKey, seal } from '#platform/identity'
import { bulkEvidence, kinds, stableId } from '#evidence'
import { supplierHref } from './hrefs.ts'

/** What a commune brings of its registry, in bulk. Codes, keys and RUTs are stable. */
export type RegistryLoad = {
  readonly units: readonly { readonly code: string; readonly name: string; readonly kind: string; readonly parent?: string }[]
  readonly institutions: readonly { readonly code: string; readonly name: string; readonly kind: string }[]
  readonly suppliers: readonly { readonly rut: string; readonly name: string; readonly kind: string; readonly activity: string; readonly city: string }[]
  readonly people: readonly {
    readonly key: string; readonly name: string; readonly rut: string; readonly email: string; readonly unit: string; readonly roles: readonly string[]
    readonly offices: readonly { readonly role: string; readonly title: string; readonly from: Day; readonly to?: Day; readonly substitute?: boolean; readonly decree?: string }[]
  }[]
}
export type RegistryLoadPorts = { /** Argon2 hash of the password of a person; undefined leaves them without account. */ readonly passwordHash: (key: string) => string | undefined }
export type RegistryIds = { readonly units: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string>; readonly accounts: ReadonlyMap<string, string>; readonly suppliers: ReadonlyMap<string, string>; readonly institutions: ReadonlyMap<string, string> }

/** Writes units, institutions, suppliers, people with offices and accounts, in a few statements. Returns ids by code, key and RUT. */
export const loadRegistryFacts = async (tx: Tx, facts: RegistryLoad, ports: RegistryLoadPorts): Promise<RegistryIds> => {
  const { commune } = tx
  const { units, institutions, suppliers, people } = facts
  const id = (kind: string, code: string) => stableId(commune, kind, code)
  const communes = (rows: readonly unknown[]) => ({ name: 'commune', type: 'text', values: rows.map(() => commune) })
  const ids = (values: readonly (string | null)[], name = 'id') => ({ name, type: 'uuid', values })
  const text = (name: string, values: readonly (string | null)[]) => ({ name, type: 'text', values })
  await insertMany(tx, 'registry.units', [communes(units), ids(units.map(({ code }) => id('unit', code))), text('code', units.map(({ code }) => code)), text('name', units.map(({ name }) => name)), text('kind', units.map(({ kind }) => kind)), ids(units.map(({ parent }) => (parent ? id('unit', parent) : null)), 'parent_id')])
  await insertMany(tx, 'registry.institutions', [communes(institutions), ids(institutions.map(({ code }) => id('institution', code))), text('code', institutions.map(({ code }) => code)), text('name', institutions.map(({ name }) => name)), text('kind', institutions.map(({ kind }) => kind))])
  await insertMany(tx, 'registry.suppliers', [
    communes(suppliers), ids(suppliers.map(({ rut }) => id('supplier', rut))), text('rut', suppliers.map(({ rut }) => readRut(rut) ?? rut)), text('name', suppliers.map(({ name }) => name)), text('kind', suppliers.map(({ kind }) => (kind === 'person' || kind === 'natural' ? 'natural' : 'legal'))),
    text('activity', suppliers.map(({ activity }) => activity)), text('city', suppliers.map(({ city }) => city)), text('sort_key', suppliers.map(({ name }) => sortKey(name))),
  ])
  await bulkEvidence(tx).index(suppliers.map(({ rut, name, activity }) => ({ kind: kinds.supplier, id: id('supplier', rut), title: name, subtitle: activity, href: supplierHref(id('supplier', rut)) })))
  const person = (key: string) => id('person', key)
  await insertMany(tx, 'registry.people', [communes(people), ids(people.map(({ key }) => person(key))), ids(people.map(({ unit }) => id('unit', unit)), 'unit_id')])
  const keys = people.map(() => newSubjectKey())
  await insertMany(tx, 'registry.person_keys', [communes(people), ids(people.map(({ key }) => person(key)), 'person_id'), { name: 'key', type: 'bytea', values: keys }])
  await insertMany(tx, 'registry.person_values', [communes(people), ids(people.map(({ key }) => person(key)), 'person_id'), { name: 'sealed', type: 'bytea', values: people.map(({ name, rut, email }, index) => seal(keys[index] ?? newSubjectKey(), { name, rut, email })) }])
  const offices = people.flatMap((one) => [
    ...one.offices.map((office) => ({ ...office, person: person(one.key), unit: id('unit', one.unit) })),
    ...one.roles.filter((role) => !one.offices.some((office) => office.role === role)).map((role) => ({ role, title: one.offices[0]?.title ?? '', from: one.offices[0]?.from ?? ('2024-12-06' as Day), to: undefined, substitute: false, decree: undefined, person: person(one.key), unit: id('unit', one.unit) })),
  ])
  await insertMany(tx, 'registry.offices', [
    communes(offices), ids(offices.map(() => randomUUID())), ids(offices.map(({ person: owner }) => owner), 'person_id'), text('role_key', offices.map(({ role }) => role)), text('title', offices.map(({ title }) => title)), ids(offices.map(({ unit }) => unit), 'unit_id'),
    { name: 'starts_on', type: 'date', values: offices.map(({ from }) => from) }, { name: 'ends_on', type: 'date', values: offices.map(({ to }) => to ?? null) }, { name: 'substitute', type: 'boolean', values: offices.map(({ substitute }) => substitute ?? false) },
    text('decree_number', offices.map(({ substitute, decree }) => (substitute ? (decree ?? 'de subrogancia') : null))), { name: 'decree_date', type: 'date', values: offices.map(({ substitute, from }) => (substitute ? from : null)) },
  ])
  const withAccount = people.flatMap((one) => { const hash = ports.passwordHash(one.key); return hash ? [{ ...one, hash, account: id('account', one.key) }] : [] })
  await insertMany(tx, 'registry.accounts', [communes(withAccount), ids(withAccount.map(({ account }) => account)), ids(withAccount.map(({ key }) => person(key)), 'person_id'), text('email_lookup', withAccount.map(({ email }) => emailLookup(commune, email))), text('password_hash', withAccount.map(({ hash }) => hash))])
  return {
    units: new Map(units.map(({ code }) => [code, id('unit', code)])), people: new Map(people.map(({ key }) => [key, person(key)])), accounts: new Map(withAccount.map(({ key, account }) => [key, account])),
    suppliers: new Map(suppliers.map(({ rut }) => [rut, id('supplier', rut)])), institutions: new Map(institutions.map(({ code }) => [code, id('institution', code)])),
  }
}
