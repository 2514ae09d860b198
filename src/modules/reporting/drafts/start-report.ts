import { can, readPeriod } from '#kernel'
import { defineAction, inputRefused } from '#platform/actions'
import { StartReportInput } from '../contract.ts'
import { definitionOf } from '../definition/reports.ts'
import { reportExists } from '../problems.ts'
import { keepReport, titleOf } from './kept.ts'
import { reportStore } from './report.store.ts'

/** Opens the draft of a report for a period; one per kind and period. */
export const startReport = defineAction({
  name: 'reporting.start-report',
  title: 'Iniciar un informe',
  input: StartReportInput,
  allowed: can('reporting.edit'),
  run: async ({ id, kind, period }, context) => {
    const definition = definitionOf(kind)
    if (readPeriod(period)?.kind !== definition.every) throw inputRefused({ what: 'Iniciar un informe' }, { errors: [{ pointer: '/period', message: 'Elija un semestre, por ejemplo 2026-1' }] })
    const store = reportStore(context.tx)
    if (await store.of(kind, period)) throw reportExists({ title: titleOf({ kind, period }) })
    await store.add({ id, kind, period, drafter: context.actor.accountId })
    await keepReport(context, await store.need(id))
    return { result: { id }, entry: { name: 'report-started', summary: `Se inició «${titleOf({ kind, period })}»`, record: { kind: 'report', id } } }
  },
})
