import { type ReactNode, useEffect, useState } from 'react'
import { useApi } from '#design'
import type { SimilarView } from '../../desk/desk-contract.ts'

const PAUSE_MS = 350
const SHORTEST = 8
/** What was typed, once the person stops. */
const useSettled = (text: string): string => {
  const [settled, settle] = useState(text)
  useEffect(() => { const timer = setTimeout(() => settle(text), PAUSE_MS); return () => clearTimeout(timer) }, [text])
  return settled
}
/** Questions already answered and data sets that speak of the same as the text. Nothing is drawn when there is none. */
export const SimilarList = ({ text, not, act }: { text: string; not?: string; act?: (one: SimilarView) => ReactNode }) => {
  const asked = useSettled(text.trim())
  const { data } = useApi<{ similar: readonly SimilarView[] }>('statistics/similar-requests', { text: asked, ...(not ? { not } : {}) }, { enabled: asked.length >= SHORTEST })
  const similar = asked.length >= SHORTEST ? (data?.similar ?? []) : []
  if (similar.length === 0) return null
  return (
    <section className="prose" aria-label="Preguntas parecidas">
      <p className="soft">Puede que ya esté respondida:</p>
      <ul>{similar.map((one) => <li key={one.id}><a href={one.href}>{one.title}</a>: {one.note} {act?.(one)}</li>)}</ul>
    </section>
  )
}
