import { randomUUID } from 'node:crypto'
import { type Actor, readPeriod } from '#kernel'
import { defineAction, type JobDefinition, notFound, type RecordKind } from '#platform/actions'
import { communeStore } from '#registry'
import { z } from 'zod'
import { versionStore } from '../datasets/version.store.ts'
import { DATASET } from '../hrefs.ts'
import type { Observations } from '../model/observations.ts'
import { type Structure, StructureShape } from '../model/structure.ts'
import { writeObservations } from '../tables/write-observations.ts'
import { COMPACT, REGISTER, registerHref } from './register-hrefs.ts'
import { standingValues } from './register-periods.ts'
import { type RegisterRow, registerStore, type ValueRow } from './register.store.ts'

/** A register as a cube: a row for each period, a measure for each thing counted. */
export const observationsOf = ({ fields }: Pick<RegisterRow, 'fields'>, values: readonly Pick<ValueRow, 'period' | 'field' | 'value'>[], commune: { readonly code: string; readonly name: string }): Observations => {
  const standing = standingValues(values)
  const periods = [...standing.keys()].sort()
  const structure: Structure = {
    shape: 'cube', notes: [], cellNotes: [], breaks: [], geography: 'CUT', populationBase: '', absent: 'no-data',
    dimensions: [{ key: 'commune', title: 'Comuna', role: 'place', list: 'cut', codes: [{ code: commune.code, label: commune.name }] }, { key: 'period', title: 'Período', role: 'time', list: '', codes: periods.map((code) => ({ code, label: readPeriod(code)?.title ?? code })) }],
    measures: fields.map(({ key, title, unit, decimals }) => ({ key, title, unit, decimals, adds: true })),
  }
  const column = (key: string) => periods.map((period) => standing.get(period)?.[key])
  return {
    structure, rows: periods.length, dimensions: { commune: periods.map(() => commune.code), period: periods }, measures: Object.fromEntries(fields.map(({ key }) => [key, column(key).map((value) => value ?? null)])),
    statuses: Object.fromEntries(fields.map(({ key }) => [key, column(key).map((value) => (value === null ? ('not-applicable' as const) : value === undefined ? ('not-received' as const) : null))])),
  }
}
const PostInput = z.object({ registerId: z.uuid(), hash: z.string(), rows: z.number().int(), structure: StructureShape, reason: z.string().max(2000) })
/** The next version of the data set of a register. The same numbers again are no version. */
export const postRegisterVersion = defineAction({
  name: 'statistics.post-register', title: 'Publicar la versión de un registro', input: PostInput, allowed: (actor: Actor) => actor.permissions.has('statistics.load') || actor.permissions.has('requests.review'),
  run: async ({ registerId, hash, rows, structure, reason }, context) => {
    const store = registerStore(context.tx)
    await store.hold(registerId)
    const row = await store.get(registerId)
    if (!row) throw notFound({ what: 'el registro' })
    const versions = versionStore(context.tx)
    const latest = await versions.latest(registerId, { knownSeq: Number.MAX_SAFE_INTEGER, on: context.today })
    if (latest?.parquet_hash === hash) return { result: { number: latest.number }, entry: null }
    const number = (await versions.lastNumber(registerId)) + 1
    const codes = structure.dimensions.find(({ key }) => key === 'period')?.codes ?? []
    await versions.add({ id: randomUUID(), dataset_id: registerId, number, parquet_hash: hash, rows, structure, source_id: null, file_hash: null, recipe: '', recipe_version: null, period: `${codes[0]?.code ?? ''} a ${codes.at(-1)?.code ?? ''}`, effective_on: context.today, reason, changes: {}, loaded_by: context.actor.accountId }, context.entryId)
    return { result: { number }, entry: { name: 'register-posted', summary: `Versión ${number} del registro «${row.title}»: ${reason}`, record: { kind: REGISTER, id: registerId }, also: [{ kind: DATASET, id: registerId }], facts: { version: number, rows } } }
  },
})
/** Writes what holds of a register as the Parquet file of its next version. */
export const compactRegisterJob: JobDefinition = {
  kind: COMPACT, title: 'Actualizar los datos de un registro',
  run: async (job) => {
    const { registerId, reason } = z.object({ registerId: z.uuid(), reason: z.string() }).parse(job.input)
    const { row, values, commune } = await job.read(async ({ tx }) => ({ row: await registerStore(tx).get(registerId), values: await registerStore(tx).values(Number.MAX_SAFE_INTEGER, registerId), commune: await communeStore(tx).get() }))
    if (!row || values.length === 0) throw notFound({ what: 'el registro' })
    const observations = observationsOf(row, values, { code: commune?.code ?? '', name: commune?.name ?? '' })
    const { hash } = await writeObservations(job.analytics, observations)
    return job.act(postRegisterVersion, { registerId, hash, rows: observations.rows, structure: observations.structure, reason })
  },
}
/** How other records name a register. */
export const registerKind: RecordKind = {
  kind: REGISTER, title: 'Registro propio', position: 0,
  summarise: async (ids, { tx }) => (await registerStore(tx).byIds(ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id)))).map((row) => ({ kind: REGISTER, id: row.id, step: 'Registro', title: row.title, detail: row.unitName, href: registerHref(row.id), ...(row.retiredOn ? { state: 'ya no se lleva' } : {}) })),
}
