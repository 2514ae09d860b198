import type { ReactNode } from 'react'
import type { FigureDisplay, FigureValue } from '#kernel'
import { FigureButton } from './FigureButton.tsx'

export type FigureRowItem = { readonly label: string; readonly figure?: FigureValue; /** For a count that is not a registered figure. */ readonly text?: ReactNode; readonly show?: FigureDisplay; readonly note?: ReactNode; readonly state?: ReactNode; readonly changed?: boolean }

/** Highlighted figures between hairlines, four or five at most. Never cards. */
export const FigureRow = ({ items, label }: { items: readonly FigureRowItem[]; label?: string }) => (
  <dl className="figure-row" aria-label={label}>
    {items.map((item) => (
      <div key={item.label}>
        <dt>{item.state ?? item.label}</dt>
        <dd>{item.figure ? <FigureButton figure={item.figure} show={item.show} label={item.label} changed={item.changed} /> : item.text}</dd>
        {item.note && <dd className="n">{item.note}</dd>}
      </div>
    ))}
  </dl>
)
