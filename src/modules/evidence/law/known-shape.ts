import type { LawParameter } from '#kernel'

type Row = Readonly<Record<string, unknown>>
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value)
const NAMES: Readonly<Record<string, string>> = { number: 'un número', string: 'un texto', boolean: 'sí o no', list: 'una lista', object: 'un registro', null: 'vacío', undefined: 'nada' }
const named = (kinds: Iterable<string>): string => [...kinds].map((kind) => NAMES[kind] ?? kind).join(' o ')

const rowMistake = (samples: readonly Row[], row: unknown, where: string): string | undefined => {
  if (!isRow(row)) return `${where}: debe tener columnas con nombre`
  const columns = [...new Set(samples.flatMap((sample) => Object.keys(sample)))]
  const missing = columns.filter((column) => !(column in row))
  const foreign = Object.keys(row).filter((column) => !columns.includes(column))
  if (missing.length > 0) return `${where}: falta ${missing.join(', ')}`
  if (foreign.length > 0) return `${where}: sobra ${foreign.join(', ')}`
  for (const column of columns) {
    const kinds = new Set(samples.map((sample) => kindOf(sample[column])))
    if (!kinds.has(kindOf(row[column]))) return `${where}: ${column} debe ser ${named(kinds)}`
    if (typeof row[column] === 'number' && !Number.isFinite(row[column])) return `${where}: ${column} no es un número`
  }
  return undefined
}

/** What is wrong with a value for a parameter, compared with the values it had: its kind, the items of its list, the columns of its table. Undefined when it fits. */
export const shapeMistake = (parameter: LawParameter, value: unknown): string | undefined => {
  const samples = parameter.values.map((known) => known.value)
  switch (parameter.kind) {
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? undefined : 'Escriba un número'
    case 'boolean': return typeof value === 'boolean' ? undefined : 'Elija sí o no'
    case 'text': return typeof value === 'string' && value.trim() !== '' ? undefined : 'Escriba el texto'
    case 'list': {
      if (!Array.isArray(value) || value.length === 0) return 'Escriba al menos un elemento'
      const kinds = new Set(samples.flatMap((sample) => (Array.isArray(sample) ? sample.map(kindOf) : [])))
      const wrong = value.findIndex((item) => !kinds.has(kindOf(item)) || item === '')
      return wrong < 0 ? undefined : `Elemento ${wrong + 1}: debe ser ${named(kinds)}`
    }
    case 'table': {
      if (!Array.isArray(value) || value.length === 0) return 'Escriba al menos una fila'
      const rows = samples.flatMap((sample) => (Array.isArray(sample) ? sample.filter(isRow) : []))
      return value.map((row, index) => rowMistake(rows, row, `Fila ${index + 1}`)).find(Boolean)
    }
    case 'record': return rowMistake(samples.filter(isRow), value, 'El registro')
  }
}
