import { PageTitle, ProblemView, ThinLoader, useAddress, useMay, usePageName, useRouteParam } from '#design'
import { useCallback, useState } from 'react'
import { Differences } from './Differences.tsx'
import { Editions } from './Editions.tsx'
import { IssuedView } from './IssuedView.tsx'
import { ReadingMode } from './reading/ReadingMode.tsx'
import { useOutline, useReport } from './report-data.ts'
import './reporting.css'
import { ReportHead } from './workshop/ReportHead.tsx'
import { ReportWorkshop } from './workshop/ReportWorkshop.tsx'
import { type SaveState, worstOf } from './workshop/save-state.ts'

/** The workshop of a report for who prepares it, with its other views: reading, editions, differences. */
const Prepared = ({ id, vista }: { id: string; vista: string }) => {
  const { data: view, problem, loading } = useReport(id, true)
  const { data: outline, problem: unread, loading: reading } = useOutline(id, true)
  const [states, mark] = useState<Readonly<Record<string, SaveState>>>({})
  const onSaving = useCallback((section: string, state: SaveState) => mark((old) => ({ ...old, [section]: state })), [])
  usePageName(view?.report.periodTitle, [{ title: 'Informes al Concejo', href: '/rendir/informes' }])
  if (!view) return <><ThinLoader active={loading} label="Abriendo el informe" />{problem && <><PageTitle title="Informe" /><ProblemView problem={problem} /></>}</>
  if (vista === 'lectura') return <ReadingMode view={view} />
  return (
    <>
      <ReportHead view={view} outline={outline} saving={worstOf(Object.values(states))} />
      <ThinLoader active={reading && !outline} label="Calculando los capítulos" />
      {(problem ?? unread) && <ProblemView problem={(problem ?? unread) as Error} />}
      {vista === 'ediciones' && <Editions view={view} />}
      {vista === 'diferencias' && <Differences view={view} />}
      {!vista && outline && <ReportWorkshop view={view} outline={outline} onSaving={onSaving} />}
    </>
  )
}

/** A report: prepared by its office, or read as issued by the Concejo. `?edicion=2` shows that edition to anybody who may read it. */
const ReportPage = () => {
  const id = useRouteParam('id')
  const { search } = useAddress()
  const prepares = useMay('reporting.read')
  if (!prepares || search['edicion']) return <IssuedView id={id} edition={Number(search['edicion'] ?? 0)} />
  return <Prepared id={id} vista={search['vista'] ?? ''} />
}
export default ReportPage
