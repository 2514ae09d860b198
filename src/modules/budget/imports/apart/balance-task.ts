import type { OutputSheet } from '#platform/spreadsheets'
import type { BalanceRow, Counts, LocatedProblem, Preview, Recipe } from '../../balance-import/index.ts'
import type { LineColumns } from '../../lines/line.store.ts'
import type { MovementColumns } from '../../movements/movement.store.ts'
import type { LedgerPhase } from '../../movements/phase.ts'
import type { ImportChoices } from '../import-contract.ts'
import type { Picture } from '../picture.ts'
import type { PackedCube } from './packed-cube.ts'
import type { PackedLines } from './packed-lines.ts'

/** What the reading process needs to compare a sheet and to plan its load. It holds no database: everything it knows is here. */
export type BalanceTask = {
  readonly answer: 'preview' | 'load'
  readonly choices: ImportChoices
  readonly year: number
  readonly month: number
  readonly fileHash: string
  readonly cube: PackedCube
  readonly before: PackedCube | undefined
  readonly local: readonly { longCode: string; name: string }[]
  readonly recipes: readonly Recipe[]
  /** Rows of one short transaction. */
  readonly chunk: number
}
type Told = { readonly sheet: string; readonly loadable: boolean; readonly counts: Counts; /** Problems that stop, and those that can wait. */ readonly stops: number; readonly canWait: number; readonly problems: readonly LocatedProblem[] }
export type PreviewTold = Told & {
  readonly is: 'preview'; readonly rows: Readonly<Record<'new' | 'changed' | 'rejected', readonly BalanceRow[]>>; readonly picture: Picture; readonly rejected: OutputSheet | undefined
} & Pick<Preview, 'reconciliation' | 'totals' | 'phasesDerived' | 'phasesAbsent' | 'period'>
export type LoadTold = Told & {
  readonly is: 'load'; readonly movements: number; readonly totals: Readonly<Record<string, number>>; readonly columns: Partial<Record<LedgerPhase, string>>; readonly recipe: Recipe | null
  readonly accounts: readonly { readonly account: string; readonly name: string }[]
  readonly lineChunks: readonly LineColumns[]; readonly movementChunks: readonly MovementColumns[]
  /** The new lines and the amounts (seven a movement) again, for what is kept in memory; lines in order of id. */
  readonly lines: PackedLines
  readonly amounts: Float64Array
}
/** Undefined when the file has no such sheet. */
export type BalanceTold = PreviewTold | LoadTold | undefined
