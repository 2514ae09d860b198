import { can } from '#kernel'
import { defineAction, defineQuery, notFound, versionMoved } from '#platform/actions'
import { z } from 'zod'
import { ChangeRoleInput } from '../contract.ts'
import { officeStore } from '../offices/office.store.ts'
import { checkHeld, checkNotSelf, checkRolePermissions, knownPermissions, technicalPermissions, technicalRole } from './authority.ts'
import { permissionNotHeld, selfPromotion, technologyWithoutBusiness } from '../problems.ts'
import { permissionTitles } from './permission-titles.ts'

export const listRoles = defineQuery({
  name: 'registry.list-roles', title: 'Cargos y lo que permiten', input: z.object({}), allowed: can('registry.read'),
  run: async (_input, { tx }) => ({ roles: await officeStore(tx).roles(), permissions: knownPermissions.map((key) => ({ key, title: permissionTitles[key] ?? key, technical: technicalPermissions.includes(key) })), technicalRole }),
})
export const changeRole = defineAction({
  name: 'registry.change-role', title: 'Cambiar lo que permite un cargo', input: ChangeRoleInput,
  help: 'Se delega lo que uno mismo tiene. La administración del sistema puede quitar permisos, y no da los de la gestión.',
  unless: [selfPromotion, permissionNotHeld, technologyWithoutBusiness], allowed: (actor) => actor.permissions.has('registry.administer') || actor.permissions.has('registry.delegate'),
  run: async (input, { tx, actor, keep }) => {
    const store = officeStore(tx)
    const before = await store.role(input.key)
    if (!before) throw notFound({ what: 'el cargo' })
    const permissions = [...new Set(input.permissions)].sort()
    checkRolePermissions(input.key, permissions)
    checkNotSelf(actor, actor.offices.some(({ role }) => role === input.key), permissions)
    const [added, removed] = [permissions.filter((one) => !before.permissions.includes(one)), before.permissions.filter((one) => !permissions.includes(one))]
    checkHeld(actor, { added, removed })
    if ((await store.changeRole({ ...input, permissions })) === 0) throw versionMoved({ what: before.title, yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    await keep({ kind: 'role', id: input.key, version: before.version + 1, data: { title: input.title, permissions, clearances: input.clearances } })
    const said = [added.length ? `se agrega ${added.join(', ')}` : '', removed.length ? `se quita ${removed.join(', ')}` : ''].filter(Boolean).join('; ') || 'sin cambio de permisos'
    return { result: { key: input.key, version: before.version + 1 }, entry: { name: 'role-changed', summary: `Cargo «${input.title}»: ${said}`, record: { kind: 'role', id: input.key }, facts: { added, removed } } }
  },
})
