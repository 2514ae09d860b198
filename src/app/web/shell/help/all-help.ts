import type { PageHelps } from '#design'
import { pageHelps as budget } from '../../../../modules/budget/help.ts'
import { pageHelps as calendar } from '../../../../modules/calendar/help.ts'
import { pageHelps as correspondence } from '../../../../modules/correspondence/help.ts'
import { pageHelps as council } from '../../../../modules/council/help.ts'
import { pageHelps as plan } from '../../../../modules/plan/help.ts'
import { pageHelps as projects } from '../../../../modules/projects/help.ts'
import { pageHelps as registry } from '../../../../modules/registry/help.ts'
import { pageHelps as reporting } from '../../../../modules/reporting/help.ts'
import { pageHelps as requests } from '../../../../modules/requests/help.ts'
import { pageHelps as statistics } from '../../../../modules/statistics/help.ts'
import { pageHelps as worksheets } from '../../../../modules/worksheets/help.ts'
import { pageHelps as territory } from '../../../../modules/territory/help.ts'
import { shellHelps } from './shell-help.ts'

/** Help of every page, by its path. Loaded with the sheet, never with the first page. A module adds its own in `src/modules/<module>/help.ts`. */
export const pageHelps: PageHelps = { ...plan, ...budget, ...projects, ...requests, ...reporting, ...calendar, ...council, ...correspondence, ...registry, ...worksheets, ...statistics, ...territory, ...shellHelps }
