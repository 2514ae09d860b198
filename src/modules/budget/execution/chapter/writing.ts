import type { Block, Cell, Column, FigureDisplay, FigureInline, FigureValue, Inline, Period, TableRow } from '#kernel'
import type { FigureBook, ReadContext } from '#platform/actions'

/** What each section of the chapter is written with. */
export type Desk = { readonly context: ReadContext; readonly figures: FigureBook; readonly period: Period; /** Parameters of the period, as figures take them. */ readonly at: Readonly<Record<string, string>> }
export type Section = (desk: Desk) => Promise<readonly Block[]>

export const M: FigureDisplay = { thousands: true }
/** Text and figures as one paragraph: a bare number is not accepted, it must be a figure. */
export const prose = (strings: TemplateStringsArray, ...parts: readonly (FigureInline | string)[]): Inline[] => strings.flatMap((text, index): Inline[] => {
  const part = parts[index]
  return [...(text ? [{ type: 'text' as const, text }] : []), ...(part === undefined ? [] : typeof part === 'string' ? (part ? [{ type: 'text' as const, text: part }] : []) : [part])]
})
export const chip = (figure: FigureValue, show?: FigureDisplay): FigureInline => ({ type: 'figure', figure, ...(show ?? figure.unit === 'CLP' ? { show: show ?? M } : {}) })
export const heading = (id: string, text: string, level: 1 | 2 | 3 = 2): Block => ({ type: 'heading', id, level, content: [{ type: 'text', text }] })
export const paragraph = (id: string, content: readonly Inline[]): Block => ({ type: 'paragraph', id, content })
export const missing = (id: string, text: string): Block => ({ type: 'note', id, tone: 'info', content: [{ type: 'text', text }] })

export const words = (text: string, code = false): Cell => ({ type: 'text', text, ...(code ? { code } : {}) })
export const money = (figure: FigureValue): Cell => (figure.value === null ? { type: 'empty', reason: figure.text } : { type: 'figure', figure, show: M })
export const share = (figure: FigureValue, mark?: number): Cell => (figure.value === null ? { type: 'empty', reason: figure.text } : mark === undefined ? { type: 'figure', figure } : { type: 'bar', figure, mark })
export const column = (key: string, title: string, align: Column['align'] = 'right', width?: number): Column => ({ key, title, align, ...(width ? { width } : {}) })
export const row = (id: string, cells: readonly Cell[], kind: TableRow['kind'] = 'row', level?: number): TableRow => ({ id, kind, cells, ...(level ? { level } : {}) })

/** Share of the year that has passed at the end of the period: the mark of an even rhythm. */
export const yearShare = (period: Period): number => Number(period.to.slice(5, 7)) / 12
export const SOURCE = 'Libro presupuestario municipal'
export const get = (desk: Desk, id: string, parameters: Readonly<Record<string, string>> = {}): Promise<FigureValue> => desk.figures.get(`budget/${id}`, { ...desk.at, ...parameters })
export const endOf = (desk: Desk): string => desk.period.title
/** «de junio de 2026», «del 1.er semestre 2026». */
export const ofPeriod = ({ period }: Desk): string => (period.kind === 'month' ? `de ${period.title}` : `del ${period.title}`)
