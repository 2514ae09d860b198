import { type ActionContext, notFound, type ReadContext } from '#platform/actions'
import { kinds } from '#evidence'
import { projectHref } from '../hrefs.ts'
import { type ProjectState, currentStage } from './project.ts'
import { projectStore, type ProjectRow } from './project.store.ts'
import { stageTitle } from '../contract.ts'

export const recordOf = (id: string) => ({ kind: kinds.project, id })

/** A project as the reader knows it. Throws `notFound`. */
export const readProject = async (context: ReadContext, id: string): Promise<ProjectState> => {
  const [state] = await projectStore(context.tx).states({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn, ids: [id] })
  if (!state) throw notFound({ what: 'el proyecto' })
  return state
}
/** The row after an action that changed it: its version is kept (ids of people, never their names) and its search line written. */
export const settleProject = async (context: ActionContext, id: string, stage: ProjectState['stages'][number]['stage'], totalCost: number): Promise<ProjectRow> => {
  const row = await projectStore(context.tx).get(id)
  if (!row) throw notFound({ what: 'el proyecto' })
  await context.keep({ ...recordOf(id), version: row.version, data: { ...row, totalCost } })
  await context.index({ ...recordOf(id), title: row.name, subtitle: [row.bip ? `BIP ${row.bip}` : '', stageTitle[stage], row.place].filter(Boolean).join(' · '), href: projectHref(id), visibility: 'council' })
  return row
}
/** Writes the search line again, for facts that move it (a change of stage). */
export const indexProject = (context: ActionContext, state: ProjectState): Promise<void> =>
  context.index({ ...recordOf(state.id), title: state.name, subtitle: [state.bip ? `BIP ${state.bip}` : '', stageTitle[currentStage(state).stage], state.place].filter(Boolean).join(' · '), href: projectHref(state.id), visibility: 'council' })
