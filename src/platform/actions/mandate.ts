import type { Day } from '#kernel'
import type { ReadContext } from './context.ts'

/** A dated act that proves that a function of the mandate was performed: a delivery, an approval, a load. Never a draft. */
export type MandateAct = { readonly fact: string; readonly on: Day; readonly title: string; readonly href: string }

/** A share of records that fulfil a rule on the day: 47 of 60 projects with their gender score. */
export type MandateShare = { readonly fact: string; readonly met: number; readonly total: number; readonly title: string; readonly href: string }

export type MandateAnswer = { readonly acts: readonly MandateAct[]; readonly shares?: readonly MandateShare[] }

/**
 * What a module can prove. `facts` names them (`<module>.<fact>`, for example `reporting.report-delivered`): the rules of the board
 * (`law/calendar/mandate`) ask for facts by name, and a fact that no module lists makes its function «aún no disponible».
 * `evidence` answers the acts between two days and the shares on the second one, in at most three queries.
 */
export type MandateProvider = {
  readonly facts: readonly string[]
  readonly evidence: (between: { readonly from: Day; readonly to: Day }, context: ReadContext) => Promise<MandateAnswer>
}
