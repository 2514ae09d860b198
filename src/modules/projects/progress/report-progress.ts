import { can, formatDay, formatPercent } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { attachEvidence } from '#evidence'
import { approverIsDrafter } from '#registry'
import { ApproveProgressInput, ReportProgressInput, SetPlannedCurveInput } from '../contract.ts'
import { projectStore } from '../portfolio/project.store.ts'
import { readProject, recordOf } from '../portfolio/read-project.ts'
import { dayInFuture, progressAlreadyApproved, projectOfOtherUnit } from '../problems.ts'
import { checkCurve, checkReport } from './curve.ts'

export const setPlannedCurve = defineAction({
  name: 'projects.set-planned-curve', title: 'Fijar la programación del avance', help: 'Reemplaza la programación anterior, que queda en la historia.', input: SetPlannedCurveInput, allowed: can('projects.edit'),
  run: async (input, context) => {
    const state = await readProject(context, input.id)
    const points = checkCurve(input.points)
    for (const point of points) await projectStore(context.tx).plan({ ...point, projectId: input.id, on: input.on, document: input.document, entryId: context.entryId })
    return { result: { id: input.id, points: points.length }, entry: { name: 'project-curve-set', summary: `Programación de «${state.name}» según ${input.document}`, effectiveOn: input.on, record: recordOf(input.id), facts: { points } } }
  },
})
/** The technical unit reports its own works; the planning secretariat and the works direction, any of them. */
export const reportProgress = defineAction({
  name: 'projects.report-progress', title: 'Informar el avance físico', help: 'Avance acumulado con su respaldo. Queda provisional hasta que otra persona lo apruebe.',
  input: ReportProgressInput,
  unless: [projectOfOtherUnit], allowed: (actor) => actor.permissions.has('projects.edit') || actor.permissions.has('projects.progress'),
  run: async (input, context) => {
    const { actor } = context
    const state = await readProject(context, input.projectId)
    if (!actor.permissions.has('projects.edit') && state.unitId !== null && state.unitId !== actor.unitId) throw projectOfOtherUnit({ name: state.name })
    if (input.measuredOn > context.today) throw dayInFuture({ on: formatDay(input.measuredOn) }, { errors: [{ pointer: '/measuredOn', message: 'Esa fecha aún no llega' }] })
    checkReport({ ...input, on: input.measuredOn }, state.reports)
    await attachEvidence(context, recordOf(state.id), input.evidence || `Respaldo del avance al ${formatDay(input.measuredOn)}`, input.fileHash)
    await projectStore(context.tx).report({ ...input, recordedBy: actor.accountId, entryId: context.entryId })
    return {
      result: { id: input.id },
      entry: { name: 'project-progress-reported', summary: `Avance físico de «${state.name}» al ${formatDay(input.measuredOn)}: ${formatPercent(input.share)}`, effectiveOn: input.measuredOn, record: recordOf(state.id), facts: { report: input.id, share: input.share, ...(input.fileHash ? { file: input.fileHash } : {}) } },
    }
  },
})
/** Who reported the progress never approves it. */
export const approveProgress = defineAction({
  name: 'projects.approve-progress', title: 'Aprobar un informe de avance', input: ApproveProgressInput, unless: [approverIsDrafter], allowed: can('projects.approve'),
  run: async ({ id }, context) => {
    const store = projectStore(context.tx)
    const report = await store.reportToApprove(id)
    if (!report) throw notFound({ what: 'el informe de avance' })
    if (report.approved) throw progressAlreadyApproved({})
    if (report.recorded_by === context.actor.accountId) throw approverIsDrafter({})
    await store.approve({ reportId: id, approvedBy: context.actor.accountId, entryId: context.entryId })
    return { result: { id }, entry: { name: 'project-progress-approved', summary: `Se aprobó el avance de «${report.name}» al ${formatDay(report.measured_on)}`, record: recordOf(report.project_id), facts: { report: id } } }
  },
})
