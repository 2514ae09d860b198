import { counted } from '#kernel'
import { Checkbox, DataTable, Section, type TableColumn } from '#design'
import { useState } from 'react'
import type { ActLine } from '../../contract.ts'
import { BatchBar, type BatchKind } from './BatchBar.tsx'
import { actColumns, rowHref } from './columns.tsx'

/** One tray of the desk. Those whose step is the same for many let choose several, with the mouse or with the space bar. */
export const Tray = ({ id, title, says, acts, batch }: { id: string; title: string; says: string; acts: readonly ActLine[]; batch?: BatchKind }) => {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const picked = acts.filter((act) => chosen.has(act.id))
  const put = (act: string, on: boolean) => { const next = new Set(chosen); if (on) next.add(act); else next.delete(act); choose(next) }
  const select: TableColumn<ActLine> = { key: 'pick', title: 'Elegir', width: '5.5rem', text: () => '', render: (act) => <Checkbox checked={chosen.has(act.id)} onChange={(on) => put(act.id, on)}><span className="visually-hidden">Elegir {act.title}: {act.subject}</span></Checkbox> }
  return (
    <Section id={id} title={title} aside={counted(acts.length, 'acto', 'actos')}>
      <p className="soft tray-says">{says}</p>
      {batch && acts.length > 1 && (
        <div className="tray-batch no-print">
          <Checkbox checked={picked.length === acts.length} mixed={picked.length > 0 && picked.length < acts.length} onChange={(on) => choose(new Set(on ? acts.map((act) => act.id) : []))}>Elegir todos</Checkbox>
          <BatchBar kind={batch} acts={picked} onClear={() => choose(new Set())} />
        </div>
      )}
      <DataTable caption={title} hideCaption columns={batch && acts.length > 1 ? [...actColumns, select] : actColumns} rows={acts} rowKey={(act) => act.id} rowHref={rowHref} sort="none" phone="lines" source="registro de actos" />
    </Section>
  )
}
