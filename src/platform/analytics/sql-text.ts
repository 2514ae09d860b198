const made = Symbol('sql')
/** Text for the analytics engine that our code wrote. Nothing a person typed becomes one without passing through `duck`. */
export type Sql = { readonly [made]: true; readonly text: string }
export type SqlValue = Sql | string | number | null | readonly (Sql | string | number | null)[]

const sqlOf = (text: string): Sql => ({ [made]: true, text })
const isSql = (value: unknown): value is Sql => typeof value === 'object' && value !== null && made in value

/** A text constant: quotes doubled, which is the only escape of the engine's plain strings. */
const literal = (text: string): string => {
  if (text.includes('\0')) throw new RangeError('Un texto con un carácter nulo no entra a una consulta')
  return `'${text.replaceAll("'", "''")}'`
}
const render = (value: SqlValue): string => {
  if (value === null) return 'null'
  if (typeof value === 'string') return literal(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('Un número que no es finito no entra a una consulta')
    return String(value)
  }
  return isSql(value) ? value.text : value.map(render).join(', ')
}

/** Writes a query: strings and numbers inside become constants, lists become `a, b, c`, other pieces of SQL stand as they are. */
export const duck = (pieces: TemplateStringsArray, ...values: readonly SqlValue[]): Sql => sqlOf(pieces.reduce((text, piece, at) => `${text}${render(values[at - 1] ?? null)}${piece}`))
/** The name of a column, quoted. Only names of the shape a structure allows: anything else is a defect of ours. */
export const columnName = (name: string): Sql => {
  if (!/^[a-z_][a-z0-9_]{0,59}$/.test(name)) throw new RangeError('No es el nombre de una columna')
  return sqlOf(`"${name}"`)
}
/** A name as a file brought it (the header of a CSV): quoted, quotes doubled. */
export const foreignName = (name: string): Sql => {
  if (name.includes('\0')) throw new RangeError('Un nombre con un carácter nulo no entra a una consulta')
  return sqlOf(`"${name.replaceAll('"', '""')}"`)
}
/** Pieces one after another, with something between. */
export const joined = (pieces: readonly Sql[], between = ', '): Sql => sqlOf(pieces.map(({ text }) => text).join(between))
