import { z } from 'zod'
import { type Day, isDay } from '#kernel'

/** Schemas shared by forms, the API and tests. Ids are made by the client. */
export const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
const id = z.uuid('El identificador no es válido')
const line = (most: number) => z.string().trim().max(most, `Use ${most} caracteres o menos`)
export const reasonField = line(1000).min(10, 'Explique el motivo en al menos diez letras')
export const fileHashField = z.string().regex(/^[0-9a-f]{64}$/, 'Suba el archivo de nuevo')

export const accesses = ['open', 'restricted', 'confidential'] as const
export type Access = (typeof accesses)[number]
/** As the domain calls them: abierto, restringido, confidencial. */
export const accessTitle: Readonly<Record<Access, string>> = { open: 'abierto', restricted: 'restringido', confidential: 'confidencial' }

export const periodicities = ['monthly', 'quarterly', 'half-yearly', 'yearly', 'biennial', 'decennial', 'irregular', 'once'] as const
export type Periodicity = (typeof periodicities)[number]
export const periodicityTitle: Readonly<Record<Periodicity, string>> = { monthly: 'mensual', quarterly: 'trimestral', 'half-yearly': 'semestral', yearly: 'anual', biennial: 'cada dos años', decennial: 'cada diez años', irregular: 'sin fecha fija', once: 'una sola vez' }

export const topics = ['population', 'social', 'health', 'education', 'security', 'economy', 'agriculture', 'municipality', 'housing', 'territory', 'environment', 'participation', 'other'] as const
export type Topic = (typeof topics)[number]
export const topicTitle: Readonly<Record<Topic, string>> = {
  population: 'Población', social: 'Pobreza y protección social', health: 'Salud', education: 'Educación', security: 'Seguridad', economy: 'Economía y empleo', agriculture: 'Agricultura', municipality: 'Gestión municipal',
  housing: 'Vivienda', territory: 'Territorio', environment: 'Medio ambiente', participation: 'Participación', other: 'Otros',
}

const datasetFields = {
  code: z.string().trim().regex(/^[a-z0-9][a-z0-9-]{2,59}$/, 'Use minúsculas, números y guiones, entre 3 y 60'),
  title: line(200).min(3, 'Escriba el título'), topic: z.enum(topics), description: line(4000).default(''), publisher: line(200).default(''), sourceLink: line(500).default(''), licence: line(200).default(''),
  universe: line(500).default(''), method: line(4000).default(''), unitNote: line(300).default(''), geography: line(120).default(''), populationBase: line(120).default(''), periodicity: z.enum(periodicities).default('yearly'),
  unitId: id.nullable().default(null), nextExpectedOn: dayField.nullable().default(null), quality: line(4000).default(''), contact: line(300).default(''), access: z.enum(accesses).default('open'),
}
export const CreateDatasetInput = z.object({ id, ...datasetFields })
export const ChangeDatasetInput = z.object({ id, version: z.coerce.number().int().positive(), ...datasetFields })
export const ShareDatasetInput = z.object({ id, version: z.coerce.number().int().positive() })
export const RetireDatasetInput = z.object({ id, version: z.coerce.number().int().positive(), on: dayField, reason: reasonField })
export const OpenRestrictedInput = z.object({ id, purpose: reasonField })

/** The row of a data set as pages read it. */
export type DatasetView = {
  readonly id: string; readonly code: string; readonly title: string; readonly topic: Topic; readonly description: string; readonly publisher: string; readonly sourceLink: string; readonly licence: string; readonly universe: string
  readonly method: string; readonly unitNote: string; readonly geography: string; readonly populationBase: string; readonly periodicity: Periodicity; readonly unitId: string | null; readonly unitName: string | null
  readonly nextExpectedOn: Day | null; readonly quality: string; readonly contact: string; readonly access: Access; readonly shared: boolean; readonly retiredOn: Day | null; readonly mine: boolean; readonly version: number
  /** Days behind its expected date; 0 when it is not. */
  readonly overdueDays: number
}
/** Largest differences of a version against the one before. */
export type CellChange = { readonly key: string; readonly measure: string; readonly before: number | null; readonly after: number | null }
export type VersionChanges = {
  readonly new: number; readonly changed: number; readonly equal: number; readonly missing: number
  readonly largest: readonly CellChange[]
  readonly totals: readonly { readonly measure: string; readonly before: number | null; readonly after: number | null }[]
}
export type VersionView = {
  readonly id: string; readonly number: number; readonly rows: number; readonly period: string; readonly effectiveOn: Day; readonly recordedAt: string; readonly reason: string; readonly recipe: string; readonly recipeVersion: number | null
  readonly fileHash: string | null; readonly fileName: string | null; readonly changes: VersionChanges | null; readonly withdrawn: { readonly reason: string; readonly on: Day; readonly undoableUntil: Day } | null; readonly loadId: string | null
}

const listKey = z.string().regex(/^[a-z][a-z0-9-]{2,59}$/, 'Use minúsculas, números y guiones, entre 3 y 60')
const codeText = z.string().trim().min(1, 'Escriba el código').max(80)
const codeFields = { code: codeText, label: line(400).min(1, 'Escriba el nombre'), parent: line(80).default(''), level: line(40).default(''), aliases: z.array(line(200).min(1)).max(50).default([]), note: line(2000).default('') }
export const CreateCodeListInput = z.object({ key: listKey, title: line(200).min(3, 'Escriba el título'), description: line(2000).default(''), source: line(500).min(3, 'Diga de dónde salen los códigos'), validFrom: dayField, codes: z.array(z.object({ code: codeFields.code, label: codeFields.label, parent: codeFields.parent, level: codeFields.level, note: codeFields.note })).min(1, 'Escriba al menos un código').max(5000) })
export const SetCodeInput = z.object({ list: listKey, version: z.coerce.number().int().positive(), ...codeFields, validFrom: dayField })
export const EndCodeInput = z.object({ list: listKey, version: z.coerce.number().int().positive(), code: codeText, validUntil: dayField, replacedBy: z.array(codeText).max(50).default([]), reason: reasonField })

export const uses = ['planning', 'per-capita', 'funding', 'transparency', 'reports'] as const
export type Use = (typeof uses)[number]
export const useTitle: Readonly<Record<Use, string>> = { planning: 'planificación', 'per-capita': 'tasas por habitante', funding: 'postulación a fondos', transparency: 'transparencia', reports: 'informes y cuenta pública' }
export const actKinds = ['decree', 'resolution', 'agreement', 'memo', 'minutes'] as const
export type ActKind = (typeof actKinds)[number]
export const actKindTitle: Readonly<Record<ActKind, string>> = { decree: 'Decreto alcaldicio', resolution: 'Resolución', agreement: 'Acuerdo del Concejo', memo: 'Memorándum', minutes: 'Acta' }

const conceptFields = { code: z.string().trim().regex(/^[a-z0-9][a-z0-9-]{2,59}$/, 'Use minúsculas, números y guiones, entre 3 y 60'), title: line(200).min(3, 'Escriba el nombre'), definition: line(2000).min(3, 'Diga qué mide'), unit: line(60).min(1, 'Escriba la unidad'), decimals: z.coerce.number().int().min(0).max(6).default(0), reconciliation: line(4000).default('') }
export const CreateConceptInput = z.object({ id, ...conceptFields })
export const ChangeConceptInput = z.object({ id, version: z.coerce.number().int().positive(), ...conceptFields })
const codesField = z.record(z.string().max(40), codeText)
export const AddSourceInput = z.object({ id, conceptId: id, datasetId: id, title: line(200).min(3, 'Escriba cómo se llama esta fuente'), measure: z.string().min(1, 'Elija la medida').max(40), codes: codesField.default({}) })
export const RetireSourceInput = z.object({ id, reason: reasonField })
export const PreferSourceInput = z.object({ id, conceptId: id, use: z.enum(uses), sourceId: id, note: line(1000).default('') })
export const AdoptFigureInput = z.object({
  id, conceptId: id, period: line(40).min(4, 'Escriba el período'), effectiveOn: dayField,
  actKind: z.enum(actKinds), actNumber: line(60).min(1, 'Escriba el número del acto'), actOn: dayField, note: line(1000).default(''),
  origin: z.discriminatedUnion('kind', [z.object({ kind: z.literal('source'), sourceId: id }), z.object({ kind: z.literal('document'), fileHash: fileHashField, value: z.number({ message: 'Escriba el número' }) })]),
})

export type SourceView = {
  readonly id: string; readonly title: string; readonly datasetId: string; readonly datasetTitle: string; readonly publisher: string; readonly base: string; readonly overdueDays: number; readonly versionNumber: number | null
  readonly measure: string; readonly codes: Readonly<Record<string, string>>; readonly preferredFor: readonly Use[]; readonly values: readonly { readonly period: string; readonly value: number }[]; readonly loadedByMe: boolean
}
export type AdoptionView = {
  readonly id: string; readonly period: string; readonly value: number; readonly actKind: ActKind; readonly actNumber: string; readonly actOn: Day; readonly note: string; readonly office: string; readonly effectiveOn: Day; readonly recordedAt: string
  readonly sourceTitle: string | null; readonly datasetId: string | null; readonly versionNumber: number | null; readonly fileHash: string | null; readonly inForce: boolean
}
export type ConceptView = {
  readonly id: string; readonly code: string; readonly title: string; readonly definition: string; readonly unit: string; readonly decimals: number; readonly reconciliation: string; readonly version: number
  readonly sources: readonly SourceView[]; readonly adoptions: readonly AdoptionView[]
}
export type OfficialAnswer = { readonly concepts: readonly ConceptView[]; readonly mayAdopt: boolean; readonly mayManage: boolean }

export const holdingKinds = ['study', 'plan', 'map', 'document'] as const
export type HoldingKind = (typeof holdingKinds)[number]
export type CatalogueKind = 'dataset' | HoldingKind
export const catalogueKindTitle: Readonly<Record<CatalogueKind, string>> = { dataset: 'Conjunto de datos', study: 'Estudio', plan: 'Plan', map: 'Mapa', document: 'Documento' }
const yearField = z.coerce.number().int().min(1500, 'Escriba el año con cuatro cifras').max(2200, 'Escriba el año con cuatro cifras').nullable().default(null)
export const KeepHoldingInput = z.object({
  id, kind: z.enum(holdingKinds), title: line(250).min(3, 'Escriba el título'), topic: z.enum(topics).default('other'), publisher: line(200).default(''), territory: line(200).default(''), yearFrom: yearField, yearTo: yearField,
  description: line(2000).default(''), fileHash: fileHashField.nullable().default(null), link: line(500).default(''),
}).refine(({ fileHash, link: address }) => fileHash !== null || address !== '', { message: 'Suba el archivo o escriba su dirección', path: ['link'] })
export const RetireHoldingInput = z.object({ id, reason: reasonField })

export type CatalogueItem = {
  readonly kind: CatalogueKind; readonly id: string; readonly title: string; readonly description: string; readonly topic: Topic | ''; readonly publisher: string; readonly territory: string; readonly period: string; readonly updatedOn: Day | null
  readonly access: Access; readonly shared: boolean; readonly overdueDays: number; readonly href: string; readonly where: string; readonly retirable: boolean
}
export type CatalogueAnswer = {
  readonly items: readonly CatalogueItem[]; readonly total: number; readonly pages: number; readonly page: number
  readonly facets: { readonly publishers: readonly string[]; readonly territories: readonly string[]; readonly kinds: readonly { readonly kind: CatalogueKind; readonly count: number }[]; readonly overdue: number }
  readonly mayLoad: boolean; readonly mayManage: boolean
}
