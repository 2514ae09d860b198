import { nameConstraints } from '#platform/database'
import { defineModule } from '#platform/actions'
import { addIndicator, changeIndicator, retireIndicator, setTarget } from './indicators/change-indicators.ts'
import { indicatorProgress, indicatorValue } from './indicators/indicator.figure.ts'
import { indicatorTarget } from './indicators/target.figure.ts'
import { approveMeasurement, recordMeasurement } from './measurements/measure.ts'
import { addNode, changeNode, createPlan, linkNode, moveNode, retireNode } from './nodes/change-nodes.ts'
import { restoreIndicator, restoreNode } from './nodes/restore.ts'
import { indicatorsMeasured, objectiveScore, objectivesCount, objectivesOnTrack } from './progress/objectives.figure.ts'
import { planProgress } from './progress/plan-progress.chapter.ts'
import { showIndicator, showObjective, showPlan } from './queries.ts'
import { openPlanFigures } from './open-figures.ts'
import { planRecords } from './records.ts'
import { planWorksheets } from './worksheets.ts'
import { planEvidence } from './mandate.ts'
import { planImportActions, planImportJobs, planImportQueries } from './imports/index.ts'
import { planUndoings } from './undoings.ts'

nameConstraints({ plan_nodes_code: 'el código dentro del plan', plan_indicators_code: 'el código del indicador', plans_pk: 'el plan', approvals_pk: 'la aprobación de la medición' })

export const plan = defineModule({
  key: 'plan', title: 'Plan de desarrollo comunal', uses: ['evidence', 'registry'],
  actions: [createPlan, addNode, changeNode, moveNode, retireNode, restoreNode, linkNode, addIndicator, changeIndicator, retireIndicator, restoreIndicator, setTarget, recordMeasurement, approveMeasurement, ...planImportActions],
  queries: [showPlan, showObjective, showIndicator, ...planImportQueries], jobs: [...planImportJobs],
  figures: openPlanFigures([indicatorValue, indicatorProgress, indicatorTarget, objectivesOnTrack, objectivesCount, objectiveScore, indicatorsMeasured]),
  chapters: [planProgress], records: planRecords, worksheets: planWorksheets, mandate: planEvidence, undoings: planUndoings,
  permissions: {
    'plan.read': 'Ver el plan, sus indicadores y mediciones',
    'plan.edit': 'Elaborar el plan: árbol, indicadores, metas y mediciones',
    'plan.import': 'Cargar un plan desde Word o Excel y deshacer la carga',
    'plan.measure': 'Registrar las mediciones de los indicadores de su unidad',
    'plan.approve': 'Aprobar mediciones que registró otra persona',
  },
})
