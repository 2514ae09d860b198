import { can, isDay, type Day } from '#kernel'
import { z } from 'zod'
import { defineAction, inputRefused } from '#platform/actions'
import { lawValueStore } from './law-value.store.ts'

/** Asesoría Jurídica confirms a value marked «por confirmar», or adds the month's UTM, UF or IPC, with its citation. */
export const confirmLaw = defineAction({
  name: 'evidence.confirm-law',
  title: 'Confirmar un valor de la norma',
  input: z.object({
    id: z.string().max(120),
    from: z.string().refine(isDay, 'Escriba el día en que empieza a regir'),
    value: z.union([z.number(), z.string().max(500), z.array(z.unknown()).max(200)]),
    norm: z.string().trim().min(3, 'Cite la norma').max(300),
    article: z.string().max(100).optional(),
    link: z.url().optional(),
    note: z.string().max(500).optional(),
  }),
  allowed: can('evidence.confirm-law'),
  run: async (input, context) => {
    const known = context.law.parameters().find((parameter) => parameter.id === input.id)
    if (!known) throw inputRefused({ what: 'Confirmar un valor de la norma' }, { errors: [{ pointer: '/id', message: 'No existe ese parámetro de la norma' }] })
    const sample = known.values[0]?.value
    if (sample !== undefined && typeof sample !== typeof input.value) throw inputRefused({ what: known.title }, { errors: [{ pointer: '/value', message: `El valor debe ser de la misma clase que el vigente (${known.unit})` }] })
    await lawValueStore(context.tx).add({ ...input, from: input.from as Day, confidence: 'V', entryId: context.entryId })
    return { result: { id: input.id }, entry: { name: 'law-confirmed', summary: `Se confirmó «${known.title}» según ${input.norm}`, record: { kind: 'law', id: input.id }, facts: { from: input.from, value: input.value } } }
  },
})
