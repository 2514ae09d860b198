import { type Actor, can, formatDay } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { fileRows, hangFile } from '#evidence'
import { unitStore } from '#registry'
import { commitmentStateTitle, KeepInput, MoveCommitmentInput, PromiseInput, ReopenCommitmentInput } from '../contract/commitments.ts'
import { dayOutOfRange, otherUnit, requestSettled } from '../problems.ts'
import { answersFor } from '../requests/standing.ts'
import { standingOfCommitment } from '../rules/commitment-state.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { commitmentStore } from './commitment.store.ts'

export const COMMITMENT = 'council-commitment'
export const commitmentHref = (id: string): string => `/concejo/compromisos#${id}`
const NOW = Number.MAX_SAFE_INTEGER
const follows = (actor: Actor): boolean => can('council.record')(actor) || can('council.follow')(actor)
const demandUnit = async ({ tx }: ActionContext, id: string) => {
  const unit = await unitStore(tx).get(id)
  if (!unit?.active) throw notFound({ what: 'la unidad responsable' })
  return unit
}
const need = async (context: ActionContext, id: string) => {
  const store = commitmentStore(context.tx)
  const row = await store.get(id)
  if (!row) throw notFound({ what: 'el compromiso' })
  const events = await store.events(NOW, [id])
  return { row, unitId: events.filter(({ unitId }) => unitId !== null).at(-1)?.unitId ?? row.unitId, ...standingOfCommitment(row.until, events, context.today) }
}

/** What somebody promised before the council: which unit keeps it and until when. Its words stay out of the ledger. */
export const promise = defineAction({
  name: 'council.note-commitment', title: 'Anotar un compromiso', input: PromiseInput, allowed: follows,
  run: async (input, context) => {
    const session = input.sessionId ? await councilStore(context.tx).get(input.sessionId) : undefined
    if (input.sessionId && !session) throw notFound({ what: 'la sesión' })
    if (input.promisedOn > context.today) throw dayOutOfRange({ what: 'El compromiso no puede ser de un día que no llega' }, { errors: [{ pointer: '/promisedOn', message: 'Esa fecha aún no llega' }] })
    if (input.until < input.promisedOn) throw dayOutOfRange({ what: 'El plazo es anterior al compromiso' }, { errors: [{ pointer: '/until', message: 'Desde el día del compromiso' }] })
    const unit = await demandUnit(context, input.unitId)
    await commitmentStore(context.tx).add({ ...input, sessionId: session?.id ?? null, entryId: context.entryId })
    await context.index({ kind: COMMITMENT, id: input.id, title: input.words.slice(0, 200), subtitle: `Compromiso ante el Concejo, ${unit.name}`, href: commitmentHref(input.id), visibility: 'council' })
    return { result: { id: input.id }, entry: { name: 'commitment-noted', summary: `Compromiso de ${unit.name} ante el Concejo${session ? `, ${sessionTitle(session).replace('Sesión', 'sesión')}` : ''}, hasta el ${formatDay(input.until)}`, effectiveOn: input.promisedOn, record: { kind: COMMITMENT, id: input.id } } }
  },
})
export const keepCommitment = defineAction({
  name: 'council.keep-commitment', title: 'Dar por cumplido un compromiso', help: 'Con lo que lo acredita.', input: KeepInput, unless: [otherUnit], allowed: (actor) => follows(actor) || can('council.answer')(actor),
  run: async (input, context) => {
    const { row, unitId, doneOn, state, until } = await need(context, input.commitment)
    if (doneOn) throw requestSettled({ state: commitmentStateTitle[state] })
    if (!follows(context.actor) && !answersFor(context.actor, unitId)) throw otherUnit({ unit: (await unitStore(context.tx).get(unitId))?.name ?? 'otra unidad' })
    if (input.on < row.promisedOn || input.on > context.today) throw dayOutOfRange({ what: `Entre el ${formatDay(row.promisedOn)} y hoy` }, { errors: [{ pointer: '/on', message: 'Entre el día del compromiso y hoy' }] })
    const file = input.fileHash ? await fileRows(context.tx).get(input.fileHash) : undefined
    if (input.fileHash && !file) throw notFound({ what: 'el respaldo' })
    await commitmentStore(context.tx).happen({ id: input.id, commitmentId: row.id, name: 'done', on: input.on, note: input.note, fileHash: input.fileHash, entryId: context.entryId })
    if (file) await hangFile(context, { kind: COMMITMENT, id: row.id }, file, 'Respaldo del cumplimiento', input.on)
    return { result: { id: row.id }, entry: { name: 'commitment-kept', summary: `Compromiso cumplido el ${formatDay(input.on)}${input.on > until ? `, fuera de plazo: era el ${formatDay(until)}` : ''}`, effectiveOn: input.on, record: { kind: COMMITMENT, id: row.id } } }
  },
})
/** Another date or another unit, with the reason: the first date is still told. */
export const moveCommitment = defineAction({
  name: 'council.move-commitment', title: 'Cambiar el plazo o la unidad de un compromiso', input: MoveCommitmentInput, allowed: follows,
  run: async (input, context) => {
    const { row, doneOn, state } = await need(context, input.commitment)
    if (doneOn) throw requestSettled({ state: commitmentStateTitle[state] })
    if (input.until < context.today) throw dayOutOfRange({ what: 'El nuevo plazo ya pasó' }, { errors: [{ pointer: '/until', message: 'Desde hoy' }] })
    const unit = input.unitId ? await demandUnit(context, input.unitId) : undefined
    await commitmentStore(context.tx).happen({ id: input.id, commitmentId: row.id, name: unit ? 'handed' : 'moved', on: context.today, until: input.until, unitId: unit?.id ?? null, note: input.reason, entryId: context.entryId })
    return { result: { id: row.id }, entry: { name: 'commitment-moved', summary: `Compromiso: nuevo plazo ${formatDay(input.until)}${unit ? `, a cargo de ${unit.name}` : ''}. ${input.reason}`, record: { kind: COMMITMENT, id: row.id } } }
  },
})
export const reopenCommitment = defineAction({
  name: 'council.reopen-commitment', title: 'Reabrir un compromiso', input: ReopenCommitmentInput, allowed: follows,
  run: async (input, context) => {
    const { row, doneOn, state } = await need(context, input.commitment)
    if (!doneOn) throw requestSettled({ state: commitmentStateTitle[state] })
    await commitmentStore(context.tx).happen({ id: input.id, commitmentId: row.id, name: 'reopened', on: context.today, note: input.reason, entryId: context.entryId })
    return { result: { id: row.id }, entry: { name: 'commitment-reopened', summary: `Compromiso reabierto. ${input.reason}`, record: { kind: COMMITMENT, id: row.id } } }
  },
})
