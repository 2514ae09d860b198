import { randomUUID } from 'node:crypto'
import { type Day, enumerate } from '#kernel'
import type { ActionContext, EntryDraft } from '#platform/actions'
import { stateTitle } from '../contract.ts'
import { actHref } from '../hrefs.ts'
import { actWrongState } from '../problems.ts'
import { type ActRow, actStore } from './act.store.ts'
import { eventStore } from './event.store.ts'
import { actTitle } from './titles.ts'
import { after, type Move, startsFrom } from './transitions.ts'

export const ACT = 'act'

/** What each move is called in a refusal. */
const DOES: Readonly<Record<Move, string>> = { save: 'redactar', send: 'enviarlo', visa: 'dar el visto bueno', return: 'devolverlo', number: 'numerarlo', sign: 'registrar la firma', notify: 'notificarlo', annul: 'anular su número', delete: 'eliminarlo', restore: 'recuperarlo', recall: 'retirarlo de visación', unsign: 'retirar el ejemplar firmado', unnotify: 'retirar una notificación' }

/** Throws `actos/estado-no-permite` when the act is not where the move begins. */
export const needMove = (row: Pick<ActRow, 'state'>, move: Move): void => {
  const from = startsFrom(move)
  if (!from.includes(row.state)) throw actWrongState({ does: DOES[move], state: stateTitle[row.state], needs: enumerate(from.map((state) => stateTitle[state])).replace(/ [ye] (?=\S+$)/, ' o ') })
}

/** What the history of an act keeps: never names of people. */
const versionOf = ({ content: _content, body: _body, finding: _finding, addressees, ...row }: ActRow) => ({ ...row, addressees: addressees.length })
/** The history keeps each text of the draft; what is issued is in its own row. */
const dataOf = (row: ActRow) => ({ ...versionOf(row), ...(row.body === null ? { content: row.content } : {}) })

export const keepAct = async (context: ActionContext, row: ActRow): Promise<void> => {
  await context.keep({ kind: ACT, id: row.id, version: row.version, data: dataOf(row) })
  await context.index({ kind: ACT, id: row.id, title: actTitle(row), subtitle: row.state === 'deleted' ? 'borrador eliminado' : row.subject, href: actHref(row.id), visibility: row.visibility })
}

export type Step = { readonly name: string; readonly summary: string; readonly post?: string; readonly reason?: string; readonly on?: Day; readonly facts?: Readonly<Record<string, unknown>> }

/** Leaves a step in the circuit of an act. */
export const addEvent = (context: ActionContext, row: ActRow, step: Pick<Step, 'name' | 'post' | 'reason' | 'on'>): Promise<number> => {
  const [office] = context.actor.offices
  return eventStore(context.tx).add({
    id: randomUUID(), act_id: row.id, name: step.name, state_after: row.state, at: context.clock.now().toISOString(), on_day: step.on ?? context.today, account_id: context.actor.accountId,
    office: office ? `${office.title}${office.substitute ? ' (S)' : ''}` : '', post: step.post ?? '', reason: step.reason ?? '', round: row.round,
  }, context.entryId)
}

/** One move of the circuit: the row, its step, its version and the entry. Refused when the state does not admit it. */
export const moveAct = async (context: ActionContext, row: ActRow, move: Move, patch: Partial<ActRow>, step: Step, allNotified = false): Promise<{ row: ActRow; entry: EntryDraft }> => {
  needMove(row, move)
  const state = after(row.state, move, { visas: (patch.visas ?? row.visas).length, visasDone: row.visas_done, allNotified }) ?? row.state
  const next = await actStore(context.tx).change(row, { ...patch, state })
  await addEvent(context, next, step)
  await keepAct(context, next)
  return { row: next, entry: { name: step.name, summary: step.summary, ...(step.on ? { effectiveOn: step.on } : {}), record: { kind: ACT, id: row.id }, ...(step.facts ? { facts: step.facts } : {}) } }
}
