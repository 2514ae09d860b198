import { can } from '#kernel'
import { defineAction, defineQuery, notFound, versionMoved } from '#platform/actions'
import { z } from 'zod'
import { ChangeRoleInput } from '../contract.ts'
import { officeStore } from '../offices/office.store.ts'
import { checkNotSelf, checkRolePermissions, knownPermissions } from './authority.ts'

export const listRoles = defineQuery({
  name: 'registry.list-roles', title: 'Cargos y lo que permiten', input: z.object({}), allowed: can('registry.read'),
  run: async (_input, { tx }) => ({ roles: await officeStore(tx).roles(), permissions: knownPermissions }),
})
export const changeRole = defineAction({
  name: 'registry.change-role', title: 'Cambiar lo que permite un cargo', input: ChangeRoleInput, allowed: can('registry.administer'),
  run: async (input, { tx, actor, keep }) => {
    const store = officeStore(tx)
    const before = await store.role(input.key)
    if (!before) throw notFound({ what: 'el cargo' })
    const permissions = [...new Set(input.permissions)].sort()
    checkRolePermissions(input.key, permissions)
    checkNotSelf(actor, actor.offices.some(({ role }) => role === input.key), permissions)
    if ((await store.changeRole({ ...input, permissions })) === 0) throw versionMoved({ what: before.title, yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    const [added, removed] = [permissions.filter((one) => !before.permissions.includes(one)), before.permissions.filter((one) => !permissions.includes(one))]
    await keep({ kind: 'role', id: input.key, version: before.version + 1, data: { title: input.title, permissions, clearances: input.clearances } })
    const said = [added.length ? `se agrega ${added.join(', ')}` : '', removed.length ? `se quita ${removed.join(', ')}` : ''].filter(Boolean).join('; ') || 'sin cambio de permisos'
    return { result: { key: input.key, version: before.version + 1 }, entry: { name: 'role-changed', summary: `Cargo «${input.title}»: ${said}`, record: { kind: 'role', id: input.key }, facts: { added, removed } } }
  },
})
