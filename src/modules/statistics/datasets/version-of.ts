import { counted } from '#kernel'
import { notFound, type ReadContext } from '#platform/actions'
import type { CubeSource } from '../model/cube.ts'
import type { Structure } from '../model/structure.ts'
import { type DatasetRow, datasetStore } from './dataset.store.ts'
import { overdueDays } from './dataset-view.ts'
import { demandReading } from './restricted-access.ts'
import { type VersionRow, versionStore } from './version.store.ts'

/** What a table needs of a version: where its numbers are, what they mean and what is printed under them. */
export type DatasetVersion = { readonly datasetId: string; readonly versionId: string; readonly number: number; readonly parquet: string; readonly hash: string; readonly rows: number; readonly structure: Structure; readonly source: CubeSource; readonly access: DatasetRow['access'] }

const overdueText = (dataset: DatasetRow, context: ReadContext): string | undefined => {
  const days = overdueDays(dataset, context.today)
  return days > 0 ? `Su próxima versión se esperaba hace ${counted(days, 'día', 'días')}: puede haber datos más nuevos.` : undefined
}
export const sourceOf = (dataset: DatasetRow, version: Pick<VersionRow, 'number' | 'effective_on' | 'structure'>, context: ReadContext): CubeSource => {
  const overdue = overdueText(dataset, context)
  return {
    datasetId: dataset.id, datasetTitle: dataset.title, version: version.number, publisher: dataset.publisher, licence: dataset.licence, universe: dataset.universe, updatedOn: version.effective_on, ...(dataset.source_link ? { link: dataset.source_link } : {}),
    geography: version.structure.geography || dataset.geography, populationBase: version.structure.populationBase || dataset.population_base, ...(overdue ? { overdue } : {}), contact: dataset.contact,
  }
}
/**
 * The version a table is made of, at the reader's two dates: the newest known then, or one by its number. Refuses what the reader may not read;
 * restricted data sets must have been opened today with a purpose.
 */
export const versionOf = async (context: ReadContext, datasetId: string, wanted: 'latest' | number): Promise<DatasetVersion> => {
  const dataset = await datasetStore(context.tx).get(datasetId)
  if (!dataset) throw notFound({ what: 'el conjunto de datos' })
  await demandReading(context, dataset)
  const dates = { knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn }
  const store = versionStore(context.tx)
  const version = wanted === 'latest' ? await store.latest(datasetId, dates) : await store.numbered(datasetId, wanted, dates)
  if (!version) throw notFound({ what: 'una versión de los datos en esas fechas' })
  return { datasetId, versionId: version.id, number: version.number, hash: version.parquet_hash, parquet: context.files.pathOf(version.parquet_hash), rows: version.rows, structure: version.structure, source: sourceOf(dataset, version, context), access: dataset.access }
}
