import { can, formatDay, formatPesos } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { kinds, relations } from '#evidence'
import { supplierStore } from '#registry'
import { RecordContractInput } from '../contract.ts'
import { projectHref } from '../hrefs.ts'
import { projectStore } from '../portfolio/project.store.ts'
import { readProject, recordOf } from '../portfolio/read-project.ts'
import { dayInFuture } from '../problems.ts'
import { contractTitle } from './contract-title.ts'

/** A contract ties the project to its tender and to its supplier, so that the thread reaches certificates and payments. */
export const recordContract = defineAction({
  name: 'projects.record-contract', title: 'Registrar un contrato', input: RecordContractInput, allowed: can('projects.edit'),
  run: async (input, context) => {
    const state = await readProject(context, input.projectId)
    const supplier = (await supplierStore(context.tx).named([input.supplierId])).get(input.supplierId)
    if (!supplier) throw notFound({ what: 'el proveedor' })
    if (input.signedOn > context.today) throw dayInFuture({ on: formatDay(input.signedOn) }, { errors: [{ pointer: '/signedOn', message: 'Esa fecha aún no llega' }] })
    await projectStore(context.tx).addContract({ ...input, entryId: context.entryId })
    const contract = { kind: kinds.contract, id: input.id }
    await context.link({ from: recordOf(state.id), relation: relations.contractedBy, to: contract })
    await context.link({ from: contract, relation: relations.suppliedBy, to: { kind: kinds.supplier, id: input.supplierId } })
    if (input.tenderCode) {
      const tender = { kind: kinds.tender, id: input.tenderCode }
      await context.link({ from: recordOf(state.id), relation: relations.tenderedBy, to: tender })
      await context.link({ from: tender, relation: relations.contractedBy, to: contract })
      await context.index({ ...tender, title: `Licitación ${input.tenderCode}`, subtitle: state.name, href: projectHref(state.id), visibility: 'council' })
    }
    await context.keep({ ...contract, version: 1, data: { project: state.id, supplier: input.supplierId, tender: input.tenderCode, amount: input.amount, signedOn: input.signedOn, days: input.days } })
    await context.index({ ...contract, title: `${contractTitle(input)}, ${supplier.name}`, subtitle: state.name, href: projectHref(state.id), visibility: 'council' })
    return { result: { id: input.id }, entry: { name: 'contract-recorded', summary: `Contrato de «${state.name}» por ${formatPesos(input.amount)}, del ${formatDay(input.signedOn)}`, effectiveOn: input.signedOn, record: recordOf(state.id), facts: { contract: input.id, amount: input.amount, tender: input.tenderCode } } }
  },
})
