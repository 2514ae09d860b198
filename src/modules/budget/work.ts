import { type Day, formatPesos } from '#kernel'
import type { ReadContext, WorkItem } from '#platform/actions'
import { sql } from '#platform/database'

type Draft = { id: string; number: number; year: number; reason: string; session_on: Day | null }
type Asked = { id: string; amount: number; purpose: string; requested_on: Day; requested_by: string }

/** Amendments not yet approved and certificates waiting for Finance. */
export const budgetWork = async ({ actor, tx }: ReadContext): Promise<readonly WorkItem[]> => {
  if (!actor.permissions.has('budget.amend') && !actor.permissions.has('budget.commit')) return []
  const row = await tx.one<{ drafts: readonly Draft[]; asked: readonly Asked[] }>(sql`select
    (select coalesce(json_agg(json_build_object('id', id, 'number', number, 'year', year, 'reason', reason, 'session_on', session_on) order by year, number), '[]') from budget.amendments where commune = ${tx.commune} and state = 'draft') as drafts,
    (select coalesce(json_agg(json_build_object('id', id, 'amount', amount, 'purpose', purpose, 'requested_on', requested_on, 'requested_by', requested_by) order by requested_on), '[]') from budget.certificates where commune = ${tx.commune} and state = 'requested') as asked`)
  const amends = actor.permissions.has('budget.amend')
  return [
    ...(amends ? (row?.drafts ?? []).map((draft): WorkItem => ({ id: `budget/amendment/${draft.id}`, what: `Llevar al Concejo la modificación presupuestaria N.º ${draft.number} de ${draft.year}`, why: draft.reason, law: 'Ley 18.695, artículo 81: antecedentes cinco días hábiles antes de la sesión', state: 'started', href: `/presupuestar/modificaciones/${draft.id}`, action: 'Abrir', weight: 6, ...(draft.session_on ? { until: draft.session_on } : {}) })) : []),
    ...(row?.asked ?? []).map((asked): WorkItem => {
      const own = actor.permissions.has('budget.commit') && asked.requested_by !== actor.accountId
      return { id: `budget/certificate/${asked.id}`, what: `Emitir el certificado de disponibilidad por ${formatPesos(asked.amount)}: ${asked.purpose}`, state: own ? 'owed' : 'waiting', ...(own ? {} : { who: 'Administración y Finanzas' }), href: '/presupuestar/registrar', ...(own ? { action: 'Emitir' } : {}), weight: 5 }
    }),
  ]
}
