import type { Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { PlaceShare, TypedFigure } from './unit-figure.ts'

export type WeightRow = { zone_id: string; method: 'areal' | 'typed'; shares: readonly PlaceShare[]; uncovered: number | null; source: string; recorded_at: string; author: string }
export type FigureRow = { zone_id: string; measure: TypedFigure['measure']; scope: TypedFigure['scope']; value: number; dated_on: Day; source: string }
/** Weights and typed figures of zones: the newest known of each rules. */
export const figureStore = (tx: Tx) => ({
  weights: (zoneIds: readonly string[], knownSeq: number) => tx.all<WeightRow>(sql`select distinct on (w.zone_id) w.zone_id, w.method, w.shares, w.uncovered, w.source, e.recorded_at, coalesce(e.office, '') as author from territory.zone_weights w
    join evidence.entries e on e.commune = w.commune and e.id = w.entry_id and e.seq <= ${knownSeq} where w.commune = ${tx.commune} and w.zone_id = any (${zoneIds as string[]}::uuid[]) order by w.zone_id, e.seq desc`),
  figures: (zoneIds: readonly string[], knownSeq: number) => tx.all<FigureRow>(sql`select distinct on (f.zone_id, f.measure, f.scope) f.zone_id, f.measure, f.scope, f.value, f.dated_on, f.source from territory.zone_figures f
    join evidence.entries e on e.commune = f.commune and e.id = f.entry_id and e.seq <= ${knownSeq} where f.commune = ${tx.commune} and f.zone_id = any (${zoneIds as string[]}::uuid[])
      and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq}) order by f.zone_id, f.measure, f.scope, e.seq desc`),
  addWeights: (row: { id: string; zoneId: string; method: 'areal' | 'typed'; shares: readonly PlaceShare[]; uncovered: number | null; source: string; authorId: string; entryId: string }) =>
    tx.run(sql`insert into territory.zone_weights (commune, id, zone_id, method, shares, uncovered, source, author_id, entry_id) values (${tx.commune}, ${row.id}, ${row.zoneId}, ${row.method}, ${JSON.stringify(row.shares)}::jsonb, ${row.uncovered}, ${row.source}, ${row.authorId}, ${row.entryId})`),
  addFigure: (row: { id: string; zoneId: string; measure: TypedFigure['measure']; scope: TypedFigure['scope']; value: number; datedOn: Day; source: string; authorId: string; entryId: string }) =>
    tx.run(sql`insert into territory.zone_figures (commune, id, zone_id, measure, scope, value, dated_on, source, author_id, entry_id) values (${tx.commune}, ${row.id}, ${row.zoneId}, ${row.measure}, ${row.scope}, ${row.value}, ${row.datedOn}, ${row.source}, ${row.authorId}, ${row.entryId})`),
})
