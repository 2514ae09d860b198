import { createHash } from 'node:crypto'
import type { Tx } from '#platform/database'
import { hashPassword } from '#platform/identity'
import { addDefaultRoles, loadRegistryFacts, type RegistryIds } from '#registry'
import type { DemoFacts } from '../../../demo/index.ts'
import { DEMO_PASSWORD } from '../demo-accounts.ts'

/** The same identity for the same key every time the demonstration is loaded (a version 8 UUID over SHA-256). */
export const steadyId = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
export type DemoIds = RegistryIds

/** Units, people with their offices and accounts, suppliers, institutions. One hash serves all accounts: the password is public. */
export const loadPeople = async (tx: Tx, facts: DemoFacts): Promise<DemoIds> => {
  const hash = await hashPassword(DEMO_PASSWORD)
  await addDefaultRoles(tx)
  return loadRegistryFacts(tx, facts, { passwordHash: () => hash })
}
