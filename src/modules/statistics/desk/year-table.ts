import { type Cell, formatDay, type TableBlock } from '#kernel'
import { dataRequestStateTitle, type DataRequestLine, requesters, requesterTitle } from './desk-contract.ts'

const text = (value: string): Cell => ({ type: 'text', text: value })
const number = (value: number): Cell => ({ type: 'number', value, unit: 'count' })
const answered = ({ state }: DataRequestLine): boolean => state === 'delivered' || state === 'refused'
/** The middle value: half of the answers took no longer. */
export const middle = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[half - 1], sorted[half]]
  return high === undefined ? null : sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2
}
/** Questions of a year by who asked: how many, how they ended and in how many business days. */
export const yearSummary = (year: string, lines: readonly DataRequestLine[]): TableBlock => {
  const kept = lines.filter(({ state }) => state !== 'cancelled')
  const row = (id: string, title: string, some: readonly DataRequestLine[], kind?: 'total') => {
    const done = some.filter(answered)
    const days = middle(done.map(({ days: taken }) => taken))
    return { id, ...(kind ? { kind } : {}), cells: [text(title), number(some.length), number(some.filter(({ state }) => state === 'delivered').length), number(some.filter(({ state }) => state === 'refused').length), number(some.length - done.length), number(done.filter(({ onTime }) => onTime).length), days === null ? { type: 'empty', reason: 'sin respuestas' } : { type: 'number', value: days, unit: 'count', show: { decimals: Number.isInteger(days) ? 0 : 1 } }] as Cell[] }
  }
  return {
    type: 'table', id: 'resumen', title: `Solicitudes de datos recibidas en ${year}`, subtitle: 'Por quien pidió',
    columns: [{ key: 'who', title: 'Quien pidió', align: 'left', width: 3 }, { key: 'all', title: 'Recibidas', align: 'right' }, { key: 'given', title: 'Entregadas', align: 'right' }, { key: 'refused', title: 'Denegadas', align: 'right' }, { key: 'open', title: 'Abiertas', align: 'right' }, { key: 'time', title: 'Cerradas en plazo', align: 'right' }, { key: 'days', title: 'Días hábiles (mediana)', align: 'right' }],
    rows: [...requesters.filter((one) => kept.some(({ requester }) => requester === one)).map((one) => row(one, requesterTitle[one], kept.filter(({ requester }) => requester === one))), row('total', 'Total', kept, 'total')],
    notes: ['Las anuladas no se cuentan. Los días hábiles se cuentan desde el siguiente al ingreso hasta la entrega o la denegación.'], source: 'registro de la mesa de solicitudes de datos',
  }
}
/** One line for each question, without persons nor the words they used. */
export const yearList = (year: string, lines: readonly DataRequestLine[]): TableBlock => ({
  type: 'table', id: 'lista', title: `Detalle de las solicitudes de ${year}`, landscape: true,
  columns: [{ key: 'n', title: 'Solicitud', align: 'left', width: 3 }, { key: 'who', title: 'Quien pidió', align: 'left', width: 4 }, { key: 'in', title: 'Ingreso', align: 'right', width: 2 }, { key: 'due', title: 'Plazo', align: 'right', width: 2 }, { key: 'out', title: 'Cierre', align: 'right', width: 2 }, { key: 'days', title: 'Días hábiles', align: 'right' }, { key: 'state', title: 'Estado', align: 'left', width: 3 }],
  rows: lines.map((line) => ({ id: line.id, cells: [text(line.title.replace('Solicitud de datos ', '')), text(line.from), text(formatDay(line.receivedOn)), text(formatDay(line.dueOn)), line.closedOn ? text(formatDay(line.closedOn)) : { type: 'empty', reason: 'abierta' }, number(line.days), text(`${dataRequestStateTitle[line.state]}${line.state !== 'cancelled' && !line.onTime ? ', fuera de plazo' : ''}`)] })),
  source: 'registro de la mesa de solicitudes de datos',
})
