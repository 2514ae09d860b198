/**
 * Reads the comma-separated tables of the package (UTF-8, header row, RFC 4180 quotes) into one record per row.
 * Throws Error naming the file and line when a row has another number of cells than the header.
 */
export const readCsv = (text: string, file: string): Record<string, string>[] => {
  const [header, ...rows] = cells(text)
  if (!header) throw new Error(`${file}: la tabla está vacía`)
  return rows.map((row, index) => {
    if (row.length !== header.length) throw new Error(`${file}, línea ${index + 2}: tiene ${row.length} celdas y el encabezado ${header.length}`)
    return Object.fromEntries(header.map((name, column) => [name, row[column] ?? '']))
  })
}

const cells = (text: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endRow = (): void => {
    row.push(cell)
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') { cell += '"'; at += 1 } else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',') { row.push(cell); cell = '' }
    else if (character === '\n') endRow()
    else if (character !== '\r') cell += character
  }
  endRow()
  return rows
}
