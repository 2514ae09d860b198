import type { ReadContext, RecordKind } from '#platform/actions'
import { datasetStore } from './datasets/dataset.store.ts'
import { holdingHref } from './catalogue/holding-href.ts'
import { holdingStore } from './catalogue/holding.store.ts'
import { localLists } from './code-lists/local-list.store.ts'
import { CODE_LIST, CONCEPT, conceptHref, DATASET, datasetHref, HOLDING, INDICATOR, indicatorHref, listHref } from './hrefs.ts'
import { shippedIndicators } from './indicators/shipped-indicators.ts'
import { catalogueKindTitle } from './contract.ts'
import { savedTableKind } from './saved/saved.kind.ts'
import { conceptStore } from './official/concept.store.ts'

/** Only identifiers that can be of our tables: others would break the whole batch. */
const uuids = (ids: readonly string[]): string[] => ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id))

export const recordKinds: readonly RecordKind[] = [
  {
    kind: DATASET, title: 'Conjunto de datos', position: 0,
    summarise: async (ids: readonly string[], { tx }: ReadContext) => (await datasetStore(tx).byIds(uuids(ids))).map((row) => ({ kind: DATASET, id: row.id, step: 'Datos', title: row.title, detail: row.publisher, href: datasetHref(row.id), ...(row.retired_on ? { state: 'ya no se actualiza' } : {}) })),
  },
  {
    kind: CONCEPT, title: 'Concepto con cifra oficial', position: 0,
    summarise: async (ids: readonly string[], { tx }: ReadContext) => (await conceptStore(tx).byIds(uuids(ids))).map((row) => ({ kind: CONCEPT, id: row.id, step: 'Cifra oficial', title: row.title, detail: `en ${row.unit}`, href: conceptHref(row.code) })),
  },
  {
    kind: CODE_LIST, title: 'Lista de códigos', position: 0,
    summarise: async (ids: readonly string[], { tx }: ReadContext) => (await localLists(tx).heads()).filter(({ key }) => ids.includes(key)).map(({ key, title }) => ({ kind: CODE_LIST, id: key, step: 'Códigos', title, href: listHref(key) })),
  },
  {
    kind: HOLDING, title: 'Ficha del catálogo', position: 0,
    summarise: async (ids: readonly string[], { tx }: ReadContext) => (await holdingStore(tx).byIds(uuids(ids))).map((row) => ({ kind: HOLDING, id: row.id, step: catalogueKindTitle[row.kind], title: row.title, detail: row.publisher, href: holdingHref(row) })),
  },
  savedTableKind,
  {
    kind: INDICATOR, title: 'Indicador de la comuna', position: 0,
    summarise: async (ids: readonly string[]) => shippedIndicators().filter(({ code }) => ids.includes(code)).map(({ code, title, unit }) => ({ kind: INDICATOR, id: code, step: 'Indicador', title, detail: unit, href: indicatorHref(code) })),
  },
]
