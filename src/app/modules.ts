import { budget } from '#budget'
import { council } from '#council'
import { evidence } from '#evidence'
import { plan } from '#plan'
import { projects } from '#projects'
import { registry } from '#registry'
import { reportingOver } from '#reporting'
import type { ModuleDefinition } from '#platform/actions'
import { operationsOver } from './operations/module.ts'
import { version } from './version.ts'

/** The modules whose figures and chapters the reports use, ground floor first. */
const floors: readonly ModuleDefinition[] = [evidence, registry, council, plan, budget, projects]

const published: { address?: string } = {}
/** The public address of this installation, printed on issued documents; without it a code is printed and the page says so. */
export const usePublicAddress = (address: string | undefined): void => { published.address = address }

/** The roof: reports over everything below. */
export const reporting = reportingOver(floors, { version: version(), publicAddress: () => published.address })

/** The list of modules. Nothing is in the product that is not here. */
export const modules: readonly ModuleDefinition[] = [...floors, reporting.module, operationsOver(() => modules)]
