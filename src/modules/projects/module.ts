import { nameConstraints } from '#platform/database'
import { defineModule } from '#platform/actions'
import { recordContract } from './contracts/record-contract.ts'
import { findLinkTargets, linkProject, projectLinks } from './links/link-project.ts'
import { changeProject, createProject, setFunding } from './portfolio/change-projects.ts'
import { contracted, countByStage, delayedCount, genderMarked, totalCost } from './portfolio/portfolio.figure.ts'
import { genderScreened } from './portfolio/screened.figure.ts'
import { openProjectFigures } from './open-figures.ts'
import { portfolioChapter } from './portfolio/portfolio.chapter.ts'
import { delayFigure, physicalProgress, programmedProgress, progressGap } from './progress/progress.figure.ts'
import { approveProgress, reportProgress, setPlannedCurve } from './progress/report-progress.ts'
import { undoPlannedCurve } from './progress/undo-curve.ts'
import { contractsOfSupplier, listProjects, showProject } from './queries.ts'
import { projectRecords } from './records.ts'
import { projectWorksheets } from './worksheets.ts'
import { changeStage } from './stages/change-stage.ts'
import { projectEvidence } from './mandate.ts'
import { projectImportActions, projectImportJobs, projectImportQueries } from './imports/index.ts'
import { projectUndoings } from './undoings.ts'

nameConstraints({ projects_code: 'el código del proyecto', projects_bip: 'el código BIP', recipes_name: 'el nombre de la receta', projects_pk: 'el proyecto', contracts_pk: 'el contrato', progress_reports_pk: 'el informe de avance', progress_approvals_pk: 'la aprobación del avance' })

export const projects = defineModule({
  key: 'projects', title: 'Proyectos de inversión', uses: ['evidence', 'registry', 'budget'],
  actions: [createProject, changeProject, changeStage, setFunding, setPlannedCurve, undoPlannedCurve, reportProgress, approveProgress, linkProject, recordContract, ...projectImportActions],
  queries: [listProjects, showProject, contractsOfSupplier, projectLinks, findLinkTargets, ...projectImportQueries], jobs: [...projectImportJobs],
  figures: openProjectFigures([countByStage, delayedCount, genderMarked, genderScreened, totalCost, contracted, physicalProgress, programmedProgress, progressGap, delayFigure]),
  chapters: [portfolioChapter], records: projectRecords, worksheets: projectWorksheets, mandate: projectEvidence, undoings: projectUndoings,
  permissions: {
    'projects.read': 'Ver la cartera de proyectos',
    'projects.edit': 'Mantener proyectos, etapas, financiamiento, programación y contratos',
    'projects.progress': 'Informar el avance de los proyectos de su unidad',
    'projects.import': 'Cargar listas de proyectos y deshacer la carga',
    'projects.approve': 'Aprobar avances que informó otra persona',
  },
})
