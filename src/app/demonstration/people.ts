import { createHash } from 'node:crypto'
import type { Day } from '#kernel'
import type { Tx } from '#platform/database'
import { hashPassword } from '#platform/identity'
import { addDefaultRoles, addPerson, addUnit } from '#registry'
import type { DemoFacts } from '../../../demo/index.ts'
import { DEMO_PASSWORD } from '../demo-accounts.ts'

/** The same identity for the same key every time the demonstration is loaded (a version 8 UUID over SHA-256). */
export const steadyId = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
export type DemoIds = { readonly units: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string>; readonly accounts: ReadonlyMap<string, string> }

/** Units, people with their offices and accounts. One hash serves all accounts: the demonstration's password is public. */
export const loadPeople = async (tx: Tx, facts: DemoFacts): Promise<DemoIds> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await addDefaultRoles(tx)
  const units = new Map(facts.units.map((unit) => [unit.code, steadyId(facts.commune.code, 'unit', unit.code)]))
  for (const unit of facts.units) await addUnit(tx, { code: unit.code, name: unit.name, kind: unit.kind, parentId: unit.parent ? units.get(unit.parent) : undefined }, units.get(unit.code))
  const [people, accounts] = [new Map<string, string>(), new Map<string, string>()]
  for (const person of facts.people) {
    const unitId = units.get(person.unit)
    const id = steadyId(facts.commune.code, 'person', person.key)
    const made = await addPerson(tx, {
      values: { name: person.name, rut: person.rut, email: person.email },
      unitId,
      offices: person.offices.map((office) => ({
        role: office.role, title: office.title, unitId, from: office.from, to: office.to,
        ...(office.substitute ? { substitute: { decree: 'Decreto de subrogancia (demostración)', date: office.from as Day } } : {}),
      })),
      passwordHash,
    }, id)
    people.set(person.key, id)
    if (made.accountId) accounts.set(person.key, made.accountId)
  }
  return { units, people, accounts }
}
