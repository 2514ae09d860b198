import { can, type Day } from '#kernel'
import { defineAction, notFound, versionMoved } from '#platform/actions'
import { MarkSectionInput } from '../contract.ts'
import { definitionOf, sectionsOf } from '../definition/reports.ts'
import { needState } from '../review/needs.ts'
import { reportStore } from './report.store.ts'
import { sectionStore } from './section.store.ts'

/** Says that a section is finished, or which unit owes it and until when: an overdue one becomes a reservation. */
export const markSection = defineAction({
  name: 'reporting.mark-section',
  title: 'Marcar una sección o asignarla a una unidad',
  input: MarkSectionInput,
  allowed: can('reporting.edit'),
  run: async ({ report: id, key, version, ready, unitId, dueOn }, context) => {
    const report = await reportStore(context.tx).need(id)
    needState(report, ['draft', 'in-review'], 'marcar una sección')
    const section = sectionsOf(definitionOf(report.kind)).find((one) => one.key === key)
    if (!section) throw notFound({ what: `la sección ${key}` })
    const store = sectionStore(context.tx)
    const old = await store.get(id, key)
    if (old.version !== version) throw versionMoved({ what: `La sección «${section.title}»`, yours: version, current: old.version }, { facts: { current: { content: old.content, version: old.version } } })
    const row = { ...old, ready, unit_id: unitId === undefined ? old.unit_id : unitId, due_on: dueOn === undefined ? old.due_on : (dueOn as Day | null), version: version + 1 }
    await store.put(id, row)
    await context.keep({ kind: 'report-section', id: `${id}:${key}`, version: row.version, data: { ready, unitId: row.unit_id, dueOn: row.due_on } })
    return {
      result: { version: row.version },
      entry: { name: 'section-marked', summary: `La sección «${section.title}» quedó ${ready ? 'terminada' : 'en redacción'}`, record: { kind: 'report', id }, facts: { section: key, ready } },
    }
  },
})
