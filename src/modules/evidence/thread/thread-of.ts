import { byText } from '#kernel'
import { notFound, type ReadContext, type RecordKind, type RecordRef, type RecordSummary } from '#platform/actions'
import { kinds, steps } from './relations.ts'
import { threadStore } from './thread.store.ts'

export type ThreadState = 'linked' | 'missing' | 'here'
export type ThreadRecord = RecordRef & { readonly title: string; readonly detail?: string; readonly href: string; readonly state?: string }
export type ThreadStep = {
  readonly position: number; readonly key: string; readonly title: string; readonly state: ThreadState
  /** Records of this link that the reader may see; `records` holds the first ones. */
  readonly count: number; readonly records: readonly ThreadRecord[]
  /** What the records of this link add up to, in words, when they do. */
  readonly detail?: string
}
/** A link that keeps no edges, because another book already knows it: what hangs from the records of one kind. */
export type TailStep = { readonly position: number; readonly count: number; readonly records: readonly ThreadRecord[]; readonly detail?: string }
export type ThreadTail = { readonly from: string; readonly load: (ids: readonly string[], context: ReadContext) => Promise<readonly TailStep[]> }
export type Thread = { readonly record: ThreadRecord & { readonly position: number }; readonly steps: readonly ThreadStep[] }

const SAMPLE = 12
const keyOf = ({ kind, id }: RecordRef): string => `${kind} ${id}`

/** Kinds with too many records for the search: they keep no search line, and the kind itself tells their titles under its own fence. */
export const kindsWithoutLines: readonly string[] = [kinds.budgetLine, kinds.paymentCertificate, kinds.payment]

/** Summaries of records of several kinds: search lines in one query, and the kind itself for those that keep none. A line that the reader may not see is never asked again elsewhere. */
const summaries = async (records: readonly RecordRef[], byKind: ReadonlyMap<string, RecordKind>, context: ReadContext, unlinedKinds: readonly string[]): Promise<Map<string, ThreadRecord>> => {
  const found = new Map<string, ThreadRecord>()
  for (const line of await threadStore(context.tx).lines(records)) {
    const record = { kind: line.kind, id: line.record_id }
    found.set(keyOf(record), { ...record, title: line.title, href: line.href, ...(line.subtitle ? { detail: line.subtitle } : {}) })
  }
  const unlined = new Map<string, string[]>()
  for (const record of records) if (unlinedKinds.includes(record.kind) && !found.has(keyOf(record))) unlined.set(record.kind, [...(unlined.get(record.kind) ?? []), record.id])
  for (const [kind, ids] of unlined) {
    const own: readonly RecordSummary[] = (await byKind.get(kind)?.summarise(ids, context)) ?? []
    for (const { id, title, detail, href, state } of own) found.set(keyOf({ kind, id }), { kind, id, title, href, ...(detail ? { detail } : {}), ...(state ? { state } : {}) })
  }
  return found
}

const tailsOf = async (tails: readonly ThreadTail[], seen: readonly ThreadRecord[], context: ReadContext): Promise<readonly TailStep[]> => {
  const found: TailStep[] = []
  for (const { from, load } of tails) {
    const ids = seen.filter(({ kind }) => kind === from).map(({ id }) => id)
    if (ids.length > 0) found.push(...(await load(ids, context)))
  }
  return found
}

/**
 * The thread of any record, composed by the app over the kinds of every module: `threadOf(modules.flatMap(({ records }) => records ?? []))`
 * answers `(record, context) => Thread`. One query for the edges, one for the titles, and one more for each kind that keeps no search line.
 * `tails` fill links that edges left empty, from the records of a kind that the reader sees in the thread.
 * Throws `notFound` for a kind nobody registered and for a record the reader may not see.
 */
export const threadOf = (recordKinds: readonly RecordKind[], unlinedKinds: readonly string[] = kindsWithoutLines, tails: readonly ThreadTail[] = []) => {
  const byKind = new Map(recordKinds.map((kind) => [kind.kind, kind]))
  return async (record: RecordRef, context: ReadContext): Promise<Thread> => {
    const own = byKind.get(record.kind)
    if (!own) throw notFound({ what: 'el registro del hilo' })
    const edges = await threadStore(context.tx).around(record.kind, record.id, await context.knownSeq())
    const reached = new Map<string, RecordRef>([[keyOf(record), { kind: record.kind, id: record.id }]])
    for (const edge of edges) {
      for (const end of [{ kind: edge.from_kind, id: edge.from_id }, { kind: edge.to_kind, id: edge.to_id }]) if ((byKind.get(end.kind)?.position ?? 0) > 0) reached.set(keyOf(end), end)
    }
    const seen = await summaries([...reached.values()], byKind, context, unlinedKinds)
    const here = seen.get(keyOf(record))
    if (!here) throw notFound({ what: `${own.title.toLowerCase()} del hilo` })
    const hanging = await tailsOf(tails, [...seen.values()], context)
    const line = steps.map((step): ThreadStep => {
      const records = [...seen.values()].filter(({ kind }) => byKind.get(kind)?.position === step.position).sort((a, b) => byText(a.title, b.title))
      const tail = hanging.find(({ position, count }) => position === step.position && count > 0)
      if (records.length === 0 && tail && step.position !== own.position) return { ...step, ...tail, state: 'linked', records: tail.records.slice(0, SAMPLE) }
      const state: ThreadState = step.position === own.position ? 'here' : records.length > 0 ? 'linked' : 'missing'
      return { ...step, state, count: records.length, records: state === 'here' ? [here] : records.slice(0, SAMPLE) }
    })
    return { record: { ...here, position: own.position }, steps: line }
  }
}
