import { can, type Day, formatDay, isDay, type LawParameter } from '#kernel'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { defineAction, inputRefused } from '#platform/actions'
import { lawValueStore } from './law-value.store.ts'
import { shapeMistake } from './known-shape.ts'

const TITLE = 'Confirmar un valor de la norma'
const MAX_TEXT = 200_000
const ConfirmLawInput = z.object({
  id: z.string().max(120),
  from: z.string().refine(isDay, 'Escriba el día en que empieza a regir').transform((text) => text as Day),
  value: z.union([z.number(), z.boolean(), z.string().max(2000), z.array(z.unknown()).max(500), z.record(z.string(), z.unknown())]),
  norm: z.string().trim().min(3, 'Cite la norma').max(300),
  article: z.string().trim().max(100).optional(),
  link: z.url('Escriba la dirección completa, como https://www.bcn.cl/…').optional(),
  note: z.string().trim().max(500).optional(),
})
const refuse = (pointer: string, message: string) => inputRefused({ what: TITLE }, { errors: [{ pointer, message }] })
const same = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b)

/**
 * A local value is the municipality's own: any date, any value. A national one is not: it is confirmed as it stands, or a newer one is
 * added with its citation; what ruled before is never rewritten.
 */
const checkAuthority = (parameter: LawParameter, input: z.output<typeof ConfirmLawInput>): 'confirmed' | 'added' => {
  const standing = parameter.values.find(({ from }) => from === input.from)
  if (standing && same(standing.value, input.value)) return 'confirmed'
  if (parameter.local) return 'added'
  if (standing) throw refuse('/value', 'Es un valor nacional: puede confirmarlo tal como está, o agregar el nuevo con la fecha desde la que rige')
  const newest = parameter.values.map(({ from }) => from).sort().at(-1)
  if (newest && input.from <= newest) throw refuse('/from', `Ya hay un valor nacional desde el ${formatDay(newest)}; uno nuevo empieza después`)
  if (!input.article && !input.link) throw refuse('/article', 'Un valor nacional nuevo se agrega con su artículo o con el enlace al texto')
  return 'added'
}

/** Asesoría Jurídica confirms a value marked «por confirmar», or adds the newer one that a norm sets, with its citation. It rules at once. */
export const confirmLaw = defineAction({
  name: 'evidence.confirm-law',
  title: TITLE,
  input: ConfirmLawInput,
  allowed: can('evidence.confirm-law'),
  run: async (input, context) => {
    const known = context.law.parameters().find((parameter) => parameter.id === input.id)
    if (!known) throw refuse('/id', 'No existe ese parámetro de la norma')
    if (JSON.stringify(input.value).length > MAX_TEXT) throw refuse('/value', 'El valor es demasiado largo')
    const mistake = shapeMistake(known, input.value)
    if (mistake) throw refuse('/value', mistake)
    const done = checkAuthority(known, input)
    await lawValueStore(context.tx).add({ ...input, confidence: 'V', entryId: context.entryId })
    const summary = done === 'confirmed' ? `Se confirmó «${known.title}» según ${input.norm}` : `«${known.title}» tiene un valor nuevo desde el ${formatDay(input.from)}, según ${input.norm}`
    return { result: { id: input.id, done }, entry: { name: 'law-confirmed', summary, record: { kind: 'law', id: input.id }, facts: { from: input.from, value: input.value } } }
  },
})
