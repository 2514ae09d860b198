import type { Day } from '#kernel'
import type { Stage } from '../contract.ts'

export type PastStage = { readonly stage: Stage; readonly on: Day; readonly document: string }
export type PastProject = {
  readonly stage: Stage
  readonly contract?: { readonly from: Day }
  readonly documents?: readonly { readonly title: string; readonly kind: string; readonly date: Day }[]
}

/**
 * The stages a loaded project has gone through, as its papers tell: it was being tendered until its contract, in execution from it on,
 * and received or in operation from its reception. Without papers, only the present stage, from the day of the load.
 */
export const pastStages = ({ stage, contract, documents = [] }: PastProject, on: Day): PastStage[] => {
  const paper = (kind: string) => documents.findLast((document) => document.kind === kind)
  const step = (named: Stage, kind: string): PastStage | undefined => { const found = paper(kind); return found && found.date > on ? { stage: named, on: found.date, document: found.title } : undefined }
  if (contract) {
    const before: PastStage[] = contract.from > on ? [{ stage: 'tender', on, document: paper('tender')?.title ?? '' }] : []
    const running: PastStage = { stage: 'execution', on: contract.from, document: paper('contract')?.title ?? '' }
    if (stage === 'execution') return [...before, running]
    const last = step(stage, 'reception')
    return last && last.on > running.on ? [...before, running, last] : [...before, { ...running, stage }]
  }
  const last = stage === 'withdrawn' ? step(stage, 'letter') : stage === 'tender' ? step(stage, 'tender') : undefined
  return last ? [{ stage: 'profile', on, document: paper('profile')?.title ?? '' }, last] : [{ stage, on, document: paper('profile')?.title ?? '' }]
}
