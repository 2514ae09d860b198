import { z } from 'zod'
import { dayField, fileHashField, reasonField, type VersionChanges } from '../contract.ts'
import type { Finding } from '../model/observations.ts'
import type { Structure } from '../model/structure.ts'

const id = z.uuid('El identificador no es válido')
export type LoadState = 'reading' | 'ready' | 'loaded' | 'cancelled' | 'undone'
export const loadStateTitle: Readonly<Record<LoadState, string>> = { reading: 'en revisión', ready: 'lista para confirmar', loaded: 'cargada', cancelled: 'descartada', undone: 'deshecha' }

const recipeKey = z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/, 'Elija una receta')
export const StartLoadInput = z.object({ id, datasetId: id, fileHash: fileHashField })
export const PreviewLoadInput = z.object({ id, recipe: recipeKey })
export const LookFileInput = z.object({ id, sheet: z.string().max(200).optional(), pointed: z.object({ from: z.number().int().min(0).max(1000), to: z.number().int().min(0).max(1000) }).optional() })
export const ConfirmLoadInput = z.object({
  id, version: z.coerce.number().int().positive(), period: z.string().trim().min(4, 'Escriba el período que cubre').max(60), effectiveOn: dayField, reason: reasonField,
  nextExpectedOn: dayField.nullable().default(null), accepted: z.boolean().default(false),
})
export const CancelLoadInput = z.object({ id })
export const UndoLoadInput = z.object({ id, version: z.coerce.number().int().positive(), reason: reasonField })
export const SaveRecipeInput = z.object({ recipe: z.record(z.string(), z.unknown()) })

/** What the preview found, kept with the load: confirming it only posts. */
export type LoadPreview = {
  readonly parquet: string | null; readonly rows: number; readonly structure: Structure | null; readonly findings: readonly Finding[]; readonly stops: number; readonly warns: number
  readonly changes: VersionChanges | null; /** The version it was compared with; 0 when it is the first. */ readonly against: number; readonly totals: readonly { readonly measure: string; readonly value: number; readonly unit: string }[]
  readonly period: string; readonly series: Readonly<Record<string, readonly { readonly period: string; readonly value: number }[]>>
}
export type RecognisedRecipe = { readonly key: string; readonly title: string; readonly publisher: string; readonly shipped: boolean; readonly missing: number; readonly columns: number }
export type ReadFileAnswer = { readonly recipes: readonly RecognisedRecipe[]; readonly chosen: string }
export type LoadView = {
  readonly id: string; readonly datasetId: string; readonly datasetTitle: string; readonly fileName: string; readonly fileHash: string; readonly recipe: string; readonly state: LoadState; readonly stateTitle: string; readonly period: string; readonly reason: string
  readonly versionNumber: number | null; readonly startedAt: string; readonly version: number; readonly preview: Omit<LoadPreview, 'series'> | null; readonly undoableUntil: string | null; readonly mine: boolean
}
