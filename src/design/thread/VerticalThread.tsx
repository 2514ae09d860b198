import type { ReactNode } from 'react'
import { Knot, knotWords, type KnotState } from './Knot.tsx'

export type ThreadItem = { readonly id: string; readonly state?: KnotState; readonly content: ReactNode; /** A heading of a stretch of the list. */ readonly stretch?: boolean; readonly current?: boolean }

/** The thread, vertical: dated lists, long procedures, chapters. Items without state hang on the line without a knot. */
export const VerticalThread = ({ items, label, className = '' }: { items: readonly ThreadItem[]; label?: string; className?: string }) => (
  <ol className={`strand ${className}`.trim()} aria-label={label}>
    {items.map(({ id, state, content, stretch, current }) => (
      <li key={id} className={[stretch ? 'stretch' : '', state === 'missing' ? 'missing' : ''].join(' ').trim() || undefined} aria-current={current ? 'step' : undefined}>
        {state && <><Knot state={state} /><span className="visually-hidden">{knotWords[state]}: </span></>}
        {content}
      </li>
    ))}
  </ol>
)

export type Step = { readonly id: string; readonly title: string; readonly state: KnotState; readonly note?: string; readonly href?: string; readonly onPress?: () => void }

/** Sections of a long procedure with their state, any order (task list). */
export const Steps = ({ steps, label }: { steps: readonly Step[]; label: string }) => (
  <VerticalThread className="steps" label={label} items={steps.map((step) => ({
    id: step.id, state: step.state, current: step.state === 'here',
    content: <StepLine step={step} />,
  }))} />
)

const StepLine = ({ step }: { step: Step }) => {
  const inside = <><span>{step.title}</span>{step.note && <small>{step.note}</small>}</>
  if (step.href) return <a className="step-line" href={step.href} aria-current={step.state === 'here' ? 'step' : undefined}>{inside}</a>
  if (step.onPress) return <button className="step-line" type="button" onClick={step.onPress} aria-current={step.state === 'here' ? 'step' : undefined}>{inside}</button>
  return <span className="step-line">{inside}</span>
}
