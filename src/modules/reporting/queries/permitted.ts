import type { Actor } from '#kernel'
import { type ReportAction, type ReportState, stateText } from '../contract.ts'

const rules: Record<ReportAction, { readonly permissions: readonly string[]; readonly states: readonly ReportState[]; readonly who: string }> = {
  edit: { permissions: ['reporting.edit'], states: ['draft', 'in-review'], who: 'redacta la SECPLA' },
  send: { permissions: ['reporting.edit'], states: ['draft'], who: 'envía la SECPLA' },
  comment: { permissions: ['reporting.read'], states: ['draft', 'in-review', 'approved'], who: 'observa quien lee el borrador' },
  return: { permissions: ['reporting.review', 'reporting.approve'], states: ['in-review', 'approved'], who: 'devuelve quien revisa o aprueba' },
  approve: { permissions: ['reporting.approve'], states: ['in-review'], who: 'aprueba la Alcaldía o la Administración municipal' },
  issue: { permissions: ['reporting.issue'], states: ['approved'], who: 'emite la dirección de SECPLA' },
  deliver: { permissions: ['reporting.deliver'], states: ['issued', 'delivered'], who: 'registra la Secretaría Municipal' },
  reopen: { permissions: ['reporting.issue'], states: ['approved', 'issued', 'delivered'], who: 'reabre la dirección de SECPLA' },
}

/** What a person may do with a report in its state; otherwise the reason, for the screen. The actions decide by themselves. */
export const permitted = (actor: Actor, state: ReportState, authors: ReadonlySet<string>): Record<ReportAction, true | string> =>
  Object.fromEntries(Object.entries(rules).map(([action, { permissions, states, who }]) => {
    if (!permissions.some((permission) => actor.permissions.has(permission))) return [action, `No corresponde a su cargo: ${who}.`]
    if (!states.includes(state)) return [action, `El informe está ${stateText[state]}.`]
    if (action === 'approve' && authors.has(actor.accountId)) return [action, 'Quien redacta no aprueba.']
    return [action, true]
  })) as Record<ReportAction, true | string>
