import { can, formatPercent, lastDayOfMonth } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import type { LineRecord } from '../answers.ts'
import { linesOf } from '../execution/figure-scope.ts'
import { ledgerPhases, phaseIndex } from '../movements/phase.ts'
import { yearOfLine } from './line-year.store.ts'
import { certificatesOf } from './certificate-view.ts'
import { figuresHere } from './figures-here.ts'
import { lineNames, lineView, monthSums } from './line-view.ts'

const spending = [['initial', 'Inicial'], ['adjusted', 'Vigente'], ['committed', 'Obligado'], ['accrued', 'Devengado'], ['paid', 'Pagado'], ['available', 'Disponible']] as const
const income = [['income-initial', 'Inicial'], ['income-budgeted', 'Vigente'], ['income-accrued', 'Devengado'], ['income-collected', 'Percibido'], ['income-receivable', 'Por percibir']] as const
const share = (part: number, whole: number): string => (whole === 0 ? '' : `${formatPercent(part / whole)} del vigente`)

/** A line with its figures, months and certificates, as of the two dates. */
export const showLine = defineQuery({
  name: 'budget.show-line', title: 'Línea del presupuesto', input: z.object({ id: z.uuid() }), allowed: can('budget.read'),
  run: async ({ id }, context): Promise<LineRecord> => {
    const year = await yearOfLine(context.tx, id)
    const end = year && lastDayOfMonth(year, 12)
    const { span, lines } = await linesOf(context, 'both', { year: String(year ?? 0), line: id })
    const [line] = lines
    if (!year || !end || !line) throw notFound({ what: 'la línea del presupuesto' })
    const view = lineView(line, await lineNames(context))
    const book = figuresHere(context)
    const parameters = { year: String(year), line: id }
    const notes: Readonly<Record<string, string>> = { adjusted: view.amended === 0 ? 'sin modificaciones' : 'con modificaciones', 'income-budgeted': view.amended === 0 ? 'sin modificaciones' : 'con modificaciones', committed: share(view.committed, view.adjusted), accrued: share(view.accrued, view.adjusted), paid: share(view.settled, view.adjusted), 'income-accrued': share(view.accrued, view.adjusted), 'income-collected': share(view.settled, view.adjusted) }
    const figures: LineRecord['figures'][number][] = []
    for (const [key, label] of view.kind === 'income' ? income : spending) figures.push({ label, figure: await book.get(`budget/${key}`, parameters), ...(notes[key] ? { note: notes[key] } : {}) })
    const last = span.effectiveOn >= end ? 12 : Number(span.effectiveOn.slice(5, 7))
    return {
      line: view, figures, months: monthSums([line], last, view.kind === 'income' ? 6 : 5), certificates: await certificatesOf(context, year, id),
      phases: Object.fromEntries(ledgerPhases.filter((phase) => line.counts[phaseIndex[phase]] > 0).map((phase) => [phase, line.counts[phaseIndex[phase]]])),
    }
  },
})
