import { can, formatRut, readRut, type Rut } from '#kernel'
import { defineWorksheet, type SheetColumn } from '#platform/actions'
import { sql } from '#platform/database'
import { z } from 'zod'
import { institutionKinds, institutionKindTitle, ListSuppliersInput, unitKinds, unitKindTitle, type InstitutionView, type SupplierView } from './contract.ts'
import { changeInstitution } from './institutions/institutions.ts'
import { institutionStore } from './institutions/institution.store.ts'
import { changePerson } from './offices/change-people.ts'
import { personStore, type PersonValues } from './people/person.store.ts'
import { changeSupplier } from './suppliers/change-suppliers.ts'
import { supplierStore } from './suppliers/supplier.store.ts'
import { changeUnit } from './units/change-units.ts'
import { unitChoices } from './units/unit-choices.ts'
import { unitStore, type UnitRow } from './units/unit.store.ts'

const PAGE = 200
const NATURAL = 'Persona natural'
const everything = z.object({})
const titled = <K extends string>(keys: readonly K[], title: Readonly<Record<K, string>>) => keys.map((value) => ({ value, title: title[value] }))
const state: SheetColumn = { key: 'active', title: 'Vigente', kind: 'yes-no', open: true }

const units = defineWorksheet<typeof everything, UnitRow>({
  name: 'registry.units', title: 'Unidades municipales', list: '/registro/unidades', about: 'Nombre, sigla, clase y dependencia de cada unidad.', filters: everything, allowed: can('registry.administer'), wide: (filters) => filters, words: async () => [],
  columns: async (_filters, context) => [
    { key: 'name', title: 'Unidad', kind: 'text', open: true, width: 46 }, { key: 'code', title: 'Sigla', kind: 'text', open: true, width: 14 },
    { key: 'kind', title: 'Clase', kind: 'choice', open: true, choices: titled(unitKinds, unitKindTitle) }, { key: 'parentId', title: 'Depende de', kind: 'choice', open: true, width: 46, choices: await unitChoices(context), help: 'Vacía: de ninguna otra.' },
    { key: 'active', title: 'Vigente', kind: 'yes-no', help: 'Se cierra y se reabre en la lista.' },
  ],
  rows: async (_filters, { tx }) => (await unitStore(tx).list()).map((row) => ({ id: row.id, label: row.name, values: { name: row.name, code: row.code, kind: row.kind, parentId: row.parent_id, active: row.active }, record: row })),
  change: ({ record: { id, version, code, name, kind, parent_id: parentId } }, next) => [{ action: changeUnit, input: { id, version, code, name, kind, parentId, ...next }, columns: ['name', 'code', 'kind', 'parentId'] }],
})
const institutions = defineWorksheet<typeof everything, InstitutionView>({
  name: 'registry.institutions', title: 'Instituciones', list: '/registro/instituciones', about: 'Nombre, código, clase y RUT de cada institución.', filters: everything, allowed: can('registry.suppliers'), wide: (filters) => filters, words: async () => [],
  columns: async () => [
    { key: 'name', title: 'Institución', kind: 'text', open: true, width: 46 }, { key: 'code', title: 'Código', kind: 'text', open: true, width: 14 },
    { key: 'kind', title: 'Clase', kind: 'choice', open: true, choices: titled(institutionKinds, institutionKindTitle) }, { key: 'rut', title: 'RUT', kind: 'text', open: true, width: 16, normal: (text) => { const rut = readRut(text); return rut ? formatRut(rut) : text } }, state,
  ],
  rows: async (_filters, { tx }) => (await institutionStore(tx).list()).map((row) => ({ id: row.id, label: row.name, values: { name: row.name, code: row.code ?? '', kind: row.kind, rut: row.rut ? formatRut(row.rut as Rut) : '', active: row.active }, record: row })),
  change: ({ record: { id, version, code, name, kind, rut, active } }, next) => [{ action: changeInstitution, input: { id, version, code: code ?? '', name, kind, rut: rut ?? '', active, ...next }, columns: ['name', 'code', 'kind', 'rut', 'active'] }],
})
/** The RUT of a supplier is corrected apart, with its reason; the name of a person stays where it is. */
const suppliers = defineWorksheet<typeof ListSuppliersInput, SupplierView>({
  name: 'registry.suppliers', title: 'Proveedores', list: '/proveedores', about: 'Razón social, rubro, ciudad y vigencia de cada proveedor.', filters: ListSuppliersInput, allowed: can('registry.suppliers'), wide: (filters) => ({ ...filters, text: '', activity: '', state: '' }),
  words: async ({ text, activity, state: only }) => [text && `que dicen «${text}»`, activity && `rubro ${activity}`, only && (only === 'active' ? 'vigentes' : 'inactivos')].filter((word): word is string => Boolean(word)),
  columns: async () => [
    { key: 'name', title: 'Proveedor', kind: 'text', open: true, width: 46 }, { key: 'rut', title: 'RUT', kind: 'text', width: 16 }, { key: 'activity', title: 'Rubro', kind: 'text', open: true, width: 34 }, { key: 'city', title: 'Ciudad', kind: 'text', open: true }, state,
  ],
  rows: async (filters, { tx }) => {
    const found: SupplierView[] = []
    for (let page = 1; ; page++) {
      const rows = await supplierStore(tx).list({ ...filters, page, size: PAGE })
      found.push(...rows)
      if (rows.length < PAGE) break
    }
    return found.map((row) => ({
      id: row.id, label: row.name, values: { name: row.name, rut: formatRut(row.rut as Rut), activity: row.activity, city: row.city, active: row.active }, record: row,
      ...(row.kind === 'natural' ? { personal: true, closed: { name: `${NATURAL}: su nombre se corrige en su ficha` } } : {}),
    }))
  },
  change: ({ record: { id, version, name, kind, activity, city, active } }, next) => [{ action: changeSupplier, input: { id, version, name, kind, activity, city, active, ...next }, columns: ['name', 'activity', 'city', 'active'] }],
})
type Placed = { readonly id: string; readonly unit_id: string | null; readonly active: boolean; readonly version: number; readonly values: PersonValues | undefined }
/** Only where each person works: names, addresses and RUT are sealed and go through the file of nobody. */
const people = defineWorksheet<typeof everything, Placed>({
  name: 'registry.people', title: 'Unidad de cada persona', list: '/registro/personas', about: 'En qué unidad trabaja cada persona. Sus datos personales se corrigen en su ficha.', filters: everything, allowed: can('registry.administer'), wide: (filters) => filters, words: async () => [],
  columns: async (_filters, context) => [{ key: 'name', title: 'Persona', kind: 'text', width: 40 }, { key: 'unitId', title: 'Unidad', kind: 'choice', open: true, width: 46, choices: await unitChoices(context) }],
  rows: async (_filters, { tx }) => {
    const rows = await tx.all<Omit<Placed, 'values'>>(sql`select id, unit_id, active, version from registry.people where commune = ${tx.commune} order by id`)
    const values = await personStore(tx).values(rows.map(({ id }) => id))
    const name = (id: string): string => values.get(id)?.name ?? ''
    return rows.map((row) => ({ id: row.id, label: name(row.id), personal: true, values: { name: name(row.id), unitId: row.unit_id }, record: { ...row, values: values.get(row.id) }, ...(row.active ? {} : { closed: 'Sus datos se suprimieron.' }) }))
  },
  change: ({ record: { id, version, unit_id: unitId, values } }, next) => [{ action: changePerson, input: { id, version, unitId, name: values?.name ?? '', rut: values?.rut ?? '', email: values?.email ?? '', phone: values?.phone ?? '', ...next }, columns: ['unitId'] }],
})
/** Lists of the registry that are edited in Excel. */
export const registryWorksheets = [units, institutions, suppliers, people] as const
