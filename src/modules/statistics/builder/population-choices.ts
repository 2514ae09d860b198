import type { ReadContext } from '#platform/actions'
import { datasetStore } from '../datasets/dataset.store.ts'
import { type Dates, versionStore } from '../datasets/version.store.ts'

/** The data sets a rate may be divided by: open populations that say their base, with a version at those dates. */
export const populationChoices = async ({ tx }: Pick<ReadContext, 'tx'>, dates: Dates): Promise<readonly { readonly id: string; readonly title: string; readonly base: string }[]> => {
  const versioned = new Set((await versionStore(tx).newest(dates)).map(({ dataset_id: id }) => id))
  return (await datasetStore(tx).known(dates.knownSeq)).filter(({ id, access, topic, population_base: base }) => versioned.has(id) && access === 'open' && topic === 'population' && base !== '').map(({ id, title, population_base: base }) => ({ id, title, base }))
}
