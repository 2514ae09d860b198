import type { Cube } from '../../model/cube.ts'

const letter = (at: number): string => (at < 26 ? String.fromCharCode(97 + at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`)
export type NoteMarks = { readonly of: (text: string | undefined) => string; readonly list: readonly { readonly mark: string; readonly text: string; readonly level: 'value' | 'cell' }[] }

/** A letter for each footnote of values and cells, each text once, in the order they are met; of the layer, only what is on view. */
export const noteMarks = (cube: Cube, layer: Readonly<Record<string, string>> = {}): NoteMarks => {
  const marks = new Map<string, { mark: string; level: 'value' | 'cell' }>()
  const add = (text: string | undefined, level: 'value' | 'cell'): void => { if (text && !marks.has(text)) marks.set(text, { mark: letter(marks.size), level }) }
  for (const { key, place, codes } of cube.variables) {
    // Of a variable of the layer only the value on view speaks.
    const shown = place === 'layer' ? [codes.find(({ code }) => code === layer[key]) ?? codes[0]] : codes
    for (const code of shown) add(code?.note, 'value')
  }
  for (const text of cube.cellNotes.values()) add(text, 'cell')
  return { of: (text) => (text ? (marks.get(text)?.mark ?? '') : ''), list: [...marks].map(([text, { mark, level }]) => ({ mark, text, level })) }
}
