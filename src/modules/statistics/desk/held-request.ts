import { type ActionContext, notFound } from '#platform/actions'
import { businessCalendar } from '#calendar'
import { admitsStep, type Standing, standingOf } from './clock.ts'
import { type DataRequestRow, dataRequestStore, type StepRow } from './data-request.store.ts'
import { dataRequestStateTitle, type StepKind } from './desk-contract.ts'
import { DATA_REQUEST, dataRequestTitle } from './desk-hrefs.ts'
import { stepNotNow } from './desk-problems.ts'

export type Held = { readonly row: DataRequestRow; readonly steps: readonly StepRow[]; readonly standing: Standing; readonly title: string; readonly record: { readonly kind: string; readonly id: string } }
/** The question, held for one more step, if it still admits it. */
export const heldRequest = async (context: ActionContext, id: string, kind: StepKind): Promise<Held> => {
  const store = dataRequestStore(context.tx)
  await store.hold(id)
  const row = await store.get(id)
  if (!row) throw notFound({ what: 'la solicitud de datos' })
  const steps = await store.steps(Number.MAX_SAFE_INTEGER, id)
  const standing = standingOf(row, steps, context.today, businessCalendar(context.law, context.tx.commune))
  if (!admitsStep(standing.state, kind)) throw stepNotNow({ state: dataRequestStateTitle[standing.state] })
  return { row, steps, standing, title: dataRequestTitle(row.number, row.year), record: { kind: DATA_REQUEST, id } }
}
