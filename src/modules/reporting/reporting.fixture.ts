import type { Actor, Block, Day } from '#kernel'
import { z } from 'zod'
import { addObservations, observationStore } from '#evidence'
import { type Chapter, defineAction, defineChapter, defineFigure, defineModule, digestOf, type FigureBook } from '#platform/actions'
import { sql } from '#platform/database'
import type { System } from '../../app/system.ts'
import { runHere } from './editions/run-here.ts'
import { reportingOver } from './module.ts'

/**
 * A small module for the tests: a spending that grows with each recorded observation, visible by the ledger as any fact is,
 * its chapter, and switches to make the chapter contradict itself.
 */
export const SOURCE = '33333333-0000-4000-8000-000000000001'
const Parameters = z.object({ series: z.string().default('street'), period: z.string().optional() })

export const spending = defineFigure({
  id: 'town/spending', title: ({ series }) => `Gasto en ${series}`, unit: 'CLP', method: 'Suma de los gastos anotados de la serie.', parameters: Parameters, law: ['calendar/duties/eval-01'],
  compute: async ({ series }, context) => {
    const rows = (await observationStore(context.tx).of(periods(series), await context.knownSeq())).filter(({ period }) => period <= context.asOf.effectiveOn)
    if (rows.length === 0) return { value: null, absence: 'no-data', count: 0, digest: digestOf([]) }
    return { value: rows.reduce((sum, row) => sum + (row.value ?? 0), 0), count: rows.length, digest: digestOf(rows.map((row) => `${row.period} ${row.value}`)), status: series === 'bridge' ? 'provisional' : 'firm', formula: [{ label: 'gastos', text: String(rows.length) }] }
  },
  trail: async ({ series }, context, page) => {
    const rows = (await observationStore(context.tx).of(periods(series), await context.knownSeq())).filter(({ period }) => period <= context.asOf.effectiveOn)
    const from = (page.page - 1) * page.size
    return { records: rows.slice(from, from + page.size).map((row) => ({ id: row.period, documentTitle: row.title, documentDate: row.period, amount: row.value ?? 0, amountUnit: 'CLP' })), total: rows.length, sum: rows.reduce((sum, row) => sum + (row.value ?? 0), 0), sumUnit: 'CLP' }
  },
})
const periods = (series: string): string[] => [series]

export const noteSpending = defineAction({
  name: 'town.note-spending', title: 'Anotar un gasto', input: z.object({ series: z.string(), on: z.string(), amount: z.number(), what: z.string() }), allowed: () => true,
  run: async ({ series, on, amount, what }, context) => {
    await context.tx.run(sql`insert into evidence.sources (commune, id, kind, title) values (${context.tx.commune}, ${SOURCE}, 'test', 'Libro de gastos') on conflict do nothing`)
    await addObservations(context.tx, [{ series, period: on, title: what, value: amount, text: String(amount), unit: 'CLP', sourceId: SOURCE }], context.entryId)
    return { result: {}, entry: { name: 'spending-noted', summary: `Se anotó ${what}`, effectiveOn: on as Day } }
  },
})

export const mood = { wrongTotal: false, warning: false }
const text = (value: string) => ({ type: 'text' as const, text: value })
const table = async (figures: FigureBook): Promise<Block> => {
  const street = await figures.get('town/spending', { series: 'street' })
  const park = await figures.get('town/spending', { series: 'park' })
  const total = (street.value ?? 0) + (park.value ?? 0) + (mood.wrongTotal ? 1000 : 0)
  return {
    type: 'table', id: 'town-table', title: 'Gasto por obra', columns: [{ key: 'name', title: 'Obra', align: 'left' }, { key: 'amount', title: 'Gasto', align: 'right' }], source: 'Libro de gastos',
    rows: [
      { id: 'street', cells: [text('Calle'), { type: 'figure', figure: street }] }, { id: 'park', cells: [text('Parque'), { type: 'figure', figure: park }] },
      { id: 'total', kind: 'total', cells: [text('Total'), { type: 'number', value: total, unit: 'CLP' }] },
    ],
  }
}
export const townChapter: Chapter = defineChapter({
  id: 'budget/execution', title: 'Ejecución del presupuesto',
  write: async ({ figures }) => [
    { type: 'heading', id: 'town-h1', level: 1, content: [text('Ejecución del presupuesto')] },
    { type: 'heading', id: 'budget-income', level: 2, content: [text('Ingresos')] },
    { type: 'heading', id: 'budget-expenditure', level: 2, content: [text('Gasto')] },
    await table(figures),
    ...(mood.warning ? [{ type: 'note' as const, id: 'town-note', tone: 'warning' as const, title: 'Mes abierto', content: [text('Junio no está cerrado.')] }] : []),
  ],
})
export const extraChapter: Chapter = defineChapter({ id: 'weather/rain', title: 'Lluvias del semestre', write: () => Promise.resolve([{ type: 'paragraph', id: 'rain', content: [text('Llovió lo esperado.')] }]) })

export const townModule = defineModule({ key: 'budget', title: 'Prueba', uses: [], figures: [spending], chapters: [townChapter] })
export const weatherModule = defineModule({ key: 'weather', title: 'Tiempo', uses: [], chapters: [extraChapter] })
export const reports = reportingOver([townModule, weatherModule], { version: 'test' })

/** Runs a job as its actor, in this process, and answers its result. `onProgress` may throw to cancel. */
export const runJob = <T>(system: System, actor: Actor, job: typeof reports.issueJob, input: unknown, onProgress?: (share: number, message: string) => void): Promise<T> => runHere<T>(system.services, actor, job, input, onProgress)
