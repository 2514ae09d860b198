import { type JobContext, type JobDefinition, notFound, scopeOf } from '#platform/actions'
import { demandRateBases, demandSameBase } from '../code-lists/population-base.ts'
import { datasetStore } from '../datasets/dataset.store.ts'
import { type VersionRow, versionStore } from '../datasets/version.store.ts'
import type { Finding } from '../model/observations.ts'
import type { Structure } from '../model/structure.ts'
import { conceptStore } from '../official/concept.store.ts'
import { addressProblem, readSeries } from '../official/read-series.ts'
import { Problem } from '#kernel'
import { z } from 'zod'
import { lookAtFile, type LookTold } from '../recipes/index.ts'
import { compareVersions } from './compare-versions.ts'
import { knownRecipes, listsForRecipes } from './known-recipes.ts'
import { type LoadPreview, LookFileInput, PreviewLoadInput, type ReadFileAnswer } from './load-contract.ts'
import { loadStore } from './load.store.ts'
import { readVersion, recogniseRecipes } from './read-observations.ts'

const EVER = Number.MAX_SAFE_INTEGER
const loadOf = (job: JobContext, id: string) => job.read(async ({ tx }) => {
  const load = await loadStore(tx).get(id)
  if (!load || (load.state !== 'reading' && load.state !== 'ready')) throw notFound({ what: 'una carga en revisión' })
  return load
})

/** Looks which recipes know a file. */
export const readFileJob: JobDefinition = {
  kind: 'statistics.read-file', title: 'Reconocer un archivo de datos',
  run: async (job): Promise<ReadFileAnswer> => {
    const { id } = z.object({ id: z.uuid() }).parse(job.input)
    const load = await loadOf(job, id)
    await job.progress(0.1, 'Leyendo el archivo')
    const recipes = await recogniseRecipes(job, load.file_hash, await job.read((context) => knownRecipes(context)))
    const [first] = recipes
    return { recipes: recipes.slice(0, 10), chosen: first && first.missing === 0 ? first.key : '' }
  },
}

/** A picture of a sheet and the recipe it seems to need, with the header where a person pointed. */
export const lookFileJob: JobDefinition = {
  kind: 'statistics.look-file', title: 'Mirar un archivo de datos',
  run: async (job): Promise<LookTold | null> => {
    const { id, sheet, pointed } = LookFileInput.parse(job.input)
    const load = await loadOf(job, id)
    const { dataset, lists } = await job.read(async (context) => ({ dataset: await datasetStore(context.tx).get(load.dataset_id), lists: await listsForRecipes(context) }))
    await job.progress(0.2, 'Mirando la hoja')
    const origin = {
      id: `${dataset?.code ?? 'propia'}-${load.id.slice(0, 8)}`, title: dataset?.title ?? load.file_name, publisher: dataset?.publisher || 'Municipalidad', link: dataset?.source_link ?? '', repository: '', licence: dataset?.licence || 'sin licencia declarada', universe: dataset?.universe || 'lo que trae el archivo',
      periodicity: 'irregular' as const, date: '', note: '',
    }
    return (await lookAtFile(job.files.pathOf(load.file_hash), { ...(sheet ? { sheet } : {}), ...(pointed ? { pointed } : {}), origin, lists })) ?? null
  },
}

const EMPTY = { parquet: null, rows: 0, structure: null, changes: null, totals: [], period: '', series: {} }
/** Rules of the store told as findings of the file: a rate without base, a base that is not that of the series. */
const ruleFindings = (structure: Structure, before: VersionRow | undefined, base: string): readonly Finding[] => {
  const told = (rule: () => void): Finding[] => {
    try {
      rule()
      return []
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return [{ severity: 'stops', sheet: '', cell: '', text: `${error.title}: ${error.detail}`, remedy: error.remedy }]
    }
  }
  return [...told(() => demandRateBases(structure)), ...told(() => demandSameBase(before?.structure.populationBase || base, structure.populationBase))]
}
/** First and last period of a structure: «2002–2035». */
export const periodOf = ({ dimensions }: Structure): string => {
  const codes = dimensions.find(({ role }) => role === 'time')?.codes.map(({ code }) => code).sort() ?? []
  const [first, last] = [codes[0], codes.at(-1)]
  return first === undefined || last === undefined ? '' : first === last ? first : `${first}–${last}`
}
const seriesOf = async (job: JobContext, datasetId: string, hash: string, structure: Structure): Promise<LoadPreview['series']> => {
  const sources = await job.read(({ tx }) => conceptStore(tx).sourcesOfDataset(datasetId))
  const read = sources.filter((source) => addressProblem(structure, source) === undefined)
  return Object.fromEntries(await Promise.all(read.map(async (source) => [source.id, await readSeries(job.analytics, hash, structure, source)] as const)))
}

/** Runs the recipe and tells what would change. The Parquet is written; nobody sees it until the load is confirmed. */
export const previewLoadJob: JobDefinition = {
  kind: 'statistics.preview-load', title: 'Revisar un archivo de datos',
  run: async (job): Promise<{ id: string }> => {
    const { id, recipe: key } = PreviewLoadInput.parse(job.input)
    const load = await loadOf(job, id)
    const facts = await job.read(async (context) => ({
      recipe: (await knownRecipes(context)).find(({ recipe }) => recipe.id === key), lists: await listsForRecipes(context), dataset: await datasetStore(context.tx).get(load.dataset_id),
      before: await versionStore(context.tx).latest(load.dataset_id, { knownSeq: EVER, on: context.today }),
    }))
    if (!facts.recipe || !facts.dataset) throw notFound({ what: 'la receta' })
    await job.progress(0.1, 'Leyendo el archivo con la receta')
    const { made, findings: read } = await readVersion(job, load.file_hash, facts.recipe.recipe, facts.lists)
    const findings = [...read, ...(made ? ruleFindings(made.structure, facts.before, facts.dataset.population_base) : [])]
    const stops = findings.filter(({ severity }) => severity === 'stops').length
    await job.progress(0.6, 'Comparando con la última versión')
    const told = { findings: findings.slice(0, 300), stops, warns: findings.length - stops, against: facts.before?.number ?? 0 }
    const changes = made && stops === 0 ? await compareVersions(job.analytics, facts.before ? { hash: facts.before.parquet_hash, structure: facts.before.structure } : undefined, made) : null
    const preview: LoadPreview = made && changes
      ? { ...told, parquet: made.hash, rows: made.rows, structure: made.structure, changes, totals: changes.totals.flatMap(({ measure, after }) => (after === null ? [] : [{ measure, value: after, unit: made.structure.measures.find(({ title }) => title === measure)?.unit ?? '' }])), period: periodOf(made.structure), series: await seriesOf(job, load.dataset_id, made.hash, made.structure) }
      : { ...EMPTY, ...told }
    await job.progress(0.95, 'Guardando la vista previa')
    await job.database.write(scopeOf(job.actor), (tx) => loadStore(tx).note(id, { state: stops === 0 ? 'ready' : 'reading', recipe: key, recipeVersion: facts.recipe?.number ?? null, preview }))
    return { id }
  },
}
