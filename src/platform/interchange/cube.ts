/** A code of a variable with its printed label and footnote. */
export type CubeCode = { readonly code: string; readonly label: string; readonly note?: string; readonly unit?: string; readonly decimals?: number }
export type CubeVariable = {
  readonly title: string
  readonly role?: 'time' | 'place' | 'measure'
  readonly codes: readonly CubeCode[]
  /** The code that is the total of the others, when the file says so (ELIMINATION in PX). */
  readonly total?: string
  readonly note?: string
}
/** One cell that the file brings: where it is (place of the code in each variable), its number, or the symbol printed instead. */
export type CubeCell = { readonly at: readonly number[]; readonly value: number | null; readonly symbol?: string }

/** A multidimensional table as PX and JSON-stat carry it, before anybody decides what it means here. `cells` may be fewer than the full grid. */
export type FileCube = {
  readonly title: string
  readonly variables: readonly CubeVariable[]
  readonly cells: Iterable<CubeCell>
  readonly units: string
  readonly decimals: number
  readonly source?: string
  readonly updated?: string
  readonly notes: readonly string[]
  /** What each symbol means in the words of the file. */
  readonly symbols: Readonly<Record<string, string>>
  readonly cellNotes: readonly { readonly where: Readonly<Record<string, string>>; readonly text: string }[]
}
/** Cells of the full grid: to be judged before anything is allocated. */
export const gridSize = (variables: readonly { readonly codes: readonly unknown[] }[]): number => variables.reduce((size, { codes }) => size * codes.length, 1)

/** Why a file of these kinds cannot be read, in words for the person. */
export class NotReadable extends Error {
  constructor(readonly reason: 'damaged' | 'too-many-cells', message: string) {
    super(message)
  }
}
