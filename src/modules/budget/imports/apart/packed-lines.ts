import { type Line, kindOfAccount } from '../../lines/line.ts'

/** One column of texts that repeat: each once, and which of them stands in each row. */
type TextColumn = { readonly texts: readonly string[]; readonly at: Uint32Array }
/** New lines of a balance in flat pieces: ids of one length one after another, and the dimensions a balance knows. */
export type PackedLines = { readonly year: number; readonly count: number; readonly ids: string; readonly account: TextColumn; readonly area: TextColumn; readonly programme: TextColumn; readonly costCentre: TextColumn }
const ID_LENGTH = 36

const columnOf = (lines: readonly Line[], value: (line: Line) => string): TextColumn => {
  const texts: string[] = []
  const known = new Map<string, number>()
  const at = new Uint32Array(lines.length)
  let last = ''
  let place: number | undefined
  lines.forEach((line, row) => {
    const text = value(line)
    // Most columns say the same again: it is not looked up.
    if (place === undefined || text !== last) {
      place = known.get(text)
      if (place === undefined) known.set(text, (place = texts.push(text) - 1))
      last = text
    }
    at[row] = place
  })
  return { texts, at }
}
const textAt = ({ texts, at }: TextColumn, row: number): string => texts[at[row] ?? 0] ?? ''

/** Lines that a load adds, in the order given: of the municipal budget, without project, funding nor unit. */
export const packLines = (year: number, lines: readonly Line[]): PackedLines => ({
  year, count: lines.length, ids: lines.map(({ id }) => id).join(''),
  account: columnOf(lines, ({ account }) => account), area: columnOf(lines, ({ area }) => area), programme: columnOf(lines, ({ programme }) => programme), costCentre: columnOf(lines, ({ costCentre }) => costCentre),
})
export const unpackLines = ({ year, count, ids, account, area, programme, costCentre }: PackedLines): Line[] => Array.from({ length: count }, (_, row) => {
  const code = textAt(account, row)
  return {
    id: ids.slice(row * ID_LENGTH, (row + 1) * ID_LENGTH), year, management: 'municipal', account: code, area: textAt(area, row), programme: textAt(programme, row), costCentre: textAt(costCentre, row),
    project: '', funding: '', kind: kindOfAccount(code), unitId: null,
  }
})
