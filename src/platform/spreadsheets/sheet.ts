/** A spreadsheet as the house sees it, whatever the file was: cells by row and column, both counted from 0. */
export type CellError = { readonly error: string }
/** ISO day or, when the cell carries hours, ISO day and time without zone. */
export type CellDate = { readonly date: string }
/** A number shown as a percentage: `percent` is the stored ratio (0.505 is «50,5 %»). */
export type CellPercent = { readonly percent: number }
export type Cell = string | number | boolean | null | CellError | CellDate | CellPercent

export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
export type SpreadsheetFormat = 'xlsx' | 'xls' | 'ods' | 'spreadsheetml' | 'html' | 'csv' | 'px' | 'json-stat' | 'geojson' | 'json'

/** What a file says of a column of its own accord (PX, JSON-stat). `header` is the text in the first row of the sheet. */
export type ColumnAbout = {
  readonly header: string; readonly kind: 'dimension' | 'measure' | 'status'; /** The measure a status is of. */ readonly of?: string; readonly role?: 'time' | 'place'; readonly note?: string
  readonly codes?: readonly { readonly code: string; readonly label: string; readonly note?: string }[]
  readonly total?: string; readonly unit?: string; readonly decimals?: number
}
/** A sheet that explains itself. `symbols`: what each symbol printed instead of a number means; `cellNotes` by header and code. */
export type SheetAbout = {
  readonly title: string; readonly source?: string; readonly updated?: string; readonly notes: readonly string[]; readonly columns: readonly ColumnAbout[]
  readonly symbols: Readonly<Record<string, string>>; readonly cellNotes: readonly { readonly where: Readonly<Record<string, string>>; readonly text: string }[]
}

/** What a cell slot holds; the number beside it is the value, the index of the text, 0/1 or a serial date (1900 system). */
export const slot = { empty: 0, number: 1, text: 2, boolean: 3, error: 4, date: 5, percent: 6 } as const

/** All cells of a sheet in three flat arrays: cells of row r are the slots from start[r] to start[r + 1]. It crosses processes quickly. */
export type PackedCells = { readonly start: Uint32Array; readonly kinds: Uint8Array; readonly numbers: Float64Array; readonly texts: readonly string[] }
export type PackedSheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rowCount: number
  readonly columnCount: number
  readonly merges: readonly Merge[]
  readonly hiddenColumns: readonly number[]
  readonly hiddenRows: readonly number[]
  readonly cells: PackedCells
  readonly about?: SheetAbout
}
export type PackedWorkbook = { readonly format: SpreadsheetFormat; readonly encoding?: string; readonly separator?: string; readonly sheets: readonly PackedSheet[] }

export type Sheet = PackedSheet & {
  /** The cell, null when empty or outside the sheet. */
  readonly cell: (row: number, column: number) => Cell
  readonly row: (row: number) => readonly Cell[]
  /** The address people use: (38, 7) is «H39». */
  readonly address: (row: number, column: number) => string
}
export type Workbook = { readonly format: SpreadsheetFormat; readonly encoding?: string; readonly separator?: string; readonly sheets: readonly Sheet[] }

/** Letters of a column counted from 0: 0 «A», 26 «AA». */
export const columnName = (column: number): string => {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}
/** Address of a cell, row and column counted from 0: (38, 7) → «H39». */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

const MILLISECONDS_PER_DAY = 86_400_000
/** Serial of the 1900 system → ISO day, with the time when there is one. Serial 60 is the 29 February 1900 that never was. */
export const serialToIso = (serial: number): string => {
  const days = serial < 60 ? serial + 1 : serial
  const instant = new Date(Math.round(days * 86_400) * 1000 - 25_569 * MILLISECONDS_PER_DAY)
  if (Number.isNaN(instant.getTime())) return String(serial)
  const iso = instant.toISOString()
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 19)
}

const unpackCell = ({ start, kinds, numbers, texts }: PackedCells, row: number, column: number): Cell => {
  const from = start[row]
  const to = start[row + 1]
  if (from === undefined || to === undefined || column < 0 || from + column >= to) return null
  const at = from + column
  const value = numbers[at] ?? 0
  switch (kinds[at]) {
    case slot.number: return value
    case slot.text: return texts[value] ?? ''
    case slot.boolean: return value === 1
    case slot.error: return { error: texts[value] ?? '#ERROR' }
    case slot.date: return { date: serialToIso(value) }
    case slot.percent: return { percent: value }
    default: return null
  }
}

/** Gives a packed sheet its readers. Nothing is copied. */
export const openSheet = (packed: PackedSheet): Sheet => {
  const cell = (row: number, column: number): Cell => unpackCell(packed.cells, row, column)
  const width = (row: number): number => Math.max(0, (packed.cells.start[row + 1] ?? 0) - (packed.cells.start[row] ?? 0))
  return { ...packed, cell, address: cellName, row: (row) => Array.from({ length: width(row) }, (_, column) => cell(row, column)) }
}
