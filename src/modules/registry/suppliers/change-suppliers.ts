import { can, formatRut, readRut } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { kinds } from '#evidence'
import { AddSupplierInput, ChangeSupplierInput, type SupplierView } from '../contract.ts'
import { supplierHref } from '../hrefs.ts'
import { rutWrong } from '../problems.ts'
import { supplierStore } from './supplier.store.ts'

const recordOf = (id: string) => ({ kind: kinds.supplier, id })

/** Companies are found by name and RUT. A natural person's RUT is personal: it stays in its row, out of search and history. */
export const settleSupplier = async (context: ActionContext, id: string, told: Readonly<Record<string, string>> = {}): Promise<SupplierView> => {
  const row = await supplierStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'el proveedor' })
  const company = row.kind === 'legal'
  await context.keep({ ...recordOf(id), version: row.version, data: { ...(company ? { name: row.name, rut: row.rut } : {}), kind: row.kind, activity: row.activity, city: row.city, active: row.active, ...told } })
  const rut = readRut(row.rut)
  await context.index({ ...recordOf(id), title: row.name, subtitle: [company && rut ? formatRut(rut) : '', row.activity].filter(Boolean).join(' · '), href: supplierHref(id) })
  return row
}
export const saidSupplier = (row: Pick<SupplierView, 'kind' | 'name'>): string => (row.kind === 'legal' ? `Proveedor «${row.name}»` : 'Proveedor persona natural')

export const addSupplier = defineAction({
  name: 'registry.add-supplier', title: 'Agregar un proveedor', input: AddSupplierInput, allowed: can('registry.suppliers'),
  run: async (input, context) => {
    const rut = readRut(input.rut)
    if (!rut) throw rutWrong({ text: input.rut }, { errors: [{ pointer: '/rut', message: 'El dígito verificador no corresponde o sobran caracteres' }] })
    await supplierStore(context.tx).add({ ...input, rut })
    const row = await settleSupplier(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'supplier-added', summary: `${saidSupplier(row)} agregado`, record: recordOf(row.id) } }
  },
})
export const changeSupplier = defineAction({
  name: 'registry.change-supplier', title: 'Corregir un proveedor', help: 'Otro RUT es otro proveedor; uno mal escrito se corrige aparte, con su razón.', input: ChangeSupplierInput, allowed: can('registry.suppliers'),
  run: async (input, context) => {
    const before = await supplierStore(context.tx).get(input.id)
    if (!before) throw notFound({ what: 'el proveedor' })
    if ((await supplierStore(context.tx).change(input)) === 0) throw versionMoved({ what: before.name, yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    const row = await settleSupplier(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'supplier-changed', summary: `${saidSupplier(row)} ${before.active === row.active ? 'corregido' : row.active ? 'reactivado' : 'desactivado'}`, record: recordOf(row.id) } }
  },
})
