import { can, sortKey } from '#kernel'
import { defineQuery } from '#platform/actions'
import { z } from 'zod'
import type { LineList, LineView } from '../answers.ts'
import { linesOf } from '../execution/figure-scope.ts'
import { lineNames, lineView } from './line-view.ts'

const Input = z.object({
  period: z.string().max(10).optional(), year: z.string().regex(/^\d{4}$/).optional(), kind: z.enum(['', 'income', 'expenditure']).default(''), title: z.string().max(40).default(''), area: z.string().max(2).default(''), programme: z.string().max(40).default(''), funding: z.string().max(40).default(''), project: z.string().max(60).default(''),
  text: z.string().max(100).default(''), only: z.enum(['', 'available', 'debt', 'untouched']).default(''), ids: z.string().max(20_000).default(''),
  order: z.string().max(20).default(''), page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(200).default(50),
})
type Amount = 'initial' | 'amended' | 'adjusted' | 'committed' | 'accrued' | 'settled' | 'available'
const amounts: readonly Amount[] = ['initial', 'amended', 'adjusted', 'committed', 'accrued', 'settled', 'available']
const tests: Readonly<Record<string, (line: LineView) => boolean>> = {
  available: ({ available }) => available > 0, debt: ({ kind, accrued, settled }) => kind === 'expenditure' && accrued > settled, untouched: ({ adjusted, accrued }) => adjusted > 0 && accrued === 0,
}
const compared = (by: string): ((a: LineView, b: LineView) => number) => {
  const key = amounts.find((one) => one === by)
  if (key) return (a, b) => a[key] - b[key]
  if (by === 'rate') return (a, b) => (a.adjusted ? a.accrued / a.adjusted : -1) - (b.adjusted ? b.accrued / b.adjusted : -1)
  const text = (line: LineView): string => (by === 'name' ? sortKey(line.name) : by === 'programme' ? sortKey(line.programmeName) : `${line.account} ${line.area} ${line.programme}`)
  return (a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0)
}

/** Lines of the year with what each has left, filtered, sorted and paged. The totals are of everything found. */
export const listLines = defineQuery({
  name: 'budget.list-lines', title: 'Líneas del presupuesto', input: Input, allowed: can('budget.read'),
  run: async (input, context): Promise<LineList> => {
    const { span, lines } = await linesOf(context, input.kind || 'both', {
      ...(input.period ? { period: input.period } : {}), ...(input.year ? { year: input.year } : {}), ...(input.title ? { title: input.title } : {}), ...(input.area ? { area: input.area } : {}),
      ...(input.programme ? { programme: input.programme } : {}), ...(input.funding ? { funding: input.funding } : {}), ...(input.project ? { project: input.project } : {}),
    })
    const names = await lineNames(context)
    const words = sortKey(input.text.trim()).split(/\s+/).filter(Boolean)
    const wanted = input.ids ? new Set(input.ids.split(',')) : undefined
    const fits = (line: LineView): boolean => {
      const key = words.length > 0 ? sortKey(`${line.account} ${line.account.slice(4).replaceAll('-', '.')} ${line.name} ${line.programmeName} ${line.programme} ${line.areaName} ${line.unitName} ${line.costCentre}`) : ''
      return words.every((word) => key.includes(word)) && (tests[input.only]?.(line) ?? true)
    }
    const found = lines.filter(({ id }) => !wanted || wanted.has(id)).map((line) => lineView(line, names, span.upToMonth)).filter(fits)
    const order = compared(input.order.replace(/^-/, ''))
    found.sort(input.order.startsWith('-') ? (a, b) => order(b, a) : order)
    const totals = Object.fromEntries(amounts.map((key) => [key, found.reduce((sum, line) => sum + line[key], 0)])) as LineList['totals']
    const pages = Math.max(1, Math.ceil(found.length / input.size))
    const page = Math.min(input.page, pages)
    return { rows: found.slice((page - 1) * input.size, page * input.size), total: found.length, page, pages, totals }
  },
})
