import { can } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { addUnit } from '../communes/install.ts'
import { ChangeUnitInput, CreateUnitInput, DeactivateUnitInput } from '../contract.ts'
import { unitHref } from '../hrefs.ts'
import { unitInUse, unitUnderItself } from '../problems.ts'
import { unitStore, type UnitRow } from './unit.store.ts'

const recordOf = (id: string) => ({ kind: 'unit', id })
const settle = async (context: ActionContext, id: string): Promise<UnitRow> => {
  const row = await unitStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'la unidad' })
  await context.keep({ ...recordOf(id), version: row.version, data: { code: row.code, name: row.name, kind: row.kind, parent: row.parent_id, active: row.active } })
  await context.index({ ...recordOf(id), title: row.name, subtitle: `Unidad ${row.code}`, href: unitHref, visibility: 'public' })
  return row
}
const known = async (context: ActionContext, id: string): Promise<UnitRow> => {
  const row = await unitStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'la unidad' })
  return row
}
const moved = (row: UnitRow, input: { version: number }) => versionMoved({ what: row.name, yours: input.version, current: row.version }, { facts: { yours: input, theirs: row, current: row } })

export const createUnit = defineAction({
  name: 'registry.create-unit', title: 'Crear una unidad', input: CreateUnitInput, allowed: can('registry.administer'),
  run: async (input, context) => {
    if (input.parentId) await known(context, input.parentId)
    await addUnit(context.tx, { ...input, parentId: input.parentId ?? undefined }, input.id)
    const row = await settle(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'unit-created', summary: `Unidad ${row.code}, «${row.name}», creada`, record: recordOf(row.id) } }
  },
})
export const changeUnit = defineAction({
  name: 'registry.change-unit', title: 'Cambiar una unidad', input: ChangeUnitInput, allowed: can('registry.administer'),
  run: async (input, context) => {
    const store = unitStore(context.tx)
    const before = await known(context, input.id)
    if (input.parentId && (await store.ancestors(input.parentId)).some(({ id }) => id === input.id)) throw unitUnderItself({ name: before.name })
    if ((await store.change(input)) === 0) throw moved(before, input)
    const row = await settle(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'unit-changed', summary: before.name === row.name ? `Se corrigió la unidad «${row.name}»` : `La unidad «${before.name}» pasa a llamarse «${row.name}»`, record: recordOf(row.id) } }
  },
})
export const deactivateUnit = defineAction({
  name: 'registry.deactivate-unit', title: 'Cerrar una unidad', help: 'Deja de ofrecerse; lo que hizo se conserva.', input: DeactivateUnitInput, allowed: can('registry.administer'),
  run: async (input, context) => {
    const before = await known(context, input.id)
    const { units, people } = await unitStore(context.tx).dependants(input.id)
    if (units + people > 0) throw unitInUse({ name: before.name, units, people })
    if ((await unitStore(context.tx).deactivate(input.id, input.version)) === 0) throw moved(before, input)
    const row = await settle(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'unit-closed', summary: `Unidad «${row.name}» cerrada`, record: recordOf(row.id) } }
  },
})
