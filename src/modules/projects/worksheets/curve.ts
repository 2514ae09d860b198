import { can, monthNames } from '#kernel'
import { defineWorksheet, type SheetColumn, type SheetValue } from '#platform/actions'
import { reverseFact } from '#evidence'
import { type ListProjectsInput, stageTitle } from '../contract.ts'
import { currentStage, type ProjectState } from '../portfolio/project.ts'
import { setPlannedCurve } from '../progress/report-progress.ts'
import { projectsFiltered } from '../queries.ts'
import { base, named } from './base.ts'

const AHEAD = 12
const monthAfter = (month: string): string => (month.endsWith('-12') ? `${Number(month.slice(0, 4)) + 1}-01` : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`)
const titleOf = (month: string): string => `${monthNames[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`
const undoCurve = reverseFact({ name: 'projects.undo-curve', title: 'Deshacer una programación del avance', allowed: can('projects.edit'), adds: 'projects.set-planned-curve' })

/** The programmed curve of each project, one month per column: a programme is pasted whole. */
export const curveSheet = defineWorksheet<typeof ListProjectsInput, ProjectState>({
  ...base, name: 'projects.curve', title: 'Programación del avance', about: 'El avance acumulado programado al fin de cada mes, un mes por columna: se pega de una vez.', allowed: can('projects.edit'),
  columns: async (filters, context) => {
    const months = new Set((await projectsFiltered(context, base.wide(filters))).flatMap(({ placed }) => placed.state.curve.map(({ month }) => month)))
    for (let [month, count] = [context.today.slice(0, 7), 0]; count < AHEAD; month = monthAfter(month), count++) months.add(month)
    return [...named, ...[...months].sort().map((month): SheetColumn => ({ key: month, title: titleOf(month), kind: 'percent', open: true, width: 11 }))]
  },
  rows: async (filters, context) => (await projectsFiltered(context, filters)).map(({ placed: { state } }) => ({ id: state.id, label: state.name, record: state, values: { name: state.name, code: state.code, stage: stageTitle[currentStage(state).stage], ...Object.fromEntries(state.curve.map(({ month, share }) => [month, share])) } })),
  change: ({ id, record: { curve } }, next, { reason, today }) => {
    const points = new Map<string, SheetValue>([...curve.map(({ month, share }) => [month, share] as const), ...Object.entries(next)])
    return [{ action: setPlannedCurve, input: { id, on: today, document: reason, points: [...points].flatMap(([month, share]) => (share === null ? [] : [{ month, share }])).sort((a, b) => (a.month < b.month ? -1 : 1)) }, columns: Object.keys(next) }]
  },
  undo: (_row, done, { reason }) => [...new Set(done.map(({ entryId }) => entryId))].flatMap((entryId) => (entryId ? [{ action: undoCurve, input: { entryId, reason }, columns: done.filter((one) => one.entryId === entryId).map(({ column }) => column) }] : [])),
})
