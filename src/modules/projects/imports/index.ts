import { loadListJob } from './load-list-job.ts'
import { loadProjectImport } from './load-project-import.ts'
import { listProjectImports, showProjectImport } from './project-imports.query.ts'
import { keepProjectImport, saveRejectedProjects, startProjectImport } from './start-project-import.ts'
import { undoProjectImport } from './undo-project-import.ts'

/** What the module offers to load lists of projects. */
export const projectImportActions = [startProjectImport, keepProjectImport, saveRejectedProjects, loadProjectImport, undoProjectImport] as const
export const projectImportQueries = [listProjectImports, showProjectImport] as const
export const projectImportJobs = [loadListJob] as const
