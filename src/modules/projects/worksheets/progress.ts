import { randomUUID } from 'node:crypto'
import { defineProblem, formatDay } from '#kernel'
import { defineWorksheet } from '#platform/actions'
import { reverseFact } from '#evidence'
import { type ListProjectsInput, stageTitle } from '../contract.ts'
import { currentStage, type ProjectState } from '../portfolio/project.ts'
import { reportProgress } from '../progress/report-progress.ts'
import { projectsFiltered } from '../queries.ts'
import { base, named } from './base.ts'

export const reportBack = defineProblem<{ last: string }>({
  id: 'projects/avance-anterior-al-ultimo', kind: 'input',
  title: 'El avance es anterior al último informado',
  detail: ({ last }) => `El último es del ${last}; una planilla corrige ése o agrega uno posterior.`,
  remedy: 'Escriba una fecha igual o posterior, o informe el avance antiguo en la ficha del proyecto.',
})
const COLUMNS = ['share', 'measuredOn', 'evidence', 'cause', 'effect', 'measure'] as const
const mayReport = (actor: { permissions: ReadonlySet<string> }): boolean => actor.permissions.has('projects.edit') || actor.permissions.has('projects.progress')
const undoProgress = reverseFact({ name: 'projects.undo-progress', title: 'Deshacer un informe de avance', allowed: mayReport, adds: 'projects.report-progress' })

/** The last report of each work: another value of the same day corrects it, a later day adds one. */
export const progressSheet = defineWorksheet<typeof ListProjectsInput, ProjectState>({
  ...base, name: 'projects.progress', title: 'Avance físico de los proyectos', about: 'El último avance informado, con su causa y medida: con la misma fecha se corrige, con una posterior se agrega otro informe.', allowed: mayReport,
  columns: async () => [
    ...named, { key: 'share', title: 'Avance físico', kind: 'percent', open: true, help: 'Acumulado, como 57,4 %.' }, { key: 'measuredOn', title: 'Fecha del avance', kind: 'day', open: true, help: 'Cámbiela si es un informe nuevo.' },
    { key: 'evidence', title: 'Respaldo', kind: 'text', open: true, width: 34 }, { key: 'cause', title: 'Causa del atraso', kind: 'long-text', open: true }, { key: 'effect', title: 'Efecto', kind: 'long-text', open: true }, { key: 'measure', title: 'Medida', kind: 'long-text', open: true },
  ],
  rows: async (filters, context) => (await projectsFiltered(context, filters)).map(({ placed: { state } }) => {
    const last = state.reports.at(-1)
    const mine = context.actor.permissions.has('projects.edit') || state.unitId === null || state.unitId === context.actor.unitId
    return {
      id: state.id, label: state.name, record: state, ...(mine ? {} : { closed: 'Lo informa su unidad técnica.' }),
      values: { name: state.name, code: state.code, stage: stageTitle[currentStage(state).stage], share: last?.share ?? null, measuredOn: last?.on ?? null, evidence: last?.evidence ?? '', cause: last?.cause ?? '', effect: last?.effect ?? '', measure: last?.measure ?? '' },
    }
  }),
  change: ({ id, record: { reports }, values }, next) => {
    const last = reports.at(-1)
    const given = { ...Object.fromEntries(COLUMNS.map((key) => [key, values[key] ?? (key === 'share' || key === 'measuredOn' ? null : '')])), ...next }
    if (last && typeof given['measuredOn'] === 'string' && given['measuredOn'] < last.on) return [{ refused: reportBack({ last: formatDay(last.on) }), columns: [...COLUMNS] }]
    return [{ action: reportProgress, input: { id: randomUUID(), projectId: id, ...given }, columns: [...COLUMNS] }]
  },
  undo: (_row, done, { reason }) => [...new Set(done.map(({ entryId }) => entryId))].flatMap((entryId) => (entryId ? [{ action: undoProgress, input: { entryId, reason }, columns: done.filter((one) => one.entryId === entryId).map(({ column }) => column) }] : [])),
})
