import { can } from '#kernel'
import { defineQuery } from '#platform/actions'
import { sql } from '#platform/database'
import { unitStore } from '#registry'
import { actTitle } from '../acts/titles.ts'
import type { ActRow } from '../acts/act.store.ts'
import { type IncomingView, ListIncomingInput, stateTitle } from '../contract.ts'
import { actHref } from '../hrefs.ts'
import { incomingStore, type IncomingRow } from './incoming.store.ts'

type Answer = Pick<ActRow, 'id' | 'kind' | 'series' | 'number' | 'year' | 'state'> & { replies_to: string }
const viewOf = (row: IncomingRow, units: ReadonlyMap<string, string>, answers: readonly Answer[]): IncomingView => ({
  id: row.id, number: row.number, year: row.year, sender: row.sender, senderIsPerson: row.sender_is_person, document: row.document, documentOn: row.document_on, receivedOn: row.received_on, subject: row.subject, file: row.file_hash, unitId: row.unit_id, unit: units.get(row.unit_id) ?? '',
  requestKind: row.request_kind, needsAnswer: row.needs_answer, dueOn: row.due_on, dueFrom: row.due_from, state: row.state, closedReason: row.closed_reason, version: row.version, answeredOn: row.answered_on, councilRequest: row.council_request,
  answers: answers.filter(({ replies_to: to }) => to === row.id).map((act) => ({ kind: 'act', id: act.id, title: actTitle(act), href: actHref(act.id), note: stateTitle[act.state] })),
})

/** The book of what arrives, the newest first. */
export const listIncoming = defineQuery({
  name: 'correspondence.list-incoming', title: 'Libro de partes', input: ListIncomingInput.extend({ id: ListIncomingInput.shape.unitId }), allowed: can('correspondence.read'),
  run: async ({ page, size, id, ...given }, context) => {
    const { tx } = context
    const filter = { ...given, knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn }
    const store = incomingStore(tx)
    const total = await store.count(filter)
    const rows = await store.list(filter, page, size)
    const one = id ? await store.get(id) : undefined
    const all = one && !rows.some((row) => row.id === one.id) ? [...rows, one] : rows
    const answers = await tx.all<Answer>(sql`select a.id, a.kind, a.series, a.number, a.year, a.state, a.replies_to from correspondence.acts a where a.commune = ${tx.commune} and a.replies_to_kind = 'incoming' and a.replies_to = any (${all.map((row) => row.id)}::uuid[]) and a.state <> 'deleted'`)
    const units = await unitStore(tx).names()
    const years = (await tx.all<{ year: number }>(sql`select distinct i.year from correspondence.incoming i where i.commune = ${tx.commune} order by i.year desc`)).map(({ year }) => String(year))
    return { total, page, pages: Math.max(1, Math.ceil(total / size)), years, units: [...units].map(([unit, name]) => ({ id: unit, name })).sort((a, b) => (a.name < b.name ? -1 : 1)), letters: rows.map((row) => viewOf(row, units, answers)), ...(one ? { chosen: viewOf(one, units, answers) } : {}) }
  },
})
