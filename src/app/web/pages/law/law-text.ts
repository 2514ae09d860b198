import type { LawParameter } from '#kernel'

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const rowsOf = (parameter: LawParameter): readonly Row[] => parameter.values.flatMap(({ value }) => (Array.isArray(value) ? value.filter(isRow) : isRow(value) ? [value] : []))
const TAB = '\t'

const written = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'number' ? String(value).replace('.', ',') : typeof value === 'boolean' ? (value ? 'sí' : 'no') : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** A cell read as what its neighbours are: a number, sí/no, a list or text. Undefined when it is none of them. */
const read = (text: string, samples: readonly unknown[]): unknown => {
  const clean = text.trim()
  const some = (kind: string) => samples.some((sample) => typeof sample === kind)
  if (clean === '' && samples.some((sample) => sample === null)) return null
  if (some('number') && /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(clean)) return Number(clean.replaceAll('.', '').replace(',', '.'))
  if (some('boolean') && /^(s[ií]|no)$/i.test(clean)) return clean.toLowerCase() !== 'no'
  if (samples.some((sample) => typeof sample === 'object' && sample !== null)) {
    try {
      return JSON.parse(clean) as unknown
    } catch {
      return undefined
    }
  }
  return some('string') ? clean : undefined
}
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.replace(/\r$/, '')).filter((line) => line.trim() !== '')

/** A value as text that a person can change: one item a line, or columns apart by tabs, as a spreadsheet pastes them. */
export const lawText = (parameter: LawParameter, value: unknown): string => {
  if (parameter.kind === 'list' && Array.isArray(value)) return value.map(written).join('\n')
  if (parameter.kind === 'table' && Array.isArray(value)) {
    const columns = Object.keys(value.find(isRow) ?? {})
    return [columns.join(TAB), ...value.filter(isRow).map((row) => columns.map((column) => written(row[column])).join(TAB))].join('\n')
  }
  if (parameter.kind === 'record' && isRow(value)) return Object.entries(value).map(([key, cell]) => `${key}${TAB}${written(cell)}`).join('\n')
  return written(value)
}
type Reading = { readonly value: unknown } | { readonly mistake: string }

const readTable = (text: string, parameter: LawParameter): Reading => {
  const [head = '', ...body] = linesOf(text)
  const columns = head.split(TAB).map((name) => name.trim())
  const samples = rowsOf(parameter)
  const rows: Record<string, unknown>[] = []
  for (const [index, line] of body.entries()) {
    const row: Record<string, unknown> = {}
    const cells = line.split(TAB)
    for (const [at, column] of columns.entries()) {
      const value = read(cells[at] ?? '', samples.map((sample) => sample[column]))
      if (value === undefined) return { mistake: `Fila ${index + 1}: «${cells[at] ?? ''}» no se entiende en la columna ${column}` }
      row[column] = value
    }
    rows.push(row)
  }
  return { value: rows }
}
const readRecord = (text: string, parameter: LawParameter): Reading => {
  const samples = rowsOf(parameter)
  const found: Record<string, unknown> = {}
  for (const line of linesOf(text)) {
    const [key = '', ...rest] = line.split(TAB)
    const value = read(rest.join(TAB), samples.map((sample) => sample[key.trim()]))
    if (value === undefined) return { mistake: `«${key.trim()}»: «${rest.join(TAB)}» no se entiende` }
    found[key.trim()] = value
  }
  return { value: found }
}

/** What was typed as a value of the parameter; the server checks its shape again. */
export const readLawText = (text: string, parameter: LawParameter): Reading => {
  if (parameter.kind === 'table') return readTable(text, parameter)
  if (parameter.kind === 'record') return readRecord(text, parameter)
  const samples = parameter.values.flatMap(({ value }) => (parameter.kind === 'list' && Array.isArray(value) ? value : [value]))
  if (parameter.kind === 'list') {
    const items = linesOf(text).map((line) => read(line, samples))
    const wrong = items.indexOf(undefined)
    return wrong < 0 ? { value: items } : { mistake: `Línea ${wrong + 1}: no se entiende` }
  }
  const value = read(text, samples)
  return value === undefined || value === '' ? { mistake: parameter.kind === 'number' ? 'Escriba un número, con coma para los decimales' : 'Escriba el valor' } : { value }
}
