import type { AsOf } from '#kernel'
import type { ReadContext } from '#platform/actions'
import { monthStore } from '../months/month.store.ts'
import { programmeEdges } from '../programmes/programme.store.ts'
import type { Cube, CubeLine } from './cube.ts'
import { executionCube } from './execution-cube.ts'
import { type Selection, selectLines, type Serves, type Span, spanOf } from './selection.ts'
import type { LineKind } from '../movements/phase.ts'

/** Answers repeated by many figures of one page, kept as long as its context lives. */
const memory = new WeakMap<ReadContext, Map<string, Promise<unknown>>>()
const once = <T>(context: ReadContext, key: string, work: () => Promise<T>): Promise<T> => {
  const book = memory.get(context) ?? new Map<string, Promise<unknown>>()
  memory.set(context, book)
  const known = book.get(key)
  if (known) return known as Promise<T>
  const made = work()
  book.set(key, made)
  return made
}

const asOfSpan = (context: ReadContext, span: Span): AsOf => ({ effectiveOn: span.effectiveOn, knownOn: context.asOf.knownOn })

/** The cube of a span, computed once per page. */
export const cubeOf = (context: ReadContext, span: Span): Promise<Cube> =>
  once(context, `cube ${span.year} ${span.effectiveOn}`, () => executionCube(context, span.year, asOfSpan(context, span)))

const NONE: readonly string[] = []

/**
 * The objectives of the plan that a line serves: those of its project when the project hangs from one, else those of its programme.
 * So a work counts where the plan put it, and no line counts twice for reaching one objective by both ways.
 */
export const objectivesOfLines = (context: ReadContext): Promise<(line: Pick<CubeLine, 'project' | 'programmeId'>) => readonly string[]> =>
  once(context, 'objectives', async () => {
    const [projects, programmes] = [new Map<string, string[]>(), new Map<string, string[]>()]
    for (const { kind, id, objective } of await programmeEdges(context.tx, await context.knownSeq())) {
      const own = kind === 'project' ? projects : programmes
      own.set(id, [...(own.get(id) ?? []), objective])
    }
    return ({ project, programmeId }) => projects.get(project) ?? (programmeId === null ? NONE : (programmes.get(programmeId) ?? NONE))
  })

const servesOf = async (context: ReadContext, objective: string): Promise<Serves> => {
  const objectivesOf = await objectivesOfLines(context)
  return (line) => (objective === '' ? objectivesOf(line).length === 0 : objectivesOf(line).includes(objective))
}

/** Is every month up to one closed? Otherwise what is computed over them may still move. */
export const isFirm = async (context: ReadContext, span: Span): Promise<boolean> => {
  const states = await once(context, `months ${span.year}`, async () => monthStore(context.tx).states(span.year, await context.knownSeq()))
  const last = Math.min(span.upToMonth, span.effectiveOn.slice(0, 4) > String(span.year) ? 12 : Number(span.effectiveOn.slice(5, 7)))
  for (let month = 1; month <= last; month++) if (states.get(month)?.state !== 'closed') return false
  return true
}

/** Lines of a selection as of the context's dates. */
export const linesOf = async (context: ReadContext, kind: LineKind | 'both', selection: Selection): Promise<{ span: Span; lines: CubeLine[]; cube: Cube }> => {
  const span = spanOf(selection, context.asOf.effectiveOn)
  const cube = await cubeOf(context, span)
  const serves = selection.objective === undefined ? undefined : await servesOf(context, selection.objective)
  return { span, cube, lines: selectLines(cube, kind, selection, serves) }
}
