import type { ReadContext, RecordKind } from '#platform/actions'
import { datasetStore } from './datasets/dataset.store.ts'
import { DATASET, datasetHref } from './hrefs.ts'

/** Only identifiers that can be of our tables: others would break the whole batch. */
const uuids = (ids: readonly string[]): string[] => ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id))

export const recordKinds: readonly RecordKind[] = [
  {
    kind: DATASET, title: 'Conjunto de datos', position: 0,
    summarise: async (ids: readonly string[], { tx }: ReadContext) => (await datasetStore(tx).byIds(uuids(ids))).map((row) => ({ kind: DATASET, id: row.id, step: 'Datos', title: row.title, detail: row.publisher, href: datasetHref(row.id), ...(row.retired_on ? { state: 'ya no se actualiza' } : {}) })),
  },
]
