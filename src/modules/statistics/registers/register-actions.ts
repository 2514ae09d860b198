import { randomUUID } from 'node:crypto'
import { can, readPeriod } from '#kernel'
import { type ActionContext, defineAction, inputRefused, notFound, versionMoved } from '#platform/actions'
import { communeStore, unitStore } from '#registry'
import { createDataset, shareDataset } from '../datasets/save-dataset.ts'
import { CreateDatasetInput } from '../contract.ts'
import { CreateRegisterInput, RecordRegisterInput, RetireRegisterInput } from './register-contract.ts'
import { COMPACT, REGISTER, registerHref } from './register-hrefs.ts'
import { periodsUntil, standingValues } from './register-periods.ts'
import { periodNotAsked, revisionNeedsReason } from './register-problems.ts'
import { registerStore } from './register.store.ts'

const load = can('statistics.load')
const kept = async (context: ActionContext, id: string): Promise<void> => {
  const row = await registerStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'el registro' })
  await context.keep({ kind: REGISTER, id, version: row.version, data: { title: row.title, periodicity: row.periodicity, retiredOn: row.retiredOn } })
}
/** Defines a register: its unit answers each period, and the answers are the versions of its data set. */
export const createRegister = defineAction({
  name: 'statistics.create-register', title: 'Crear un registro propio', input: CreateRegisterInput, allowed: load,
  run: async (input, context) => {
    const unit = await unitStore(context.tx).get(input.unitId)
    if (!unit?.active) throw inputRefused({ what: 'el registro' }, { errors: [{ pointer: '/unitId', message: 'Elija una unidad vigente' }] })
    const commune = await communeStore(context.tx).get()
    const dataset = CreateDatasetInput.parse({ id: input.id, code: `registro-${input.id.slice(0, 13)}`, title: input.title, topic: 'municipality', description: input.counted, publisher: commune?.municipality || 'Municipalidad', sourceLink: registerHref(input.id), universe: input.counted, unitNote: input.fields.map(({ unit: of }) => of).join(', '), periodicity: input.periodicity === 'month' ? 'monthly' : 'quarterly', unitId: input.unitId, contact: unit.name })
    await createDataset.run(dataset, context, undefined)
    await shareDataset.run({ id: input.id, version: 1 }, context, undefined)
    await registerStore(context.tx).add(input, context.entryId)
    await kept(context, input.id)
    return { result: { id: input.id }, entry: { name: 'register-created', summary: `Registro propio «${input.title}», a cargo de ${unit.name}`, record: { kind: REGISTER, id: input.id } } }
  },
})
/** No more periods are asked of it, or they are again. */
export const retireRegister = defineAction({
  name: 'statistics.retire-register', title: 'Dejar de llevar un registro, o volver a llevarlo', input: RetireRegisterInput, allowed: can('statistics.manage'),
  run: async ({ id, version, reason }, context) => {
    const store = registerStore(context.tx)
    const held = await store.hold(id)
    const row = held && (await store.get(id))
    if (!row) throw notFound({ what: 'el registro' })
    if (row.version !== version) throw versionMoved({ what: row.title, yours: version, current: row.version }, { facts: { current: row } })
    await store.retire(id, row.retiredOn ? null : context.today)
    await kept(context, id)
    return { result: { id, version: version + 1 }, entry: { name: row.retiredOn ? 'register-resumed' : 'register-retired', summary: `${row.retiredOn ? 'Se vuelve a llevar' : 'Se deja de llevar'} el registro «${row.title}»: ${reason}`, record: { kind: REGISTER, id } } }
  },
})
/** What the unit said of a period. Another value for the same period is a revision: it says why, and the old one stays. The data set gets its next version afterwards. */
export const recordRegister = defineAction({
  name: 'statistics.record-register', title: 'Anotar el dato de un período', input: RecordRegisterInput, allowed: load,
  run: async ({ registerId, period, values, reason, post }, context) => {
    const store = registerStore(context.tx)
    await store.hold(registerId)
    const row = await store.get(registerId)
    if (!row) throw notFound({ what: 'el registro' })
    const asked = periodsUntil(row.startsOn, row.periodicity, context.today).find(({ id }) => id === period)
    if (!asked) throw periodNotAsked({ period: readPeriod(period)?.title ?? period }, { errors: [{ pointer: '/period', message: 'Elija un período terminado' }] })
    const before = standingValues(await store.values(Number.MAX_SAFE_INTEGER, registerId)).get(period) ?? {}
    const news = values.filter(({ field, value }) => row.fields.some(({ key }) => key === field) && before[field] !== value)
    const revised = news.some(({ field }) => field in before)
    if (revised && reason.length < 10) throw revisionNeedsReason({}, { errors: [{ pointer: '/reason', message: 'Explique la corrección en al menos diez letras' }] })
    for (const { field, value } of news) await store.addValue({ id: randomUUID(), registerId, period, field, value, reason: field in before ? reason : '', post: post || row.unitName, on: context.today, accountId: context.actor.accountId }, context.entryId)
    if (news.length > 0) await context.enqueue({ kind: COMPACT, title: `Actualizar los datos de «${row.title}»`, input: { registerId, reason: revised ? `Se corrigió ${asked.title}: ${reason}` : `Se agregó ${asked.title}` } })
    return { result: { registerId, period, changed: news.length }, entry: news.length === 0 ? null : { name: revised ? 'register-revised' : 'register-recorded', summary: `«${row.title}», ${asked.title}: ${revised ? `corregido, ${reason}` : 'anotado'}`, record: { kind: REGISTER, id: registerId }, facts: { period, fields: news.map(({ field }) => field) } } }
  },
})
