import { can, formatDay } from '#kernel'
import type { Finder } from '#platform/actions'
import { assignmentWords } from '../contract.ts'
import { standingDay } from '../desk/desk.ts'
import { unitsOf } from '../desk/duty-view.ts'
import { ASSIGNMENT_KIND } from './assign.ts'
import { mayRead, stateOf } from './assignment-state.ts'
import { assignmentStore } from './assignment.store.ts'

/** Assignments of whoever asks: those they asked, those they owe and those of their unit. Others' are not there, not even to be counted. */
export const findAssignments: Finder = {
  kind: ASSIGNMENT_KIND, title: 'Encargos', allowed: can('calendar.assign'),
  find: async (_asked, context) => {
    const units = unitsOf(context.actor)
    return (await assignmentStore(context.tx).read(await context.knownSeq(), standingDay(context))).filter((row) => mayRead(row, context.actor, units)).map((row) => ({
      kind: ASSIGNMENT_KIND, id: row.id, title: row.text.slice(0, 200), subtitle: [assignmentWords[stateOf(row.answers)], row.askedBy && `lo pidió ${row.askedBy}`, row.due ? `hasta el ${formatDay(row.due)}` : 'sin fecha'].filter(Boolean).join(' · '), href: `/encargos?de=all#${row.id}`, year: Number(row.on.slice(0, 4)),
    }))
  },
}
