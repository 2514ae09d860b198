import { earliest, readPeriod } from '#kernel'
import { type AnyFigure, inputRefused, notFound, openFigure, type ReadContext, type ResolveCode } from '#platform/actions'
import { portfolioOf } from './portfolio/portfolio.ts'

const PERIOD_HELP = 'Escriba el período como 2026-1, 2026-T2, 2026-06 o 2026'
/** The same reading with the facts up to the end of a period, never beyond the day asked. */
const until = (text: string, context: ReadContext): ReadContext => {
  const period = readPeriod(text)
  if (!period) throw inputRefused({ what: 'period' }, { errors: [{ pointer: '/period', message: PERIOD_HELP }] })
  return { ...context, asOf: { ...context.asOf, effectiveOn: earliest(period.to, context.asOf.effectiveOn) } }
}
/** A project by its code or its BIP, among those the reader may see. */
const project: ResolveCode = async (code, context) => {
  const placed = (await portfolioOf(context)).find(({ state }) => state.code === code || state.bip === code)
  if (!placed) throw notFound({ what: `el proyecto «${code}»` })
  return placed.state.id
}

/** Figures of the portfolio as people ask for them: strict parameters, codes or ids, and a period. */
export const openProjectFigures = (figures: readonly AnyFigure[]): readonly AnyFigure[] => figures.map((figure) => openFigure(figure, { codes: { project }, period: until }))
