import type { ReactNode } from 'react'
import { Knot, type KnotState } from '../thread/Knot.tsx'

export type Tone = 'good' | 'warning' | 'bad' | 'data' | 'neutral' | 'thread'
const usual: Record<Tone, KnotState> = { good: 'done', warning: 'half', bad: 'bad', data: 'half', neutral: 'empty', thread: 'full' }

type StateProps = { tone: Tone; /** Shape when it differs from the usual of the tone. */ shape?: KnotState; children: ReactNode }

/** State in lists: shape and word, «al día», «por vencer», «atrasada», «pendiente», «aún no disponible». */
export const StateBadge = ({ tone, shape, children }: StateProps) => (
  <span className={`state tone-${tone}`}><Knot state={shape ?? usual[tone]} />{children}</span>
)

/** State in the head of a record: tinted, only there. */
export const Seal = ({ tone, shape, children }: StateProps) => (
  <span className={`seal tone-${tone}`}><Knot state={shape ?? usual[tone]} />{children}</span>
)
