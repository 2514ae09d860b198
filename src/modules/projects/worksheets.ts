import { curveSheet } from './worksheets/curve.ts'
import { progressSheet } from './worksheets/progress.ts'
import { projectSheet } from './worksheets/projects.ts'

/** Lists of projects that are edited in Excel. */
export const projectWorksheets = [projectSheet, progressSheet, curveSheet] as const
