import { can } from '#kernel'
import { type ActionContext, defineAction } from '#platform/actions'
import { approverIsDrafter } from '#registry'
import { MoveActInput, ReasonActInput } from '../contract.ts'
import { notYourVisa } from '../problems.ts'
import { type ActRow, actStore } from './act.store.ts'
import { moveAct, needMove } from './move-act.ts'
import { holdsPost, postTitles, unitChain, VISA } from './posts.ts'
import { actTitle } from './titles.ts'

/** The post whose turn it is, held by who acts and not by who drafted. Throws otherwise. */
const demandTurn = async ({ tx, actor }: ActionContext, row: ActRow): Promise<{ post: string; title: string }> => {
  if (row.drafter_id === actor.accountId) throw approverIsDrafter({})
  const post = row.visas[row.visas_done] ?? ''
  const title = (await postTitles(tx, row.unit_id))(post)
  if (!holdsPost(actor, post, await unitChain(tx, row.unit_id))) throw notYourVisa({ post: title })
  return { post, title }
}

export const grantVisa = defineAction({
  name: 'correspondence.grant-visa', title: 'Dar el visto bueno', input: MoveActInput, unless: [approverIsDrafter, notYourVisa], allowed: can(VISA),
  run: async ({ id, version }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    needMove(row, 'visa')
    const { post, title } = await demandTurn(context, row)
    const { row: next, entry } = await moveAct(context, row, 'visa', { visas_done: row.visas_done + 1 }, { name: 'visa-granted', summary: `Visto bueno de ${title} a ${actTitle(row)}`, post })
    return { result: { id, version: next.version, state: next.state }, entry }
  },
})

/** Back to its drafter, with what must be corrected: by whose turn it is to grant, or by the clerk before giving a number. */
export const returnAct = defineAction({
  name: 'correspondence.return-act', title: 'Devolver con observaciones', input: ReasonActInput, unless: [approverIsDrafter, notYourVisa], allowed: (actor) => can(VISA)(actor) || can('correspondence.number')(actor),
  run: async ({ id, version, reason }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    needMove(row, 'return')
    const byClerk = row.state === 'to-number'
    if (byClerk && !can('correspondence.number')(context.actor)) throw notYourVisa({ post: 'Secretaría Municipal' })
    const turn = byClerk ? { post: 'clerk', title: 'Secretaría Municipal' } : await demandTurn(context, row)
    const { row: next, entry } = await moveAct(context, row, 'return', { visas: [], visas_done: 0 }, { name: 'act-returned', summary: `${turn.title} devolvió ${actTitle(row)} con observaciones`, post: turn.post, reason })
    return { result: { id, version: next.version, state: next.state }, entry }
  },
})
