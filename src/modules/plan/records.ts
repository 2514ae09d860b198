import type { ReadContext, RecordKind, RecordSummary } from '#platform/actions'
import { kinds } from '#evidence'
import { indicatorHref, objectiveHref, planHref } from './hrefs.ts'
import { indicatorStore } from './indicators/indicator.store.ts'
import { nodeStore } from './nodes/node.store.ts'

const nodeSummaries = (kind: 'objective' | 'programme', record: string) => async (ids: readonly string[], context: ReadContext): Promise<RecordSummary[]> =>
  (await nodeStore(context.tx).list({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn, ids, retired: true }))
    .filter((node) => node.kind === kind)
    .map((node) => ({ kind: record, id: node.id, step: kind, title: `${node.code} ${node.name}`, href: kind === 'objective' ? objectiveHref(node.id) : node.parent_id ? objectiveHref(node.parent_id) : planHref, ...(node.retired_on ? { state: 'retirado' } : {}) }))

export const planRecords: readonly RecordKind[] = [
  { kind: kinds.objective, title: 'Objetivo', position: 1, summarise: nodeSummaries('objective', kinds.objective) },
  { kind: kinds.planProgramme, title: 'Programa del plan', position: 2, summarise: nodeSummaries('programme', kinds.planProgramme) },
  {
    kind: kinds.indicator, title: 'Indicador', position: 9,
    summarise: async (ids, context) => (await indicatorStore(context.tx).rows({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn, ids }))
      .map((row) => ({ kind: kinds.indicator, id: row.id, step: 'result', title: `${row.code} ${row.name}`, detail: `en ${row.unit}`, href: indicatorHref(row.id) })),
  },
]
