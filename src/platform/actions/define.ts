import type { Actor, ProblemLaw } from '#kernel'
import type { z } from 'zod'
import type { ActionContext, EntryDraft, PrepareContext, ReadContext } from './context.ts'

export type Allowed = (actor: Actor) => boolean
/** A problem with which an action refuses somebody who holds its permission, because of who they are: who drafted it, whose unit it is. */
export type PersonalRule = { readonly definition: { readonly id: string; readonly title: string; readonly remedy: string; readonly law?: ProblemLaw } }

/**
 * Changes something. From this one definition come validation, permission, one transaction, the ledger entry,
 * the OpenAPI operation, form hints, rate limits and the permission matrix.
 * `name` is `<module>.<verb-noun>`; its address is `POST /api/<module>/<verb-noun>`.
 */
export type ActionDefinition<Input extends z.ZodType = z.ZodType, Result = unknown, Prepared = unknown> = {
  readonly type: 'action'
  readonly name: string
  readonly title: string
  readonly help?: string
  readonly input: Input
  readonly output?: z.ZodType
  readonly allowed: Allowed
  /** Beyond the permission: who holds it and still may not (the permission matrix tells them). */
  readonly unless?: readonly PersonalRule[]
  /** `anonymous` actions (sign-in, first run) skip the session check and limit attempts harder. */
  readonly anonymous?: boolean
  /** Requests per minute and account; 120 unless told. */
  readonly perMinute?: number
  /** Slow work before the transaction (hashes, files): what it answers is the third argument of `run`. Not repeated for a key already answered. */
  readonly prepare?: (input: z.output<Input>, context: PrepareContext) => Promise<Prepared>
  readonly run: (input: z.output<Input>, context: ActionContext, prepared: Prepared) => Promise<{ result: Result; entry: EntryDraft | null }>
}

/** Asks something. Its address is `GET /api/<module>/<verb-noun>`; the input comes from the query string. */
export type QueryDefinition<Input extends z.ZodType = z.ZodType, Result = unknown, Found = Result> = {
  readonly type: 'query'
  readonly name: string
  readonly title: string
  readonly help?: string
  readonly input: Input
  readonly output?: z.ZodType
  readonly allowed: Allowed
  readonly unless?: readonly PersonalRule[]
  readonly anonymous?: boolean
  readonly run: (input: z.output<Input>, context: ReadContext) => Promise<Found>
  /** Long work on what was found, once the transaction is over: the answer is what it gives. Changes nothing; `hands` are for questions to the statistics engine, which may take seconds. */
  finish?(found: Found, hands: PrepareContext): Result | Promise<Result>
}

export const defineAction = <Input extends z.ZodType, Result, Prepared = undefined>(definition: Omit<ActionDefinition<Input, Result, Prepared>, 'type'>): ActionDefinition<Input, Result, Prepared> => ({ type: 'action', ...definition })
export const defineQuery = <Input extends z.ZodType, Found, Result = Found>(definition: Omit<QueryDefinition<Input, Result, Found>, 'type'>): QueryDefinition<Input, Result, Found> => ({ type: 'query', ...definition })

/** Any action or query, its types forgotten (lists, registries). */
// biome-ignore lint/suspicious/noExplicitAny: lists of definitions forget their input types on purpose
export type AnyAction = ActionDefinition<any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: lists of definitions forget their input types on purpose
export type AnyQuery = QueryDefinition<any, any, any>
