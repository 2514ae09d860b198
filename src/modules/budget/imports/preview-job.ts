import type { JobContext, JobDefinition } from '#platform/actions'
import { scopeOf } from '#platform/actions'
import { fileRows } from '#evidence'
import { writeWorkbook } from '#platform/spreadsheets'
import { type BalanceRow, type Counts, type LocatedProblem, type Preview, type Reconciliation, rejectedSheet } from '../balance-import/index.ts'
import { PreviewImportInput } from './import-contract.ts'
import { importStore } from './import.store.ts'
import { known, openFile, previewOf } from './open-workbook.ts'
import { type Picture, pictureOf } from './picture.ts'

const MOST_ROWS = 200
const MOST_PROBLEMS = 300
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
const keepRejected = async (job: JobContext, id: string, made: ReturnType<typeof previewOf>): Promise<string | null> => {
  if (made.preview.counts.rejected === 0 && made.preview.loadable) return null
  const output = rejectedSheet(made.sheet, made.read.header, made.preview)
  if (output.rows.length === 0) return null
  const { hash, size } = await job.files.put(await writeWorkbook([output]))
  const at = await job.read(async ({ clock }) => clock.now().toISOString())
  await job.database.write(scopeOf(job.actor), async (tx) => {
    await fileRows(tx).add({ hash, name: `rechazadas-${made.read.period}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size, visibility: 'internal', uploadedBy: job.actor.accountId, at })
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
    await job.progress(0.1, 'Abriendo el archivo')
    const workbook = await openFile(job, facts.load.file_hash)
    await job.progress(0.5, 'Comparando con lo cargado')
    const made = previewOf(workbook, facts, choices)
    const { preview } = made
    await job.progress(0.8, 'Preparando el resumen')
    const rejectedHash = await keepRejected(job, id, made)
    const stops = preview.problems.filter(({ severity }) => severity === 'stops').length
    const take = (status: BalanceRow['status']) => preview.rows.filter((row) => row.status === status).slice(0, MOST_ROWS).map(shown)
    return {
      counts: preview.counts, reconciliation: preview.reconciliation, totals: preview.totals, problems: preview.problems.slice(0, MOST_PROBLEMS), problemCount: { stops, canWait: preview.problems.length - stops },
      rows: { new: take('new'), changed: take('changed'), rejected: take('rejected') }, phasesDerived: preview.phasesDerived, phasesAbsent: preview.phasesAbsent,
      picture: pictureOf(made.sheet, preview.rowClasses), rejectedHash, loadable: preview.loadable, watermark: facts.watermark, sheet: made.sheet.name,
    }
  },
}
