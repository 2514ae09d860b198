import type { Hono } from 'hono'
import { z } from 'zod'
import { type PaidDocuments, paymentsOfLines } from '#budget'
import { formatThousands } from '#kernel'
import { parseInput, readContext, scopeOf } from '#platform/actions'
import { type ApiOptions, asOfFrom, demandSession } from '#platform/http'
import { kinds, kindsWithoutLines, type TailStep, threadOf, type ThreadTail } from '#evidence'
import { modules } from '../modules.ts'
import type { System } from '../system.ts'

const Record = z.object({ kind: z.string().min(1).max(60), id: z.string().min(1).max(120) })

const tailStep = (position: number, kind: string, { count, total, newest }: PaidDocuments, done: string): TailStep => ({
  position, count, detail: `${formatThousands(total)} ${done}`, records: newest.map(({ id, title, detail, href }) => ({ kind, id, title, detail, href })),
})
/** Works are certified and lines are paid in the ledger of the budget: no edge repeats it. */
const paymentsTail: ThreadTail = {
  from: kinds.budgetLine,
  load: async (ids, context) => {
    const { certificates, payments } = await paymentsOfLines(context, ids)
    return [tailStep(7, kinds.paymentCertificate, certificates, 'devengados'), tailStep(8, kinds.payment, payments, 'pagados')]
  },
}

/** The thread of any record: it needs the kinds of every module, so the app composes it. */
export const threadOfEverything = threadOf(modules.flatMap(({ records }) => records ?? []), kindsWithoutLines, [paymentsTail])

export const threadRoutes = (app: Hono, system: System, options: ApiOptions): void => {
  app.get('/api/evidence/thread', async (context) => {
    const session = await demandSession(options, context)
    const parameters = context.req.query()
    const record = parseInput(Record, parameters, 'Hilo de un registro')
    const asOf = asOfFrom(parameters, system.clock)
    const answer = await system.database.read(scopeOf(session.actor), (tx) => threadOfEverything(record, readContext(system.services, tx, session.actor, asOf)))
    return context.json({ record: answer.record, steps: answer.steps.map(({ records, ...step }) => ({ ...step, items: records })) })
  })
}
