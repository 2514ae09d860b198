import type { Cube } from '../../model/cube.ts'

const letter = (at: number): string => (at < 26 ? String.fromCharCode(97 + at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`)
export type NoteMarks = { readonly of: (text: string | undefined) => string; readonly list: readonly { readonly mark: string; readonly text: string; readonly level: 'value' | 'cell' }[] }

/** A letter for each footnote of values and cells, each text once, in the order they are met. */
export const noteMarks = (cube: Cube): NoteMarks => {
  const marks = new Map<string, { mark: string; level: 'value' | 'cell' }>()
  const add = (text: string | undefined, level: 'value' | 'cell'): void => { if (text && !marks.has(text)) marks.set(text, { mark: letter(marks.size), level }) }
  for (const { codes } of cube.variables) for (const { note } of codes) add(note, 'value')
  for (const text of cube.cellNotes.values()) add(text, 'cell')
  return { of: (text) => (text ? (marks.get(text)?.mark ?? '') : ''), list: [...marks].map(([text, { mark, level }]) => ({ mark, text, level })) }
}
