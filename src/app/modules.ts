import { budget } from '#budget'
import { calendarOver } from '#calendar'
import { correspondenceOver } from '#correspondence'
import { councilOver } from '#council'
import { evidence } from '#evidence'
import { plan } from '#plan'
import { projects } from '#projects'
import { registry } from '#registry'
import { reportingOver } from '#reporting'
import { requestsOver } from '#requests'
import { statistics } from '#statistics'
import { worksheetsOver } from '#worksheets'
import { territory } from '#territory'
import { transportFrom } from '#platform/mail'
import type { ModuleDefinition } from '#platform/actions'
import { operationsOver } from './operations/module.ts'
import { requestSources, subjectHref } from './request-sources/sources.ts'
import { anchorsIn } from './signature-anchors.ts'
import { version } from './version.ts'

/** The legal calendar: the other modules say which duties their acts fulfil. */
export const calendar = calendarOver(() => modules)

const published: { address?: string; anchors?: string } = {}
/** What the units owe: read from the modules of work, and written back with their own actions. */
export const requests = requestsOver(requestSources, { transport: () => transportFrom(process.env), address: () => published.address, href: subjectHref })

/** The council's desk: its weekly sheet tells what every module has late, with their figures. */
export const council = councilOver({ modules: () => modules, version: version() })

/** The modules whose figures and chapters the reports use, ground floor first. */
const floors: readonly ModuleDefinition[] = [evidence, registry, territory, calendar.module, statistics, council.module, plan, budget, projects, requests.module]

/** The public address of this installation, printed on issued documents; without it a code is printed and the page says so. */
export const usePublicAddress = (address: string | undefined): void => { published.address = address }

/** The folder of root certificates for electronic signatures: `certificados-raiz` beside the data, or the one of `SECPLAN_SIGNATURE_ANCHORS`. */
export const useSignatureAnchors = (folder: string): void => { published.anchors = folder }

/** Acts and letters: their prose may hold figures of every module. */
export const correspondence = correspondenceOver(floors, { version: version(), publicAddress: () => published.address, anchors: () => anchorsIn(process.env['SECPLAN_SIGNATURE_ANCHORS'] ?? published.anchors), transport: () => transportFrom(process.env) })

/** The roof: reports over everything below. */
export const reporting = reportingOver(floors, { version: version(), publicAddress: () => published.address })

/** Lists edited in Excel: each module declares its own. */
export const worksheets = worksheetsOver(() => modules)

/** The list of modules. Nothing is in the product that is not here. */
export const modules: readonly ModuleDefinition[] = [...floors, correspondence.module, reporting.module, worksheets.module, operationsOver(() => modules)]
