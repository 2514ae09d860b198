import { can, readRut } from '#kernel'
import { type ActionContext, defineAction, defineQuery, notFound, versionMoved } from '#platform/actions'
import { z } from 'zod'
import { AddInstitutionInput, ChangeInstitutionInput, type InstitutionView } from '../contract.ts'
import { rutWrong } from '../problems.ts'
import { institutionStore } from './institution.store.ts'

const recordOf = (id: string) => ({ kind: 'institution', id })
const readOptionalRut = (text: string): string | null => {
  if (text === '') return null
  const rut = readRut(text)
  if (!rut) throw rutWrong({ text }, { errors: [{ pointer: '/rut', message: 'El dígito verificador no corresponde o sobran caracteres' }] })
  return rut
}
const settle = async (context: ActionContext, id: string): Promise<InstitutionView> => {
  const row = await institutionStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'la institución' })
  await context.keep({ ...recordOf(id), version: row.version, data: row })
  await context.index({ ...recordOf(id), title: row.name, subtitle: row.code ?? '', href: '/registro/instituciones' })
  return row
}
export const addInstitution = defineAction({
  name: 'registry.add-institution', title: 'Agregar una institución', input: AddInstitutionInput, allowed: can('registry.suppliers'),
  run: async (input, context) => {
    await institutionStore(context.tx).add({ ...input, code: input.code || null, rut: readOptionalRut(input.rut) })
    const row = await settle(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'institution-added', summary: `Institución «${row.name}» agregada`, record: recordOf(row.id) } }
  },
})
export const changeInstitution = defineAction({
  name: 'registry.change-institution', title: 'Corregir una institución', input: ChangeInstitutionInput, allowed: can('registry.suppliers'),
  run: async (input, context) => {
    const store = institutionStore(context.tx)
    const before = await store.get(input.id)
    if (!before) throw notFound({ what: 'la institución' })
    if ((await store.change({ ...input, code: input.code || null, rut: readOptionalRut(input.rut) })) === 0) throw versionMoved({ what: before.name, yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    const row = await settle(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'institution-changed', summary: `Institución «${row.name}» corregida`, record: recordOf(row.id) } }
  },
})
export const listInstitutions = defineQuery({
  name: 'registry.list-institutions', title: 'Instituciones', input: z.object({}), allowed: can('registry.read'),
  run: async (_input, { tx }) => ({ institutions: await institutionStore(tx).list() }),
})
