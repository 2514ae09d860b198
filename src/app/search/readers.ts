import type { ModuleDefinition, ReadContext, RecordKind } from '#platform/actions'
import { nameReaders, nameTellers } from '#evidence'
import { DatabaseError, sql } from '#platform/database'

/** Kinds of records that keep a search line or documents without being declared by their module, and what opens them. */
const OTHERS: Readonly<Record<string, string>> = {
  'budget-account': 'budget.read', 'budget-entry': 'budget.read', 'payment': 'budget.read', 'payment-certificate': 'budget.read', 'report-section': 'reporting.read', 'commune': 'registry.read', 'person': 'registry.read', plan: 'plan.read', agreement: 'council.read',
}
const INVALID_TEXT = '22P02'
/** Whether the module of a record tells it to this reader. An address that cannot be one of its ids («x» where a UUID goes) is simply not told, and the transaction goes on. */
const isTold = async (summarise: RecordKind['summarise'], id: string, context: ReadContext): Promise<boolean> => {
  await context.tx.run(sql`savepoint telling`)
  try {
    const told = (await summarise([id], context)).some((one) => one.id === id)
    await context.tx.run(sql`release savepoint telling`)
    return told
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== INVALID_TEXT) throw error
    await context.tx.run(sql`rollback to savepoint telling`)
    return false
  }
}
/** Tells the search and the histories which permission opens the records of each module: the one named «<module>.read», where the module has it. */
export const nameReadersOf = (modules: readonly ModuleDefinition[]): void => {
  nameReaders(OTHERS)
  for (const { key, permissions = {}, records = [] } of modules) {
    nameTellers(Object.fromEntries(records.map(({ kind, summarise }) => [kind, (id, context) => isTold(summarise, id, context)])))
    if (`${key}.read` in permissions) nameReaders(Object.fromEntries(records.map(({ kind }) => [kind, `${key}.read`])))
  }
}
