import { enumerate, formatDay } from '#kernel'
import { Icon, Menu, StateBadge, useAct, useSession } from '#design'
import { useState } from 'react'
import type { ReportView, SectionView } from '../../contract.ts'
import { AssignDialog } from '../dialogs/AssignDialog.tsx'
import { REFRESH } from '../report-data.ts'

/** Who writes a section, who owes it and until when, and whether it is finished. */
export const SectionHead = ({ report, section, onObserve }: { report: ReportView; section: SectionView; onObserve: () => void }) => {
  const { today } = useSession().clock
  const [assigning, assign] = useState(false)
  const mark = useAct('reporting/mark-section', { refresh: REFRESH, done: section.ready ? `«${section.title}» vuelve a redacción` : `«${section.title}» quedó terminada` })
  const authors = [...new Set(Object.values(section.authors))]
  const late = !section.ready && section.dueOn && section.dueOn < today
  const { edit, comment } = report.may
  return (
    <div className="section-by">
      <span>
        {authors.length > 0 ? `Redacta ${enumerate(authors)}` : 'Sin redactar'}{report.report.reviewer && ` · revisa ${report.report.reviewer}`}
        {section.unit && <> · lo debe <b>{section.unit.name}</b></>}{section.dueOn && <> · <span className={late ? 'tone-bad' : undefined}>{late ? 'venció' : 'vence'} el {formatDay(section.dueOn)}</span></>}
      </span>
      <span className="section-tools">
        {section.ready && <StateBadge tone="good">terminada</StateBadge>}
        <Menu className="button plain compact icon-only" button={<Icon name="menu" />} label={`Acciones de ${section.title}`} groups={[{ entries: [
          { id: 'ready', title: section.ready ? 'Volver a redacción' : 'Marcar como terminada', disabled: edit !== true || mark.running, ...(edit !== true ? { note: edit } : {}), onPress: () => void mark.run({ report: report.report.id, key: section.key, version: section.version, ready: !section.ready }) },
          { id: 'observe', title: 'Observar', note: comment === true ? 'Escribe una observación para quien redacta' : comment, disabled: comment !== true, onPress: onObserve },
          { id: 'assign', title: 'Asignar a una unidad…', note: edit === true ? 'Con fecha: si vence, queda como reserva' : edit, disabled: edit !== true, onPress: () => assign(true) },
        ] }]} />
      </span>
      {assigning && <AssignDialog report={report} section={section} onClose={() => assign(false)} />}
    </div>
  )
}
