import type { PageRoute } from '#design'
import { pages as budgetPages } from '../../modules/budget/pages.ts'
import { pages as correspondencePages } from '../../modules/correspondence/pages.ts'
import { pages as calendarPages } from '../../modules/calendar/pages.ts'
import { pages as councilPages } from '../../modules/council/pages.ts'
import { pages as planPages } from '../../modules/plan/pages.ts'
import { pages as projectPages } from '../../modules/projects/pages.ts'
import { pages as registryPages } from '../../modules/registry/pages.ts'
import { pages as territoryPages } from '../../modules/territory/pages.ts'
import { pages as requestPages } from '../../modules/requests/pages.ts'
import { pages as statisticsPages } from '../../modules/statistics/pages.ts'
import { pages as reportingPages } from '../../modules/reporting/pages.ts'
import { pages as worksheetPages } from '../../modules/worksheets/pages.ts'

/**
 * The pages of the modules. Each module lists its own in `src/modules/<module>/pages.ts` (`export const pages: readonly PageRoute[]`)
 * and is added here with one import and one line.
 */
export const modulePages: readonly PageRoute[] = [...planPages, ...budgetPages, ...projectPages, ...requestPages, ...reportingPages, ...calendarPages, ...councilPages, ...correspondencePages, ...statisticsPages, ...territoryPages, ...registryPages, ...worksheetPages]
