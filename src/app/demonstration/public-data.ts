import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { day } from '#kernel'
import { type JobContext, type JobDefinition, scopeOf } from '#platform/actions'
import { packageRoot } from '#platform/files'
import { fileRows } from '#evidence'
import { loadManyJob, type LoadManyInput, shippedRecipe } from '#statistics'
import { steadyId } from './people.ts'

const FOLDER = 'demo/loncoche/data/statistics'
const Files = z.array(z.object({ recipe: z.string(), file: z.string(), engine: z.boolean().optional() }))
export type PublicFile = z.output<typeof Files>[number]
export const PUBLIC_DATA = { kind: 'demonstration.public-data', title: 'Cargar los datos públicos de la demostración' } as const
export const CONCEPT = 'poblacion-comunal'

/** Files of public data that come with the demonstration, each with the recipe that reads it. */
export const publicFiles = async (): Promise<readonly PublicFile[]> => Files.parse(parse(await readFile(join(packageRoot(), FOLDER, 'files.yaml'), 'utf8')))
export const datasetIdOf = (commune: string, recipe: string): string => steadyId(commune, 'dataset', recipe)

const media = (name: string): string => (name.endsWith('.csv') ? 'text/csv' : name.endsWith('.geojson') ? 'application/geo+json' : 'application/octet-stream')
/** Puts a file in the store: its bytes synced to disk first, then a small transaction. */
const keep = async ({ actor, files, database, read }: JobContext, file: string): Promise<string> => {
  const { hash, size } = await files.put(await readFile(join(packageRoot(), FOLDER, file)))
  const at = await read(async ({ clock }) => clock.now().toISOString())
  const name = basename(file)
  await database.write(scopeOf(actor), (tx) => fileRows(tx).add({ hash, name, mediaType: media(name), size, visibility: 'internal', uploadedBy: actor.accountId, at }))
  return hash
}
const nextExpected = (periodicity: string) => (periodicity === 'yearly' ? day('2027-03-31') : periodicity === 'monthly' ? day('2026-07-15') : null)

/** Copies the public files into the store and loads each as a first version. It runs once the program serves: no page waits for it, and a run cut short goes on where it was. */
export const publicDataJob: JobDefinition = {
  ...PUBLIC_DATA, patient: true,
  run: async (job) => {
    const { commune } = job.actor
    const loads: LoadManyInput['loads'][number][] = []
    const files = await publicFiles()
    for (const [index, { recipe, file }] of files.entries()) {
      await job.progress((index / files.length) * 0.1, 'Copiando los archivos')
      loads.push({ datasetId: datasetIdOf(commune, recipe), fileHash: await keep(job, file), recipe, effectiveOn: day('2026-06-30'), nextExpectedOn: nextExpected(shippedRecipe(recipe).origin.periodicity) })
    }
    const source = (recipe: string, title: string) => ({ id: steadyId(commune, 'source', recipe), conceptId: steadyId(commune, 'concept', CONCEPT), datasetId: datasetIdOf(commune, recipe), title, measure: 'population', codes: { place: commune } })
    const input: LoadManyInput = { loads, reason: 'Datos públicos que vienen con la demostración', sources: [source('proyecciones-comunales-2002-2035', 'Proyección INE base 2017'), source('comunas', 'Censo 2024')] }
    return loadManyJob.run({ ...job, input, progress: (share, message) => job.progress(0.1 + share * 0.9, message) })
  },
}
