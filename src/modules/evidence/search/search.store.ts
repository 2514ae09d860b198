import { sql, type Tx } from '#platform/database'

export type LineHit = { kind: string; record_id: string; title: string; subtitle: string; href: string; year: number | null; score: number; /** How many of each kind, on any page. */ totals: Readonly<Record<string, number>> }
export type PassageHit = { file_hash: string; number: number; place: string; body: string; name: string; title: string; record_kind: string; record_id: string; attached_on: string; score: number; files: number }
export type Bounds = { readonly barred: readonly string[]; readonly known: number; /** «infinity» when the facts are those of today. */ readonly on: string; readonly year?: number }
/** Rows weighed at most: beyond them a word is too common to say which record is meant. */
export const MOST = 500
/** Passages weighed at most: each asks whether its file hangs from something the reader may know. */
export const MOST_PASSAGES = 150

/** Both searches go through the functions of the migration, which know the commune and the labels of whoever asks. */
export const searchStore = (tx: Tx) => ({
  lines: (query: string, bounds: Bounds & { kinds?: readonly string[]; unit?: string; each: number; skip: number; take: number; most?: number }) =>
    tx.all<LineHit>(sql`select * from evidence.find_lines(${query}, ${bounds.kinds ? (bounds.kinds as string[]) : null}::text[], ${bounds.barred as string[]}::text[], ${bounds.year ?? null}::int, ${bounds.unit ?? null}::text,
      ${bounds.known}::bigint, ${bounds.on}::date, ${bounds.most ?? MOST}::int, ${bounds.each}::int, ${bounds.skip}::int, ${bounds.take}::int)`),
  passages: (query: string, bounds: Bounds & { skip: number; take: number }) =>
    tx.all<PassageHit>(sql`select * from evidence.find_passages(${query}, ${bounds.barred as string[]}::text[], ${bounds.year ?? null}::int, ${bounds.known}::bigint, ${bounds.on}::date, ${MOST_PASSAGES}::int, ${bounds.skip}::int, ${bounds.take}::int)`),
  /** May the reader know that this record exists? True too for records that keep no search line. */
  known: async (kind: string, id: string) => (await tx.one<{ known: boolean }>(sql`select evidence.known_record(${kind}, ${id}) as known`))?.known ?? false,
})
