import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { type AnyWorksheet, defineWorksheet } from '#platform/actions'
import { reverseFact } from '#evidence'
import { unitChoices } from '#registry'
import { z } from 'zod'
import { answerAssignment, listAssignments } from './assignments/assign.ts'
import { type AssignmentState, AssignmentsInput, type AssignmentView, assignmentWords, type LocalDutyView, type OwnerView, triggerWords } from './contract.ts'
import type { Modules } from './desk/desk.ts'
import { saveLocalDuty, setOwner } from './owners/change-owners.ts'
import { settings } from './queries.ts'

const everything = z.object({})
const base = { filters: everything, list: '/calendario/responsables', wide: <F>(filters: F): F => filters, words: async () => [] } as const

const owners = (modules: Modules) => {
  const [action, query] = [setOwner(modules), settings(modules)]
  return defineWorksheet<typeof everything, OwnerView>({
    ...base, name: 'calendar.owners', title: 'Responsables del calendario', about: 'Qué unidad responde de cada deber y cuál la suple.', allowed: can('calendar.manage'),
    columns: async (_filters, context) => [
      { key: 'title', title: 'Deber', kind: 'text', width: 60 }, { key: 'trigger', title: 'Cuándo', kind: 'text', width: 22 }, { key: 'norm', title: 'Norma', kind: 'text', width: 34 },
      { key: 'unitId', title: 'Responde', kind: 'choice', open: true, choices: await unitChoices(context), width: 40 }, { key: 'deputyUnitId', title: 'Suplencia', kind: 'choice', open: true, choices: await unitChoices(context), width: 40, help: 'Vacía: nadie.' },
    ],
    rows: async (_filters, context) => (await query.run({}, context)).owners.map((owner) => ({ id: owner.code, label: owner.title, record: owner, values: { title: owner.title, trigger: triggerWords[owner.trigger] ?? owner.trigger, norm: owner.norm, unitId: owner.unit?.id ?? null, deputyUnitId: owner.deputy?.id ?? null } })),
    change: ({ record: { code, version, unit, deputy } }, next) => [{ action, input: { duty: code, version, unitId: unit?.id ?? null, deputyUnitId: deputy?.id ?? null, ...next }, columns: ['unitId', 'deputyUnitId'] }],
  })
}
const LOCAL = ['title', 'day', 'date', 'offset', 'unit', 'evidence', 'consequence', 'norm', 'article', 'startsOn', 'endsOn'] as const
const texts: readonly string[] = ['title', 'evidence', 'consequence', 'norm', 'article']
const locals = (modules: Modules) => {
  const query = settings(modules)
  return defineWorksheet<typeof everything, LocalDutyView>({
    ...base, name: 'calendar.local-duties', title: 'Deberes propios', about: 'Lo que la municipalidad agregó al calendario: qué, cuándo, con qué se acredita y de qué norma viene.', allowed: can('calendar.manage'),
    columns: async () => [
      { key: 'title', title: 'Deber', kind: 'text', open: true, width: 50 }, { key: 'trigger', title: 'Cuándo', kind: 'text', width: 22 }, { key: 'day', title: 'Día del año', kind: 'text', open: true, width: 12, help: 'Mes y día, como 06-30. Sólo si vence cada año.' }, { key: 'date', title: 'Fecha', kind: 'day', open: true },
      { key: 'offset', title: 'Plazo', kind: 'number', open: true }, { key: 'unit', title: 'Días', kind: 'choice', open: true, width: 12, choices: [{ value: 'business-days', title: 'Hábiles' }, { value: 'calendar-days', title: 'Corridos' }] },
      { key: 'evidence', title: 'Qué lo acredita', kind: 'text', open: true, width: 34 }, { key: 'consequence', title: 'Consecuencia', kind: 'text', open: true, width: 34 }, { key: 'norm', title: 'Norma', kind: 'text', open: true, width: 34 }, { key: 'article', title: 'Artículo', kind: 'text', open: true },
      { key: 'startsOn', title: 'Rige desde', kind: 'day', open: true }, { key: 'endsOn', title: 'Rige hasta', kind: 'day', open: true },
    ],
    rows: async (_filters, context) => (await query.run({}, context)).locals.map((duty) => ({ id: duty.id, label: duty.title, record: duty, values: { trigger: triggerWords[duty.trigger] ?? duty.trigger, ...Object.fromEntries(LOCAL.map((key) => [key, duty[key]])) } })),
    change: ({ record }, next) => [{ action: saveLocalDuty, input: { ...record, ...Object.fromEntries(Object.entries(next).map(([key, value]) => [key, value === null && texts.includes(key) ? '' : key === 'day' && value === '' ? null : value])) }, columns: [...LOCAL] }],
  })
}
const undoAnswer = reverseFact({ name: 'calendar.undo-answer', title: 'Deshacer la respuesta a un encargo', allowed: can('calendar.assign'), adds: 'calendar.answer-assignment' })
const STATES: readonly AssignmentState[] = ['asked', 'accepted', 'done', 'returned']
/** What was asked of word of mouth: its words may name people, so no load keeps them. */
const assignments = defineWorksheet<typeof AssignmentsInput, AssignmentView>({
  name: 'calendar.assignments', title: 'Encargos', list: '/encargos', about: 'En qué quedó cada encargo. El texto y el plazo son de quien lo anotó.', filters: AssignmentsInput, allowed: can('calendar.assign'), wide: (filters) => ({ ...filters, state: '', whose: '' }),
  words: async ({ state, whose }) => [state && (state === 'open' ? 'abiertos' : 'cerrados'), whose && (whose === 'mine' ? 'que me pidieron' : 'que yo pedí')].filter(Boolean),
  columns: async () => [
    { key: 'text', title: 'Encargo', kind: 'long-text', width: 60 }, { key: 'by', title: 'Lo anotó', kind: 'text' }, { key: 'forWhom', title: 'Para', kind: 'text', width: 34 }, { key: 'until', title: 'Hasta', kind: 'day' },
    { key: 'state', title: 'Estado', kind: 'choice', open: true, choices: STATES.map((value) => ({ value, title: assignmentWords[value] })), width: 14, help: 'Quien lo tiene: aceptado, hecho o devuelto. Quien lo pidió: pedido, para volver a pedirlo.' }, { key: 'note', title: 'Nota', kind: 'long-text', open: true, help: 'Va con el cambio de estado.' },
  ],
  rows: async (filters, context) => (await listAssignments.run(filters, context)).assignments.map((one) => ({ id: one.id, label: one.text.slice(0, 120), personal: true, record: one, values: { text: one.text, by: one.by, forWhom: one.forWhom, until: one.until ?? null, state: one.state, note: one.history.at(-1)?.note ?? '' }, ...(one.mine || one.asked ? {} : { closed: 'Sólo lo responden quien lo pidió y quien lo tiene.' }) })),
  change: ({ id, values }, next) => [{ action: answerAssignment, input: { id: randomUUID(), assignment: id, kind: (next['state'] ?? values['state']) === 'asked' ? 'sent-again' : (next['state'] ?? values['state']), note: next['note'] ?? '' }, columns: ['state', 'note'] }],
  undo: (_row, done, { reason }) => { const entryId = done.find((one) => one.entryId)?.entryId; return entryId ? [{ action: undoAnswer, input: { entryId, reason }, columns: ['state', 'note'] }] : [] },
})
/** Lists of the calendar that are edited in Excel. */
export const calendarWorksheets = (modules: Modules): readonly AnyWorksheet[] => [owners(modules), locals(modules), assignments]
