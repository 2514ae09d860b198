import { createHash, randomUUID } from 'node:crypto'
import { type Actor, type AsOf, type Clock, type Law, type Permission, Problem, today } from '#kernel'
import { type Database, type Scope, sql, type Tx } from '#platform/database'
import type { Analytics } from '#platform/analytics'
import type { FileStore } from '#platform/files'
import canonicalize from 'canonicalize'
import type { z } from 'zod'
import type { ActionContext, Edge, EntryDraft, JobRequest, PostedEntry, ReadContext, RecordRef, SearchLine } from './context.ts'
import type { AnyAction, AnyQuery } from './define.ts'
import type { Reaction } from './module.ts'
import { inputRefused, keyReused, notAllowed } from './problems.ts'

/** The ledger as the ground floor implements it. */
export type LedgerPort = {
  readonly append: (tx: Tx, entry: { id: string; action: string; accountId: string; office: string | undefined; effectiveOn: string; recordedAt: string; draft: EntryDraft; body: string }) => Promise<PostedEntry>
  readonly seqKnownOn: (tx: Tx, knownOn: string) => Promise<number>
  readonly keep: (tx: Tx, entryId: string, effectiveOn: string, record: RecordRef & { version: number; data: unknown }) => Promise<void>
  readonly link: (tx: Tx, entryId: string, edge: Edge) => Promise<void>
  readonly unlink: (tx: Tx, entryId: string, edge: Edge) => Promise<void>
  readonly index: (tx: Tx, line: SearchLine) => Promise<void>
}
export type Services = {
  readonly database: Database
  readonly ledger: LedgerPort
  readonly law: (commune: string) => Law
  readonly clock: Clock
  readonly files: FileStore
  readonly analytics: Analytics
  readonly reactions: ReadonlyMap<string, readonly Reaction[]>
  readonly enqueue: (tx: Tx, actor: Actor, job: JobRequest) => Promise<{ id: string }>
  /** Told after the transaction of an entry was kept. */
  readonly posted?: (actor: Actor, entry: EntryDraft) => void | Promise<void>
  /** A refused attempt, for the audit. */
  readonly refused: (actor: Actor, what: string) => void
}

export const scopeOf = (actor: Actor): Scope => ({ commune: actor.commune, accountId: actor.accountId, clearances: actor.clearances })

/** Zod's issues as a problem with a pointer per field. */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown, title: string): z.output<S> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw inputRefused({ what: title }, { errors: parsed.error.issues.map((issue) => ({ pointer: `/${issue.path.map(String).join('/')}`, message: issue.message })) })
}

export const readContext = (services: Services, tx: Tx, actor: Actor, asOf: AsOf): ReadContext => {
  let known: Promise<number> | undefined
  const day = today(services.clock)
  return {
    tx, actor, asOf, today: day,
    law: services.law(actor.commune),
    clock: services.clock,
    files: services.files,
    knownSeq: () => (known ??= asOf.knownOn >= day ? Promise.resolve(Number.MAX_SAFE_INTEGER) : services.ledger.seqKnownOn(tx, asOf.knownOn)),
  }
}

/** Today on both dates. */
export const asOfNow = (clock: Clock): AsOf => ({ effectiveOn: today(clock), knownOn: today(clock) })

/** Runs a query in a read transaction as its actor. */
export const runQuery = async <T>(services: Services, actor: Actor, query: AnyQuery, input: unknown, asOf: AsOf = asOfNow(services.clock)): Promise<T> => {
  demand(services, actor, query)
  const parsed = parseInput(query.input, input, query.title)
  const read = <R>(work: (context: ReadContext) => Promise<R>): Promise<R> => services.database.read(scopeOf(actor), (tx) => work(readContext(services, tx, actor, asOf)))
  const found: unknown = await read((context) => query.run(parsed, context))
  return (query.finish ? await query.finish(found, { actor, files: services.files, analytics: services.analytics, read }) : found) as T
}

export type ActionAnswer<T> = { readonly result: T; readonly entry?: { readonly seq: number; readonly id: string } }

/** Runs an action: permission, validation, one transaction with its entry and reactions; the same key answers the same. */
export const runAction = async <T = unknown>(
  services: Services,
  actor: Actor,
  action: AnyAction,
  input: unknown,
  options: { readonly key?: string; readonly entryId?: string; readonly asOf?: AsOf } = {},
): Promise<ActionAnswer<T>> => {
  demand(services, actor, action)
  const parsed = parseInput(action.input, input, action.title)
  const entryId = options.entryId ?? randomUUID()
  const asOf = options.asOf ?? asOfNow(services.clock)
  const inputHash = options.key ? createHash('sha256').update(canonicalize(input ?? null) ?? '').digest('hex') : ''
  const earlierAnswer = async (tx: Tx): Promise<ActionAnswer<T> | undefined> => {
    if (!options.key) return undefined
    const earlier = await tx.one<{ action: string; input_hash: string; answer: ActionAnswer<T> }>(sql`select action, input_hash, answer from platform.idempotency where commune = ${actor.commune} and key = ${options.key}`)
    if (earlier && (earlier.action !== action.name || earlier.input_hash !== inputHash)) throw keyReused({})
    return earlier?.answer
  }
  let prepared: unknown
  if (action.prepare) {
    const read = <R>(work: (context: ReadContext) => Promise<R>): Promise<R> => services.database.read(scopeOf(actor), (tx) => work(readContext(services, tx, actor, asOf)))
    const known = options.key ? await services.database.read(scopeOf(actor), earlierAnswer) : undefined
    if (known) return known
    prepared = await action.prepare(parsed, { actor, files: services.files, analytics: services.analytics, read })
  }
  let told: EntryDraft | undefined
  const answered = await services.database.write(scopeOf(actor), async (tx) => {
    const known = await earlierAnswer(tx)
    if (known) return known
    const context = actionContext(services, tx, actor, entryId, asOf)
    const { result, entry: draft } = await action.run(parsed, context, prepared)
    const entry = draft ? await post(services, tx, actor, action, entryId, draft) : undefined
    if (entry && draft) await react(services, context, draft, entry)
    told = draft ?? undefined
    const answer: ActionAnswer<T> = { result: result as T, ...(entry ? { entry: { seq: entry.seq, id: entry.id } } : {}) }
    if (options.key) {
      await tx.run(sql`insert into platform.idempotency (commune, key, action, account_id, input_hash, answer)
        values (${actor.commune}, ${options.key}, ${action.name}, ${actor.accountId}, ${inputHash}, ${JSON.stringify(answer)}::jsonb)`)
    }
    return answer
  })
  if (told) await services.posted?.(actor, told)
  return answered
}

const demand = (services: Services, actor: Actor, definition: AnyAction | AnyQuery) => {
  if (definition.allowed(actor)) return
  services.refused(actor, definition.name)
  throw notAllowed({ title: definition.title })
}

const actionContext = (services: Services, tx: Tx, actor: Actor, entryId: string, asOf: AsOf): ActionContext => {
  const base = readContext(services, tx, actor, asOf)
  return {
    ...base,
    entryId,
    keep: (record) => services.ledger.keep(tx, entryId, base.today, record),
    link: (edge) => services.ledger.link(tx, entryId, edge),
    unlink: (edge) => services.ledger.unlink(tx, entryId, edge),
    index: (line) => services.ledger.index(tx, line),
    enqueue: (job) => services.enqueue(tx, actor, job),
  }
}

const post = (services: Services, tx: Tx, actor: Actor, action: AnyAction, id: string, draft: EntryDraft): Promise<PostedEntry> => {
  const effectiveOn = draft.effectiveOn ?? today(services.clock)
  const recordedAt = services.clock.now().toISOString()
  const body = canonicalize({ id, name: draft.name, action: action.name, account: actor.accountId, effectiveOn, recordedAt, summary: draft.summary, record: draft.record ?? null, undoes: draft.undoes ?? null, facts: draft.facts ?? {} }) ?? ''
  const office = actor.offices[0]
  return services.ledger.append(tx, { id, action: action.name, accountId: actor.accountId, office: office ? `${office.title}${office.substitute ? ' (S)' : ''}` : undefined, effectiveOn, recordedAt, draft, body })
}

const react = async (services: Services, context: ReadContext, draft: EntryDraft, entry: PostedEntry): Promise<void> => {
  for (const reaction of services.reactions.get(draft.name) ?? []) {
    if (reaction.when === 'same-transaction') await reaction.run({ id: entry.id, seq: entry.seq, record: draft.record, facts: draft.facts ?? {} }, context)
  }
}

/** The account that does what nobody signed for: demo load, schedules, first run. */
export const systemActor = (commune: string, permissions: readonly Permission[]): Actor => ({
  commune,
  accountId: '00000000-0000-4000-8000-000000000000',
  name: 'Secplan',
  offices: [],
  permissions: new Set(permissions),
  clearances: ['public', 'council', 'internal', 'restricted'],
})
export { Problem }
