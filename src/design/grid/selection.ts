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

/** What a spreadsheet puts in the clipboard: tabs between cells, lines between rows, quotes around cells that contain them. */
export const writeClipboard = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')

/** Reads it back, quoted cells with line breaks included. */
export const readClipboard = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  for (let index = 0; index < source.length; index += 1) {
    const sign = source[index] ?? ''
    if (quoted) {
      if (sign === '"' && source[index + 1] === '"') { cell += '"'; index += 1 }
      else if (sign === '"') quoted = false
      else cell += sign
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t' || sign === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\n') rows.push([])
    } else cell += sign
  }
  rows.at(-1)?.push(cell)
  return rows
}
