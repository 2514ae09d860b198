import { adoptPlan, loadPlanImport, undoPlanImport } from './load-plan-import.ts'
import { loadPlanJob } from './load-plan-job.ts'
import { listPlanImports, showPlanImport } from './plan-imports.query.ts'
import { keepPlanImport, saveNotUnderstood, startPlanImport } from './start-plan-import.ts'

/** What the module offers to load plans from documents. */
export const planImportActions = [startPlanImport, keepPlanImport, saveNotUnderstood, loadPlanImport, undoPlanImport, adoptPlan] as const
export const planImportQueries = [listPlanImports, showPlanImport] as const
export const planImportJobs = [loadPlanJob] as const
