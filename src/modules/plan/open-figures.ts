import { earliest, readPeriod } from '#kernel'
import { type AnyFigure, inputRefused, notFound, openFigure, type ReadContext, type ResolveCode } from '#platform/actions'
import { sql } from '#platform/database'

const PERIOD_HELP = 'Escriba el período como 2026-1, 2026-T2, 2026-06 o 2026'
/** The same reading with the facts up to the end of a period, never beyond the day asked. */
const until = (text: string, context: ReadContext): ReadContext => {
  const period = readPeriod(text)
  if (!period) throw inputRefused({ what: 'period' }, { errors: [{ pointer: '/period', message: PERIOD_HELP }] })
  return { ...context, asOf: { ...context.asOf, effectiveOn: earliest(period.to, context.asOf.effectiveOn) } }
}
/** The objective of a code, in the newest plan that has it. */
const objective: ResolveCode = async (code, context) => {
  const row = await context.tx.one<{ id: string }>(sql`
    select n.id from plan.nodes n join plan.plans p on p.commune = n.commune and p.id = n.plan_id join evidence.posted e on e.commune = n.commune and e.entry_id = n.entry_id
    where n.commune = ${context.tx.commune} and n.kind = 'objective' and n.code = ${code} and e.seq <= ${await context.knownSeq()} order by p.starts_on desc limit 1`)
  if (!row) throw notFound({ what: `el objetivo «${code}»` })
  return row.id
}
const indicator: ResolveCode = async (code, context) => {
  const row = await context.tx.one<{ id: string }>(sql`
    select i.id from plan.indicators i join evidence.posted e on e.commune = i.commune and e.entry_id = i.entry_id
    where i.commune = ${context.tx.commune} and i.code = ${code} and e.seq <= ${await context.knownSeq()} order by e.seq desc limit 1`)
  if (!row) throw notFound({ what: `el indicador «${code}»` })
  return row.id
}

/** Figures of the plan as people ask for them: strict parameters, codes or ids, and a period. */
export const openPlanFigures = (figures: readonly AnyFigure[]): readonly AnyFigure[] => figures.map((figure) => openFigure(figure, { codes: { objective, indicator }, period: until }))
