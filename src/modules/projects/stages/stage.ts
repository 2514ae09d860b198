import { type Day, enumerate, formatDay } from '#kernel'
import { type Stage, stageTitle } from '../contract.ts'
import { dayInFuture, stageBackInTime, stageNotNext } from '../problems.ts'

/** Which stage may follow which (domain: public investment §2). What is left aside may be taken up again from its beginning. */
export const nextStages: Record<Stage, readonly Stage[]> = {
  idea: ['profile', 'withdrawn'],
  profile: ['analysis', 'funded', 'withdrawn'],
  analysis: ['profile', 'recommended', 'withdrawn'],
  recommended: ['funded', 'analysis', 'lapsed', 'withdrawn'],
  funded: ['tender', 'execution', 'lapsed', 'withdrawn'],
  tender: ['awarded', 'funded', 'withdrawn'],
  awarded: ['execution', 'tender', 'withdrawn'],
  execution: ['suspended', 'received', 'tender', 'withdrawn'],
  suspended: ['execution', 'tender', 'withdrawn'],
  received: ['accepted', 'operation', 'execution'],
  accepted: ['operation'],
  operation: [],
  lapsed: ['analysis', 'withdrawn'],
  withdrawn: ['idea'],
}
/** Stages in which work is being done on site. */
export const onSite: readonly Stage[] = ['execution', 'suspended']
/** Stages out of the portfolio in force. */
export const leftAside: readonly Stage[] = ['withdrawn', 'lapsed']

/** Refuses a change that the table does not admit, that comes before the last one, or that has not happened yet. */
export const checkStageChange = (from: { stage: Stage; since: Day }, to: { stage: Stage; on: Day }, today: Day): void => {
  const allowed = nextStages[from.stage]
  if (!allowed.includes(to.stage)) throw stageNotNext({ from: stageTitle[from.stage], to: stageTitle[to.stage], allowed: allowed.length ? enumerate(allowed.map((stage) => stageTitle[stage])) : 'ninguna' }, { facts: { allowed } })
  if (to.on < from.since) throw stageBackInTime({ on: formatDay(to.on), last: formatDay(from.since) })
  if (to.on > today) throw dayInFuture({ on: formatDay(to.on) })
}
