import { formatThousands } from '#kernel'
import type { RecordKind } from '#platform/actions'
import { kinds } from '#evidence'
import { supplierStore } from '#registry'
import { contractTitle } from './contracts/contract-title.ts'
import { stageTitle } from './contract.ts'
import { projectHref } from './hrefs.ts'
import { currentStage } from './portfolio/project.ts'
import { projectStore } from './portfolio/project.store.ts'

export const projectRecords: readonly RecordKind[] = [
  {
    kind: kinds.project, title: 'Proyecto', position: 3,
    summarise: async (ids, context) => (await projectStore(context.tx).states({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn, ids }))
      .map((state) => ({ kind: kinds.project, id: state.id, step: 'project', title: state.name, ...(state.cost ? { detail: formatThousands(state.cost.amount) } : {}), href: projectHref(state.id), state: stageTitle[currentStage(state).stage] })),
  },
  {
    kind: kinds.tender, title: 'Licitación', position: 5,
    summarise: async (codes, context) => {
      const rows = await projectStore(context.tx).contracts({ knownSeq: await context.knownSeq(), tenders: codes })
      return [...new Map(rows.map((row) => [row.tenderCode, { kind: kinds.tender, id: row.tenderCode, step: 'tender', title: `Licitación ${row.tenderCode}`, detail: row.project, href: projectHref(row.project_id) }])).values()]
    },
  },
  {
    kind: kinds.contract, title: 'Contrato', position: 6,
    summarise: async (ids, context) => {
      const rows = await projectStore(context.tx).contracts({ knownSeq: await context.knownSeq(), ids })
      const names = await supplierStore(context.tx).named(rows.map(({ supplierId }) => supplierId))
      return rows.map((row) => ({ kind: kinds.contract, id: row.id, step: 'contract', title: [contractTitle(row), names.get(row.supplierId)?.name].filter(Boolean).join(', '), detail: formatThousands(row.amount), href: projectHref(row.project_id) }))
    },
  },
]
