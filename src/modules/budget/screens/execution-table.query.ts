import { can } from '#kernel'
import { defineQuery, type ReadContext } from '#platform/actions'
import { threadStore } from '#evidence'
import { z } from 'zod'
import { accountNames, shortCode } from '../accounts/account-tree.ts'
import type { ExecutionRow, ExecutionTable } from '../answers.ts'
import { cubeStore } from '../execution/cube.store.ts'
import type { CubeLine } from '../execution/cube.ts'
import { isFirm, linesOf, objectivesOfLines } from '../execution/figure-scope.ts'
import { adjustedOf } from '../movements/phase.ts'
import { programmeStore } from '../programmes/programme.store.ts'
import { figuredRow, treeNodes } from './execution-rows.ts'
import { figuresHere } from './figures-here.ts'
import { areaTitles, monthSums } from './line-view.ts'

const Input = z.object({ period: z.string().max(10), kind: z.enum(['income', 'expenditure']).default('expenditure'), by: z.enum(['account', 'area', 'programme', 'objective']).default('account'), open: z.string().max(40).default('') })
type Input = z.output<typeof Input>

const byAccount = async (input: Input, lines: readonly CubeLine[], context: ReadContext): Promise<ExecutionRow[]> => {
  const names = accountNames(await cubeStore(context.tx).localAccounts())
  const book = figuresHere(context)
  const rows: ExecutionRow[] = []
  for (const { long, level, open, hasMore, line } of treeNodes(lines, input.open)) {
    const code = shortCode(long)
    const parent = code.includes('-') ? code.slice(0, code.lastIndexOf('-')) : ''
    const detail = line ? [line.programmeName || areaTitles[line.area], line.costCentre].filter(Boolean).join(' · ') : ''
    rows.push(await figuredRow(book, input.kind, line ? { period: input.period, line: line.id } : { period: input.period, account: code }, {
      id: line?.id ?? code, code, name: line ? `${line.title}${detail ? `, ${detail}` : ''}` : names.nameOf(long), level, open,
      ...(hasMore ? { opens: open ? parent.split('-').length > 1 ? parent : '' : code } : {}), ...(line ? { href: `/presupuestar/lineas/${line.id}` } : {}),
    }))
  }
  return rows
}

/** Rows by something else than the account: each is a value of the dimension, in order. */
const byDimension = async (input: Input, parameter: 'area' | 'programme' | 'objective', values: readonly { value: string; code: string; name: string; href?: string }[], context: ReadContext): Promise<ExecutionRow[]> => {
  const book = figuresHere(context)
  const rows: ExecutionRow[] = []
  for (const { value, code, name, href } of values) rows.push(await figuredRow(book, input.kind, { period: input.period, [parameter]: value }, { id: value, code, name, level: 0, open: false, ...(href ? { href } : {}) }))
  return rows
}

const rowsOf = async (input: Input, lines: readonly CubeLine[], context: ReadContext): Promise<{ rows: ExecutionRow[]; covered: (line: CubeLine) => boolean }> => {
  if (input.by === 'account') return { rows: await byAccount(input, lines, context), covered: () => true }
  if (input.by === 'area') {
    const present = [...new Set(lines.map(({ area }) => area))].filter(Boolean).sort()
    return { rows: await byDimension(input, 'area', present.map((area) => ({ value: area, code: area, name: areaTitles[area] ?? `Área ${area}`, href: `/presupuestar/lineas?area=${area}` })), context), covered: ({ area }) => area !== '' }
  }
  if (input.by === 'programme') {
    const known = new Map((await programmeStore(context.tx).all()).map((row) => [row.code, row.name]))
    const present = [...new Set(lines.map(({ programme }) => programme))].filter(Boolean).sort()
    return { rows: await byDimension(input, 'programme', present.map((code) => ({ value: code, code, name: known.get(code) ?? code, href: `/presupuestar/lineas?programa=${encodeURIComponent(code)}` })), context), covered: ({ programme }) => programme !== '' }
  }
  const objectivesOf = await objectivesOfLines(context)
  const served = [...new Set(lines.flatMap((line) => objectivesOf(line)))]
  const titles = new Map((await threadStore(context.tx).lines(served.map((id) => ({ kind: 'objective', id })))).map((line) => [line.record_id, line]))
  const values = served.map((id) => ({ value: id, code: '', name: titles.get(id)?.title ?? 'Objetivo del plan', href: titles.get(id)?.href })).sort((a, b) => (a.name < b.name ? -1 : 1))
  return { rows: await byDimension(input, 'objective', values, context), covered: (line) => objectivesOf(line).length > 0 }
}

/** The execution of the budget divided by account (opened in place), area, programme or objective, with its months. */
export const executionTable = defineQuery({
  name: 'budget.execution-table', title: 'Ejecución del presupuesto', help: 'Por cuenta, área, programa u objetivo del plan; «open» es la cuenta cuyo detalle se despliega.',
  input: Input, allowed: can('budget.read'),
  run: async (input, context): Promise<ExecutionTable> => {
    const { span, lines } = await linesOf(context, input.kind, { period: input.period })
    const { rows, covered } = await rowsOf(input, lines, context)
    const left = lines.filter((line) => !covered(line))
    const total = await figuredRow(figuresHere(context), input.kind, { period: input.period }, { id: 'total', code: '', name: input.kind === 'income' ? 'Total de ingresos' : 'Total de gastos', level: 0, open: false })
    const last = span.effectiveOn.slice(0, 4) === String(span.year) ? Math.min(span.upToMonth, Number(span.effectiveOn.slice(5, 7))) : span.upToMonth
    return {
      year: span.year, kind: input.kind, by: input.by, rows, total, months: monthSums(lines, last, input.kind === 'income' ? 6 : 5), firm: await isFirm(context, span),
      ...(left.length > 0 ? { outside: { lines: left.length, adjusted: left.reduce((sum, line) => sum + adjustedOf(line.sums), 0) } } : {}),
    }
  },
})
