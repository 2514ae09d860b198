import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Actor, day } from '#kernel'
import { runAction, scopeOf } from '#platform/actions'
import { packageRoot } from '#platform/files'
import { jobStore } from '#platform/jobs'
import { fileRows } from '#evidence'
import { createConcept, createDataset, type LoadManyInput, type Periodicity, shareDataset, shippedRecipe, type Topic } from '#statistics'
import type { DemoFacts } from '../../../demo/index.ts'
import type { System } from '../system.ts'
import { type DemoIds, steadyId } from './people.ts'
import { need } from './reports.ts'

const FOLDER = 'demo/loncoche/data/statistics'
const Files = z.array(z.object({ recipe: z.string(), file: z.string(), engine: z.boolean().optional() }))
const topicOf: Readonly<Record<string, Topic>> = { territorio: 'territory', poblacion: 'population', censo: 'population', sinim: 'municipality', social: 'social', salud: 'health', educacion: 'education', seguridad: 'security', agropecuario: 'agriculture', series: 'economy', inversion: 'economy' }
const periodicityOf: Readonly<Record<string, Periodicity>> = { once: 'once', monthly: 'monthly', quarterly: 'quarterly', yearly: 'yearly', irregular: 'irregular', 'ten-yearly': 'decennial' }
const HEAD = 'luis-caniulef'
const media = (name: string): string => (name.endsWith('.csv') ? 'text/csv' : name.endsWith('.geojson') ? 'application/geo+json' : 'application/octet-stream')

/** The data sets of the demonstration, described and shared; their files are put in the store and a job loads them once the program serves. */
export const prepareStatistics = async (system: System, { commune }: DemoFacts, ids: DemoIds): Promise<void> => {
  const head = await need(system, commune.code, ids, HEAD)
  const files = Files.parse(parse(await readFile(join(packageRoot(), FOLDER, 'files.yaml'), 'utf8')))
  const idOf = (recipe: string): string => steadyId(commune.code, 'dataset', recipe)
  const loads: LoadManyInput['loads'][number][] = []
  for (const { recipe: key, file } of files) loads.push(await prepareOne(system, head, key, file, idOf(key)))
  const concept = steadyId(commune.code, 'concept', 'poblacion-comunal')
  await runAction(system.services, head, createConcept, {
    id: concept, code: 'poblacion-comunal', title: 'Población comunal', definition: 'Personas que residen en la comuna.', unit: 'personas', decimals: 0,
    reconciliation: 'La proyección se hizo con el Censo 2017 (población presente el día del censo); el Censo 2024 contó residentes habituales. No forman una serie: para comparar años se usa la proyección; para el tamaño actual, el censo.',
  })
  const source = (recipe: string, title: string) => ({ id: steadyId(commune.code, 'source', recipe), conceptId: concept, datasetId: idOf(recipe), title, measure: 'population', codes: { place: commune.code } })
  const input: LoadManyInput = { loads, reason: 'Datos públicos que vienen con la demostración', sources: [source('proyecciones-comunales-2002-2035', 'Proyección INE base 2017'), source('comunas', 'Censo 2024')] }
  await system.database.write(scopeOf(head), (tx) => jobStore(tx).add(head.accountId, { kind: 'statistics.load-many', title: 'Cargar los datos públicos de la demostración', input }))
}

const prepareOne = async (system: System, head: Actor, key: string, file: string, id: string): Promise<LoadManyInput['loads'][number]> => {
  const { title, origin, geography, populationBase } = shippedRecipe(key)
  const { hash, size } = await system.services.files.put(await readFile(join(packageRoot(), FOLDER, file)))
  const name = basename(file)
  await system.database.write(scopeOf(head), (tx) => fileRows(tx).add({ hash, name, mediaType: media(name), size, visibility: 'internal', uploadedBy: head.accountId, at: system.clock.now().toISOString() }))
  await runAction(system.services, head, createDataset, {
    id, code: key.slice(0, 60), title: title.slice(0, 200), topic: topicOf[file.split('/')[0] ?? ''] ?? 'other', description: origin.note, publisher: origin.publisher, sourceLink: origin.link || `github.com/${origin.repository}`, licence: origin.licence, universe: origin.universe,
    geography, populationBase, periodicity: periodicityOf[origin.periodicity] ?? 'irregular', contact: 'Departamento de Informática y Estadísticas',
  })
  await runAction(system.services, head, shareDataset, { id, version: 1 })
  return { datasetId: id, fileHash: hash, recipe: key, effectiveOn: day('2026-06-30'), nextExpectedOn: origin.periodicity === 'yearly' ? day('2027-03-31') : origin.periodicity === 'monthly' ? day('2026-07-15') : null }
}
