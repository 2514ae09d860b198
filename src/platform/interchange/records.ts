import { NotReadable } from './cube.ts'

export type PlainValue = string | number | boolean | null
/** A list of records found in a JSON file, as a table: the header and its rows. */
export type RecordTable = { readonly name: string; readonly header: readonly string[]; readonly rows: Iterable<readonly PlainValue[]>; readonly count: number }
type Plain = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is readonly Plain[] => Array.isArray(value) && value.length > 0 && value.every(isObject)
const plain = (value: unknown): PlainValue => (value === null || value === undefined ? null : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value))

const tableOf = (name: string, list: readonly Plain[]): RecordTable => {
  const header = [...new Set(list.flatMap((item) => Object.keys(item)))]
  const rows = function* (): Generator<readonly PlainValue[]> { for (const item of list) yield header.map((key) => plain(Object.hasOwn(item, key) ? item[key] : null)) }
  return { name, header, rows: { [Symbol.iterator]: rows }, count: list.length }
}
/** Tables of a JSON file: the properties of a GeoJSON, a list of records, or each list of records inside an object. */
export const readRecords = (value: unknown): { readonly kind: 'geojson' | 'json'; readonly tables: readonly RecordTable[] } => {
  if (isObject(value) && value['type'] === 'FeatureCollection' && Array.isArray(value['features'])) {
    const features = value['features'].map((feature: unknown) => (isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {}))
    return { kind: 'geojson', tables: [tableOf(typeof value['name'] === 'string' ? value['name'] : 'Entidades', features)] }
  }
  if (isList(value)) return { kind: 'json', tables: [tableOf('Lista', value)] }
  const inside = isObject(value) ? Object.entries(value).flatMap(([name, list]) => (isList(list) ? [tableOf(name, list)] : [])) : []
  if (inside.length === 0) throw new NotReadable('damaged', 'El JSON no trae ninguna lista de registros.')
  return { kind: 'json', tables: inside }
}
