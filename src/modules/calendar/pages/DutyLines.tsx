import { shortDay, StateBadge, VerticalThread } from '#design'
import { type DutyView, stateWords } from '../contract.ts'
import { about, citation, dutyHref, leftText, stateLook } from './words.ts'

/** Duties one under another, on the thread, with their date, owner and state. */
export const DutyLines = ({ duties, empty }: { duties: readonly DutyView[]; empty: string }) => (duties.length === 0 ? <p className="source">{empty}</p> : (
  <VerticalThread label="Deberes" items={duties.map((duty) => ({
    id: duty.key, state: stateLook[duty.state].knot,
    content: (
      <div className="duty-line">
        <p><a href={dutyHref(duty.key)}>{duty.title}</a> <span className="soft">{about(duty)}</span></p>
        <p className="small"><b>{shortDay(duty.due)}</b>{leftText(duty) && <> · {leftText(duty)}</>} · {duty.acting ? `${duty.acting.name}, por ausencia en ${duty.owner?.name ?? 'la unidad'}` : (duty.owner?.name ?? 'sin responsable')}</p>
        <p className="small faint">{citation(duty)}</p>
        <StateBadge tone={stateLook[duty.state].tone} shape={stateLook[duty.state].knot}>{stateWords[duty.state]}</StateBadge>
      </div>
    ),
  }))} />
))
