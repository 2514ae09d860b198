import { can, formatDay } from '#kernel'
import { defineAction, defineQuery, notFound, type ReadContext, versionMoved } from '#platform/actions'
import { kinds } from '#evidence'
import { agreementStore } from '../agreements/agreement.store.ts'
import { ChangeSessionInput, ListSessionsInput, RecordSessionInput, sessionKindTitle, type SessionView } from '../contract.ts'
import { sessionInFuture, sessionRepeated } from '../problems.ts'
import { standingDay } from '../rules/standing-day.ts'
import { councilStore } from './session.store.ts'

export const sessionTitle = ({ number, kind, heldOn }: Pick<SessionView, 'number' | 'kind' | 'heldOn'>): string => `Sesión ${sessionKindTitle[kind]} N.º ${number}, ${formatDay(heldOn)}`

/** The page of a session. */
export const sessionHref = (id: string): string => `/concejo/sesiones/${id}`

/** Only the municipal clerk, who certifies what the council does (LOCM 20). */
export const recordSession = defineAction({
  name: 'council.record-session', title: 'Anotar una sesión del Concejo', input: RecordSessionInput, allowed: can('council.record'),
  run: async (input, context) => {
    if (input.heldOn > context.today) throw sessionInFuture({ on: formatDay(input.heldOn) }, { errors: [{ pointer: '/heldOn', message: 'Esa fecha aún no llega' }] })
    const store = councilStore(context.tx)
    const year = input.heldOn.slice(0, 4)
    if (await store.sameNumber(input.kind, input.number, year)) throw sessionRepeated({ number: input.number, year }, { errors: [{ pointer: '/number', message: 'Ese número ya está anotado este año' }] })
    await store.add({ ...input, entryId: context.entryId })
    const record = { kind: kinds.session, id: input.id }
    await context.keep({ ...record, version: 1, data: { number: input.number, kind: input.kind, heldOn: input.heldOn, note: input.note } })
    await context.index({ ...record, title: sessionTitle(input), subtitle: 'Concejo Municipal', href: sessionHref(input.id), visibility: 'council' })
    return { result: { id: input.id }, entry: { name: 'session-recorded', summary: `${sessionTitle(input)}, anotada`, effectiveOn: input.heldOn, record } }
  },
})
/** Corrects what was noted; the version before stays in the history. */
export const changeSession = defineAction({
  name: 'council.change-session', title: 'Corregir una sesión del Concejo', input: ChangeSessionInput, allowed: can('council.record'),
  run: async (input, context) => {
    if (input.heldOn > context.today) throw sessionInFuture({ on: formatDay(input.heldOn) }, { errors: [{ pointer: '/heldOn', message: 'Esa fecha aún no llega' }] })
    const store = councilStore(context.tx)
    const before = await store.get(input.id)
    if (!before) throw notFound({ what: 'la sesión' })
    const year = input.heldOn.slice(0, 4)
    const same = await store.sameNumber(input.kind, input.number, year)
    if (same && same.id !== input.id) throw sessionRepeated({ number: input.number, year }, { errors: [{ pointer: '/number', message: 'Ese número ya está anotado este año' }] })
    if ((await store.change(input)) === 0) throw versionMoved({ what: sessionTitle(before), yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    const record = { kind: kinds.session, id: input.id }
    await context.keep({ ...record, version: input.version + 1, data: { number: input.number, kind: input.kind, heldOn: input.heldOn, note: input.note, place: before.place, startsAt: before.startsAt } })
    await context.index({ ...record, title: sessionTitle(input), subtitle: 'Concejo Municipal', href: sessionHref(input.id), visibility: 'council' })
    return { result: { id: input.id, version: input.version + 1 }, entry: { name: 'session-changed', summary: `${sessionTitle(before)}, corregida`, effectiveOn: input.heldOn, record } }
  },
})
/** A session as it was known, or undefined: deliveries of reports name it. */
export const sessionById = async (context: Pick<ReadContext, 'tx' | 'knownSeq' | 'asOf'>, id: string) =>
  (await councilStore(context.tx).list({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn, ids: [id] }))[0]
export const listSessions = defineQuery({
  name: 'council.list-sessions', title: 'Sesiones del Concejo', input: ListSessionsInput, allowed: can('council.read'),
  run: async ({ page, size, year, kind }, context) => {
    const store = councilStore(context.tx)
    const when = { knownSeq: await context.knownSeq(), on: standingDay(context), year, kind }
    const rows = await store.list({ ...when, page, size })
    const agreements = await agreementStore(context.tx).ofSessions(rows.map(({ id }) => id), when.knownSeq)
    const total = await store.count(when)
    const coming = await store.called({ knownSeq: when.knownSeq, after: when.on })
    return { total, page, coming: page === 1 && !year ? coming.filter((row) => !kind || row.kind === kind) : [], years: await store.years(), pages: Math.max(1, Math.ceil(total / size)), sessions: rows.map((row): SessionView => ({ ...row, agreements: agreements.filter(({ sessionId }) => sessionId === row.id) })) }
  },
})
