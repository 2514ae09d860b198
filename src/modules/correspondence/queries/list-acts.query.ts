import { can } from '#kernel'
import { defineQuery } from '#platform/actions'
import { sql } from '#platform/database'
import { unitStore } from '#registry'
import { z } from 'zod'
import { mayMove } from '../acts/transitions.ts'
import { holdsPost, unitChain, VISA } from '../acts/posts.ts'
import { type DeskView, ListActsInput, type TemplateView } from '../contract.ts'
import { templateViews } from '../text/templates.ts'
import { lookingFrom } from './act-as-known.ts'
import { asLines } from './act-line.ts'
import { lineStore, type LineRow } from './act-lines.store.ts'

export const READ = 'correspondence.read'

/** Acts as they stood on the two dates of the page. */
export const listActs = defineQuery({
  name: 'correspondence.list-acts', title: 'Actos y correspondencia', input: ListActsInput, allowed: can(READ),
  run: async ({ page, size, ...given }, context) => {
    const filter = { ...given, knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn, past: lookingFrom(context) !== null }
    const store = lineStore(context.tx)
    const total = await store.count(filter)
    return { total, page, pages: Math.max(1, Math.ceil(total / size)), years: await store.years(), units: [...(await unitStore(context.tx).names())].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1)), acts: await asLines(context, await store.list(filter, page, size)) }
  },
})

/** Whose turn each act is, told for who asks. */
export const deskOf = async (context: Parameters<typeof listActs.run>[1]): Promise<{ readonly [K in keyof DeskView]: readonly LineRow[] }> => {
  const { tx, actor } = context
  const rows = await lineStore(tx).list({ knownSeq: Number.MAX_SAFE_INTEGER, on: context.today, states: ['draft', 'in-visa', 'to-number', 'to-sign', 'to-notify'] }, 1, 500)
  const chains = new Map<string, ReadonlySet<string>>()
  for (const { unit_id: unit } of rows) if (unit && !chains.has(unit)) chains.set(unit, await unitChain(tx, unit))
  const returned = new Set(rows.some(({ state }) => state === 'draft') ? (await tx.all<{ id: string }>(sql`select a.id from correspondence.acts a where a.commune = ${tx.commune} and a.state = 'draft' and a.drafter_id = ${actor.accountId} and a.round > 0`)).map(({ id }) => id) : [])
  const mine = (row: LineRow) => row.drafter_id === actor.accountId
  const clerk = can('correspondence.number')(actor)
  return {
    visa: rows.filter((row) => mayMove(row.state, 'visa') && can(VISA)(actor) && !mine(row) && holdsPost(actor, row.visas[row.visas_done] ?? '', chains.get(row.unit_id ?? '') ?? new Set())),
    number: clerk ? rows.filter(({ state }) => state === 'to-number') : [],
    sign: rows.filter((row) => row.state === 'to-sign' && (row.signer_account === actor.accountId || clerk)),
    notify: rows.filter((row) => row.state === 'to-notify' && can('correspondence.notify')(actor) && (clerk || mine(row) || actor.offices.some(({ unitId }) => unitId !== undefined && chains.get(row.unit_id ?? '')?.has(unitId)))),
    returned: rows.filter(({ id }) => returned.has(id)),
    waiting: rows.filter((row) => mine(row) && row.state !== 'draft'),
  }
}
export const signingDesk = defineQuery({
  name: 'correspondence.signing-desk', title: 'Mesa de firma', input: z.object({}), allowed: can(READ),
  run: async (_input, context): Promise<DeskView> => {
    const desk = await deskOf(context)
    const [visa, number, sign, notify, returned, waiting] = [await asLines(context, desk.visa), await asLines(context, desk.number), await asLines(context, desk.sign), await asLines(context, desk.notify), await asLines(context, desk.returned), await asLines(context, desk.waiting)]
    return { visa, number, sign, notify, returned, waiting }
  },
})
export const listTemplates = defineQuery({
  name: 'correspondence.list-templates', title: 'Textos iniciales de los actos', input: z.object({}), allowed: can(READ),
  run: async (): Promise<{ templates: readonly TemplateView[] }> => ({ templates: templateViews() }),
})
/** Acts that deal with a record of any module, or answer it. Other modules call `actsOf(context, kind, id)`. */
export const actsOfRecord = defineQuery({
  name: 'correspondence.acts-of', title: 'Actos de un registro', input: z.object({ kind: z.string().min(2).max(60), id: z.string().min(1).max(120) }), allowed: can(READ),
  run: async ({ kind, id }, context) => ({ acts: await actsOf(context, kind, id) }),
})
export const actsOf = async (context: Parameters<typeof listActs.run>[1], kind: string, id: string) => {
  const found = await context.tx.all<{ id: string }>(sql`select n.act_id as id from correspondence.antecedents n where n.commune = ${context.tx.commune} and n.kind = ${kind} and n.record_id = ${id}
    union select a.id from correspondence.acts a where a.commune = ${context.tx.commune} and a.replies_to_kind = ${kind} and a.replies_to::text = ${id}`)
  if (found.length === 0) return []
  return asLines(context, await lineStore(context.tx).list({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn, past: lookingFrom(context) !== null, ids: found.map((one) => one.id) }))
}
