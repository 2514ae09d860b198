import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { defineAction } from '#platform/actions'
import { ProgrammeInput } from '../contract.ts'
import { programmeStore } from './programme.store.ts'

/** Creates a programme of the budget. Its objective of the plan is linked from the plan. */
export const createProgramme = defineAction({
  name: 'budget.create-programme', title: 'Crear un programa',
  input: ProgrammeInput, allowed: can('budget.amend'),
  run: async (input, context) => {
    const id = randomUUID()
    await programmeStore(context.tx).add({ id, code: input.code, name: input.name, area: input.area, unit_id: input.unitId ?? null, purpose: input.purpose, beneficiaries_women: input.women ?? null, beneficiaries_men: input.men ?? null, cofog: input.cofog, entry_id: context.entryId })
    await context.index({ kind: 'programme', id, title: input.name, subtitle: `Programa ${input.code}`, href: `/presupuestar/lineas?programa=${encodeURIComponent(input.code)}` })
    await context.keep({ kind: 'programme', id, version: 1, data: input })
    return { result: { id }, entry: { name: 'programme-created', summary: `Se creó el programa ${input.code} ${input.name}`, record: { kind: 'programme', id } } }
  },
})
