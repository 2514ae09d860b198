import { setImmediate as turn } from 'node:timers/promises'
import { day } from '#kernel'
import { type CubeCell, mergeCells } from '../execution/cube.ts'
import { stagedCell } from '../execution/cubes-ahead.ts'
import { ledgerPhases, type PhaseSums } from '../movements/phase.ts'
import { rowDigests } from '../movements/row-digest.ts'
import type { LoadTold } from './apart/balance-task.ts'

const PHASES = ledgerPhases.length
/** «{uuid,uuid,…}»: every id has the same length. */
const ID_LENGTH = 36

/** What each line moves in a load that is being written, by line: its rows are known to the last digit before they are stored. */
export const stagedCells = async ({ movementChunks, amounts }: LoadTold, entryId: string): Promise<{ cells: ReadonlyMap<string, CubeCell>; firstDigest: string }> => {
  const cells = new Map<string, CubeCell>()
  const digestOf = rowDigests(entryId)
  let n = 0
  let firstDigest = ''
  for (const { count, values: [ids = ''], shared } of movementChunks) {
    const on = day(shared.effectiveOn)
    for (let row = 0; row < count; row++, n++) {
      const from = 1 + row * (ID_LENGTH + 1)
      const sums = Array.from(amounts.subarray(n * PHASES, (n + 1) * PHASES)) as unknown as PhaseSums
      const digest = digestOf(n, sums)
      if (n === 0) firstDigest = digest
      const cell = stagedCell(ids.slice(from, from + ID_LENGTH), on, sums, digest)
      const known = cells.get(cell.line)
      cells.set(cell.line, known ? (mergeCells([known], [cell])[0] ?? cell) : cell)
    }
    await turn()
  }
  return { cells, firstDigest }
}
