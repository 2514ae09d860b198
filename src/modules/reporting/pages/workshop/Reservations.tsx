import { counted } from '#kernel'
import { StateBadge } from '#design'
import { useState } from 'react'
import type { Gap } from '../../contract.ts'
import { reportHref } from '../report-data.ts'
import { gapTone } from '../words.ts'

const SHOWN = 4
const GapLine = ({ report, gap }: { report: string; gap: Gap }) => (
  <li>
    <a href={`${reportHref(report, { capitulo: gap.chapter })}${gap.blockId ? `#${gap.blockId}` : ''}`}><StateBadge tone={gapTone(gap)}>{gap.chapterTitle}</StateBadge></a>
    <span>{gap.unit && <b>{gap.unit}: </b>}{gap.text}</span>
  </li>
)
const GapList = ({ report, gaps, label }: { report: string; gaps: readonly Gap[]; label: string }) => {
  const [all, show] = useState(false)
  return (
    <>
      <ul aria-label={label}>{(all ? gaps : gaps.slice(0, SHOWN)).map((gap, index) => <GapLine key={`${index}-${gap.chapter}`} report={report} gap={gap} />)}</ul>
      {gaps.length > SHOWN && <button type="button" className="link-button" onClick={() => show(!all)}>{all ? 'Ver menos' : `Ver las ${gaps.length}`}</button>}
    </>
  )
}

/** What keeps the report from being final, by unit and with its reason; what only concerns who writes goes folded. */
export const Reservations = ({ report, gaps }: { report: string; gaps: readonly Gap[] }) => {
  const printed = gaps.filter(({ severity }) => severity !== 'notice').sort((a, b) => Number(b.severity === 'stops') - Number(a.severity === 'stops'))
  const notices = gaps.filter(({ severity }) => severity === 'notice')
  return (
    <section className="reservations" aria-label="Reservas">
      <h2>Reservas <span className="faint">{printed.length}</span></h2>
      {printed.length === 0 ? <p className="soft">Ninguna: puede emitirse como final.</p> : <GapList report={report} gaps={printed} label="Reservas que se imprimirían" />}
      {notices.length > 0 && <details><summary>{counted(notices.length, 'aviso', 'avisos')} para quien redacta</summary><GapList report={report} gaps={notices} label="Avisos" /></details>}
    </section>
  )
}
