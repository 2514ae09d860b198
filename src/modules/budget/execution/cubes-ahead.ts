import { setImmediate as turn } from 'node:timers/promises'
import { type Day, monthOf } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { accountNames, depthOf, type LocalAccountRow } from '../accounts/account-tree.ts'
import type { Line } from '../lines/line.ts'
import { movementStore } from '../movements/movement.store.ts'
import type { PhaseSums } from '../movements/phase.ts'
import { programmeStore } from '../programmes/programme.store.ts'
import { type Cube, type CubeCell, cubeLine, type CubeLine, mergeCells } from './cube.ts'
import { type CubeKey, cubeMemory } from './cube-memory.ts'
import { cubeStore } from './cube.store.ts'
import { executionCube } from './execution-cube.ts'

/** A batch that is staged and not posted yet: lines in the order of their ids, and what each line moves on one day. */
export type Staged = { readonly entryId: string; readonly year: number; readonly effectiveOn: Day; readonly lines: readonly Line[]; readonly cells: ReadonlyMap<string, CubeCell>; /** Fingerprint of its first row. */ readonly firstDigest: string; readonly accounts: readonly { readonly account: string; readonly name: string }[] }
type Named = Pick<CubeLine, 'programmeName' | 'programmeId'>
type Ahead = { readonly key: CubeKey; readonly from: number; readonly cube: Cube }
/** Cubes kept up to date at each load: today's, and those last looked at. */
const MOST = 3
/** Lines between two turns of the event loop. */
const STRIDE = 2000
const none: ReadonlyMap<string, CubeCell> = new Map()

/** Which phases a row moves, as counts: at most 128 of them exist, and a hundred thousand rows share them. */
const counted = new Map<number, PhaseSums>()
const countsOf = (sums: PhaseSums): PhaseSums => {
  const mask = sums.reduce((bits, sum, index) => (sum === 0 ? bits : bits | (1 << index)), 0)
  const known = counted.get(mask) ?? (sums.map((sum) => (sum === 0 ? 0 : 1)) as unknown as PhaseSums)
  counted.set(mask, known)
  return known
}
export const stagedCell = (line: string, effectiveOn: Day, sums: PhaseSums, digest: string): CubeCell => ({ line, month: monthOf(effectiveOn), sums, counts: countsOf(sums), digest })

/** A cube and the lines of a batch in one order, giving others their turn between strides. New lines are the same objects in every cube (`made`). */
const merged = async (cube: Cube, staged: Staged, fresh: ReadonlyMap<string, Named>, cells: ReadonlyMap<string, CubeCell>, titleOf: (account: string) => string, made: Map<string, CubeLine>): Promise<Cube> => {
  const found = new Map<string, CubeLine>()
  const coming = staged.lines.filter(({ id }) => !cube.lines.has(id))
  let next = 0
  let count = 0
  const withCell = (line: Line, programme: Named, before: readonly CubeCell[]): CubeLine => {
    const cell = cells.get(line.id)
    return cubeLine(line, programme, titleOf(line.account), cell ? (before.length ? mergeCells(before, [cell]) : [cell]) : before)
  }
  const addComing = (limit: string | undefined): void => {
    for (let line = coming[next]; line && (limit === undefined || line.id < limit); line = coming[++next]) {
      const known = made.get(line.id)
      const one = known ?? withCell(line, fresh.get(line.programme) ?? { programmeName: line.programme, programmeId: null }, [])
      if (!known) made.set(line.id, one)
      found.set(line.id, one)
    }
  }
  for (const line of cube.lines.values()) {
    addComing(line.id)
    found.set(line.id, withCell(line, line, line.cells))
    if (++count % STRIDE === 0) await turn()
  }
  while (next < coming.length) {
    addComing(coming[next + STRIDE]?.id)
    await turn()
  }
  return { ...cube, lines: found }
}

/**
 * Prepares, before a large batch is posted, the cubes people will ask for once it is: nobody then waits for a hundred thousand lines to be
 * summed again. Call `install` after posting; it does nothing when other facts came in between, and whoever asks computes.
 */
export const cubesAhead = async (read: <T>(work: (context: ReadContext) => Promise<T>) => Promise<T>, staged: Staged): Promise<{ install: () => Promise<number> }> => {
  const facts = await read(async (context) => {
    await executionCube(context, staged.year)
    const local = await cubeStore(context.tx).localAccounts()
    const programmes = await programmeStore(context.tx).all()
    return { files: context.files, local, programmes, slots: cubeMemory(context.files).current(context.actor.commune, staged.year).slice(0, MOST) }
  })
  const known = accountNames(facts.local)
  const opened: LocalAccountRow[] = staged.accounts.filter(({ account }) => depthOf(account) > 2 && !known.known(account)).map(({ account, name }) => ({ long_code: account, name: name.slice(0, 160) }))
  const { nameOf } = accountNames([...facts.local, ...opened])
  const programmes = new Map(facts.programmes.map(({ id, code, name }) => [code, { programmeId: id, programmeName: name || code }]))
  const ahead: Ahead[] = []
  const made = { moved: new Map<string, CubeLine>(), still: new Map<string, CubeLine>() }
  /** Days with nothing between them see the same: one set of lines serves them all. */
  const alike: { moves: boolean; before: Cube['lines']; lines: Cube['lines'] }[] = []
  for (const { key, kept } of facts.slots) {
    const moves = key.effectiveOn >= staged.effectiveOn
    const before = kept.cube.lines
    const same = alike.find((one) => one.moves === moves && (one.before === before || (one.before.size === 0 && before.size === 0)))
    const cube = same ? { ...kept.cube, lines: same.lines } : await merged(kept.cube, staged, programmes, moves ? staged.cells : none, nameOf, moves ? made.moved : made.still)
    if (!same) alike.push({ moves, before, lines: cube.lines })
    ahead.push({ key, from: kept.seq, cube })
  }
  const install = () => read(async (context) => {
    const posted = await cubeStore(context.tx).entry(staged.entryId)
    // A database that fingerprints rows otherwise computes its cubes by itself.
    if ((await movementStore(context.tx).firstDigest(staged.entryId)) !== staged.firstDigest) return 0
    const memory = cubeMemory(context.files)
    const fit = posted ? ahead.filter(({ from }) => from >= posted.before && from < posted.seq) : []
    for (const { key, cube } of fit) memory.keep(key, { seq: posted?.seq ?? 0, hash: posted?.hash ?? '', cube: { ...cube, seq: posted?.seq ?? 0 } })
    return fit.length
  })
  return { install }
}
