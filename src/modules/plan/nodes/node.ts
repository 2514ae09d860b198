import type { Day } from '#kernel'
import { nodeOutOfPlace } from '../problems.ts'

export type NodeKind = 'axis' | 'objective' | 'programme'
export type NodeRow = {
  id: string; plan_id: string; parent_id: string | null; kind: NodeKind; code: string; name: string; description: string; place: number
  unit_id: string | null; retired_on: Day | null; retired_reason: string; version: number
}
/** Kind a node must hang from; an axis hangs from nothing. */
const parentKind: Record<NodeKind, NodeKind | null> = { axis: null, objective: 'axis', programme: 'objective' }
export const kindTitle: Record<NodeKind, string> = { axis: 'Eje', objective: 'Objetivo', programme: 'Programa' }

/** Refuses a place in the tree that the plan's structure does not admit, and a parent of another plan. */
export const checkPlace = (node: Pick<NodeRow, 'kind' | 'plan_id'>, parent: NodeRow | undefined): void => {
  const wanted = parentKind[node.kind]
  if (wanted === (parent?.kind ?? null) && (!parent || parent.plan_id === node.plan_id)) return
  const place = !parent ? 'la raíz del plan' : parent.plan_id === node.plan_id ? `un ${kindTitle[parent.kind].toLowerCase()}` : 'otro plan'
  throw nodeOutOfPlace({ kind: kindTitle[node.kind], parent: place })
}
