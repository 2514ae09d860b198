import { randomUUID } from 'node:crypto'
import { type Actor, can, type Day, day } from '#kernel'
import { defineAction } from '#platform/actions'
import { z } from 'zod'
import type { Town } from '../../../../tests/town.ts'
import { versionStore } from '../datasets/version.store.ts'
import type { Structure } from '../model/structure.ts'

/** Everything a data set must say, for tests that change one thing of it. */
export const described = (code: string, title: string) => ({
  code, title, topic: 'population' as const, description: '', publisher: 'INE', sourceLink: 'https://www.ine.gob.cl', licence: 'CC BY 4.0', universe: 'Población residente', method: '', unitNote: 'personas', geography: 'CUT 2018', populationBase: '',
  periodicity: 'yearly' as const, unitId: null, nextExpectedOn: null, quality: '', contact: 'SECPLA', access: 'open' as const,
})
export const smallStructure = (populationBase = '', years: readonly string[] = ['2024']): Structure => ({
  shape: 'cube', notes: [], cellNotes: [], breaks: [], geography: 'CUT 2018', populationBase,
  dimensions: [{ key: 'commune', title: 'Comuna', role: 'place', list: 'cut', codes: [{ code: '09109', label: 'Loncoche' }] }, { key: 'year', title: 'Año', role: 'time', list: '', codes: years.map((year) => ({ code: year, label: year })) }],
  measures: [{ key: 'persons', title: 'Población', unit: 'personas', decimals: 0, adds: true }],
})
type Given = { readonly datasetId: string; readonly number: number; readonly period?: string; readonly effectiveOn?: Day; readonly reason?: string; /** Persons by year: they go to a Parquet file, as in a real load. */ readonly persons?: Readonly<Record<string, number>>; readonly populationBase?: string }

const parquetOf = async (town: Town, persons: Readonly<Record<string, number>>): Promise<string> => {
  const years = Object.keys(persons)
  return (await town.system.services.analytics.writeParquet({ kind: 'columns', rows: years.length, columns: [
    { name: 'commune', type: 'text', values: years.map(() => '09109') }, { name: 'year', type: 'text', values: years }, { name: 'persons', type: 'number', values: Object.values(persons) },
  ] }, { sortBy: ['commune'] })).hash
}

/** A version posted without its load, for tests of what is around it. */
export const addTestVersion = async (town: Town, actor: Actor, { datasetId, number, period = '2024', effectiveOn = day('2026-07-01'), reason = 'Primera carga', persons, populationBase }: Given): Promise<string> => {
  const id = randomUUID()
  const hash = persons ? await parquetOf(town, persons) : 'a'.repeat(64)
  const post = defineAction({
    name: 'statistics.test-version', title: 'Versión de prueba', input: z.object({}), allowed: can('statistics.load'),
    run: async (_input, context) => {
      await versionStore(context.tx).add({ id, dataset_id: datasetId, number, parquet_hash: hash, rows: Object.keys(persons ?? { one: 1 }).length, structure: smallStructure(populationBase, Object.keys(persons ?? { 2024: 1 })), source_id: null, file_hash: null, recipe: '', recipe_version: null, period, effective_on: effectiveOn, reason, changes: {}, loaded_by: actor.accountId }, context.entryId)
      return { result: { id }, entry: { name: 'version-loaded', summary: 'Versión de prueba', effectiveOn } }
    },
  })
  await town.as(actor).does(post, {})
  return id
}
