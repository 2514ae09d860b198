import type { RecordKind } from '#platform/actions'
import { SAVED, savedHref } from '../hrefs.ts'
import { savedStore } from './saved.store.ts'

/** How other records name a saved table. */
export const savedTableKind: RecordKind = {
  kind: SAVED, title: 'Cuadro guardado', position: 0,
  summarise: async (ids, { tx }) => (await savedStore(tx).byIds(ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id)))).map((row) => ({ kind: SAVED, id: row.id, step: 'Cuadros', title: row.title, detail: row.dataset_title, href: savedHref(row.id) })),
}
