import { addMonths, addDays, type Day, formatPercent, type Law } from '#kernel'
import type { MandateAct, MandateAnswer } from '#platform/actions'
import { z } from 'zod'
import { calendarHabits } from '../practices.ts'

/** A rule of the board, as `law/calendar/mandate.yaml` states it. A need is an act within some months, or a share of records. */
const Need = z.object({ fact: z.string(), months: z.number().int().positive().optional(), share: z.number().min(0).max(1).optional() }).refine(({ months, share }) => (months === undefined) !== (share === undefined), 'una necesidad es un plazo en meses o una proporción')
export const MandateRule = z.object({
  code: z.string(), part: z.enum(['G', 'I', 'E', 'S']), title: z.string(), rule: z.string(), unit: z.string(), duties: z.array(z.string()), needs: z.array(Need).min(1),
})
export type MandateRule = z.output<typeof MandateRule>
export const partTitles: Record<MandateRule['part'], string> = { G: 'Funciones generales', I: 'Departamento de Informática y Estadística', E: 'Planificación Económica y Financiera', S: 'Planificación Social' }
export const mandateStates = ['overdue', 'due-soon', 'on-track', 'unavailable'] as const
export type MandateState = (typeof mandateStates)[number]

const read = new WeakMap<object, readonly MandateRule[]>()
/** The 32 functions with their rules, by the regulation in force on the day. */
export const mandateRules = (law: Law, on: Day): readonly MandateRule[] => {
  const rows = law.table('calendar/mandate', on)
  const rules = read.get(rows) ?? z.array(MandateRule).parse(rows)
  read.set(rows, rules)
  return rules
}

/** The number of a need, in words, as the board prints it beside its rule. */
export const parameterText = ({ months, share }: MandateRule['needs'][number]): string =>
  months !== undefined ? `prueba de no más de ${months} ${months === 1 ? 'mes' : 'meses'}` : share === 1 ? 'todos, sin excepción' : `al menos ${formatPercent(share ?? 1, 0)}`

export type Proof = { readonly text: string; readonly href: string; readonly on?: Day; readonly holds: boolean }
export type MandateJudgement = { readonly state: MandateState; readonly proofs: readonly Proof[]; readonly next?: Day }

const newest = (acts: readonly MandateAct[], fact: string, on: Day): MandateAct | undefined => acts.filter((act) => act.fact === fact && act.on <= on).sort((a, b) => (a.on < b.on ? 1 : -1))[0]

/**
 * State of a function on a day. Pure. Red when any need has no proof of the period, or a duty it serves is late; «aún no disponible» when no module can prove it;
 * «por vencer» when a proof grows old or a duty falls due within `near` days.
 */
export const judge = (rule: MandateRule, evidence: MandateAnswer, provable: ReadonlySet<string>, on: Day, duties: { readonly late: boolean; readonly next?: Day } = { late: false }, near: number = calendarHabits.board.usual): MandateJudgement => {
  if (rule.needs.some(({ fact }) => !provable.has(fact))) return { state: 'unavailable', proofs: [] }
  const proofs: Proof[] = []
  const ends: Day[] = duties.next ? [duties.next] : []
  for (const need of rule.needs) {
    if (need.months !== undefined) {
      const act = newest(evidence.acts, need.fact, on)
      const holds = act !== undefined && addMonths(act.on, need.months) >= on
      if (act) { proofs.push({ text: act.title, href: act.href, on: act.on, holds }); ends.push(addMonths(act.on, need.months)) }
      else proofs.push({ text: 'sin prueba en el período', href: '', holds: false })
    } else {
      const share = (evidence.shares ?? []).find(({ fact }) => fact === need.fact)
      const holds = share !== undefined && share.total > 0 && share.met / share.total >= (need.share ?? 1)
      proofs.push(share ? { text: `${share.met} de ${share.total} ${share.title}`, href: share.href, holds } : { text: 'sin registros que contar', href: '', holds: false })
    }
  }
  const next = ends.filter((end) => end >= on).sort()[0]
  const broken = duties.late || proofs.some(({ holds }) => !holds)
  const soon = next !== undefined && next <= addDays(on, near)
  return { state: broken ? 'overdue' : soon ? 'due-soon' : 'on-track', proofs, ...(next ? { next } : {}) }
}
