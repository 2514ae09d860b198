import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { SuppressAssignmentInput } from '../contract.ts'
import { unitsOf } from '../desk/duty-view.ts'
import { notYourAssignment } from '../problems.ts'
import { mayRead } from './assignment-state.ts'
import { ASSIGNMENT_KIND } from './assign.ts'
import { assignmentStore } from './assignment.store.ts'

/** Destroys the words of an assignment that named somebody (Ley 21.719): the fact, its dates and its state remain. By who wrote it down or who administers the calendar. */
export const suppressAssignment = defineAction({
  name: 'calendar.suppress-assignment', title: 'Suprimir el texto de un encargo', help: 'No tiene vuelta atrás: quedan la fecha, el estado y a quién se pidió.', input: SuppressAssignmentInput, unless: [notYourAssignment], allowed: can('calendar.assign'),
  run: async ({ assignment, reason }, context) => {
    const store = assignmentStore(context.tx)
    const [row] = await store.read(Number.MAX_SAFE_INTEGER, context.today, { id: assignment })
    if (!row || !mayRead(row, context.actor, unitsOf(context.actor))) throw notFound({ what: 'ese encargo' })
    if (row.accountId !== context.actor.accountId && !context.actor.permissions.has('calendar.manage')) throw notYourAssignment({})
    await store.suppress(row.id)
    return { result: { id: row.id }, entry: { name: 'assignment-suppressed', summary: `Se suprimió el texto de un encargo: ${reason}`, record: { kind: ASSIGNMENT_KIND, id: row.id } } }
  },
})
