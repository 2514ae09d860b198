import { type TableRequest, TableRequestShape, type Variable } from '../model/request.ts'
import { codeToText, textToCode } from './code-text.ts'
import { derivationToText, textToDerivation } from './derivation-text.ts'
import { selectionToText, textToSelection } from './selection-text.ts'

/** The names of an address that say which table it is. Everything else of the address (layer on view, chart) only changes how it is looked at. */
export const TABLE_NAMES = ['filas', 'columnas', 'capas', 'medidas', 'medidas_en', 'calculo', 'totales', 'orden', 'sin_vacias', 'version'] as const
export type TableName = (typeof TABLE_NAMES)[number]
export type AddressText = Readonly<Record<string, string | undefined>>

const SIDES = [['filas', 'row'], ['columnas', 'column'], ['capas', 'layer']] as const
const titleOfPlace = { row: 'filas', column: 'columnas', layer: 'capas' } as const

/** A request as names of an address: short, readable and always the same for the same table. */
export const requestToAddress = (request: TableRequest): Readonly<Record<TableName, string | undefined>> => {
  const side = (place: Variable['place']): string | undefined => request.variables.filter((one) => one.place === place).map(({ dimension, select }) => `${dimension}.${selectionToText(select)}`).join(' ') || undefined
  const { derive, totals, sort } = request
  return {
    filas: side('row'), columnas: side('column'), capas: side('layer'), medidas: request.measures.join('.'),
    medidas_en: request.measurePlace === 'column' ? undefined : titleOfPlace[request.measurePlace], calculo: derive ? derivationToText(derive) : undefined,
    totales: [totals.rows ? 'filas' : '', totals.columns ? 'columnas' : ''].filter(Boolean).join('.') || undefined,
    orden: sort ? [sort.descending ? 'mayor' : 'menor', ...sort.by.map(codeToText)].join('.') : undefined,
    sin_vacias: request.hideEmpty ? 'si' : undefined, version: request.version === 'latest' ? undefined : String(request.version),
  }
}

const variablesIn = (address: AddressText): readonly Variable[] => SIDES.flatMap(([name, place]) => (address[name] ?? '').split(' ').filter(Boolean).flatMap((token): Variable[] => {
  const [dimension = '', ...words] = token.split('.')
  const select = textToSelection(words)
  return select ? [{ dimension, select, place }] : []
}))
const sortIn = (text: string | undefined): TableRequest['sort'] => {
  const [way, ...by] = (text ?? '').split('.')
  return way === 'mayor' || way === 'menor' ? { by: by.map(textToCode), descending: way === 'mayor' } : undefined
}
/** The request an address asks for, or nothing when it names no table (then the page proposes one). What is not understood is left out. */
export const addressToRequest = (dataset: string, address: AddressText): TableRequest | undefined => {
  const measures = (address['medidas'] ?? '').split('.').filter(Boolean)
  const variables = variablesIn(address)
  if (measures.length === 0 || variables.length === 0) return undefined
  const [derive, sort, totals] = [textToDerivation(address['calculo'] ?? ''), sortIn(address['orden']), (address['totales'] ?? '').split('.')]
  const measurePlace = SIDES.find(([name]) => name === address['medidas_en'])?.[1] ?? 'column'
  const version = Number.parseInt(address['version'] ?? '', 10)
  const read = TableRequestShape.safeParse({
    dataset, version: version > 0 ? version : 'latest', measures, variables, measurePlace, ...(derive ? { derive } : {}), ...(sort ? { sort } : {}),
    totals: { rows: totals.includes('filas'), columns: totals.includes('columnas') }, hideEmpty: address['sin_vacias'] === 'si',
  })
  return read.success ? read.data : undefined
}

/** The layer on view: «anio.2021 sexo.M». */
export const layerToText = (layer: Readonly<Record<string, string>>): string | undefined => Object.entries(layer).map(([key, code]) => `${key}.${codeToText(code)}`).join(' ') || undefined
export const textToLayer = (text: string | undefined): Readonly<Record<string, string>> => Object.fromEntries((text ?? '').split(' ').filter(Boolean).map((token) => { const [key = '', code = ''] = token.split('.'); return [key, textToCode(code)] }))
