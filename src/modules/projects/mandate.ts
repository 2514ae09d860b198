import { addDays, addMonths } from '#kernel'
import type { MandateProvider } from '#platform/actions'
import { kinds } from '#evidence'
import { sql } from '#platform/database'

type Row = { open: number; scored: number; equality: number; informed: number; works: number; current: number; finished: number; documented: number }
const PROGRESS_DAYS = 60
const QUARTER_MONTHS = 3

/** Gender score of the open portfolio, progress of the works under way, and documents of what is finished. */
export const projectEvidence: MandateProvider = {
  facts: ['projects.gender-scored', 'projects.equality-measures', 'projects.progress-current', 'projects.documented'],
  evidence: async ({ to }, { tx, knownSeq }) => {
    const seq = await knownSeq()
    const row = await tx.one<Row>(sql`with staged as (
        select distinct on (s.project_id) s.project_id as id, s.stage from projects.stage_changes s join evidence.posted p on p.commune = s.commune and p.entry_id = s.entry_id
        where s.commune = ${tx.commune} and s.changed_on <= ${to} and p.seq <= ${seq} and not exists (select from evidence.posted u where u.commune = p.commune and u.undoes = p.seq and u.seq <= ${seq}) order by s.project_id, s.changed_on desc, p.seq desc),
      held as (select p.*, s.stage as now_at from projects.projects p join staged s on s.id = p.id left join evidence.posted x on x.commune = p.commune and x.entry_id = p.undone_entry where p.commune = ${tx.commune} and (x.seq is null or x.seq > ${seq}))
      select count(*) filter (where now_at not in ('received', 'operation', 'withdrawn'))::int as open,
        count(*) filter (where now_at not in ('received', 'operation', 'withdrawn') and gender_marker is not null and gender_note <> '')::int as scored,
        count(*) filter (where now_at = 'execution' and gender_marker > 0)::int as equality,
        count(*) filter (where now_at = 'execution' and gender_marker > 0 and exists (select from projects.progress_reports r join evidence.posted p on p.commune = r.commune and p.entry_id = r.entry_id where r.commune = ${tx.commune} and r.project_id = held.id and p.seq <= ${seq} and r.measured_on between ${addMonths(to, -QUARTER_MONTHS)} and ${to}))::int as informed,
        count(*) filter (where now_at = 'execution')::int as works,
        count(*) filter (where now_at = 'execution' and exists (select from projects.progress_reports r join evidence.posted p on p.commune = r.commune and p.entry_id = r.entry_id where r.commune = ${tx.commune} and r.project_id = held.id and p.seq <= ${seq} and r.measured_on between ${addDays(to, -PROGRESS_DAYS)} and ${to}))::int as current,
        count(*) filter (where now_at in ('received', 'operation'))::int as finished,
        count(*) filter (where now_at in ('received', 'operation') and exists (select from evidence.attachments a where a.commune = ${tx.commune} and a.record_kind = ${kinds.project} and a.record_id = held.id::text))::int as documented
      from held`)
    if (!row) return { acts: [] }
    return {
      acts: [],
      shares: [
        { fact: 'projects.gender-scored', met: row.scored, total: row.open, title: 'proyectos con puntaje de género', href: '/proyectos' }, { fact: 'projects.equality-measures', met: row.informed, total: row.equality, title: 'obras que contribuyen a la igualdad, con avance en tres meses', href: '/proyectos' }, { fact: 'projects.progress-current', met: row.current, total: row.works, title: 'obras con avance en sesenta días', href: '/proyectos' },
        { fact: 'projects.documented', met: row.documented, total: row.finished, title: 'proyectos terminados con documentos', href: '/proyectos' },
      ],
    }
  },
}
