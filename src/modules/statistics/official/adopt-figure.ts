import { can, formatDay, formatNumber } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { fileRows, hangFile } from '#evidence'
import { actKindTitle, AdoptFigureInput, PreferSourceInput, useTitle } from '../contract.ts'
import { demandReading } from '../datasets/restricted-access.ts'
import { datasetStore } from '../datasets/dataset.store.ts'
import { type VersionRow, versionStore } from '../datasets/version.store.ts'
import { CONCEPT } from '../hrefs.ts'
import { adopterIsLoader, figureNotInSource, noteMissing, sourceElsewhere } from '../problems.ts'
import { type ConceptRow, conceptStore, type SourceRow } from './concept.store.ts'

const EVER = Number.MAX_SAFE_INTEGER
type Origin = { readonly value: number; readonly source?: SourceRow; readonly version?: VersionRow; readonly fileHash?: string }

/** The newest version in use of each source of a concept, and what it says of a period. */
const sourcesSaying = async (context: ActionContext, conceptId: string, period: string) => {
  const store = conceptStore(context.tx)
  const sources = (await store.sources(EVER)).filter(({ concept_id: of }) => of === conceptId)
  const said = await Promise.all(sources.map(async (source) => {
    const version = await versionStore(context.tx).latest(source.dataset_id, { knownSeq: EVER, on: context.today })
    const values = version ? await store.values([version.id]) : []
    return { source, version, value: values.find(({ source_id: of, period: when }) => of === source.id && when === period)?.value }
  }))
  return said
}
/** Sources that disagree need the note that says why, before one of them becomes the figure. */
const demandNote = (concept: ConceptRow, period: string, values: readonly (number | undefined)[]): void => {
  const known = values.filter((value) => value !== undefined)
  if (new Set(known).size > 1 && concept.reconciliation.trim() === '') throw noteMissing({ concept: concept.title, period })
}
const originOf = async (context: ActionContext, said: Awaited<ReturnType<typeof sourcesSaying>>, { origin, period }: { origin: { kind: 'source'; sourceId: string } | { kind: 'document'; fileHash: string; value: number }; period: string }): Promise<Origin> => {
  if (origin.kind === 'document') return { value: origin.value, fileHash: origin.fileHash }
  const found = said.find(({ source }) => source.id === origin.sourceId)
  if (!found) throw sourceElsewhere({})
  if (found.value === undefined || !found.version) throw figureNotInSource({ period })
  if (found.version.loaded_by === context.actor.accountId) throw adopterIsLoader({})
  const dataset = await datasetStore(context.tx).get(found.source.dataset_id)
  if (dataset) await demandReading(context, dataset)
  return { value: found.value, source: found.source, version: found.version }
}

/** Adopts the figure of a concept for a period, with the act that says so. Adopting again is a new fact; the one before stays in the history. */
export const adoptFigure = defineAction({
  name: 'statistics.adopt-figure', title: 'Adoptar una cifra oficial', help: 'El número se toma de la celda de la fuente elegida, o de un documento subido.',
  input: AdoptFigureInput, allowed: can('statistics.adopt'), unless: [adopterIsLoader],
  run: async (input, context) => {
    const { tx, actor, entryId } = context
    const store = conceptStore(tx)
    const concept = await store.hold(input.conceptId)
    if (!concept) throw notFound({ what: 'el concepto' })
    const said = await sourcesSaying(context, concept.id, input.period)
    const origin = await originOf(context, said, input)
    demandNote(concept, input.period, [...said.map(({ value }) => value), origin.value])
    const file = origin.fileHash ? await fileRows(tx).get(origin.fileHash) : undefined
    if (origin.fileHash && !file) throw notFound({ what: 'el documento subido' })
    const codes = origin.source ? { ...origin.source.codes, measure: origin.source.measure } : null
    await store.adopt({
      id: input.id, concept_id: concept.id, period: input.period, value: origin.value, act_kind: input.actKind, act_number: input.actNumber, act_on: input.actOn, source_id: origin.source?.id ?? null, version_id: origin.version?.id ?? null, codes,
      file_hash: origin.fileHash ?? null, note: input.note, adopted_by: actor.accountId, adopted_office: actor.offices[0]?.title ?? '', effective_on: input.effectiveOn,
    }, entryId)
    if (file) await hangFile(context, { kind: CONCEPT, id: concept.id }, file, `${actKindTitle[input.actKind]} N.º ${input.actNumber}`, input.actOn)
    const text = `${formatNumber(origin.value, concept.decimals)} ${concept.unit}`
    return {
      result: { id: input.id, value: origin.value },
      entry: { name: 'figure-adopted', effectiveOn: input.effectiveOn, summary: `Cifra oficial de «${concept.title}» ${input.period}: ${text} (${actKindTitle[input.actKind]} N.º ${input.actNumber}, ${formatDay(input.actOn)})`, record: { kind: CONCEPT, id: concept.id }, facts: { value: origin.value, period: input.period, source: origin.source?.title ?? 'documento', version: origin.version?.number ?? null, codes } },
    }
  },
})

/** Says which source of a concept is preferred for a use. The last word counts; the earlier ones stay. */
export const preferSource = defineAction({
  name: 'statistics.prefer-source', title: 'Preferir una fuente para un uso', input: PreferSourceInput, allowed: can('statistics.manage'),
  run: async ({ id, conceptId, use, sourceId, note }, context) => {
    const store = conceptStore(context.tx)
    const concept = await store.hold(conceptId)
    if (!concept) throw notFound({ what: 'el concepto' })
    const source = await store.source(sourceId)
    if (source?.concept_id !== conceptId) throw sourceElsewhere({})
    await store.prefer({ id, conceptId, use, sourceId, note }, context.entryId)
    return { result: { id }, entry: { name: 'source-preferred', summary: `«${concept.title}»: para ${useTitle[use]} se prefiere ${source.title}`, record: { kind: CONCEPT, id: conceptId }, facts: { use, source: source.title } } }
  },
})
