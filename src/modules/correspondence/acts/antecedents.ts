import { can } from '#kernel'
import { type ActionContext, defineAction, type Edge } from '#platform/actions'
import { sql, type Tx } from '#platform/database'
import { kinds, relations } from '#evidence'
import type { z } from 'zod'
import { AntecedentChangeInput, type AntecedentInput } from '../contract.ts'
import { actStore } from './act.store.ts'
import { notTheDrafter } from '../problems.ts'
import { demandDrafter } from './drafter.ts'
import { ACT, needMove } from './move-act.ts'
import { actTitle } from './titles.ts'

/** A record is dealt with in the acts that hang from it; what the council decided stands above the act. */
export const DEALT_WITH = 'dealt-with-in'
type Antecedent = z.output<typeof AntecedentInput>
export const antecedentEdge = (act: string, { kind, id }: Pick<Antecedent, 'kind' | 'id'>): Edge =>
  kind === kinds.session ? { from: { kind: ACT, id: act }, relation: relations.decidedBy, to: { kind, id } } : { from: { kind, id }, relation: DEALT_WITH, to: { kind: ACT, id: act } }

export const putAntecedent = async (context: ActionContext, act: string, one: Antecedent): Promise<void> => {
  await context.tx.run(sql`insert into correspondence.antecedents (commune, act_id, kind, record_id, title, href, entry_id) values (${context.tx.commune}, ${act}, ${one.kind}, ${one.id}, ${one.title}, ${one.href}, ${context.entryId})
    on conflict (commune, act_id, kind, record_id) do nothing`)
  await context.link(antecedentEdge(act, one))
}
export const antecedentsOf = (tx: Tx, act: string) => tx.all<{ kind: string; id: string; title: string; href: string }>(sql`select kind, record_id as id, title, href from correspondence.antecedents where commune = ${tx.commune} and act_id = ${act} order by title`)

/** Ties a record of the system to a draft: the project, the session, the amendment it rests on. */
export const addAntecedent = defineAction({
  name: 'correspondence.add-antecedent', title: 'Agregar un antecedente', input: AntecedentChangeInput, unless: [notTheDrafter], allowed: can('correspondence.draft'),
  run: async ({ id, version, antecedent }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    needMove(row, 'save')
    demandDrafter(context, row)
    await putAntecedent(context, id, antecedent)
    return { result: { id }, entry: { name: 'act-antecedent-added', summary: `Antecedente agregado a ${actTitle(row)}: ${antecedent.title}`, record: { kind: ACT, id } } }
  },
})
export const removeAntecedent = defineAction({
  name: 'correspondence.remove-antecedent', title: 'Quitar un antecedente', input: AntecedentChangeInput, unless: [notTheDrafter], allowed: can('correspondence.draft'),
  run: async ({ id, version, antecedent }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    needMove(row, 'save')
    demandDrafter(context, row)
    await context.tx.run(sql`delete from correspondence.antecedents where commune = ${context.tx.commune} and act_id = ${id} and kind = ${antecedent.kind} and record_id = ${antecedent.id}`)
    await context.unlink(antecedentEdge(id, antecedent))
    return { result: { id }, entry: { name: 'act-antecedent-removed', summary: `Antecedente quitado de ${actTitle(row)}: ${antecedent.title}`, record: { kind: ACT, id } } }
  },
})
