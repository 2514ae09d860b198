import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { loadCommunes } from '#platform/reference'
import { type Structure, StructureShape } from '#statistics'

/** How many codes each of the other questions has. */
const OTHERS = [2, 3, 5, 8, 10, 12, 20, 50, 2, 3, 5, 8, 10, 12, 20, 50, 4]
const codes = (count: number, label = '') => Array.from({ length: count }, (_, at) => ({ code: String(at), label: `${label}${at}` }))
export const communes = loadCommunes().map(({ code, name }) => ({ code, label: name }))
/** A census as its records come: 20 questions, one row a person. */
export const censusStructure: Structure = StructureShape.parse({
  shape: 'records', geography: 'CUT 2018',
  dimensions: [
    { key: 'commune', title: 'Comuna', role: 'place', list: 'cut', codes: communes }, { key: 'sex', title: 'Sexo', role: 'sex', codes: codes(2) },
    { key: 'age', title: 'Edad', role: 'age', codes: codes(101).map((one) => (one.code === '100' ? { code: '100', label: '100 y más' } : one)) },
    ...OTHERS.map((count, at) => ({ key: `q${at}`, title: `Pregunta ${at}`, role: 'category', codes: codes(count, 'Respuesta ') })),
  ],
  measures: [{ key: 'persons', title: 'Personas', unit: 'personas' }],
})
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
/** The people, always the same: every answer is a hash of the person's number. Sorted by commune as they are made. */
const people = (persons: number): string => {
  const list = communes.map(({ code }) => quoted(code)).join(', ')
  const answers = OTHERS.map((count, at) => `cast(hash(i, ${at + 10}) % ${count} as varchar) as q${at}`)
  return `select list_extract([${list}], 1 + cast(i * ${communes.length} // ${persons} as integer)) as commune, cast(hash(i, 1) % 2 as varchar) as sex, cast(hash(i, 2) % 101 as varchar) as age, ${answers.join(', ')} from range(${persons}) t(i)`
}
/** An engine as the product's, without the product: same threads, same memory. */
export const bareEngine = async (scratch: string): Promise<DuckDBConnection> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '350MB', temp_directory: scratch, preserve_insertion_order: 'false' })
  const connection = await instance.connect()
  await connection.run('set parquet_metadata_cache = true')
  return connection
}
export const writeCensus = async (bare: DuckDBConnection, path: string, persons: number, format: 'parquet' | 'csv'): Promise<void> =>
  void (await bare.run(`copy (${people(persons)}) to ${quoted(path)} (${format === 'csv' ? 'format csv, header' : 'format parquet, compression zstd, row_group_size 100000'})`))
