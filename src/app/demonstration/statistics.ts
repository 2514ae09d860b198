import type { Actor } from '#kernel'
import { runAction, scopeOf } from '#platform/actions'
import { jobStore } from '#platform/jobs'
import { createConcept, createDataset, type Periodicity, shareDataset, shippedRecipe, type Topic } from '#statistics'
import type { DemoFacts } from '../../../demo/index.ts'
import type { System } from '../system.ts'
import { type DemoIds, steadyId } from './people.ts'
import { CONCEPT, datasetIdOf, PUBLIC_DATA, type PublicFile, publicFiles } from './public-data.ts'
import { need } from './reports.ts'

const topicOf: Readonly<Record<string, Topic>> = { territorio: 'territory', poblacion: 'population', censo: 'population', sinim: 'municipality', social: 'social', salud: 'health', educacion: 'education', seguridad: 'security', agropecuario: 'agriculture', series: 'economy', inversion: 'economy' }
const periodicityOf: Readonly<Record<string, Periodicity>> = { once: 'once', monthly: 'monthly', quarterly: 'quarterly', yearly: 'yearly', irregular: 'irregular', 'ten-yearly': 'decennial' }
const HEAD = 'luis-caniulef'

/** The data sets of the demonstration, described and shared; a job copies and loads their files once the program serves. */
export const prepareStatistics = async (system: System, { commune }: DemoFacts, ids: DemoIds): Promise<void> => {
  const head = await need(system, commune.code, ids, HEAD)
  for (const one of await publicFiles()) await describeOne(system, head, one)
  await runAction(system.services, head, createConcept, {
    id: steadyId(commune.code, 'concept', CONCEPT), code: CONCEPT, title: 'Población comunal', definition: 'Personas que residen en la comuna.', unit: 'personas', decimals: 0,
    reconciliation: 'La proyección se hizo con el Censo 2017 (población presente el día del censo); el Censo 2024 contó residentes habituales. No forman una serie: para comparar años se usa la proyección; para el tamaño actual, el censo.',
  })
  await system.database.write(scopeOf(head), (tx) => jobStore(tx).add(head.accountId, { ...PUBLIC_DATA, input: {} }))
}

const describeOne = async (system: System, head: Actor, { recipe: key, file }: PublicFile): Promise<void> => {
  const { title, origin, geography, populationBase } = shippedRecipe(key)
  const id = datasetIdOf(head.commune, key)
  await runAction(system.services, head, createDataset, {
    id, code: key.slice(0, 60), title: title.slice(0, 200), topic: topicOf[file.split('/')[0] ?? ''] ?? 'other', description: origin.note, publisher: origin.publisher, sourceLink: origin.link || `github.com/${origin.repository}`, licence: origin.licence, universe: origin.universe,
    geography, populationBase, periodicity: periodicityOf[origin.periodicity] ?? 'irregular', contact: 'Departamento de Informática y Estadísticas',
  })
  await runAction(system.services, head, shareDataset, { id, version: 1 })
}
