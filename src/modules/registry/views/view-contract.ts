import { z } from 'zod'

const id = z.uuid('El identificador no es válido')
const version = z.number().int().positive()
const path = z.string().regex(/^(\/[a-z0-9-]+)+$/, 'No es la dirección de una lista').max(200)
const name = z.string().trim().min(2, 'Escriba un nombre').max(60, 'A lo más 60 letras')
export const ListViewsInput = z.object({ path })
/** `search` is the part of the address after «?», without the page of the list. */
export const SaveViewInput = z.object({ id, path, name, search: z.string().max(2000, 'La dirección es demasiado larga').regex(/^[^?#\s]*$/, 'No es una dirección'), shared: z.boolean().default(false) })
export const RenameViewInput = z.object({ id, version, name, shared: z.boolean() })
export const ViewInput = z.object({ id, version })
export const DefaultViewInput = z.object({ path, id: id.nullable() })

/** What pages receive. `by` is who shared it, when it is of somebody else. */
export type SavedView = { readonly id: string; readonly name: string; readonly search: string; readonly shared: boolean; readonly mine: boolean; readonly by?: string; readonly version: number }
export type ViewsAnswer = { readonly views: readonly SavedView[]; readonly defaultId: string | null; readonly mayShare: boolean }
