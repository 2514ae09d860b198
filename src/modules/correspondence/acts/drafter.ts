import { can } from '#kernel'
import { type ActionContext, defineAction } from '#platform/actions'
import { MoveActInput } from '../contract.ts'
import { notTheDrafter, notYourUnit } from '../problems.ts'
import { type ActRow, actStore } from './act.store.ts'
import { addEvent, ACT, keepAct, needMove } from './move-act.ts'
import { unitChain } from './posts.ts'
import { actTitle } from './titles.ts'

/** Only its drafter changes a draft: so it is known who may not grant it a visa. Throws `actos/no-es-quien-redacta`. */
export const demandDrafter = ({ actor }: Pick<ActionContext, 'actor'>, row: Pick<ActRow, 'drafter_id'>): void => {
  if (row.drafter_id !== actor.accountId) throw notTheDrafter({})
}

/** Goes on with the draft of a colleague: from then on it is one's own, and one does not grant it a visa. */
export const takeDraft = defineAction({
  name: 'correspondence.take-draft', title: 'Continuar el borrador de un colega', input: MoveActInput, unless: [notYourUnit], allowed: can('correspondence.draft'),
  run: async ({ id, version }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    needMove(row, 'save')
    const chain = await unitChain(context.tx, row.unit_id)
    if (!context.actor.offices.some(({ unitId }) => unitId !== undefined && chain.has(unitId))) throw notYourUnit({})
    const next = await actStore(context.tx).change(row, { drafter_id: context.actor.accountId })
    await addEvent(context, next, { name: 'act-taken' })
    await keepAct(context, next)
    return { result: { id, version: next.version }, entry: { name: 'act-taken', summary: `${actTitle(row)} pasó a otra persona de la unidad para seguir redactándolo`, record: { kind: ACT, id } } }
  },
})
