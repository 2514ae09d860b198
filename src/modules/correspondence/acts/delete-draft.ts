import { addDays, can, type Day, formatDay } from '#kernel'
import { defineAction } from '#platform/actions'
import { MoveActInput } from '../contract.ts'
import { notTheDrafter, restoreTooLate } from '../problems.ts'
import { actStore } from './act.store.ts'
import { demandDrafter } from './drafter.ts'
import { moveAct } from './move-act.ts'
import { actTitle } from './titles.ts'

/** A deleted draft waits this long before it is gone for good: the promise of the product for every deletion. */
const RESTORABLE = 90
export const restorableUntil = (deletedOn: Day): Day => addDays(deletedOn, RESTORABLE)

export const deleteDraft = defineAction({
  name: 'correspondence.delete-draft', title: 'Eliminar un borrador', help: 'Puede recuperarse durante 90 días.', input: MoveActInput, unless: [notTheDrafter], allowed: can('correspondence.draft'),
  run: async ({ id, version }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    demandDrafter(context, row)
    const { row: next, entry } = await moveAct(context, row, 'delete', { deleted_on: context.today }, { name: 'act-draft-deleted', summary: `Se eliminó el borrador: ${actTitle(row)}` })
    return { result: { id, version: next.version }, entry }
  },
})
export const restoreDraft = defineAction({
  name: 'correspondence.restore-draft', title: 'Recuperar un borrador eliminado', input: MoveActInput, unless: [notTheDrafter], allowed: can('correspondence.draft'),
  run: async ({ id, version }, context) => {
    const row = await actStore(context.tx).needVersion(id, version)
    demandDrafter(context, row)
    if (row.deleted_on && context.today > restorableUntil(row.deleted_on)) throw restoreTooLate({ until: formatDay(restorableUntil(row.deleted_on)) })
    const { row: next, entry } = await moveAct(context, row, 'restore', { deleted_on: null }, { name: 'act-draft-restored', summary: `Se recuperó el borrador: ${actTitle(row)}` })
    return { result: { id, version: next.version }, entry }
  },
})
