import { nameConstraints } from '#platform/database'
import { defineModule, type RecordKind } from '#platform/actions'
import { compareWorksheet } from './compare/compare-worksheet.ts'
import { openGrid } from './grid/open-grid.ts'
import { loadHref, loadStateTitle } from './contract.ts'
import { mayEditSome, type Modules } from './definitions.ts'
import { applyLoadJob, WORKSHEET_LOAD } from './loads/apply-load.job.ts'
import { applyWorksheet } from './loads/apply-worksheet.ts'
import { loadStore } from './loads/load.store.ts'
import { listLoads, showLoad } from './loads/loads.query.ts'
import { undoLoadJob } from './loads/undo-load.job.ts'
import { undoWorksheet } from './loads/undo-worksheet.ts'
import { worksheetUndoings } from './undoings.ts'

nameConstraints({ loads_pk: 'la planilla' })

const records: readonly RecordKind[] = [{
  kind: WORKSHEET_LOAD, title: 'Planilla editada', position: 0,
  summarise: async (ids, { tx }) => {
    const rows = await Promise.all(ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id)).slice(0, 50).map((id) => loadStore(tx).get(id)))
    return rows.flatMap((row) => (row ? [{ kind: WORKSHEET_LOAD, id: row.id, step: 'Planilla', title: `Planilla editada de «${row.title}»`, detail: row.reason, href: loadHref(row.id), state: loadStateTitle[row.state] }] : []))
  },
}]

/** Lists edited in Excel, tied to the modules that declare them. */
export const worksheetsOver = (modules: Modules) => {
  const actions = { compareWorksheet: compareWorksheet(modules), applyWorksheet: applyWorksheet(modules), undoWorksheet: undoWorksheet(modules), openGrid: openGrid(modules) }
  const queries = { listLoads: listLoads(modules), showLoad: showLoad(modules) }
  const jobs = [applyLoadJob(modules), undoLoadJob(modules)]
  const module = defineModule({ key: 'worksheets', title: 'Planillas editables', uses: ['evidence', 'registry'], actions: Object.values(actions), queries: Object.values(queries), jobs, records, undoings: worksheetUndoings })
  return { module, actions, queries, jobs, mayEdit: mayEditSome(modules) }
}
