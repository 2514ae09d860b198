import type { Day } from '#kernel'

export type AdoptionFile = { readonly path: string; readonly file_hash: string | null; readonly size: number; readonly format: string | null; readonly false_extension: boolean; readonly problem: string | null; readonly year: number | null; readonly unit_name: string | null; readonly code: string | null; readonly record_id: string | null; readonly record_title: string | null }
export type AdoptionAnswer = {
  readonly id: string; readonly name: string; readonly state: 'draft' | 'adopting' | 'adopted' | 'cancelled' | 'undone'; readonly stateTitle: string; readonly version: number; readonly started_at: string
  readonly counts?: { readonly files: number; readonly bytes: number; readonly adoptable: number; readonly too_large: number; readonly empty: number; readonly repeated: number; readonly present: number; readonly program: number; readonly false_extension: number; readonly linked: number; readonly dated: number; readonly with_unit: number }
  readonly kinds: readonly { readonly format: string; readonly files: number }[]; readonly files: readonly AdoptionFile[]; readonly total: number; readonly pages: number; readonly undoUntil?: Day; readonly undoable?: boolean
}
export const PROBLEMS: Readonly<Record<string, string>> = { 'too-large': 'más de 60 MB: no se trae', empty: 'vacío: no se trae', repeated: 'repetido en la carpeta: se trae uno', present: 'ya estaba en el sistema', program: 'es un programa: no se trae' }
