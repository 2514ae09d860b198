import { type Day, yearOf } from '#kernel'
import type { FulfilmentProvider, ReadContext } from '#platform/actions'
import { sql } from '#platform/database'
import { incomingHref } from '../hrefs.ts'

const DUTY = 'tra-02'
/** Kind of the book of parts for requests of access to information (Ley 20.285). */
const ACCESS = 'transparency'
type Row = { id: string; number: number; receivedOn: Day; answeredOn: Day | null }

/** Requests of access in the book, as they were known. Neither who asks nor what: a calendar travels to phones. */
const requests = async ({ tx, knownSeq, asOf, today }: ReadContext): Promise<readonly Row[]> => {
  const on = asOf.knownOn < today ? asOf.knownOn : today
  return tx.all<Row>(sql`select t.id, t.number, t.received_on as "receivedOn", case when t.answered_on <= ${on} then t.answered_on end as "answeredOn" from correspondence.incoming t join evidence.posted p on p.commune = t.commune and p.entry_id = t.entry_id
    where t.commune = ${tx.commune} and t.request_kind = ${ACCESS} and t.needs_answer and t.state <> 'closed' and p.seq <= ${await knownSeq()} and t.received_on <= ${on} order by t.received_on`)
}
/** The book of parts runs the term of each request of access, and its answer fulfils it. One that is not in the book is declared by hand. */
export const accessFulfils: FulfilmentProvider = {
  duties: [], shared: [DUTY],
  starts: async (context) => (await requests(context)).map(({ id, number, receivedOn }) => ({ duty: DUTY, id, on: receivedOn, title: `Ingreso ${number} de ${yearOf(receivedOn)}`, href: incomingHref(id) })),
  acts: async (context) => (await requests(context)).flatMap(({ id, number, receivedOn, answeredOn }) => (answeredOn ? [{ duty: DUTY, period: id, on: answeredOn, title: `Respuesta al ingreso ${number} de ${yearOf(receivedOn)}`, href: incomingHref(id) }] : [])),
}
