import type { Actor, Permission } from '#kernel'
import type { AnyAction, AnyQuery, ModuleDefinition, PersonalRule } from '#platform/actions'
import type { MatrixLine, MatrixRole, MatrixRule } from './matrix-contract.ts'

type Definition = AnyAction | AnyQuery
/** Nobody in particular, with these permissions: what an office may do depends on nothing else. */
const holder = (permissions: readonly Permission[], role = ''): Actor => ({
  commune: '', accountId: '', name: '', offices: role ? [{ role, title: role, substitute: false }] : [], permissions: new Set(permissions), clearances: ['public'],
})

/**
 * What opens an action or a query, found by asking its own `allowed`: each way is a set of permissions that suffices and of which none is to
 * spare. `[[]]` when nothing is needed, `[]` when nobody may. Two together are tried when none alone opens it; no definition asks for three.
 */
export const waysIn = ({ allowed }: Definition, known: readonly Permission[]): readonly (readonly Permission[])[] => {
  if (allowed(holder([]))) return [[]]
  const single = known.filter((one) => allowed(holder([one])))
  if (single.length > 0) return single.map((one) => [one])
  return known.flatMap((one, at) => known.slice(at + 1).filter((other) => allowed(holder([one, other]))).map((other) => [one, other]))
}

const ruleOf = ({ definition: { id, title, remedy, law } }: PersonalRule): MatrixRule => ({ id, title, remedy, ...(law ? { law: [law.norm, law.article && `artículo ${law.article}`].filter(Boolean).join(', ') } : {}) })

/** Every action and query of the modules, by module, with the roles that may and what else applies: computed from the definitions, never written by hand. */
export const permissionMatrix = (modules: readonly ModuleDefinition[], roles: readonly MatrixRole[], known: readonly Permission[]): readonly MatrixLine[] =>
  modules.flatMap((module) => [...(module.actions ?? []), ...(module.queries ?? [])].map((definition) => {
    const ways = waysIn(definition, known)
    const anybody = ways.length === known.length && ways.every(({ length }) => length === 1)
    return {
      name: definition.name, kind: definition.type, title: definition.title, module: module.key,
      access: definition.anonymous ? 'anonymous' as const : ways[0]?.length === 0 ? 'account' as const : anybody ? 'office' as const : 'permission' as const,
      ways: anybody || definition.anonymous ? [] : ways,
      roles: roles.filter(({ key, permissions }) => definition.allowed(holder(permissions, key))).map(({ key }) => key),
      rules: (definition.unless ?? []).map(ruleOf),
    }
  }))
