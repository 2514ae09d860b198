import { can, type Day, formatDay } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { fileRows } from '#evidence'
import { DeliveryInput } from '../contract.ts'
import { keepReport, titleOf } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { editionStore } from '../editions/edition.store.ts'
import { alreadyDelivered, deliveryInFuture, deliveryTooEarly } from '../problems.ts'
import { deliveryStore } from './delivery.store.ts'

/** The Secretaría Municipal states that the Concejo received an edition: its receipt, or the session where account was given. Only this fulfils the duty. */
export const recordDelivery = defineAction({
  name: 'reporting.record-delivery',
  title: 'Registrar la entrega al Concejo',
  input: DeliveryInput,
  allowed: can('reporting.deliver'),
  run: async (input, context) => {
    const store = reportStore(context.tx)
    const report = await store.need(input.report)
    const edition = await editionStore(context.tx).get(input.report, input.edition)
    if (!edition) throw notFound({ what: `la edición ${input.edition} del informe` })
    const on = input.deliveredOn as Day
    if (on > context.today) throw deliveryInFuture({})
    if (on < edition.issued_on) throw deliveryTooEarly({ issuedOn: formatDay(edition.issued_on) })
    if (input.fileHash && !(await fileRows(context.tx).get(input.fileHash))) throw notFound({ what: 'el archivo del acuse de recibo' })
    const known = await deliveryStore(context.tx).of(input.report, Number.MAX_SAFE_INTEGER, '9999-12-31')
    if (known.some(({ edition: number, kind, number: text }) => number === input.edition && kind === input.kind && text === input.number)) throw alreadyDelivered({ edition: input.edition })
    await deliveryStore(context.tx).add({ id: input.id, report_id: input.report, edition: input.edition, kind: input.kind, number: input.number, delivered_on: on, received_by: input.receivedBy, file_hash: input.fileHash ?? null, entryId: context.entryId })
    if (report.state === 'issued') await keepReport(context, await store.change(report, { state: 'delivered' }))
    const how = input.kind === 'receipt' ? `acuse de recibo ${input.number}` : `sesión ${input.number}`
    return {
      result: { id: input.id },
      entry: { name: 'report-delivered', effectiveOn: on, summary: `La edición ${input.edition} de «${titleOf(report)}» se entregó el ${formatDay(on)}: ${how}`, record: { kind: 'report', id: input.report }, facts: { delivery: input.id, edition: input.edition, kind: input.kind } },
    }
  },
})
