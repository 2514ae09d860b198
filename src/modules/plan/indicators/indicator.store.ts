import type { Absence, Day } from '#kernel'
import { sql, type Tx } from '#platform/database'
import type { Accrual, Baseline, Direction, IndicatorState, Measurement, Target } from './indicator.ts'

export type IndicatorRow = {
  id: string; node_id: string; code: string; name: string; unit: string; formula: string; direction: Direction; accrual: Accrual
  unit_id: string | null; frequency: string; verification: string; retired_on: Day | null; version: number
}
type MeasurementRow = { id: string; indicator_id: string; value: number | null; absence: Absence | null; measured_on: Day; source: string; document: string; file_hash: string | null; note: string; recorded_by: string; recorded_at: string; approved: boolean }
export type IndicatorFilter = { readonly knownSeq: number; readonly on: Day; readonly ids?: readonly string[]; readonly nodeIds?: readonly string[] }
type NewIndicator = { id: string; nodeId: string; code: string; name: string; unit: string; formula: string; direction: Direction; accrual: Accrual; unitId: string | null; entryId: string }

const COLUMNS = sql`i.id, i.node_id, i.code, i.name, i.unit, i.formula, i.direction, i.accrual, i.unit_id, i.frequency, i.verification, i.version`
const groupBy = <Row extends { indicator_id: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.indicator_id, [...(groups.get(row.indicator_id) ?? []), row])
  return groups
}
const measurementOf = ({ id, value, absence, measured_on: on, source, document, file_hash: fileHash, note, recorded_by: recordedBy, recorded_at: recordedAt, approved }: MeasurementRow): Measurement =>
  ({ id, value, absence, on, source, document, fileHash, note, recordedBy, recordedAt, approved })

export const indicatorStore = (tx: Tx) => {
  const rows = ({ knownSeq, on, ids, nodeIds }: IndicatorFilter) =>
    tx.all<IndicatorRow>(sql`
      select ${COLUMNS}, case when r.seq <= ${knownSeq} and (b.seq is null or b.seq > ${knownSeq}) then coalesce(i.retired_on, i.was_retired_on) end as retired_on from plan.indicators i
      join evidence.posted e on e.commune = i.commune and e.entry_id = i.entry_id
      left join evidence.posted r on r.commune = i.commune and r.entry_id = i.retired_entry left join evidence.posted x on x.commune = i.commune and x.entry_id = i.undone_entry left join evidence.posted b on b.commune = i.commune and b.entry_id = i.restored_entry
      where i.commune = ${tx.commune} and e.seq <= ${knownSeq} and (x.seq is null or x.seq > ${knownSeq})
        ${ids ? sql`and i.id = any (${ids as string[]}::uuid[])` : sql`and (r.seq is null or r.seq > ${knownSeq} or coalesce(i.retired_on, i.was_retired_on) > ${on} or b.seq <= ${knownSeq})`}
        ${nodeIds ? sql`and i.node_id = any (${nodeIds as string[]}::uuid[])` : sql``}
      order by i.code collate "C"`)
  /** The last known baseline of each. */
  const baselines = (ids: readonly string[], knownSeq: number) =>
    tx.all<Baseline & { indicator_id: string }>(sql`
      select distinct on (b.indicator_id) b.indicator_id, b.value, b.absence, b.year, b.source from plan.baselines b
      join evidence.posted e on e.commune = b.commune and e.entry_id = b.entry_id
      where b.commune = ${tx.commune} and b.indicator_id = any (${ids as string[]}::uuid[]) and e.seq <= ${knownSeq} order by b.indicator_id, e.seq desc`)
  const targets = (ids: readonly string[], knownSeq: number) =>
    tx.all<Target & { indicator_id: string }>(sql`
      select distinct on (t.indicator_id, t.year) t.indicator_id, t.year, t.value from plan.targets t
      join evidence.posted e on e.commune = t.commune and e.entry_id = t.entry_id
      where t.commune = ${tx.commune} and t.indicator_id = any (${ids as string[]}::uuid[]) and e.seq <= ${knownSeq} and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq}) order by t.indicator_id, t.year, e.seq desc`)
  /** One measurement for each day: the last one known. It is approved when an approval was known too. */
  const measurements = (ids: readonly string[], knownSeq: number, on: Day) =>
    tx.all<MeasurementRow>(sql`
      select distinct on (m.indicator_id, m.measured_on) m.id, m.indicator_id, m.value, m.absence, m.measured_on, m.source, m.document, m.file_hash, m.note, m.recorded_by, e.recorded_at,
        (a.seq is not null and a.seq <= ${knownSeq}) as approved
      from plan.measurements m
      join evidence.posted e on e.commune = m.commune and e.entry_id = m.entry_id
      left join plan.approvals p on p.commune = m.commune and p.measurement_id = m.id
      left join evidence.posted a on a.commune = p.commune and a.entry_id = p.entry_id
      where m.commune = ${tx.commune} and m.indicator_id = any (${ids as string[]}::uuid[]) and e.seq <= ${knownSeq} and m.measured_on <= ${on}
        and not exists (select from evidence.posted u where u.commune = e.commune and u.undoes = e.seq and u.seq <= ${knownSeq})
      order by m.indicator_id, m.measured_on, e.seq desc`)
  return {
    rows,
    /** Indicators with all their facts, as of a ledger number and a day: four statements whatever their number. */
    states: async (filter: IndicatorFilter): Promise<IndicatorState[]> => {
      const found = await rows(filter)
      if (found.length === 0) return []
      const ids = found.map(({ id }) => id)
      const [bases, goals, facts] = [groupBy(await baselines(ids, filter.knownSeq)), groupBy(await targets(ids, filter.knownSeq)), groupBy(await measurements(ids, filter.knownSeq, filter.on))]
      return found.map((row) => ({
        id: row.id, version: row.version, nodeId: row.node_id, code: row.code, name: row.name, unit: row.unit, formula: row.formula, direction: row.direction, accrual: row.accrual, unitId: row.unit_id, frequency: row.frequency, verification: row.verification, retiredOn: row.retired_on,
        baseline: bases.get(row.id)?.[0] ?? null, targets: goals.get(row.id) ?? [], measurements: (facts.get(row.id) ?? []).map(measurementOf),
      }))
    },
    get: (id: string) => tx.one<IndicatorRow>(sql`select ${COLUMNS}, i.retired_on from plan.indicators i where i.commune = ${tx.commune} and i.id = ${id}`),
    add: (row: NewIndicator) =>
      tx.run(sql`insert into plan.indicators (commune, id, node_id, code, name, unit, formula, direction, accrual, unit_id, entry_id)
        values (${tx.commune}, ${row.id}, ${row.nodeId}, ${row.code}, ${row.name}, ${row.unit}, ${row.formula}, ${row.direction}, ${row.accrual}, ${row.unitId}, ${row.entryId})`),
    change: (row: Omit<NewIndicator, 'nodeId' | 'entryId'> & { version: number }) =>
      tx.run(sql`update plan.indicators set code = ${row.code}, name = ${row.name}, unit = ${row.unit}, formula = ${row.formula}, direction = ${row.direction}, accrual = ${row.accrual}, unit_id = ${row.unitId}, version = version + 1
        where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
    retire: (row: { id: string; version: number; on: Day; reason: string; entryId: string }) =>
      tx.run(sql`update plan.indicators set retired_entry = ${row.entryId}, retired_on = ${row.on}, retired_reason = ${row.reason}, restored_entry = null, was_retired_on = null, version = version + 1
        where commune = ${tx.commune} and id = ${row.id} and version = ${row.version}`),
    setBaseline: (row: { indicatorId: string; value: number | null; absence?: Absence; year: number; source: string; entryId: string }) =>
      tx.run(sql`insert into plan.baselines (commune, indicator_id, entry_id, value, absence, year, source)
        values (${tx.commune}, ${row.indicatorId}, ${row.entryId}, ${row.value}, ${row.absence ?? null}, ${row.year}, ${row.source})`),
    setTarget: (row: { indicatorId: string; year: number; value: number; reason: string; entryId: string }) =>
      tx.run(sql`insert into plan.targets (commune, indicator_id, year, entry_id, value, reason) values (${tx.commune}, ${row.indicatorId}, ${row.year}, ${row.entryId}, ${row.value}, ${row.reason})`),
    measure: (row: { id: string; indicatorId: string; value: number | null; absence?: Absence; measuredOn: Day; source: string; document: string; fileHash?: string; note: string; recordedBy: string; entryId: string }) =>
      tx.run(sql`insert into plan.measurements (commune, id, indicator_id, value, absence, measured_on, source, document, file_hash, note, recorded_by, entry_id)
        values (${tx.commune}, ${row.id}, ${row.indicatorId}, ${row.value}, ${row.absence ?? null}, ${row.measuredOn}, ${row.source}, ${row.document}, ${row.fileHash ?? null}, ${row.note}, ${row.recordedBy}, ${row.entryId})`),
    measurement: (id: string) =>
      tx.one<{ id: string; indicator_id: string; recorded_by: string; measured_on: Day; approved: boolean }>(sql`
        select m.id, m.indicator_id, m.recorded_by, m.measured_on, exists (select from plan.approvals a where a.commune = m.commune and a.measurement_id = m.id) as approved
        from plan.measurements m where m.commune = ${tx.commune} and m.id = ${id}`),
    approve: (row: { measurementId: string; approvedBy: string; entryId: string }) =>
      tx.run(sql`insert into plan.approvals (commune, measurement_id, approved_by, entry_id) values (${tx.commune}, ${row.measurementId}, ${row.approvedBy}, ${row.entryId})`),
  }
}
