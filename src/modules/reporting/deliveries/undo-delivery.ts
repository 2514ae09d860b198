import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { UndoDeliveryInput } from '../contract.ts'
import { keepReport, titleOf } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { deliveryStore } from './delivery.store.ts'

/** Reverses a delivery recorded by mistake: the duty is open again. The first entry stays in the ledger. */
export const undoDelivery = defineAction({
  name: 'reporting.undo-delivery',
  title: 'Anular una entrega registrada por error',
  input: UndoDeliveryInput,
  allowed: can('reporting.deliver'),
  run: async ({ id, reason }, context) => {
    const all = await deliveryStore(context.tx).standing(Number.MAX_SAFE_INTEGER, '9999-12-31')
    const delivery = all.find((one) => one.id === id)
    if (!delivery) throw notFound({ what: 'la entrega' })
    const store = reportStore(context.tx)
    const report = await store.need(delivery.report_id)
    const others = all.some((one) => one.id !== id && one.report_id === delivery.report_id)
    if (report.state === 'delivered' && !others) await keepReport(context, await store.change(report, { state: 'issued' }))
    return { result: { id }, entry: { name: 'delivery-undone', undoes: delivery.seq, summary: `Se anuló la entrega de «${titleOf(report)}»: ${reason}`, record: { kind: 'report', id: report.id } } }
  },
})
