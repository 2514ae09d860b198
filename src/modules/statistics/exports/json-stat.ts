import { type Cube, type CubeVariable, cubeSize, cubeValue } from '../model/cube.ts'
import { statuses } from '../model/status.ts'
import { absenceAt } from './cell-text.ts'
import { noteLines } from './table-notes.ts'

const categoryOf = (cube: Cube, { codes, role }: CubeVariable) => ({
  index: codes.map(({ code }) => code),
  label: Object.fromEntries(codes.map(({ code, label }) => [code, label])),
  ...(codes.some(({ note }) => note) ? { note: Object.fromEntries(codes.flatMap(({ code, note }) => (note ? [[code, [note]]] : []))) } : {}),
  ...(role === 'measure' ? { unit: Object.fromEntries(cube.measures.map(({ key, unit, decimals }) => [key, { base: unit, decimals }])) } : {}),
})
const idsOf = (cube: Cube, role: CubeVariable['role']): string[] => cube.variables.filter((one) => one.role === role).map(({ key }) => key)

/**
 * A table as a JSON-stat 2.0 data set: all variables in the order of the table, values in row-major order with null where there is no number,
 * and `status` by index with the symbol that is printed. The status symbols are explained in `extension.status`.
 */
export const jsonStatOf = (cube: Cube): Readonly<Record<string, unknown>> => {
  const size = cubeSize(cube)
  const status: Record<string, string> = {}
  const value = Array.from({ length: size }, (_, index) => {
    const number = cubeValue(cube, index)
    const told = number === null ? absenceAt(cube, index) : cube.statuses.get(index)
    if (told) status[index] = statuses[told].text
    return number
  })
  const role = { time: idsOf(cube, 'time'), geo: idsOf(cube, 'place'), metric: idsOf(cube, 'measure') }
  return {
    version: '2.0', class: 'dataset', label: cube.title, source: `${cube.source.publisher}: ${cube.source.datasetTitle}`, updated: cube.source.updatedOn,
    ...(cube.source.link ? { link: { describedby: [{ href: cube.source.link }] } } : {}),
    note: noteLines(cube), id: cube.variables.map(({ key }) => key), size: cube.variables.map(({ codes }) => codes.length),
    role: Object.fromEntries(Object.entries(role).filter(([, ids]) => ids.length > 0)),
    dimension: Object.fromEntries(cube.variables.map((one) => [one.key, { label: one.title, ...(one.note ? { note: [one.note] } : {}), category: categoryOf(cube, one) }])),
    value, ...(Object.keys(status).length > 0 ? { status } : {}),
    extension: {
      licence: cube.source.licence, universe: cube.source.universe, version: cube.source.version, geography: cube.source.geography, populationBase: cube.source.populationBase, contact: cube.source.contact, asOf: cube.asOf,
      layout: { rows: cube.variables.filter(({ place }) => place === 'row').map(({ key }) => key), columns: cube.variables.filter(({ place }) => place === 'column').map(({ key }) => key), layers: cube.variables.filter(({ place }) => place === 'layer').map(({ key }) => key) },
      status: Object.fromEntries(Object.values(statuses).map(({ text, title }) => [text, title])), ...(cube.derivation ? { derivation: cube.derivation } : {}),
    },
  }
}
