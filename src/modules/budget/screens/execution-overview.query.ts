import { can, earliest } from '#kernel'
import { defineQuery } from '#platform/actions'
import { z } from 'zod'
import type { ExecutionOverview } from '../answers.ts'
import { isFirm, linesOf } from '../execution/figure-scope.ts'
import { monthStore } from '../months/month.store.ts'
import { figuresHere } from './figures-here.ts'

/** The budget of a period in a few figures. */
export const executionOverview = defineQuery({
  name: 'budget.execution-overview', title: 'El presupuesto en cifras', input: z.object({ period: z.string().max(10) }), allowed: can('budget.read'),
  run: async ({ period }, context): Promise<ExecutionOverview> => {
    const { span, cube } = await linesOf(context, 'both', { period })
    const book = figuresHere(context)
    const get = (id: string) => book.get(`budget/${id}`, { period })
    const states = await monthStore(context.tx).states(span.year, await context.knownSeq())
    return {
      year: span.year, lines: cube.lines.size, upTo: earliest(span.period.to, span.effectiveOn), firm: await isFirm(context, span),
      closedMonths: [...states].filter(([, { state }]) => state === 'closed').map(([month]) => month).sort((a, b) => a - b),
      figures: { income: await get('income-budgeted'), collected: await get('income-collected'), adjusted: await get('adjusted'), accrued: await get('accrued'), paid: await get('paid'), rate: await get('execution-rate'), debt: await get('outstanding-debt') },
    }
  },
})
