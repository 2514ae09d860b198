import { type AnyFigure, notFound, openFigure, type ResolveCode } from '#platform/actions'
import { kinds } from '#evidence'
import { sql } from '#platform/database'
import { amendmentFigures } from './amendments/amendment-figures.ts'
import { executionFigures } from './execution/execution-figures.ts'
import { rateFigures } from './execution/rate-figures.ts'
import { shareFigure } from './execution/share-figure.ts'
import { forecastFigures } from './forecast/forecast-figures.ts'
import { dependenceFigure } from './limits/fcm-dependence.ts'
import { limitFigures } from './limits/limit-figures.ts'

/** Records of other modules are found by the code their last version carries, as their own entries kept it. */
const byCode = (kind: string, what: string): ResolveCode => async (code, { tx }) => {
  const row = await tx.one<{ record_id: string }>(sql`select v.record_id from evidence.record_versions v where v.commune = ${tx.commune} and v.kind = ${kind} and v.data ->> 'code' = ${code} order by v.version desc limit 1`)
  if (!row) throw notFound({ what: `${what} «${code}»` })
  return row.record_id
}
const codes = { objective: byCode(kinds.objective, 'el objetivo'), project: byCode(kinds.project, 'el proyecto') }

/** Every figure of the budget: sums, shares and rates of execution, legal limits, forecast, amendments. An objective or a project may be told by its code. */
export const budgetFigures: readonly AnyFigure[] = [...executionFigures, ...rateFigures, shareFigure, ...limitFigures, dependenceFigure, ...forecastFigures, ...amendmentFigures].map((figure) => openFigure(figure, { codes }))
