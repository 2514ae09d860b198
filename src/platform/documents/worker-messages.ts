import type { PaperOptions } from './render-options.ts'
import type { Typeset } from './typeset.ts'

export type PaperFormat = 'PDF' | 'Word'
export type WorkerTask = { readonly id: number; readonly format: PaperFormat; readonly document: Typeset; readonly options: PaperOptions }
export type WorkerAnswer = { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly failure: string }
