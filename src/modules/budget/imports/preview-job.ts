import type { JobContext, JobDefinition } from '#platform/actions'
import { scopeOf } from '#platform/actions'
import { fileRows } from '#evidence'
import { writeWorkbook } from '#platform/spreadsheets'
import type { BalanceRow, Counts, LocatedProblem, Preview, Reconciliation } from '../balance-import/index.ts'
import type { PreviewTold } from './apart/balance-task.ts'
import { previewApart } from './apart/work-apart.ts'
import { PreviewImportInput } from './import-contract.ts'
import { importStore } from './import.store.ts'
import { known } from './open-workbook.ts'
import type { Picture } from './picture.ts'

type ShownRow = Pick<BalanceRow, 'id' | 'row' | 'name' | 'status' | 'reasons'> & { readonly account: string; readonly area: string; readonly programme: string; readonly changes: readonly { readonly phase: string; readonly before: number; readonly after: number }[]; readonly amounts: Readonly<Record<string, number>> }
export type PreviewAnswer = {
  readonly counts: Counts
  readonly reconciliation: readonly Reconciliation[]
  readonly totals: Preview['totals']
  readonly problems: readonly LocatedProblem[]
  readonly problemCount: { readonly stops: number; readonly canWait: number }
  readonly rows: { readonly new: readonly ShownRow[]; readonly changed: readonly ShownRow[]; readonly rejected: readonly ShownRow[] }
  readonly phasesDerived: readonly string[]
  readonly phasesAbsent: readonly string[]
  readonly picture: Picture
  readonly rejectedHash: string | null
  readonly loadable: boolean
  /** Where the ledger stood: the load is refused if it moves. */
  readonly watermark: number
  readonly sheet: string
}

const shown = ({ id, row, name, status, reasons, key, changes, amounts }: BalanceRow): ShownRow => ({
  id, row, name, status, reasons, account: key.account, area: key.area ?? '', programme: key.programme ?? '', changes, amounts: amounts as Readonly<Record<string, number>>,
})

/** The rejected rows as a workbook with the reason in its last column, kept as a file of the load. */
const keepRejected = async (job: JobContext, id: string, { rejected, period }: PreviewTold): Promise<string | null> => {
  if (!rejected) return null
  const { hash, size } = await job.files.put(await writeWorkbook([rejected]))
  const at = await job.read(async ({ clock }) => clock.now().toISOString())
  await job.database.write(scopeOf(job.actor), async (tx) => {
    await fileRows(tx).add({ hash, name: `rechazadas-${period}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size, visibility: 'internal', uploadedBy: job.actor.accountId, at })
    await importStore(tx).note(id, { rejected: hash })
  })
  return hash
}

/** Reads the whole sheet and tells what would change, what stops it and what can wait. */
export const previewBalanceJob: JobDefinition = {
  kind: 'budget.preview-balance', title: 'Revisar un balance',
  run: async (job): Promise<PreviewAnswer> => {
    const { id, choices } = PreviewImportInput.parse(job.input)
    const facts = await job.read((context) => known(context, id))
    await job.progress(0.1, 'Leyendo el archivo y comparándolo con lo cargado')
    const told = await previewApart(job, facts, choices)
    await job.progress(0.8, 'Preparando el resumen')
    const rejectedHash = await keepRejected(job, id, told)
    const { counts, reconciliation, totals, problems, stops, canWait, rows, phasesDerived, phasesAbsent, picture, loadable, sheet } = told
    return {
      counts, reconciliation, totals, problems, problemCount: { stops, canWait }, rows: { new: rows.new.map(shown), changed: rows.changed.map(shown), rejected: rows.rejected.map(shown) },
      phasesDerived, phasesAbsent, picture, rejectedHash, loadable, watermark: facts.watermark, sheet,
    }
  },
}
