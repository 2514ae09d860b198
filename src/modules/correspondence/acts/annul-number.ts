import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { ReasonActInput } from '../contract.ts'
import { actStore } from './act.store.ts'
import { moveAct } from './move-act.ts'
import { actTitle } from './titles.ts'

/** Before anybody signs, the clerk may annul a number: it is never given again, and the book says why. What is signed is only changed by another act. */
export const annulNumber = defineAction({
  name: 'correspondence.annul-number', title: 'Anular un número', input: ReasonActInput, allowed: can('correspondence.number'),
  run: async ({ id, version, reason }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    const { row: next, entry } = await moveAct(context, row, 'annul', {}, { name: 'act-number-annulled', summary: `Se anuló el número: ${actTitle(row)}`, reason })
    return { result: { id, version: next.version }, entry }
  },
})
