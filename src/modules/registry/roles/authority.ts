import type { Actor, Permission } from '#kernel'
import { permissionNotHeld, selfPromotion, technologyWithoutBusiness, unknownPermission } from '../problems.ts'
import { defaultRoles } from './default-roles.ts'
import { permissionTitles } from './permission-titles.ts'

/** What technology may hold: it keeps the machine and the register of who is who, and decides nothing of the municipality. */
export const technicalPermissions: readonly Permission[] = ['registry.read', 'registry.administer', 'system.operate']
export const technicalRole = 'admin_tech'
export const knownPermissions: readonly Permission[] = [...new Set(defaultRoles.flatMap(({ permissions }) => permissions))].sort()

/** Nobody widens what they may do by their own hand. `own` says whether the office or role is the actor's. */
export const checkNotSelf = (actor: Actor, own: boolean, permissions: readonly Permission[]): void => {
  const gained = permissions.filter((permission) => !actor.permissions.has(permission))
  if (own && gained.length > 0) throw selfPromotion({ permissions: gained.join(', ') }, { facts: { gained } })
}
/** Nobody gives a permission they do not hold; technology may take permissions away, the rest only handle their own. */
export const checkHeld = (actor: Actor, change: { readonly added: readonly Permission[]; readonly removed: readonly Permission[] }): void => {
  const touched = actor.permissions.has('registry.administer') ? change.added : [...change.added, ...change.removed]
  const foreign = touched.filter((permission) => !actor.permissions.has(permission))
  if (foreign.length > 0) throw permissionNotHeld({ permissions: foreign.map((permission) => permissionTitles[permission] ?? permission).join(', ') }, { facts: { foreign } })
}
/** Permissions a role may have: known to the program, and only technical ones for technology. */
export const checkRolePermissions = (key: string, permissions: readonly Permission[]): void => {
  const unknown = permissions.find((permission) => !knownPermissions.includes(permission))
  if (unknown) throw unknownPermission({ permission: unknown })
  const business = permissions.filter((permission) => !technicalPermissions.includes(permission))
  if (key === technicalRole && business.length > 0) throw technologyWithoutBusiness({ permissions: business.join(', ') })
}
