import { addMonths, type Day, formatDay } from '#kernel'
import type { MandateProvider } from '#platform/actions'
import { sql } from '#platform/database'

type Row = { plans: number; indicators: number; measured: number; programmes: number; linked: number; approved_on: Day | null }

/** The plan in force, its indicators measured in the last twelve months, and the budget programmes that hang from an objective. */
export const planEvidence: MandateProvider = {
  facts: ['plan.in-force', 'plan.indicators-measured', 'plan.measurement-approved', 'plan.programmes-linked'],
  evidence: async ({ to }, { tx, knownSeq }) => {
    const seq = await knownSeq()
    const known = (alias: string) => sql`exists (select from evidence.posted p where p.commune = ${sql.ref(`${alias}.commune`)} and p.entry_id = ${sql.ref(`${alias}.entry_id`)} and p.seq <= ${seq} and p.effective_on <= ${to})`
    const row = await tx.one<Row>(sql`select
      (select count(*) from plan.plans t where t.commune = ${tx.commune} and not t.draft and t.undone_entry is null and t.starts_on <= ${to} and t.ends_on >= ${to} and ${known('t')})::int as plans,
      (select count(*) from plan.indicators t join plan.nodes n on n.commune = t.commune and n.id = t.node_id join plan.plans l on l.commune = n.commune and l.id = n.plan_id and not l.draft where t.commune = ${tx.commune} and t.retired_on is null and t.undone_entry is null and ${known('t')})::int as indicators,
      (select count(distinct m.indicator_id) from plan.measurements m join plan.indicators i on i.commune = m.commune and i.id = m.indicator_id and i.retired_on is null and i.undone_entry is null where m.commune = ${tx.commune} and m.measured_on between ${addMonths(to, -12)} and ${to} and ${known('m')})::int as measured,
      (select count(*) from evidence.search_lines l where l.commune = ${tx.commune} and l.kind = 'programme')::int as programmes,
      (select count(distinct e.to_id) from evidence.edges e where e.commune = ${tx.commune} and e.to_kind = 'programme' and e.ended_by is null)::int as linked,
      (select max(m.measured_on) from plan.measurements m join plan.approvals t on t.commune = m.commune and t.measurement_id = m.id where m.commune = ${tx.commune} and m.measured_on <= ${to} and ${known('t')}) as approved_on`)
    if (!row) return { acts: [] }
    return {
      acts: row.approved_on ? [{ fact: 'plan.measurement-approved', on: row.approved_on, title: `Medición aprobada al ${formatDay(row.approved_on)}`, href: '/plan' }] : [],
      shares: [
        { fact: 'plan.in-force', met: Math.min(row.plans, 1), total: 1, title: 'PLADECO vigente', href: '/plan' }, { fact: 'plan.indicators-measured', met: row.measured, total: row.indicators, title: 'indicadores medidos en doce meses', href: '/plan' },
        { fact: 'plan.programmes-linked', met: Math.min(row.linked, row.programmes), total: row.programmes, title: 'programas ligados a un objetivo', href: '/plan' },
      ],
    }
  },
}
