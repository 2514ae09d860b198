import { can, sortKey } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { loadCommunes } from '#platform/law'
import { sql } from '#platform/database'
import { z } from 'zod'
import { ListSuppliersInput, type OfficeView } from './contract.ts'
import { officeStore } from './offices/office.store.ts'
import { personStore } from './people/person.store.ts'
import { supplierStore } from './suppliers/supplier.store.ts'
import { unitStore } from './units/unit.store.ts'

/** The 345 municipalities, for the first run: by name, province or region, accents ignored; names that begin so come first. */
export const listMunicipalities = defineQuery({
  name: 'registry.list-municipalities',
  title: 'Municipalidades de Chile',
  anonymous: true,
  input: z.object({ text: z.string().max(80).default(''), size: z.coerce.number().int().min(1).max(345).default(345) }),
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
  run: async (_input, { tx }) => ({ units: await unitStore(tx).list() }),
})

export const listPeople = defineQuery({
  name: 'registry.list-people',
  title: 'Personas y cargos',
  input: z.object({}),
  allowed: can('registry.read'),
  run: async (_input, { tx, today }) => {
    const rows = await tx.all<{ id: string; unit_id: string | null; unit_name: string | null; active: boolean; version: number }>(sql`
      select p.id, p.unit_id, u.name as unit_name, p.active, p.version from registry.people p left join registry.units u on u.commune = p.commune and u.id = p.unit_id where p.commune = ${tx.commune}`)
    const offices = await tx.all<{ person_id: string; role_key: string; title: string; starts_on: string; ends_on: string | null; substitute: boolean }>(sql`
      select person_id, role_key, title, starts_on, ends_on, substitute from registry.offices where commune = ${tx.commune} and starts_on <= ${today} and (ends_on is null or ends_on >= ${today})`)
    const values = await personStore(tx).values(rows.map(({ id }) => id))
    const people = rows.map((row) => ({ id: row.id, name: values.get(row.id)?.name ?? '', email: values.get(row.id)?.email, unitId: row.unit_id, unitName: row.unit_name, active: row.active, version: row.version, offices: offices.filter(({ person_id: person }) => person === row.id) }))
    return { people: people.sort((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1)) }
  },
})

/** One person with every office held, past and to come. The RUT and the telephone go only to who administers the registry. */
export const showPerson = defineQuery({
  name: 'registry.show-person',
  title: 'Una persona y sus cargos',
  input: z.object({ id: z.uuid() }),
  allowed: can('registry.read'),
  run: async ({ id }, { tx, today, actor }) => {
    const row = await officeStore(tx).person(id)
    if (!row) throw notFound({ what: 'la persona' })
    const values = (await personStore(tx).values([id])).get(id)
    const inForce = ({ startsOn, endsOn }: Pick<OfficeView, 'startsOn' | 'endsOn'>) => startsOn <= today && (endsOn === null || endsOn >= today)
    const offices: OfficeView[] = (await officeStore(tx).list(id)).map((office) => ({ ...office, inForce: inForce(office) }))
    const own = actor.permissions.has('registry.administer') ? { rut: values?.rut ?? '', phone: values?.phone ?? '' } : {}
    return { person: { id, name: values?.name ?? '', email: values?.email ?? '', ...own, unitId: row.unit_id, active: row.active, version: row.version }, offices }
  },
})
export const listSuppliers = defineQuery({
  name: 'registry.list-suppliers',
  title: 'Proveedores',
  input: ListSuppliersInput,
  allowed: can('registry.read'),
  run: async (input, { tx }) => {
    const store = supplierStore(tx)
    const { total, activities } = await store.totals(input)
    return { total, page: input.page, pages: Math.max(1, Math.ceil(total / input.size)), suppliers: await store.list(input), activities }
  },
})
export const showSupplier = defineQuery({
  name: 'registry.show-supplier',
  title: 'Un proveedor',
  input: z.object({ id: z.uuid() }),
  allowed: can('registry.read'),
  run: async ({ id }, { tx }) => {
    const supplier = await supplierStore(tx).get(id)
    if (!supplier) throw notFound({ what: 'el proveedor' })
    return { supplier }
  },
})
