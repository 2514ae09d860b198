import { type ThreadStop, useApi, useAsOf } from '#design'

type ThreadAnswer = { readonly steps: readonly { readonly position: number; readonly title: string; readonly state: 'linked' | 'missing' | 'here'; readonly count: number; readonly detail?: string; readonly items: readonly { readonly kind: string; readonly id: string; readonly title: string; readonly detail?: string; readonly href: string }[] }[] }

/** The thread of a record as the line draws it; until it comes, or when the record is not tied to anything, only the record itself. */
export const useThread = (kind: string, id: string, here: { kind: string; name: string; value?: string }): { stops: readonly ThreadStop[]; linked: number } => {
  const { effectiveOn, knownOn } = useAsOf()
  const { data } = useApi<ThreadAnswer>('evidence/thread', { kind, id, effectiveOn, knownOn }, { enabled: id !== '' })
  if (!data) return { stops: [{ id, ...here, state: 'here' }], linked: 0 }
  const stops = data.steps.map(({ position, title, state, count, detail, items }): ThreadStop => {
    const [first] = items
    if (state === 'here') return { id: String(position), kind: title, name: here.name, value: here.value, state: 'here' }
    if (!first) return { id: String(position), kind: title, name: 'sin enlace', state: 'missing' }
    return { id: String(position), kind: title, name: count === 1 ? first.title : `${count} registros`, value: count === 1 ? first.detail : (detail ?? first.title), href: first.href, state: 'full' }
  })
  return { stops, linked: stops.filter(({ state }) => state === 'full').length }
}
