import type { ModuleDefinition } from '#platform/actions'
import { nameReaders, nameTellers } from '#evidence'

/** Kinds of records that keep a search line or documents without being declared by their module, and what opens them. */
const OTHERS: Readonly<Record<string, string>> = {
  'budget-account': 'budget.read', 'budget-entry': 'budget.read', 'payment': 'budget.read', 'payment-certificate': 'budget.read', 'report-section': 'reporting.read', 'commune': 'registry.read', 'person': 'registry.read', plan: 'plan.read', agreement: 'council.read',
}
/** Tells the search and the histories which permission opens the records of each module: the one named «<module>.read», where the module has it. */
export const nameReadersOf = (modules: readonly ModuleDefinition[]): void => {
  nameReaders(OTHERS)
  for (const { key, permissions = {}, records = [] } of modules) {
    nameTellers(Object.fromEntries(records.map(({ kind, summarise }) => [kind, async (id, context) => (await summarise([id], context)).some((one) => one.id === id)])))
    if (`${key}.read` in permissions) nameReaders(Object.fromEntries(records.map(({ kind }) => [kind, `${key}.read`])))
  }
}
