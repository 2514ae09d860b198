import type { ReactNode } from 'react'
import { Icon } from '../icons/Icon.tsx'
import type { Tone } from '../state/StateBadge.tsx'

export type NoticeTone = Exclude<Tone, 'neutral' | 'thread'>

/** What happened, why, what to do. `urgent` announces it at once to a screen reader. */
export const Notice = ({ tone, title, children, action, urgent = false }: { tone: NoticeTone; title: ReactNode; children?: ReactNode; action?: ReactNode; urgent?: boolean }) => (
  <div className={`notice tone-${tone}`} role={urgent ? 'alert' : undefined}>
    <Icon name={tone === 'good' ? 'check' : tone === 'data' ? 'info' : 'warning'} />
    <div><b>{title}</b>{children && <div>{children}</div>}</div>
    {action}
  </div>
)

/** Nothing here yet: what it is, why it is empty, the first step. */
export const EmptyState = ({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) => (
  <div className="empty"><b>{title}</b>{children && <div className="soft">{children}</div>}{actions && <div className="actions">{actions}</div>}</div>
)
