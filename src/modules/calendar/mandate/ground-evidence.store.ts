import { type Day, formatDay } from '#kernel'
import type { MandateAnswer } from '#platform/actions'
import { sql, type Tx } from '#platform/database'

export const groundFacts = ['evidence.observations-loaded', 'registry.suppliers-complete'] as const

/** What the ground floor proves: the last load of data with its source, and the completeness of the suppliers' register. */
export const groundEvidence = async (tx: Tx, knownSeq: number, to: Day): Promise<MandateAnswer> => {
  const row = await tx.one<{ on: Day | null; summary: string | null; suppliers: number; complete: number }>(sql`select o.on_day as "on", o.summary, s.suppliers, s.complete
    from (select count(*)::int as suppliers, count(*) filter (where activity <> '' and city <> '')::int as complete from registry.suppliers where commune = ${tx.commune} and active) s
    left join lateral (select e.effective_on as on_day, e.summary from (select distinct entry_id from evidence.observations where commune = ${tx.commune}) x join evidence.entries e on e.commune = ${tx.commune} and e.id = x.entry_id
      where e.seq <= ${knownSeq} and e.effective_on <= ${to} order by e.seq desc limit 1) o on true`)
  if (!row) return { acts: [] }
  return {
    acts: row.on ? [{ fact: 'evidence.observations-loaded', on: row.on, title: `Datos cargados el ${formatDay(row.on)}`, href: '/bitacora' }] : [],
    shares: [{ fact: 'registry.suppliers-complete', met: row.complete, total: row.suppliers, title: 'proveedores con giro y ciudad', href: '/registro/proveedores' }],
  }
}
