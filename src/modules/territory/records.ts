import { formatNumber } from '#kernel'
import type { RecordKind } from '#platform/actions'
import { zoneKindTitle } from './contract.ts'
import { INFLUENCE, influenceHref, ZONE_SET, zoneSetHref } from './hrefs.ts'
import { influenceStore } from './influence/influence.store.ts'
import { setStore } from './sets/set.store.ts'

/** Only identifiers that can be of our tables: others would break the whole batch. */
const uuids = (ids: readonly string[]): string[] => ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id))
export const territoryRecords: readonly RecordKind[] = [
  { kind: ZONE_SET, title: 'Conjunto de zonas', position: 0, summarise: async (ids, { tx }) => (await setStore(tx).byIds(uuids(ids))).map((row) => ({ kind: ZONE_SET, id: row.id, step: 'Territorio', title: row.title, detail: zoneKindTitle[row.kind], href: zoneSetHref(row.id) })) },
  { kind: INFLUENCE, title: 'Área de influencia', position: 0, summarise: async (ids, { tx }) => (await influenceStore(tx).byIds(uuids(ids))).map((row) => ({ kind: INFLUENCE, id: row.id, step: 'Territorio', title: row.title, detail: row.result.population === null ? row.method.words : `${formatNumber(row.result.population)} personas, ${row.method.words.toLowerCase()}`, href: influenceHref(row.id) })) },
]
