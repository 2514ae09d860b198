import { can, type Day, defineProblem, formatDay, isDay } from '#kernel'
import { ledgerStore } from '#evidence'
import { defineAction, notFound, versionMoved } from '#platform/actions'
import { z } from 'zod'
import { unitHref } from '../hrefs.ts'
import { unitStore } from './unit.store.ts'

export const unitInForce = defineProblem<{ name: string }>({
  id: 'registro/unidad-vigente', kind: 'conflict',
  title: 'La unidad ya está vigente',
  detail: ({ name }) => `«${name}» no está cerrada.`,
  remedy: 'Recargue el organigrama para ver su estado actual.',
})
export const parentClosed = defineProblem<{ name: string; parent: string }>({
  id: 'registro/unidad-superior-cerrada', kind: 'conflict',
  title: 'La unidad de la que depende está cerrada',
  detail: ({ name, parent }) => `«${name}» depende de «${parent}», que está cerrada.`,
  remedy: 'Reabra primero la unidad superior; después podrá trasladarla a otra.',
})
export const reopenedOutOfTime = defineProblem<{ on: Day; closedOn: Day; today: Day }>({
  id: 'registro/reapertura-fuera-de-fecha', kind: 'rule',
  title: 'La fecha de reapertura no puede ser esa',
  detail: ({ on, closedOn, today }) => `Se escribió el ${formatDay(on)}; se cerró el ${formatDay(closedOn)} y hoy es ${formatDay(today)}.`,
  remedy: 'Escriba el día del acto que la reabre, entre el cierre y hoy.',
})

export const ReopenUnitInput = z.object({
  id: z.uuid('El identificador no es válido'), version: z.number().int().positive(),
  on: z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day), reason: z.string().trim().min(10, 'Escriba la razón y el acto que la reabre').max(300),
})

/** A closed unit is in force again from a day, with the reason: what it did before and after is one history. */
export const reopenUnit = defineAction({
  name: 'registry.reopen-unit', title: 'Reabrir una unidad', help: 'Con su fecha y su razón, que quedan en la historia.', input: ReopenUnitInput, allowed: can('registry.administer'),
  run: async (input, context) => {
    const store = unitStore(context.tx)
    const before = await store.get(input.id)
    if (!before) throw notFound({ what: 'la unidad' })
    const record = { kind: 'unit', id: input.id }
    if (before.active) throw unitInForce({ name: before.name })
    const parent = before.parent_id ? await store.get(before.parent_id) : undefined
    if (parent && !parent.active) throw parentClosed({ name: before.name, parent: parent.name })
    const closedOn = (await ledgerStore(context.tx).versions(record.kind, record.id))[0]?.effective_on ?? input.on
    if (input.on < closedOn || input.on > context.today) throw reopenedOutOfTime({ on: input.on, closedOn, today: context.today }, { errors: [{ pointer: '/on', message: 'Escriba un día entre el cierre y hoy' }] })
    if ((await store.reopen(input.id, input.version)) === 0) throw versionMoved({ what: before.name, yours: input.version, current: before.version }, { facts: { yours: input, theirs: before, current: before } })
    const version = before.version + 1
    await context.keep({ ...record, version, data: { code: before.code, name: before.name, kind: before.kind, parent: before.parent_id, active: true, reason: input.reason } })
    await context.index({ ...record, title: before.name, subtitle: `Unidad ${before.code}`, href: unitHref, visibility: 'public' })
    return { result: { id: input.id, version }, entry: { name: 'unit-reopened', effectiveOn: input.on, summary: `Unidad «${before.name}» reabierta desde el ${formatDay(input.on)}: ${input.reason}`, record } }
  },
})
