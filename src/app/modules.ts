import { budget } from '#budget'
import { evidence } from '#evidence'
import { registry } from '#registry'
import type { ModuleDefinition } from '#platform/actions'

/** The list of modules, ground floor first. Nothing is in the product that is not here. */
export const modules: readonly ModuleDefinition[] = [evidence, registry, budget]
