import { can, sortKey } from '#kernel'
import { defineQuery } from '#platform/actions'
import { loadCommunes } from '#platform/law'
import { sql } from '#platform/database'
import { z } from 'zod'
import { personStore } from './people/person.store.ts'

/** The 345 municipalities, for the first run: by name, province or region, accents ignored; names that begin so come first. */
export const listMunicipalities = defineQuery({
  name: 'registry.list-municipalities',
  title: 'Municipalidades de Chile',
  anonymous: true,
  input: z.object({ text: z.string().max(80).default(''), size: z.coerce.number().int().min(1).max(345).default(20) }),
  allowed: () => true,
  run: async ({ text, size }) => {
    const wanted = sortKey(text.trim())
    const found = loadCommunes().filter((commune) => commune.hasMunicipality && [commune.name, commune.province, commune.region].some((name) => sortKey(name).includes(wanted)))
    const first = (name: string) => (sortKey(name).startsWith(wanted) ? 0 : sortKey(name).includes(wanted) ? 1 : 2)
    found.sort((a, b) => first(a.name) - first(b.name) || (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
    return found.slice(0, size).map(({ code, name, region, province }) => ({ code, name, region, province }))
  },
})

export const listUnits = defineQuery({
  name: 'registry.list-units',
  title: 'Unidades municipales',
  input: z.object({}),
  allowed: can('registry.read'),
  run: async (_input, { tx }) => ({
    units: await tx.all<{ id: string; code: string; name: string; kind: string; parent_id: string | null; active: boolean; version: number }>(sql`
      select id, code, name, kind, parent_id, active, version from registry.units where commune = ${tx.commune} order by platform.sort_key(name)`),
  }),
})

export const listPeople = defineQuery({
  name: 'registry.list-people',
  title: 'Personas y cargos',
  input: z.object({}),
  allowed: can('registry.read'),
  run: async (_input, { tx, today }) => {
    const rows = await tx.all<{ id: string; unit_id: string | null; unit_name: string | null; active: boolean }>(sql`
      select p.id, p.unit_id, u.name as unit_name, p.active from registry.people p left join registry.units u on u.commune = p.commune and u.id = p.unit_id where p.commune = ${tx.commune}`)
    const offices = await tx.all<{ person_id: string; role_key: string; title: string; starts_on: string; ends_on: string | null; substitute: boolean }>(sql`
      select person_id, role_key, title, starts_on, ends_on, substitute from registry.offices where commune = ${tx.commune} and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})`)
    const values = await personStore(tx).values(rows.map(({ id }) => id))
    const people = rows.map((row) => ({ id: row.id, name: values.get(row.id)?.name ?? '', email: values.get(row.id)?.email, unitId: row.unit_id, unitName: row.unit_name, active: row.active, offices: offices.filter(({ person_id: person }) => person === row.id) }))
    return { people: people.sort((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1)) }
  },
})
