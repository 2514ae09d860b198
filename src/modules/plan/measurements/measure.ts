import { absenceText, can, formatDay, formatNumber } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { attachEvidence, kinds } from '#evidence'
import { approverIsDrafter } from '#registry'
import { ApproveMeasurementInput, RecordMeasurementInput } from '../contract.ts'
import { indicatorInForce } from '../indicators/change-indicators.ts'
import { indicatorStore } from '../indicators/indicator.store.ts'
import { alreadyApproved, indicatorOfOtherUnit, measurementInFuture } from '../problems.ts'

/** A unit reports its own indicators; the planning secretariat, any of them. */
export const recordMeasurement = defineAction({
  name: 'plan.record-measurement', title: 'Registrar una medición', help: 'Queda provisional hasta que otra persona la apruebe.',
  input: RecordMeasurementInput,
  unless: [indicatorOfOtherUnit], allowed: (actor) => actor.permissions.has('plan.edit') || actor.permissions.has('plan.measure'),
  run: async (input, context) => {
    const row = await indicatorInForce(context, input.indicatorId)
    const { actor } = context
    if (!actor.permissions.has('plan.edit') && row.unit_id !== null && row.unit_id !== actor.unitId) throw indicatorOfOtherUnit({ name: row.name })
    if (input.measuredOn > context.today) throw measurementInFuture({ on: formatDay(input.measuredOn) }, { errors: [{ pointer: '/measuredOn', message: 'Esa fecha aún no llega' }] })
    await indicatorStore(context.tx).measure({ ...input, recordedBy: actor.accountId, entryId: context.entryId })
    await attachEvidence(context, { kind: kinds.indicator, id: row.id }, input.document || `Respaldo de la medición al ${formatDay(input.measuredOn)}`, input.fileHash)
    const said = input.value === null ? absenceText[input.absence ?? 'no-data'] : `${formatNumber(input.value, Number.isInteger(input.value) ? 0 : 2)} ${row.unit}`
    return {
      result: { id: input.id },
      entry: { name: 'measurement-recorded', summary: `Indicador ${row.code} al ${formatDay(input.measuredOn)}: ${said}`, effectiveOn: input.measuredOn, record: { kind: kinds.indicator, id: row.id }, facts: { measurement: input.id, value: input.value, absence: input.absence ?? null, ...(input.fileHash ? { file: input.fileHash } : {}) } },
    }
  },
})
/** Who recorded a measurement never approves it. */
export const approveMeasurement = defineAction({
  name: 'plan.approve-measurement', title: 'Aprobar una medición', input: ApproveMeasurementInput, unless: [approverIsDrafter], allowed: can('plan.approve'),
  run: async ({ id }, context) => {
    const store = indicatorStore(context.tx)
    const measurement = await store.measurement(id)
    if (!measurement) throw notFound({ what: 'la medición' })
    if (measurement.approved) throw alreadyApproved({})
    if (measurement.recorded_by === context.actor.accountId) throw approverIsDrafter({})
    const row = await store.get(measurement.indicator_id)
    await store.approve({ measurementId: id, approvedBy: context.actor.accountId, entryId: context.entryId })
    return { result: { id }, entry: { name: 'measurement-approved', summary: `Se aprobó la medición del indicador ${row?.code ?? ''} al ${formatDay(measurement.measured_on)}`, record: { kind: kinds.indicator, id: measurement.indicator_id }, facts: { measurement: id } } }
  },
})
