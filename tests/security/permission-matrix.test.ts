import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allProblems } from '#kernel'
import type { AnyAction, AnyQuery } from '#platform/actions'
import { hashPassword } from '#platform/identity'
import { addPerson, defaultRoles, knownPermissions, waysIn } from '#registry'
import { modules } from '../../src/app/modules.ts'
import { webApplication } from '../../src/app/server.ts'
import { COMMUNE } from '../cast.ts'
import { openTown, type Town } from '../town.ts'
import { actionTable, opensFor, roleTable } from './permission-tables.ts'
import { sampleInput } from './sample-input.ts'

const definitions: readonly (AnyAction | AnyQuery)[] = modules.flatMap((module) => [...(module.actions ?? []), ...(module.queries ?? [])])
const [roles, actions] = [roleTable(), actionTable()]
const PASSWORD = 'una frase larga y propia 7'
const ORIGIN = 'http://127.0.0.1'

describe('lo escrito a mano y lo que hace el sistema', () => {
  test('cada cargo tiene exactamente los permisos de la tabla', () => {
    const sorted = (table: ReadonlyMap<string, Iterable<string>>) => Object.fromEntries([...table].map(([key, permissions]) => [key, [...new Set(permissions)].sort()]).sort())
    expect(sorted(new Map(defaultRoles.map(({ key, permissions }) => [key, permissions])))).toEqual(sorted(roles))
  })
  test('cada acción y cada consulta se abre exactamente con lo que dice la tabla', () => {
    const found = (definition: AnyAction | AnyQuery): string => {
      if (definition.anonymous) return 'anonymous'
      const ways = waysIn(definition, knownPermissions)
      if (ways[0]?.length === 0) return 'account'
      return ways.length === knownPermissions.length ? 'office' : ways.map((way) => way.join(' + ')).sort().join(' or ')
    }
    expect(Object.fromEntries(definitions.map((definition) => [definition.name, found(definition)]).sort())).toEqual(Object.fromEntries([...actions].sort()))
  })
  test('cada rechazo por ser quien se es está dicho en alguna acción', () => {
    const told = new Set(definitions.flatMap(({ unless = [] }) => unless.map(({ definition }) => definition.id)))
    /** Refusals of the door, before any action: they depend on the session and the computer, not on the office. */
    const atTheDoor = /^(permiso|identidad|trabajo)\//
    const personal = allProblems().filter(({ kind, id }) => (kind === 'permission' && !atTheDoor.test(id)) || /misma-persona|de-otro-cargo|no-es-quien|cuenta-propia/.test(id)).map(({ id }) => id)
    expect(personal.length).toBeGreaterThan(12)
    expect(personal.filter((id) => !told.has(id))).toEqual([])
  })
})

describe('cada acción y cada consulta, pedidas por cada cargo', () => {
  let town: Town
  let app: ReturnType<typeof webApplication>
  beforeAll(async () => {
    town = await openTown()
    app = webApplication(town.system, { dataFolder: 'unused', host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false })
    const passwordHash = await hashPassword(PASSWORD)
    await town.system.database.write({ commune: COMMUNE, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public'] }, async (tx) => {
      for (const { key, title } of defaultRoles) await addPerson(tx, { values: { name: `Persona ${title}`, email: `${key}@villa.example` }, offices: [{ role: key, title, from: '2020-01-01' as never }], passwordHash, mustChange: false })
    })
  })
  afterAll(() => town.close())

  const enter = async (role: string) => {
    const signedIn = await app.request(`${ORIGIN}/api/identity/sign-in`, { method: 'POST', body: JSON.stringify({ commune: COMMUNE, email: `${role}@villa.example`, password: PASSWORD }) })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { csrf } = (await (await app.request(`${ORIGIN}/api/session`, { headers: { cookie } })).json()) as { csrf: string }
    return { cookie, 'x-csrf': csrf }
  }
  const ask = async (definition: AnyAction | AnyQuery, input: Record<string, unknown>, headers: Record<string, string>) => {
    const address = `${ORIGIN}/api/${definition.name.replace('.', '/')}`
    const query = new URLSearchParams(Object.entries(input).map(([key, value]) => [key, String(value)]))
    const answer = definition.type === 'action' ? await app.request(address, { method: 'POST', headers, body: JSON.stringify(input) }) : await app.request(`${address}?${query}`, { headers })
    return { status: answer.status, type: answer.ok ? '' : ((await answer.json()) as { type: string }).type }
  }
  test.each(defaultRoles.map(({ key, title }) => [title, key]))('%s', async (_title, role) => {
    const headers = await enter(role)
    const held = roles.get(role) ?? new Set<string>()
    const wrong: string[] = []
    for (const definition of definitions) {
      const { status, type } = await ask(definition, sampleInput(definition.input), headers)
      const may = opensFor(actions.get(definition.name) ?? '', held)
      // Somebody with the permission may still be refused by a rule that the action itself tells.
      const byRule = definition.unless?.some(({ definition: { id } }) => type.endsWith(id)) ?? false
      const right = may ? status < 500 && status !== 401 && status !== 429 && (status !== 403 || byRule) : status === 403 && type.endsWith('permiso/no-autorizado')
      if (!right) wrong.push(`${definition.name}: ${status} ${type}, ${may ? 'debía poder' : 'no debía poder'}`)
    }
    expect(wrong).toEqual([])
  })
})
