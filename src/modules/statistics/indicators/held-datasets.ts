import type { ReadContext } from '#platform/actions'
import { datasetStore } from '../datasets/dataset.store.ts'
import { standingBefore } from '../datasets/restricted-access.ts'
import { type DatasetVersion, versionOf } from '../datasets/version-of.ts'
import { versionStore } from '../datasets/version.store.ts'
import type { TableVersion } from '../tables/table-of.ts'

/** The data sets with these codes that this reader may read, with the version in use at both dates. Those without version, restricted or unknown do not come. */
export const heldDatasets = async (context: ReadContext, codes: readonly string[]): Promise<ReadonlyMap<string, DatasetVersion>> => {
  const dates = { knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn }
  const loaded = new Set((await versionStore(context.tx).newest(dates)).map(({ dataset_id: id }) => id))
  const held = new Map<string, DatasetVersion>()
  for (const code of new Set(codes)) {
    const row = await datasetStore(context.tx).byCode(code)
    if (row?.shared && loaded.has(row.id) && (await standingBefore(context, row)) === 'may') held.set(code, await versionOf(context, row.id, 'latest'))
  }
  return held
}
/** Versions already found, for tables made once the transaction is over. */
export const versionsFound = (held: ReadonlyMap<string, DatasetVersion>) => async (id: string): Promise<TableVersion> => {
  const found = [...held.values()].find(({ datasetId }) => datasetId === id)
  if (!found) throw new Error(`No se buscó la versión de ${id}`)
  return found
}
