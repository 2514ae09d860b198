import { can, defineProblem, readRut } from '#kernel'
import { attachEvidence, kinds } from '#evidence'
import { defineAction, notFound, versionMoved } from '#platform/actions'
import { sql } from '#platform/database'
import { z } from 'zod'
import { rutWrong } from '../problems.ts'
import { saidSupplier, settleSupplier } from './change-suppliers.ts'
import { supplierStore } from './supplier.store.ts'

export const rutTaken = defineProblem<{ name: string }>({
  id: 'registro/rut-de-otro-proveedor', kind: 'conflict',
  title: 'Ese RUT ya es de otro proveedor',
  detail: ({ name }) => `El RUT está registrado a nombre de «${name}». Un RUT es de un solo proveedor.`,
  remedy: 'Si son el mismo, siga con el que ya tiene el RUT y deje de ofrecer este: lo que hizo se conserva en su ficha. Si no, revise el número.',
})
export const rutUnchanged = defineProblem({
  id: 'registro/rut-igual', kind: 'input',
  title: 'El RUT es el mismo',
  detail: () => 'El RUT escrito es el que el proveedor ya tiene.',
  remedy: 'Escriba el RUT correcto, o cierre sin guardar.',
})
export const CorrectRutInput = z.object({
  id: z.uuid('El identificador no es válido'), version: z.number().int().positive(), rut: z.string().trim().max(20),
  reason: z.string().trim().min(10, 'Explique por qué estaba mal').max(300), source: z.string().trim().min(5, 'Nombre el documento que muestra el RUT correcto').max(200), fileHash: z.string().regex(/^[0-9a-f]{64}$/).optional(),
})

/** Corrects a RUT that was typed wrong. Contracts and payments name the supplier, not its number, so they follow; a company's older number stays in its history. */
export const correctSupplierRut = defineAction({
  name: 'registry.correct-supplier-rut', title: 'Corregir el RUT de un proveedor', help: 'Con la razón y el documento que muestra el correcto. No se toma el RUT de otro proveedor.', input: CorrectRutInput, allowed: can('registry.suppliers'),
  run: async (input, context) => {
    const before = await supplierStore(context.tx).get(input.id)
    if (!before) throw notFound({ what: 'el proveedor' })
    if (before.version !== input.version) throw versionMoved({ what: before.name, yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    const at = (message: string) => ({ errors: [{ pointer: '/rut', message }] })
    const rut = readRut(input.rut)
    if (!rut) throw rutWrong({ text: input.rut }, at('El dígito verificador no corresponde o sobran caracteres'))
    if (rut === before.rut) throw rutUnchanged({}, at('Es el mismo RUT'))
    const holder = await context.tx.one<{ id: string; name: string }>(sql`select id, name from registry.suppliers where commune = ${context.tx.commune} and rut = ${rut}`)
    if (holder) throw rutTaken({ name: holder.name }, { ...at('Es de otro proveedor'), facts: { supplier: holder.id } })
    await context.tx.run(sql`update registry.suppliers set rut = ${rut}, version = version + 1 where commune = ${context.tx.commune} and id = ${input.id} and version = ${input.version}`)
    const row = await settleSupplier(context, input.id, { reason: input.reason, source: input.source })
    const record = { kind: kinds.supplier, id: input.id }
    await attachEvidence(context, record, input.source, input.fileHash)
    return { result: { id: row.id, version: row.version }, entry: { name: 'supplier-rut-corrected', summary: `${saidSupplier(row)}: RUT corregido según ${input.source}. ${input.reason}`, record } }
  },
})
