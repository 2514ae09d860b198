import type { LawParameter } from '#kernel'
import { sql, type Tx } from '#platform/database'

/** Law confirmed or updated in the product, over the YAML of the package; the newest entry of an id and date wins. */
export const lawValueStore = (tx: Tx) => ({
  all: async (): Promise<LawParameter[]> => {
    const rows = await tx.all<{ id: string; valid_from: string; value: unknown; norm: string; article: string | null; link: string | null; note: string | null; confidence: string }>(sql`
      select distinct on (v.id, v.valid_from) v.id, v.valid_from, v.value, v.norm, v.article, v.link, v.note, v.confidence
      from evidence.law_values v join evidence.entries e on e.commune = v.commune and e.id = v.entry_id
      where v.commune = ${tx.commune} order by v.id, v.valid_from, e.seq desc`)
    return rows.map((row) => ({
      id: row.id, title: '', unit: '', kind: 'number' as const,
      values: [{ from: row.valid_from as never, value: row.value, norm: row.norm, article: row.article ?? undefined, link: row.link ?? undefined, note: row.note ?? undefined, confidence: row.confidence as never }],
    }))
  },
  add: (row: { id: string; from: string; value: unknown; norm: string; article?: string; link?: string; note?: string; confidence: string; entryId: string }) =>
    tx.run(sql`insert into evidence.law_values (commune, id, valid_from, value, norm, article, link, note, confidence, entry_id)
      values (${tx.commune}, ${row.id}, ${row.from}, ${JSON.stringify(row.value)}::jsonb, ${row.norm}, ${row.article ?? null}, ${row.link ?? null}, ${row.note ?? null}, ${row.confidence}, ${row.entryId})`),
})
