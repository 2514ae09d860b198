import { formatDay } from '#kernel'
import type { MandateProvider, ReadContext, RecordKind, WorkItem } from '#platform/actions'
import { DATA_REQUEST, dataRequestHref, dataRequestTitle, DESK_YEAR, deskHref } from './desk-hrefs.ts'
import { dataRequestStore } from './data-request.store.ts'
import { dataRequestStateTitle, requesterTitle } from './desk-contract.ts'
import { askedBy, attends, lineMaker, lineOf, stepsBy } from './desk-view.ts'

/** Questions the reader was given, and those nobody has, with the last day of their term. */
export const deskWork = async (context: ReadContext): Promise<readonly WorkItem[]> => {
  if (!attends(context)) return []
  const store = dataRequestStore(context.tx)
  const open = await store.openNow()
  if (open.length === 0) return []
  const steps = await store.steps(Number.MAX_SAFE_INTEGER)
  const [by, maker] = [stepsBy(steps), await lineMaker(context, [])]
  return open.flatMap((row): WorkItem[] => {
    const own = by.get(row.id) ?? []
    const line = lineOf(row, own, maker)
    if (line.closedOn || (line.state !== 'received' && !line.mine)) return []
    const [verb, action] = line.state === 'received' ? ['Asignar', 'Asignar'] : line.state === 'answered' ? ['Entregar la respuesta de', 'Entregar'] : ['Responder', 'Responder']
    return [{
      id: `statistics/request/${row.id}`, what: `${verb} la ${line.title.replace('Solicitud', 'solicitud')}`, why: `La pidió ${askedBy(row)} el ${formatDay(row.receivedOn)}`, ...(row.clock ? { law: row.requester === 'citizen' ? 'Ley 20.285, art. 14' : 'Ley 19.880, art. 24' } : {}),
      until: line.dueOn, state: line.state === 'received' ? 'owed' : 'started', href: dataRequestHref(row.id), action, weight: row.requester === 'citizen' ? 7 : row.requester === 'body' ? 7 : row.urgent ? 5 : 3,
    }]
  })
}
/** The share of questions whose term ended in the period that were answered in time. */
export const deskEvidence: MandateProvider = {
  facts: ['statistics.requests-on-time', 'statistics.request-delivered'],
  evidence: async ({ from, to }, context) => {
    const seq = await context.knownSeq()
    const store = dataRequestStore(context.tx)
    const steps = (await store.steps(seq)).filter(({ on }) => on <= to)
    const [by, maker] = [stepsBy(steps), await lineMaker(context, [])]
    const lines = (await store.list(seq)).filter(({ receivedOn }) => receivedOn <= to).map((row) => lineOf(row, by.get(row.id) ?? [], { ...maker, today: to })).filter(({ state, dueOn, closedOn }) => state !== 'cancelled' && (closedOn ? closedOn >= from : dueOn >= from && dueOn < to))
    const last = steps.findLast(({ kind, on }) => kind === 'delivered' && on >= from)
    return {
      acts: last ? [{ fact: 'statistics.request-delivered', on: last.on, title: last.summary, href: dataRequestHref(last.requestId) }] : [],
      shares: [{ fact: 'statistics.requests-on-time', met: lines.filter(({ closedOn, onTime }) => closedOn !== null && onTime).length, total: lines.length, title: 'solicitudes de datos respondidas en plazo', href: deskHref }],
    }
  },
}
const uuids = (ids: readonly string[]): string[] => ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id))
/** How other records name a question and the report of a year. */
export const deskRecords: readonly RecordKind[] = [
  { kind: DATA_REQUEST, title: 'Solicitud de datos', position: 0, summarise: async (ids, context) => {
    const store = dataRequestStore(context.tx)
    const rows = await store.byIds(uuids(ids))
    const [by, maker] = [stepsBy(rows.length > 0 ? await store.steps(Number.MAX_SAFE_INTEGER) : []), await lineMaker(context, [])]
    return rows.map((row) => ({ kind: DATA_REQUEST, id: row.id, step: 'Solicitud de datos', title: dataRequestTitle(row.number, row.year), detail: requesterTitle[row.requester], href: dataRequestHref(row.id), state: dataRequestStateTitle[lineOf(row, by.get(row.id) ?? [], maker).state] }))
  } },
  { kind: DESK_YEAR, title: 'Informe de solicitudes de datos', position: 0, summarise: (ids) => Promise.resolve(ids.map((id) => ({ kind: DESK_YEAR, id, step: 'Informe', title: `Informe de solicitudes de datos ${id}`, href: `${deskHref}?anio=${id}` }))) },
]
