import type { AnyFigure } from '#platform/actions'
import { amendmentFigures } from './amendments/amendment-figures.ts'
import { executionFigures } from './execution/execution-figures.ts'
import { rateFigures } from './execution/rate-figures.ts'
import { forecastFigures } from './forecast/forecast-figures.ts'
import { limitFigures } from './limits/limit-figures.ts'

/** Every figure of the budget: sums and rates of execution, legal limits, forecast, amendments. */
export const budgetFigures: readonly AnyFigure[] = [...executionFigures, ...rateFigures, ...limitFigures, ...forecastFigures, ...amendmentFigures]
