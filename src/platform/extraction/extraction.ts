/** A piece of a file's text and where it is: «página 3», «hoja Gastos, filas 1 a 40». */
export type Passage = { readonly place: string; readonly text: string }
export type ExtractionState = 'extracted' | 'no-text' | 'failed'
/** What was read of a file. `reason` says in Spanish why there is no text and what to do. */
export type Extraction = {
  readonly state: ExtractionState
  /** What the file is by its bytes: «PDF», «Word»… */
  readonly format: string
  readonly falseExtension: boolean
  readonly reason?: string
  readonly pages?: number
  readonly byOcr: boolean
  readonly passages: readonly Passage[]
}
export type ExtractionLimits = {
  readonly bytes: number
  readonly unzippedBytes: number
  readonly ratio: number
  readonly characters: number
  readonly pages: number
  readonly seconds: number
  readonly memoryMegabytes: number
  /** Seconds for each page read from a picture, and pages read so at most. */
  readonly ocrSeconds: number
  readonly ocrPages: number
}
/** Why nothing could be read, told by the readers. The sentence is for whoever uploaded the file. */
export class NotRead extends Error {
  constructor(readonly state: 'failed' | 'no-text', readonly reason: string) {
    super(reason)
  }
}
