import { budget } from '#budget'
import { calendarOver } from '#calendar'
import { correspondenceOver } from '#correspondence'
import { council } from '#council'
import { evidence } from '#evidence'
import { plan } from '#plan'
import { projects } from '#projects'
import { registry } from '#registry'
import { reportingOver } from '#reporting'
import type { ModuleDefinition } from '#platform/actions'
import { operationsOver } from './operations/module.ts'
import { version } from './version.ts'

/** The legal calendar: the other modules say which duties their acts fulfil. */
export const calendar = calendarOver(() => modules)

/** The modules whose figures and chapters the reports use, ground floor first. */
const floors: readonly ModuleDefinition[] = [evidence, registry, calendar.module, council, plan, budget, projects]

const published: { address?: string } = {}
/** The public address of this installation, printed on issued documents; without it a code is printed and the page says so. */
export const usePublicAddress = (address: string | undefined): void => { published.address = address }

/** Acts and letters: their prose may hold figures of every module. */
export const correspondence = correspondenceOver(floors, { version: version(), publicAddress: () => published.address })

/** The roof: reports over everything below. */
export const reporting = reportingOver(floors, { version: version(), publicAddress: () => published.address })

/** The list of modules. Nothing is in the product that is not here. */
export const modules: readonly ModuleDefinition[] = [...floors, correspondence.module, reporting.module, operationsOver(() => modules)]
