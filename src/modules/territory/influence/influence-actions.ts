import { can } from '#kernel'
import { defineAction, defineQuery, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { fingerprint, renderDocx, renderPdf, verificationCode } from '#platform/documents'
import { fileRows, kinds, relations } from '#evidence'
import { communeStore } from '#registry'
import { z } from 'zod'
import { coverageOf } from '../boundaries/census.ts'
import { ComputeInfluenceInput, InfluenceFileInput, type InfluencesAnswer, SaveInfluenceInput } from '../contract.ts'
import { INFLUENCE, influenceHref } from '../hrefs.ts'
import { setStore } from '../sets/set.store.ts'
import { versionStore } from '../versions/version.store.ts'
import { composeInfluence } from './compose-influence.ts'
import { computeArea, type Computed } from './compute.ts'
import { influenceStore } from './influence.store.ts'

/** What an area of influence holds. Nothing is kept. */
export const computeInfluence = defineAction<typeof ComputeInfluenceInput, Computed, Computed>({
  name: 'territory.compute-influence', title: 'Calcular un área de influencia', input: ComputeInfluenceInput, allowed: can('territory.read'),
  prepare: ({ place }, context) => computeArea(place, context),
  run: async (_input, _context, computed) => ({ result: computed, entry: null }),
})
/** Keeps an area with its method and date; with a project, in its thread. */
export const saveInfluence = defineAction<typeof SaveInfluenceInput, { id: string }, Computed>({
  name: 'territory.save-influence', title: 'Guardar un área de influencia', input: SaveInfluenceInput, allowed: can('territory.edit'),
  prepare: ({ place }, context) => computeArea(place, context),
  run: async ({ id, title, projectId }, context, { method, result }) => {
    if (projectId && !(await context.tx.one(sql`select record_id from evidence.search_lines where commune = ${context.tx.commune} and kind = ${kinds.project} and record_id = ${projectId}`))) throw notFound({ what: 'el proyecto' })
    await influenceStore(context.tx).add({ id, title, method, result, project_id: projectId }, { authorId: context.actor.accountId, entryId: context.entryId })
    if (projectId) await context.link({ from: { kind: kinds.project, id: projectId }, relation: relations.reaches, to: { kind: INFLUENCE, id } })
    await context.keep({ kind: INFLUENCE, id, version: 1, data: { title, population: result.population } })
    await context.index({ kind: INFLUENCE, id, title, subtitle: method.words, href: influenceHref(id), visibility: 'internal' })
    return { result: { id }, entry: { name: 'influence-saved', summary: `Se guardó el área de influencia «${title}» (${method.words})`, record: { kind: INFLUENCE, id }, ...(projectId ? { also: [{ kind: kinds.project, id: projectId }] } : {}), facts: { population: result.population, uncovered: result.uncovered } } }
  },
})
/** The areas kept, the newest first, and the units one may start from. */
export const listInfluences = defineQuery({
  name: 'territory.list-influences', title: 'Las áreas de influencia guardadas', input: z.object({}), allowed: can('territory.read'),
  run: async (_input, context): Promise<InfluencesAnswer> => {
    const seq = await context.knownSeq()
    const sets = await setStore(context.tx).list(seq, context.asOf.effectiveOn)
    const zones = await versionStore(context.tx).zonesOf(sets.flatMap((set) => (set.version_id ? [set.version_id] : [])))
    return {
      areas: (await influenceStore(context.tx).list(seq)).map((row) => ({ id: row.id, title: row.title, method: row.method, result: row.result, projectId: row.project_id, recordedAt: row.recorded_at })), coverage: coverageOf(context.tx.commune),
      zones: zones.map((zone) => ({ id: zone.id, title: `${sets.find(({ id }) => id === zone.set_id)?.title ?? ''}: ${zone.code} ${zone.name}` })),
    }
  },
})
const media = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const
type Made = { readonly hash: string; readonly size: number; readonly title: string }
/** A kept area as PDF or Word, with its map, its zones and what is not covered. */
export const influenceFile = defineAction<typeof InfluenceFileInput, { hash: string }, Made>({
  name: 'territory.make-influence-file', title: 'Preparar un área de influencia en PDF o Word', input: InfluenceFileInput, allowed: can('territory.read'), perMinute: 30,
  prepare: async ({ id, format }, context) => {
    const { row, commune, asOf } = await context.read(async (read) => ({ row: await influenceStore(read.tx).get(id), commune: await communeStore(read.tx).get(), asOf: read.asOf }))
    if (!row || !commune) throw notFound({ what: 'el área de influencia' })
    const body = composeInfluence(row, { code: commune.code, municipality: commune.municipality, unit: 'Secretaría Comunal de Planificación' }, asOf)
    const print = fingerprint(body)
    const frame = { state: 'draft', fingerprint: print, verificationCode: verificationCode(print), paper: 'letter', demonstration: commune.demonstration } as const
    const stored = await context.files.put(format === 'pdf' ? await renderPdf(body, frame) : await renderDocx(body, frame))
    return { ...stored, title: row.title }
  },
  run: async ({ format }, context, { hash, size, title }) => {
    await fileRows(context.tx).add({ hash, size, name: `Área de influencia ${title.replace(/[/\\:*?"<>|]/g, ' ')}.${format}`, mediaType: media[format], visibility: 'council', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
    return { result: { hash }, entry: null }
  },
})
