import { z } from 'zod'
import { type Day, isDay } from '#kernel'
import type { InfluenceMethod, InfluenceResult } from './influence/influence.ts'
import type { UnitFigure } from './figures/unit-figure.ts'
import type { Shape } from './shapes.ts'
import type { ZoneDefect } from './zone-file/defect.ts'

/** Schemas shared by forms, the API and tests. Ids are made by the client; shapes are GeoJSON in degrees. */
const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
const id = z.uuid('El identificador no es válido')
const version = z.coerce.number().int().positive()
const line = (most: number) => z.string().trim().max(most, `Use ${most} caracteres o menos`)
const reason = line(1000).min(10, 'Explique el motivo en al menos diez letras')
const fileHash = z.string().regex(/^[0-9a-f]{64}$/, 'Suba el archivo de nuevo')
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const rings = z.array(z.array(position).min(4).max(20_000)).min(1).max(200)
export const shapeField = z.discriminatedUnion('type', [z.object({ type: z.literal('Polygon'), coordinates: rings }), z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings).min(1).max(500) })]) as unknown as z.ZodType<Shape, Shape>

export const zoneKinds = ['neighbourhood-unit', 'sector', 'locality', 'census-zone', 'other'] as const
export type ZoneKind = (typeof zoneKinds)[number]
export const zoneKindTitle: Readonly<Record<ZoneKind, string>> = { 'neighbourhood-unit': 'Unidades vecinales', sector: 'Sectores', locality: 'Localidades', 'census-zone': 'Zonas censales', other: 'Otras zonas' }
export const zoneActs = ['decree', 'agreement', 'ordinance', 'technical', 'demonstration'] as const
export type ZoneAct = (typeof zoneActs)[number]
export const zoneActTitle: Readonly<Record<ZoneAct, string>> = { decree: 'Decreto alcaldicio', agreement: 'Acuerdo del Concejo', ordinance: 'Ordenanza', technical: 'Definición técnica', demonstration: 'Demostración, sin acto' }

const setFields = { title: line(160).min(3, 'Escriba cómo se llaman estas zonas'), kind: z.enum(zoneKinds), note: line(2000).default('') }
export const CreateSetInput = z.object({ id, ...setFields })
export const ChangeSetInput = z.object({ id, version, ...setFields })

/** How a file is read: which property says what, which plane its numbers are on, what to repair and what to leave out. */
export const FileReading = z.object({
  fileHash, code: line(80).default(''), name: line(80).default(''), note: line(80).default(''), plane: z.enum(['', 'degrees', 'utm18', 'utm19', 'utm12']).default(''),
  repair: z.array(z.number().int().min(0)).max(2000).default([]), leaveOut: z.array(z.number().int().min(0)).max(2000).default([]), codes: z.record(z.string().regex(/^\d+$/), line(40)).default({}),
})
export type FileReadingInput = z.input<typeof FileReading>
export const ReadFileInput = FileReading
export const LoadFileInput = FileReading.extend({ id, setId: id })
const zoneField = z.object({ id, code: line(40), name: line(160), note: line(500).default(''), shape: shapeField.nullable() })
export const StartDraftInput = z.object({ id, setId: id, from: z.enum(['current', 'empty']).default('current') })
export const SaveDraftInput = z.object({ id, version, zones: z.array(zoneField).max(500) })
export const DraftInput = z.object({ id })
export const AdoptInput = z.object({ id, draftId: id, draftVersion: version, actKind: z.enum(zoneActs), actNumber: line(60).default(''), actOn: dayField.nullable().default(null), validFrom: dayField, validUntil: dayField.nullable().default(null) })
export const WithdrawZonesInput = z.object({ id, versionId: id, reason })
export const RestoreZonesInput = z.object({ versionId: id })
const share = z.number().min(0, 'La parte va de 0 a 100 %').max(1, 'La parte va de 0 a 100 %')
export const SetWeightsInput = z.object({ id, zoneId: id, shares: z.array(z.object({ geocode: z.string().regex(/^\d{11}$/, 'Elija la zona censal'), share })).min(1, 'Agregue al menos una zona censal').max(200), source: line(500).min(5, 'Diga de dónde sale el reparto') })
export const SetZoneFigureInput = z.object({ id, zoneId: id, measure: z.enum(['population', 'households']), scope: z.enum(['whole', 'rest']), value: z.number().int('Escriba un número entero').min(0).max(20_000_000), datedOn: dayField, source: line(500).min(5, 'Diga de dónde sale la cifra') })
const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), centre: position, metres: z.number().min(10, 'El radio va de 10 m a 200 km').max(200_000, 'El radio va de 10 m a 200 km') }),
  z.object({ kind: z.literal('polygon'), shape: shapeField }),
  z.object({ kind: z.literal('zone'), zoneId: id }),
])
export const ComputeInfluenceInput = z.object({ place })
export const SaveInfluenceInput = z.object({ id, title: line(200).min(3, 'Escriba para qué es esta área'), place, projectId: id.nullable().default(null) })
export const InfluenceFileInput = z.object({ id, format: z.enum(['pdf', 'docx']) })

export type ZoneDraftView = { readonly id: string; readonly code: string; readonly name: string; readonly note: string; readonly shape: Shape | null }
export type DraftView = { readonly id: string; readonly setId: string; readonly origin: 'file' | 'drawing'; readonly source: string; readonly zones: readonly ZoneDraftView[]; readonly state: 'open' | 'adopted' | 'discarded'; readonly version: number }
export type FileZone = { readonly at: number; readonly code: string; readonly name: string; readonly note: string; readonly shape: Shape | null; readonly areaM2: number | null; readonly repaired: boolean; readonly leftOut: boolean }
export type FileAnswer = {
  readonly fileName: string; readonly properties: readonly { readonly name: string; readonly sample: string }[]; readonly columns: { readonly code: string; readonly name: string; readonly note: string }
  readonly plane: 'degrees' | 'utm18' | 'utm19' | 'utm12'; readonly planeGuessed: boolean; readonly planeConfirmed: boolean; readonly zones: readonly FileZone[]; readonly defects: readonly ZoneDefect[]; readonly loadable: boolean
}
export type SetView = { readonly id: string; readonly title: string; readonly kind: ZoneKind; readonly note: string; readonly demonstration: boolean; readonly version: number; readonly zones: number; readonly areaM2: number; readonly currentNumber: number | null; readonly validFrom: Day | null; readonly draftId: string | null }
export type ListedZone = { readonly setId: string; readonly id: string; readonly code: string; readonly name: string; readonly areaM2: number; readonly shape: Shape }
export type SetsAnswer = { readonly sets: readonly SetView[]; readonly zones: readonly ListedZone[] }
export type ZoneVersionView = { readonly id: string; readonly number: number; readonly actKind: ZoneAct; readonly actNumber: string; readonly actOn: Day | null; readonly validFrom: Day; readonly validUntil: Day | null; readonly source: string; readonly recordedAt: string; readonly zones: number; readonly withdrawn: { readonly reason: string; readonly undoableUntil: Day } | null; readonly undoableUntil: Day; readonly current: boolean }
export type ZoneView = { readonly id: string; readonly code: string; readonly name: string; readonly note: string; readonly areaM2: number; readonly shape: Shape; readonly figure: UnitFigure }
export type CoverageView = { readonly counted: number; readonly inFile: number; readonly withPolygon: number; readonly polygons: number; readonly places: number; readonly source: string }
export type CensusPlaceView = { readonly geocode: string; readonly title: string; readonly population: number; readonly hasPolygon: boolean }
export type SetAnswer = { readonly set: SetView; readonly current: ZoneVersionView | null; readonly zones: readonly ZoneView[]; readonly versions: readonly ZoneVersionView[]; readonly coverage: CoverageView | null; readonly places: readonly CensusPlaceView[]; readonly discardedDraft: string | null }
export type BackgroundAnswer = { readonly commune: Shape | null; readonly detailed: boolean; readonly urban: readonly { readonly name: string; readonly shape: Shape }[]; readonly census: readonly { readonly geocode: string; readonly title: string; readonly population: number | null; readonly shape: Shape }[]; readonly sources: readonly { readonly title: string; readonly publisher: string; readonly licence: string; readonly date: string; readonly note: string }[] }
export type InfluenceView = { readonly id: string; readonly title: string; readonly method: InfluenceMethod; readonly result: InfluenceResult; readonly projectId: string | null; readonly recordedAt: string }
export type InfluencesAnswer = { readonly areas: readonly InfluenceView[]; readonly zones: readonly { readonly id: string; readonly title: string }[]; readonly coverage: CoverageView | null }
