import { can } from '#kernel'
import { defineWorksheet } from '#platform/actions'
import { unitChoices, unitStore } from '#registry'
import { incomingStateTitle, ListIncomingInput, requestKinds, requestTitle } from './contract.ts'
import { incomingStore, type IncomingRow } from './incoming/incoming.store.ts'
import { routeIncoming } from './incoming/register-incoming.ts'

const PAGE = 200
/** What arrived and waits: unit, kind and due date. Senders and matters may name people: no load keeps them. */
const incoming = defineWorksheet<typeof ListIncomingInput, IncomingRow>({
  name: 'correspondence.incoming', title: 'Libro de partes', list: '/actos/partes', about: 'Unidad a que se derivó, clase y plazo de cada correspondencia pendiente.', filters: ListIncomingInput, allowed: can('correspondence.receive'), wide: (filters) => ({ ...filters, state: '', unitId: '', year: '', text: '' }),
  words: async ({ state, unitId, year, text }, { tx }) => [state && incomingStateTitle[state], unitId && ((await unitStore(tx).names()).get(unitId) ?? ''), year, text && `que dicen «${text}»`].filter(Boolean),
  columns: async (_filters, context) => [
    { key: 'number', title: 'Parte', kind: 'text', width: 12 }, { key: 'sender', title: 'Remitente', kind: 'text', width: 30 }, { key: 'subject', title: 'Materia', kind: 'long-text' }, { key: 'receivedOn', title: 'Recibida', kind: 'day' }, { key: 'state', title: 'Estado', kind: 'text', width: 20 },
    { key: 'unitId', title: 'Derivada a', kind: 'choice', open: true, choices: await unitChoices(context), width: 40 }, { key: 'requestKind', title: 'Clase', kind: 'choice', open: true, width: 34, choices: requestKinds.map((value) => ({ value, title: requestTitle[value] })) },
    { key: 'dueOn', title: 'Responder hasta', kind: 'day', open: true, help: 'Vacía: el plazo que la norma da a su clase.' },
  ],
  rows: async (filters, context) => {
    const filter = { ...filters, knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn }
    const found: IncomingRow[] = []
    for (let page = 1; ; page++) {
      const rows = await incomingStore(context.tx).list(filter, page, PAGE)
      found.push(...rows)
      if (rows.length < PAGE) break
    }
    return found.map((row) => ({
      id: row.id, label: `Parte N.º ${row.number} de ${row.year}`, record: row, ...(row.state === 'pending' ? {} : { closed: `Ya está ${incomingStateTitle[row.state]}.` }),
      values: { number: `${row.number}/${row.year}`, sender: row.sender, subject: row.subject, receivedOn: row.received_on, state: incomingStateTitle[row.state], unitId: row.unit_id, requestKind: row.request_kind, dueOn: row.due_on },
    }))
  },
  change: ({ record: { id, version, unit_id: unitId, request_kind: requestKind, due_on: dueOn } }, next, { reason }) => [{ action: routeIncoming, input: { id, version, unitId, requestKind, dueOn, reason, ...next }, columns: ['unitId', 'requestKind', 'dueOn'] }],
})
/** Lists of the correspondence that are edited in Excel. */
export const correspondenceWorksheets = [incoming] as const
