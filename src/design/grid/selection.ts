/** A cell by position, and a rectangle between an anchor and the cell where the extension stopped. */
export type GridSpot = { readonly row: number; readonly column: number }
export type GridRange = { readonly anchor: GridSpot; readonly head: GridSpot }

export const edges = ({ anchor, head }: GridRange) => ({
  top: Math.min(anchor.row, head.row), bottom: Math.max(anchor.row, head.row), left: Math.min(anchor.column, head.column), right: Math.max(anchor.column, head.column),
})
export const covers = (range: GridRange, spot: GridSpot): boolean => {
  const { top, bottom, left, right } = edges(range)
  return spot.row >= top && spot.row <= bottom && spot.column >= left && spot.column <= right
}
export const isSingle = ({ anchor, head }: GridRange): boolean => anchor.row === head.row && anchor.column === head.column

/** What a spreadsheet puts in the clipboard: tabs between cells, a line for each row, quotes around cells that contain them. */
export const writeClipboard = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => `${row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')}\n`).join('')

/** A cell between quotes from that place, and where it ends; undefined when the quote is only a letter of the text, as Excel copies it. */
const quotedAt = (source: string, from: number): { readonly cell: string; readonly end: number } | undefined => {
  let close = source.indexOf('"', from + 1)
  while (close !== -1 && source[close + 1] === '"') close = source.indexOf('"', close + 2)
  const after = source[close + 1]
  if (close === -1 || (after !== undefined && after !== '\t' && after !== '\n')) return undefined
  return { cell: source.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 }
}
/** Reads it back, quoted cells with line breaks included. Short rows keep their length. */
export const readClipboard = (text: string): string[][] => {
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  const rows: string[][] = [[]]
  for (let at = 0; ; ) {
    const quoted = source[at] === '"' ? quotedAt(source, at) : undefined
    const stop = source.slice(at).search(/[\t\n]/)
    const end = quoted ? quoted.end : stop === -1 ? source.length : at + stop
    rows.at(-1)?.push(quoted ? quoted.cell : source.slice(at, end))
    if (end >= source.length) return rows
    if (source[end] === '\n') rows.push([])
    at = end + 1
  }
}
