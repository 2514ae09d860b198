import { createHash } from 'node:crypto'
import { sortKey, type Visibility } from '#kernel'
import type { Edge, RecordRef, SearchLine } from '#platform/actions'
import { insertMany, sql, type Tx } from '#platform/database'
import { lineWords } from '../search/line-words.ts'
import { yearIn } from '../search/words.ts'

export type BulkVersion = RecordRef & { readonly entryId: string; readonly effectiveOn: string; readonly data: unknown }

/** The same id for the same commune, kind and code every time: loads may be repeated and other modules may point at the record. */
export const stableId = (commune: string, kind: string, code: string): string => {
  const hex = createHash('sha256').update(`${commune}\n${kind}\n${code}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** What loads leave in the evidence tables, one statement for each: edges, search lines and first versions of records. */
export const bulkEvidence = (tx: Tx) => {
  const same = (count: number, value: string): string[] => Array.from({ length: count }, () => value)
  return {
    link: async (entryId: string, edges: readonly Edge[]): Promise<void> => {
      if (edges.length === 0) return
      await insertMany(tx, 'evidence.edges', [
        { name: 'commune', type: 'text', values: same(edges.length, tx.commune) },
        { name: 'from_kind', type: 'text', values: edges.map(({ from }) => from.kind) }, { name: 'from_id', type: 'text', values: edges.map(({ from }) => from.id) },
        { name: 'relation', type: 'text', values: edges.map(({ relation }) => relation) },
        { name: 'to_kind', type: 'text', values: edges.map(({ to }) => to.kind) }, { name: 'to_id', type: 'text', values: edges.map(({ to }) => to.id) },
        { name: 'entry_id', type: 'uuid', values: same(edges.length, entryId) },
      ], 'on conflict do nothing')
    },
    index: async (lines: readonly SearchLine[]): Promise<void> => {
      if (lines.length === 0) return
      const label = ({ visibility = 'internal' }: SearchLine): Visibility => visibility
      await insertMany(tx, 'evidence.search_lines', [
        { name: 'commune', type: 'text', values: same(lines.length, tx.commune) },
        { name: 'kind', type: 'text', values: lines.map(({ kind }) => kind) }, { name: 'record_id', type: 'text', values: lines.map(({ id }) => id) },
        { name: 'title', type: 'text', values: lines.map(({ title }) => title) }, { name: 'subtitle', type: 'text', values: lines.map(({ subtitle = '' }) => subtitle) },
        { name: 'href', type: 'text', values: lines.map(({ href }) => href) }, { name: 'sort_key', type: 'text', values: lines.map(({ title, subtitle = '' }) => sortKey(`${title} ${subtitle}`)) },
        { name: 'visibility', type: 'text', values: lines.map(label) }, { name: 'words', type: 'tsvector', values: lines.map(({ title, subtitle = '' }) => lineWords(title, subtitle)) },
        { name: 'year', type: 'int', values: lines.map(({ title, subtitle = '' }) => yearIn(`${title} ${subtitle}`) ?? null) },
      ], 'on conflict (commune, kind, record_id) do update set title = excluded.title, subtitle = excluded.subtitle, href = excluded.href, sort_key = excluded.sort_key, words = excluded.words, year = excluded.year')
    },
    /** Search lines of records that no longer are: their load was undone. */
    forget: (kind: string, ids: readonly string[]) => tx.run(sql`delete from evidence.search_lines where commune = ${tx.commune} and kind = ${kind} and record_id = any (${ids as string[]})`),
    /** Ends, under the entry `by`, every edge that an entry drew and is still drawn. */
    unlinkAll: (entryId: string, by: string) => tx.run(sql`update evidence.edges set ended_by = ${by} where commune = ${tx.commune} and entry_id = ${entryId} and ended_by is null`),
    keep: async (records: readonly BulkVersion[]): Promise<void> => {
      if (records.length === 0) return
      await insertMany(tx, 'evidence.record_versions', [
        { name: 'commune', type: 'text', values: same(records.length, tx.commune) },
        { name: 'kind', type: 'text', values: records.map(({ kind }) => kind) }, { name: 'record_id', type: 'text', values: records.map(({ id }) => id) },
        { name: 'version', type: 'int', values: records.map(() => 1) }, { name: 'entry_id', type: 'uuid', values: records.map(({ entryId }) => entryId) },
        { name: 'effective_on', type: 'date', values: records.map(({ effectiveOn }) => effectiveOn) }, { name: 'data', type: 'jsonb', values: records.map(({ data }) => JSON.stringify(data)) },
      ])
    },
  }
}
