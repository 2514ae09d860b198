import type { Worked } from './assemble.ts'

/** A finished table without what may change around it (names of people to ask, delays, dates of the question). */
export type FinishedTable = Worked & { readonly cellNotes: ReadonlyMap<number, string> }
const MAGIC = 'SPT1'
/** Stands for «no number» among whole numbers. */
const NOTHING = -2_147_483_648

type Head = Omit<Worked, 'values' | 'marks'> & { readonly cellNotes: readonly (readonly [number, string])[]; readonly cells: number; readonly whole: boolean }
const isWhole = (values: Float64Array): boolean => values.every((value) => Number.isNaN(value) || ((value | 0) === value && value !== NOTHING && !Object.is(value, -0)))

/** A table as bytes: its words, then numbers (half the room when they are whole) and marks. */
export const packTable = ({ values, marks, cellNotes, ...words }: FinishedTable): Buffer => {
  const whole = isWhole(values)
  const head = Buffer.from(JSON.stringify({ ...words, cellNotes: [...cellNotes], cells: values.length, whole } satisfies Head))
  const numbers = whole ? Int32Array.from(values, (value) => (Number.isNaN(value) ? NOTHING : value)) : values
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.byteLength)
  return Buffer.concat([Buffer.from(MAGIC), length, head, Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength), marks])
}
/** The table again; undefined when the bytes are not one (cut, or of another edition of the program). */
export const unpackTable = (bytes: Buffer): FinishedTable | undefined => {
  if (bytes.byteLength < 8 || bytes.subarray(0, 4).toString() !== MAGIC) return undefined
  const from = 8 + bytes.readUInt32LE(4)
  if (from > bytes.byteLength) return undefined
  const { cellNotes, cells, whole, ...words } = JSON.parse(bytes.subarray(8, from).toString()) as Head
  const width = whole ? 4 : 8
  if (bytes.byteLength !== from + cells * (width + 1)) return undefined
  const numbers = new Uint8Array(bytes.subarray(from, from + cells * width)).buffer
  const values = whole ? Float64Array.from(new Int32Array(numbers), (value) => (value === NOTHING ? Number.NaN : value)) : new Float64Array(numbers)
  return { ...words, values, marks: new Uint8Array(bytes.subarray(from + cells * width)), cellNotes: new Map(cellNotes) }
}
