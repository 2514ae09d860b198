/** Value of a cell; null is empty. */
export type GridValue = string | number | boolean | null
/** What a text says for its column, or why it cannot be taken. */
export type ReadText = { readonly value: GridValue; readonly refused?: undefined } | { readonly refused: string }
export type GridColumn<Row> = {
  readonly key: string
  readonly title: string
  /** `pesos` and `number` are read as the office writes them; `computed` is never typed over. */
  readonly kind: 'text' | 'pesos' | 'number' | 'computed'
  readonly read: (row: Row) => GridValue
  /** The row with the value put in. Absent: closed column. */
  readonly write?: (row: Row, value: GridValue) => Row
  /** Another way to read what is typed or pasted (a share, a day, an option), and to show it. Together they go and come back. */
  readonly parse?: (text: string) => ReadText
  readonly show?: (value: GridValue) => string
  /** Words offered while typing. */
  readonly options?: readonly string[]
  readonly width?: number
  /** Stays in sight when the grid slides. */
  readonly frozen?: boolean
  readonly decimals?: number
}
/** What a cell says of itself; several may hold at once. The message is read aloud and shown under the grid. */
export type CellMark = { readonly error?: string; readonly unsaved?: boolean; readonly comment?: string; readonly followed?: boolean; readonly closed?: boolean }
/** One changed cell. */
export type CellChange = { readonly rowKey: string; readonly column: string; readonly from: GridValue; readonly to: GridValue }
/** A text that was put in a cell and does not read: it stays there, marked, until it is corrected. */
export type WrongText = { readonly text: string; readonly reason: string }
export type GridProps<Row> = {
  label: string
  columns: readonly GridColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** New rows and exactly what changed. Undo and redo come through here too. Absent: read only. */
  onChange?: (rows: readonly Row[], changes: readonly CellChange[]) => void
  /** How many texts stand in the grid that do not read: while there is one, nothing should be saved. */
  onWrong?: (count: number) => void
  /** An empty row with a key of its own. Given, a pasted block longer than the grid adds the rows it lacks. */
  newRow?: () => Row
  mark?: (row: Row, column: string) => CellMark | undefined
  /** Rows of sums under the others. */
  totals?: readonly Row[]
  /** Height in px; by default as tall as its rows, up to 560. */
  height?: number
  /** Ctrl+Enter or Ctrl+S. */
  onSave?: () => void
  onActive?: (spot: { rowKey: string; column: string } | undefined) => void
}
