import { can, formatDay } from '#kernel'
import type { ReadContext } from '#platform/actions'
import type { ActRow } from '../acts/act.store.ts'
import { restorableUntil } from '../acts/delete-draft.ts'
import { holdsPost, unitChain, VISA } from '../acts/posts.ts'
import { mayMove, type Move } from '../acts/transitions.ts'
import { type ActDoes, stateTitle } from '../contract.ts'
import { lookingFrom } from './act-as-known.ts'

/** What this person may do now with this act; the text says why not. The actions decide again. */
export const permitted = async ({ tx, actor, today, asOf }: ReadContext, row: ActRow, selfSign: boolean, postTitle: (post: string) => string, /** Somebody was notified, or holds a copy. */ reached: boolean): Promise<Record<ActDoes, true | string>> => {
  const holds = (permission: string) => can(`correspondence.${permission}`)(actor)
  const own = row.drafter_id === actor.accountId
  const looking = lookingFrom({ asOf, today }) ? 'Está mirando el acto como era otro día: vuelva a hoy para actuar.' : undefined
  const step = (move: Move, rest: () => true | string): true | string => looking ?? (mayMove(row.state, move) ? rest() : `El acto está ${stateTitle[row.state]}.`)
  const drafter = (): true | string => (!holds('draft') ? 'Su cargo no redacta actos.' : own || 'Lo hace quien redacta.')
  const clerk = (): true | string => holds('number') || 'Corresponde a Secretaría Municipal.'
  const turn = row.visas[row.visas_done] ?? ''
  const holdsTurn = row.state === 'in-visa' && can(VISA)(actor) && holdsPost(actor, turn, await unitChain(tx, row.unit_id))
  const visa = (): true | string => (own ? 'Quien redacta no visa su texto.' : holdsTurn || `Espera a: ${postTitle(turn)}.`)
  return {
    edit: step('save', drafter), send: step('send', drafter), visa: step('visa', visa), return: step('return', () => (row.state === 'to-number' ? clerk() : visa())), number: step('number', clerk), annul: step('annul', clerk),
    sign: step('sign', () => (holds('number') || (row.signer_account === actor.accountId ? !own || selfSign || 'Quien redacta no firma su texto.' : `Firma: ${row.signer_title ?? ''}.`))),
    notify: step('notify', () => holds('notify') || 'Su cargo no anota notificaciones.'),
    recall: step('recall', drafter), unsign: step('unsign', () => reached ? 'Ya se notificó a alguien.' : holds('number') || row.signer_account === actor.accountId || `Lo retira Secretaría Municipal o quien firma: ${row.signer_title ?? ''}.`),
    delete: step('delete', drafter),
    restore: step('restore', () => (row.deleted_on && today > restorableUntil(row.deleted_on) ? `El plazo terminó el ${formatDay(restorableUntil(row.deleted_on))}.` : drafter())),
    correct: looking ?? (row.signed_on === null ? 'Sólo se modifica lo ya firmado.' : holds('draft') || 'Su cargo no redacta actos.'),
    reply: looking ?? (row.signed_on === null ? 'Sólo se responde lo ya firmado.' : holds('draft') || 'Su cargo no redacta actos.'),
  }
}
