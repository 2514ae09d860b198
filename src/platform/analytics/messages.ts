import type { Columns, Dense, DenseShape } from './columns.ts'

/** What the server tells the engine's process. One number per question. */
export type ToEngine =
  | { readonly open: EngineSettings }
  | { readonly ask: number; readonly text: string; readonly dense?: DenseShape }
  /** The first part of an answer that comes in parts; `next` asks for the following one. */
  | { readonly stream: number; readonly text: string; readonly rows: number }
  | { readonly next: number }
  | { readonly interrupt: number }

export type EngineSettings = {
  /** The only folders it may read from or write to. */
  readonly folders: readonly string[]
  readonly scratch: string
  readonly threads: number
  readonly memoryMegabytes: number
  /** Above this the process ends itself: what the engine does not count still counts. */
  readonly processMegabytes: number
}
export type EngineFault = 'memory' | 'interrupted' | 'file' | 'disk' | 'content' | 'defect'
export type FromEngine =
  | { readonly opened: true }
  | { readonly done: number; readonly columns?: Columns; readonly dense?: Dense }
  | { readonly part: number; readonly columns: Columns; readonly last: boolean }
  | { readonly failed: number; readonly fault: EngineFault; readonly text: string }

/** The process ended because it was using too much memory. */
export const EXIT_MEMORY = 86
