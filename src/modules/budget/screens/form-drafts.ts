import { can } from '#kernel'
import { defineAction, defineQuery } from '#platform/actions'
import { sql } from '#platform/database'
import { z } from 'zod'
import { Year } from '../contract.ts'

const Kind = z.enum(['amendment', 'opening'])
const Content = z.record(z.string(), z.unknown()).refine((value) => JSON.stringify(value).length < 2_000_000, 'Lo escrito es demasiado largo')
const mayWrite = (actor: Parameters<ReturnType<typeof can>>[0]): boolean => can('budget.amend')(actor) || can('budget.open')(actor)

/** Keeps what a person is writing of an amendment or an opening; null forgets it. Their own only, and not a fact: it leaves no entry. */
export const keepFormDraft = defineAction({
  name: 'budget.keep-form-draft', title: 'Guardar lo escrito de una modificación o apertura', input: z.object({ kind: Kind, year: Year, content: Content.nullable() }), allowed: mayWrite, perMinute: 240,
  run: async ({ kind, year, content }, { tx, actor, clock }) => {
    if (content === null) await tx.run(sql`delete from budget.drafts where commune = ${tx.commune} and account_id = ${actor.accountId} and kind = ${kind} and year = ${year}`)
    else await tx.run(sql`
      insert into budget.drafts (commune, account_id, kind, year, content, kept_at) values (${tx.commune}, ${actor.accountId}, ${kind}, ${year}, ${JSON.stringify(content)}::jsonb, ${clock.now()})
      on conflict (commune, account_id, kind, year) do update set content = excluded.content, kept_at = excluded.kept_at`)
    return { result: { kept: content !== null }, entry: null }
  },
})
/** What the person had written and not yet sent; null when nothing. */
export const showFormDraft = defineQuery({
  name: 'budget.show-form-draft', title: 'Lo escrito de una modificación o apertura', input: z.object({ kind: Kind, year: Year }), allowed: mayWrite,
  run: async ({ kind, year }, { tx, actor }): Promise<{ content: Record<string, unknown> | null; keptAt: string | null }> => {
    const row = await tx.one<{ content: Record<string, unknown>; kept_at: string }>(sql`select content, kept_at from budget.drafts where commune = ${tx.commune} and account_id = ${actor.accountId} and kind = ${kind} and year = ${year}`)
    return { content: row?.content ?? null, keptAt: row ? new Date(row.kept_at).toISOString() : null }
  },
})
