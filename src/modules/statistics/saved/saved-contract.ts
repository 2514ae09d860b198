import { z } from 'zod'
import type { Day } from '#kernel'

const id = z.uuid('El identificador no es válido')
const title = z.string().trim().min(3, 'Escriba el título').max(200, 'Use 200 caracteres o menos')
const note = z.string().trim().max(1000, 'Use 1000 caracteres o menos').default('')
const version = z.coerce.number().int().positive()
export const SaveTableInput = z.object({
  id, datasetId: id, title, note, shared: z.boolean().default(false), /** The names of the address, as `name=value&…`. */ search: z.string().min(1).max(60_000), look: z.string().max(4000).default(''),
  follow: z.enum(['latest', 'pinned']).default('latest'),
})
export const ChangeSavedInput = z.object({ id, version, title, note, shared: z.boolean() })
export const RetireSavedInput = z.object({ id, version })

export type SavedView = {
  readonly id: string; readonly datasetId: string; readonly datasetTitle: string; readonly title: string; readonly note: string; readonly search: string; readonly look: string; readonly pinned: number | null
  readonly shared: boolean; readonly mine: boolean; readonly author: string; readonly changedOn: Day; readonly version: number
}
export type SavedAnswer = { readonly tables: readonly SavedView[]; readonly mayShare: boolean }
