import type { RecordKind } from '#platform/actions'
import { kinds } from '#evidence'
import { institutionHref, supplierHref, unitHref } from './hrefs.ts'
import { institutionStore } from './institutions/institution.store.ts'
import { unitStore } from './units/unit.store.ts'
import { supplierStore } from './suppliers/supplier.store.ts'

/** Suppliers are who, not what: they stand beside the chain, without a link of their own. */
export const registryRecords: readonly RecordKind[] = [{
  kind: kinds.supplier, title: 'Proveedor', position: 0,
  summarise: async (ids, { tx }) => [...(await supplierStore(tx).named(ids))].map(([id, { name }]) => ({ kind: kinds.supplier, id, step: 'supplier', title: name, href: supplierHref(id) })),
}, {
  kind: 'institution', title: 'Institución', position: 0,
  summarise: async (ids, { tx }) => (await institutionStore(tx).list()).filter(({ id }) => ids.includes(id)).map((row) => ({ kind: 'institution', id: row.id, step: 'institution', title: row.name, href: institutionHref })),
}, {
  kind: 'unit', title: 'Unidad', position: 0,
  summarise: async (ids, { tx }) => (await unitStore(tx).list()).filter(({ id }) => ids.includes(id)).map((row) => ({ kind: 'unit', id: row.id, step: 'unit', title: row.name, href: unitHref })),
}]
