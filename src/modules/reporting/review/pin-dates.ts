import { can, type Day, formatDay, isDay, readPeriod } from '#kernel'
import { defineAction } from '#platform/actions'
import { PinDatesInput } from '../contract.ts'
import { keepReport } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { datesImpossible } from '../problems.ts'
import { needState } from './needs.ts'

/** Fixes the pair of dates of the report, or leaves it live again. */
export const pinDates = defineAction({
  name: 'reporting.pin-dates',
  title: 'Fijar las dos fechas del informe',
  input: PinDatesInput,
  allowed: can('reporting.edit'),
  run: async ({ report: id, version, dates }, context) => {
    const store = reportStore(context.tx)
    const report = await store.needVersion(id, version)
    needState(report, ['draft', 'in-review'], 'fijar sus fechas')
    if (dates) {
      const period = readPeriod(report.period)
      if (!isDay(dates.effectiveOn) || !isDay(dates.knownOn)) throw datesImpossible({ reason: 'Una de las fechas no existe en el calendario.' })
      if (dates.knownOn > context.today) throw datesImpossible({ reason: `El «conocido al» ${formatDay(dates.knownOn)} es posterior a hoy.` })
      if (period && dates.effectiveOn < period.from) throw datesImpossible({ reason: `Los hechos al ${formatDay(dates.effectiveOn)} son anteriores al comienzo del período.` })
    }
    const next = await store.change(report, { effective_on: (dates?.effectiveOn as Day | undefined) ?? null, known_on: (dates?.knownOn as Day | undefined) ?? null })
    await keepReport(context, next)
    return {
      result: { version: next.version },
      entry: { name: 'dates-pinned', summary: dates ? `Fechas fijadas: hechos al ${formatDay(dates.effectiveOn as Day)}, conocido al ${formatDay(dates.knownOn as Day)}` : 'El informe volvió a leerse con las fechas del día', record: { kind: 'report', id } },
    }
  },
})
