import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Analytics, openAnalytics } from '#platform/analytics'
import { folderStore, packageRoot } from '#platform/files'
import { type Cube, cubeStrides } from '../model/cube.ts'
import type { Observations } from '../model/observations.ts'
import { TableRequestShape } from '../model/request.ts'
import type { ObservationStatus } from '../model/status.ts'
import { type Structure, StructureShape } from '../model/structure.ts'
import { type TableHands, tableOf, type TableVersion } from './table-of.ts'
import { writeObservations } from './write-observations.ts'

export type Row = { readonly codes: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, number | null>>; readonly statuses?: Readonly<Record<string, ObservationStatus>> }
/** A structure from the codes the rows bring, in their order, with what is told of each dimension. */
export const structureOf = (given: unknown): Structure => StructureShape.parse(given)
export const observationsOf = (structure: Structure, rows: readonly Row[]): Observations => ({
  structure, rows: rows.length,
  dimensions: Object.fromEntries(structure.dimensions.map(({ key }) => [key, rows.map(({ codes }) => codes[key] ?? '')])),
  measures: Object.fromEntries([...structure.measures.map(({ key }) => key), ...(structure.weight ? [structure.weight] : [])].filter((key) => rows.some(({ values }) => key in values)).map((key) => [key, rows.map(({ values }) => values[key] ?? null)])),
  statuses: Object.fromEntries(structure.measures.map(({ key }) => [key, rows.map(({ statuses }) => statuses?.[key] ?? null)])),
})
export const fixture = (name: string): readonly string[][] => readFileSync(join(packageRoot(), 'tests/fixtures/statistics', name), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))

export type Bench = { readonly analytics: Analytics; readonly add: (observations: Observations, title?: string) => Promise<string>; readonly hands: () => TableHands; readonly table: (dataset: string, request: Record<string, unknown>, hands?: Partial<TableHands>) => Promise<Cube>; readonly close: () => void }
/** A data folder with an engine, and data sets whose only version is the one added. */
export const openBench = (): Bench => {
  const folder = mkdtempSync(join(tmpdir(), 'secplan-tables-'))
  const filesFolder = join(folder, 'archivos')
  const analytics = openAnalytics({ files: folderStore(filesFolder), filesFolder, folder: join(folder, 'analisis') })
  const versions = new Map<string, TableVersion>()
  const hands = (): TableHands => ({
    analytics, asOf: { effectiveOn: '2026-11-22', knownOn: '2026-11-22' },
    versionOf: async (id) => { const found = versions.get(id); if (!found) throw new Error(`Sin versión ${id}`); return found },
  })
  return {
    analytics, hands,
    add: async (observations, title = 'Datos de prueba') => {
      const { hash } = await writeObservations(analytics, observations)
      const id = `00000000-0000-4000-8000-${String(versions.size + 1).padStart(12, '0')}`
      versions.set(id, { hash, structure: observations.structure, source: { datasetId: id, datasetTitle: title, version: 1, publisher: 'INE', licence: 'CC BY 4.0', universe: 'Personas', updatedOn: '2026-07-01', geography: observations.structure.geography, populationBase: observations.structure.populationBase, contact: 'secpla@villa.example' } })
      return id
    },
    table: (dataset, request, more) => tableOf({ ...hands(), ...more }, TableRequestShape.parse({ dataset, ...request })),
    close: () => { analytics.close(); rmSync(folder, { recursive: true, force: true }) },
  }
}
/** The number (or its status, when it has none) at these codes, one of each variable in order. */
export const at = (cube: Cube, ...codes: readonly string[]): number | string | null => {
  const strides = cubeStrides(cube)
  const index = cube.variables.reduce((sum, variable, axis) => {
    const position = codes[axis] === undefined ? 0 : variable.codes.findIndex(({ code }) => code === codes[axis])
    if (position < 0) throw new Error(`No está ${codes[axis]} en ${variable.key}: ${variable.codes.map(({ code }) => code).join(' ')}`)
    return sum + position * (strides[axis] ?? 1)
  }, 0)
  const value = cube.values[index]
  const status = cube.statuses.get(index)
  if (value === undefined || value === null || Number.isNaN(value)) return status ?? null
  return status ? `${value} ${status}` : value
}
export const select = (dimension: string, place: 'row' | 'column' | 'layer', selection: Record<string, unknown> = { kind: 'all' }) => ({ dimension, place, select: selection })
