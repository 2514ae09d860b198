import type { Day } from '#kernel'
import type { WorkItem, WorkProvider } from '#platform/actions'
import { addBusinessDays, businessCalendar } from '#calendar'
import { actTitle } from '../acts/titles.ts'
import { requestTitle } from '../contract.ts'
import { actHref, incomingHref } from '../hrefs.ts'
import { incomingTitle } from '../incoming/answer-incoming.ts'
import { incomingStore } from '../incoming/incoming.store.ts'
import { deskOf, READ } from '../queries/list-acts.query.ts'
import type { LineRow } from '../queries/act-lines.store.ts'

const MAXIMUM = 40

/** What waits for the reader: visas, numbers, signatures, notifications, returned drafts, and letters their unit must answer. */
export const actsWork: WorkProvider = async (context) => {
  const { tx, actor, law } = context
  if (!actor.permissions.has(READ)) return []
  const desk = await deskOf(context)
  const item = (verb: string, action: string, weight: number, more: (row: LineRow) => Partial<WorkItem> = () => ({})) => (row: LineRow): WorkItem => ({
    id: `correspondence/${row.id}`, what: `${verb}: ${row.number === null ? row.subject : `${actTitle(row)}, ${row.subject}`}`, state: 'owed', href: actHref(row.id), action, weight, ...more(row),
  })
  const notifyBy = ({ since }: LineRow): { until: Day; law: string } => ({ until: addBusinessDays(since, law.number('calendar/terms/notification', since), businessCalendar(law, tx.commune)), law: 'Ley 19.880, art. 45' })
  const acts: WorkItem[] = [
    ...desk.visa.map(item('Visar', 'Visar', 5)), ...desk.number.map(item('Numerar', 'Numerar', 5)), ...desk.sign.map(item('Firmar', 'Firmar', 5)), ...desk.notify.map(item('Notificar', 'Notificar', 7, notifyBy)),
    ...desk.returned.map(item('Corregir lo devuelto', 'Corregir', 3, () => ({ state: 'started' }))), ...desk.waiting.map(item('Esperar el trámite', 'Ver', 1, () => ({ state: 'waiting' }))),
  ]
  const letters = actor.permissions.has('correspondence.draft') ? await lettersOwed(context) : []
  const seen = new Set<string>()
  return [...acts, ...letters].filter(({ id }) => !seen.has(id) && seen.add(id)).slice(0, MAXIMUM)
}

const lettersOwed = async ({ tx, actor }: Parameters<WorkProvider>[0]): Promise<WorkItem[]> => {
  const waiting = await incomingStore(tx).waiting()
  if (waiting.length === 0) return []
  const own = new Set(actor.offices.flatMap(({ unitId }) => (unitId ? [unitId] : [])))
  return waiting.filter(({ unit_id: unit }) => own.has(unit)).map((letter) => ({
    id: `correspondence/${letter.id}`, what: `Responder: ${letter.subject}`, why: `${incomingTitle(letter)}, ${requestTitle[letter.request_kind].toLowerCase()}`, ...(letter.due_on ? { until: letter.due_on } : {}), ...(letter.due_from ? { law: letter.due_from } : {}),
    state: 'owed', href: incomingHref(letter.id), action: 'Responder', weight: letter.request_kind === 'transparency' ? 9 : 7,
  }))
}
