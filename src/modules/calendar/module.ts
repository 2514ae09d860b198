import { nameConstraints } from '#platform/database'
import { defineModule, type ReadContext } from '#platform/actions'
import { answerAssignment, assign, ASSIGNMENT_KIND, assignees, listAssignments } from './assignments/assign.ts'
import { assignmentWords, stateWords } from './contract.ts'
import { suppressAssignment } from './assignments/suppress-words.ts'
import { assignmentStore } from './assignments/assignment.store.ts'
import { isOwner, mayRead, stateOf } from './assignments/assignment-state.ts'
import { deskOf, instanceNamed, type Modules, RECENT_YEARS, standingDay } from './desk/desk.ts'
import { dutyView, unitsOf } from './desk/duty-view.ts'
import { DUTY_KIND, dutyActions, dutyHref, dutyName } from './duties/act-on-duty.ts'
import { agendaOf } from './feed/agenda.ts'
import { createFeed, listFeeds, revokeFeed } from './feed/feeds.ts'
import { practiceDesk } from '#registry'
import { calendarHabits } from './practices.ts'
import { boardOf, mandateBoard, mandateMonth } from './mandate/board.ts'
import { ownerActions } from './owners/change-owners.ts'
import { calendarQueries, viewsOfYear } from './queries.ts'
import { findAssignments } from './assignments/find-assignments.ts'
import { calendarWork } from './work.ts'
import { calendarWorksheets } from './worksheets.ts'
import { calendarUndoings } from './undoings.ts'

nameConstraints({ owners_pk: 'el responsable del deber', local_duties_pk: 'el deber propio', feeds_token: 'la dirección de agenda', duty_events_pk: 'el registro del deber', assignments_pk: 'el encargo' })

const practices = practiceDesk('calendar', Object.values(calendarHabits), { read: ['calendar.read'], change: 'calendar.manage' })

/**
 * The calendar tied to the other modules: they say which duties their own acts fulfil and what they can prove before the mandate board.
 * `agenda` writes the .ics of a reader; `board` is the mandate board.
 */
export const calendarOver = (modules: Modules) => {
  const module = defineModule({
    key: 'calendar', title: 'Calendario legal', uses: ['evidence', 'registry'],
    actions: [...dutyActions(modules), ...ownerActions(modules), createFeed, revokeFeed, assign, answerAssignment, suppressAssignment, practices.change],
    queries: [...calendarQueries(modules), mandateBoard(modules), mandateMonth(modules), listFeeds, listAssignments, assignees, practices.list],
    work: calendarWork(modules), worksheets: calendarWorksheets(modules), finders: [findAssignments], undoings: calendarUndoings,
    records: [
      {
        kind: DUTY_KIND, title: 'Deber', position: 0,
        summarise: async (ids, context) => {
          const desk = await deskOf(context, modules)
          return ids.flatMap((id) => { const one = instanceNamed(desk, id); return one ? [{ kind: DUTY_KIND, id, step: 'Deber', title: dutyName(one), href: dutyHref(id), state: stateWords[dutyView(desk, one, context.actor).state] }] : [] })
        },
      },
      {
        kind: ASSIGNMENT_KIND, title: 'Encargo', position: 0,
        summarise: async (ids, context) => {
          const units = unitsOf(context.actor)
          const rows = await assignmentStore(context.tx).read(await context.knownSeq(), standingDay(context))
          return rows.filter((row) => ids.includes(row.id) && mayRead(row, context.actor, units)).map((row) => ({ kind: ASSIGNMENT_KIND, id: row.id, step: 'Encargo', title: row.text.slice(0, 120), href: `/encargos#${row.id}`, state: assignmentWords[stateOf(row.answers)], ...(isOwner(row, context.actor, units) ? { detail: 'suyo' } : {}) }))
        },
      },
    ],
    permissions: {
      'calendar.read': 'Ver el calendario legal y el tablero del mandato', 'calendar.fulfil': 'Declarar el cumplimiento de los deberes de su unidad', 'calendar.assign': 'Anotar y responder encargos',
      'calendar.manage': 'Fijar responsables, agregar deberes propios y reasignar',
    },
  })
  /** Every instance of this year or the last one as the reader sees it. */
  const views = async (context: ReadContext, year: number) => viewsOfYear(await deskOf(context, modules, RECENT_YEARS), year, context.actor)
  return { module, views, agenda: (context: ReadContext, name: string, base?: string) => agendaOf(context, modules, name, base), board: (context: ReadContext) => boardOf(context, modules) }
}
