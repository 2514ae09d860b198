import { defineQuery, type ModuleDefinition } from '#platform/actions'
import { z } from 'zod'
import { officeStore } from '../offices/office.store.ts'
import { defaultRoles } from '../roles/default-roles.ts'
import { knownPermissions } from '../roles/authority.ts'
import { permissionTitles } from '../roles/permission-titles.ts'
import { permissionMatrix } from './matrix.ts'
import type { MatrixAnswer } from './matrix-contract.ts'

/** The order of the law: mayor, Concejo, planning, units; roles of the commune's own after them. */
const placeOf = (key: string): number => (defaultRoles.findIndex((role) => role.key === key) + defaultRoles.length + 1) % (defaultRoles.length + 1)
/** Every action and query by every role of the commune as it is today, for those who administer the system and those who audit it. */
export const readPermissions = (modules: () => readonly ModuleDefinition[]) => defineQuery({
  name: 'system.read-permissions', title: 'Matriz de permisos', help: 'Se calcula de las mismas definiciones con que el sistema permite o rechaza.', input: z.object({}),
  allowed: (actor) => actor.permissions.has('registry.administer') || actor.permissions.has('evidence.audit'),
  run: async (_input, { tx }): Promise<MatrixAnswer> => {
    const rows = await officeStore(tx).roles()
    const roles = rows.map(({ key, title, legal_basis: legalBasis, permissions }) => ({ key, title, legalBasis, permissions })).sort((a, b) => placeOf(a.key) - placeOf(b.key))
    const titles = Object.assign({}, permissionTitles, ...modules().map(({ permissions }) => permissions ?? {})) as Record<string, string>
    return {
      roles, permissions: Object.fromEntries(knownPermissions.map((key) => [key, titles[key] ?? key])),
      modules: modules().map(({ key, title }) => ({ key, title })),
      lines: permissionMatrix(modules(), roles, knownPermissions),
    }
  },
})
