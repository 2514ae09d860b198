import { useAsOf } from '../address/period.ts'
import { useApi } from '../client/use-api.ts'
import type { ThreadStop } from '../thread/ThreadLine.tsx'

type Item = { readonly kind: string; readonly id: string; readonly title: string; readonly detail?: string; readonly href: string }
type ThreadAnswer = { readonly steps: readonly { readonly position: number; readonly title: string; readonly state: 'linked' | 'missing' | 'here'; readonly count: number; readonly detail?: string; readonly items: readonly Item[] }[] }
export type ThreadView = { readonly stops: readonly ThreadStop[]; readonly linked: readonly { readonly title: string; readonly count: number; readonly detail?: string; readonly items: readonly Item[] }[]; readonly missing: readonly string[] }

/** The thread of a record as the line draws it; until it comes, only the record itself. */
export const useThread = (kind: string, id: string, here: { kind: string; name: string; value?: string }): ThreadView => {
  const { effectiveOn, knownOn } = useAsOf()
  const { data } = useApi<ThreadAnswer>('evidence/thread', { kind, id, effectiveOn, knownOn }, { enabled: id !== '' })
  if (!data) return { stops: [{ id: 'here', ...here, state: 'here' }], linked: [], missing: [] }
  const stops = data.steps.map(({ position, title, state, count, detail, items }): ThreadStop => {
    const [first] = items
    if (state === 'here') return { id: String(position), kind: title, name: here.name, value: here.value, state: 'here' }
    if (!first) return { id: String(position), kind: title, name: 'sin enlace', state: 'missing' }
    return { id: String(position), kind: title, name: count === 1 ? first.title : `${count} registros`, value: count === 1 ? first.detail : (detail ?? first.title), href: first.href, state: 'full' }
  })
  return { stops, linked: data.steps.filter(({ state, count }) => state === 'linked' && count > 0), missing: data.steps.filter(({ state }) => state === 'missing').map(({ title }) => title.toLowerCase()) }
}
