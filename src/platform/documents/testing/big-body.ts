import { type Block, type DocumentBody, monthNames } from '#kernel'
import { aFigure, sampleBody } from './sample.ts'

const thousands = { thousands: true }
const SENTENCE = 'El gasto del período siguió el calendario de pagos, con las diferencias que explica el cuadro y que la unidad responsable informó por escrito dentro del plazo. '

/** Pseudo-random but fixed: the same document each time. */
const amount = (seed: number): number => ((seed * 48_271) % 2_147_483_647) * 3

/** A report of about 60 pages with 40 tables of 28 rows, 20 charts and 10 chapters: the size the speed targets are set for. */
export const bigBody = (chapters = 10): DocumentBody => ({
  ...sampleBody(), title: 'Informe de prueba de tamaño',
  blocks: Array.from({ length: chapters }, (_, chapter) => [
    heading(`c${chapter}`, 1, `Capítulo de la unidad ${chapter + 1}`),
    ...Array.from({ length: 4 }, (_, part) => [
      heading(`c${chapter}s${part}`, 2, `Programa ${part + 1} del capítulo ${chapter + 1}`),
      ...Array.from({ length: 3 }, (_, order): Block => ({
        type: 'paragraph', id: `c${chapter}s${part}p${order}`,
        content: [{ type: 'text', text: SENTENCE.repeat(3) }, { type: 'figure', figure: aFigure({ id: 'budget/accrued', parameters: { part: `${chapter}-${part}-${order}` }, value: amount(chapter * 100 + part * 10 + order) }), show: thousands }, { type: 'text', text: '.' }],
      })),
      bigTable(chapter, part),
      ...(part % 2 === 0 ? [bigChart(chapter, part)] : []),
    ]).flat(),
  ]).flat(),
})

const heading = (id: string, level: 1 | 2, text: string): Block => ({ type: 'heading', id, level, content: [{ type: 'text', text }] })

const bigTable = (chapter: number, part: number): Block => ({
  type: 'table', id: `c${chapter}s${part}t`, title: `Ejecución mensual del programa ${part + 1}`, source: 'balance de ejecución presupuestaria, DAF.',
  columns: [{ key: 'code', title: 'Código', align: 'left' }, { key: 'name', title: 'Denominación', align: 'left' }, ...['Vigente', 'Obligado', 'Devengado', 'Pagado'].map((title) => ({ key: title, title, align: 'right' as const }))],
  rows: Array.from({ length: 28 }, (_, row) => ({
    id: `r${row}`,
    cells: [
      { type: 'text' as const, text: `215-22-${String(row + 1).padStart(2, '0')}`, code: true }, { type: 'text' as const, text: `Servicios de ${monthNames[row % 12]}, línea ${row + 1}` },
      ...[1, 2, 3, 4].map((column) => ({ type: 'figure' as const, figure: aFigure({ id: `budget/column-${column}`, parameters: { row: String(row) }, value: amount(chapter * 1000 + part * 300 + row * 7 + column) }), show: thousands })),
    ],
  })),
})

const bigChart = (chapter: number, part: number): Block => ({
  type: 'chart', id: `c${chapter}s${part}g`, title: 'El segundo trimestre alcanza el ritmo del calendario', subtitle: 'Devengado mensual, miles de pesos', kind: part === 0 ? 'bars' : 'lines', unit: 'CLP', show: thousands,
  categories: monthNames.slice(0, 6), series: [{ name: 'Devengado', role: 'subject', values: monthNames.slice(0, 6).map((_, month) => amount(chapter * 50 + part + month)) }, { name: 'Año anterior', role: 'comparison', values: monthNames.slice(0, 6).map((_, month) => amount(chapter * 70 + part + month + 9)) }],
  alternative: 'El devengado de cada mes comparado con el del año anterior.', source: 'balance, DAF.',
})
