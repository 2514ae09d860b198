import type { RecordKind } from '#platform/actions'
import { kinds } from '#evidence'
import { supplierHref } from './hrefs.ts'
import { supplierStore } from './suppliers/supplier.store.ts'

/** Suppliers are who, not what: they stand beside the chain, without a link of their own. */
export const registryRecords: readonly RecordKind[] = [{
  kind: kinds.supplier, title: 'Proveedor', position: 0,
  summarise: async (ids, { tx }) => [...(await supplierStore(tx).named(ids))].map(([id, { name }]) => ({ kind: kinds.supplier, id, step: 'supplier', title: name, href: supplierHref(id) })),
}]
