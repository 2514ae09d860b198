import { useEffect } from 'react'
import { counted, formatDay, formatInstant, formatNumber } from '#kernel'
import { api, ButtonLink, DataTable, DefinitionList, DocumentList, EmptyState, FigureRow, JobProgress, Notice, Pagination, PrintButton, PrintFoot, ProblemView, PageTitle, RecordPage, Seal, Section, Select, StateBadge, ThinLoader, type Tone, useAddressParam, useApi, useEvidence, useJob, usePage, usePageName, useRouteParam, useThread } from '#design'
import { type CellView, type ChangeState, type ChangeView, changeStateTitle, type LoadAnswer, loadStateTitle, worksheetHref } from '../contract.ts'
import { UndoLoad } from './UndoLoad.tsx'
import { stateTone } from './WorksheetsPage.tsx'
import './worksheets.css'

const tones: Readonly<Record<ChangeState, Tone>> = { waiting: 'neutral', done: 'good', part: 'warning', refused: 'bad', undone: 'neutral', kept: 'warning' }
const ALL = 'all'
const SHOW = [{ value: ALL, title: 'Todos' }, { value: 'done', title: 'Los que cambiaron' }, { value: 'refused', title: 'Lo que no se aplicó o no se deshizo' }]
const said = ({ title, from, to, reason }: CellView): string => `${title}: ${from || 'vacío'} → ${to || 'vacío'}${reason ? `. ${reason}` : ''}`

/** The receipt of an applied worksheet: what it did to each record and, within the term, how to take it back. */
const LoadPage = () => {
  const id = useRouteParam('id')
  const [show, choose] = useAddressParam('ver', '')
  const [page, turn] = usePage()
  const { data, problem, loading, again } = useApi<LoadAnswer>('worksheets/show-load', { id, show, page })
  const load = data?.load
  const busy = load?.state === 'applying' || load?.state === 'undoing'
  const { job, cancel } = useJob(busy ? (load.jobId ?? undefined) : undefined)
  const ended = job !== undefined && ['done', 'failed', 'cancelled'].includes(job.state)
  useEffect(() => { if (ended) again() }, [ended])
  usePageName(load && load.title, [{ title: 'Planillas editadas', href: '/planillas' }])
  const evidence = useEvidence('worksheet-load', load && !busy ? id : '')
  const { stops } = useThread('worksheet-load', '', { kind: 'Planilla', name: load?.title ?? 'Planilla', value: load ? loadStateTitle[load.state] : undefined })
  if (!data || !load) return problem ? <><PageTitle title="Planilla editada" /><ProblemView problem={problem} /></> : <ThinLoader active label="Abriendo el recibo" />
  const { counts } = data
  return (
    <>
      <ThinLoader active={loading} />
      <RecordPage title={load.title} above={<><span>Planilla editada</span><Seal tone={stateTone[load.state]}>{loadStateTitle[load.state]}</Seal></>} lead={load.reason} thread={stops}
        actions={<><PrintButton /><ButtonLink href={load.list}>Ir a la lista</ButtonLink><ButtonLink href={worksheetHref(load.name)}>Subir otra</ButtonLink>{load.undoable && <UndoLoad load={load} onUndone={again} />}</>}
        notice={<>
          {busy && job && <JobProgress job={job} onCancel={() => void cancel()} />}
          {load.state === 'applied' && load.undoUntil && <Notice tone={load.undoable ? 'data' : 'warning'} title={load.undoable ? `Se puede deshacer hasta el ${formatDay(load.undoUntil)}` : `Ya no se deshace: el plazo era el ${formatDay(load.undoUntil)}, o nada cambió`} />}
          {load.state === 'undone' && <Notice tone={counts.kept > 0 ? 'warning' : 'data'} title="Esta planilla se deshizo">{counts.kept > 0 ? `${counted(counts.kept, 'registro quedó', 'registros quedaron')} como está${counts.kept === 1 ? '' : 'n'}, porque cambió después. ` : 'Los registros volvieron a lo que decían. '}{load.undoReason}</Notice>}
        </>}
        summary={<>
          <FigureRow label="Registros de la planilla" items={[{ label: 'cambiaron', text: formatNumber(counts.done) }, { label: 'sólo en parte', text: formatNumber(counts.part) }, { label: 'no se aplicaron', text: formatNumber(counts.refused) }, { label: 'volvieron a lo que decían', text: formatNumber(counts.undone) }, { label: 'no volvieron', text: formatNumber(counts.kept) }].filter(({ text }, index) => index === 0 || text !== '0')} />
          <Section title="Registro por registro" aside={counted(data.total, 'registro', 'registros')}>
            <div className="worksheet-bar no-print"><Select label="Ver" value={show || ALL} onChange={(value) => { choose(value === ALL ? undefined : value); turn(1) }} choices={SHOW} /></div>
            <DataTable<ChangeView> caption="Cambios de la planilla" hideCaption sort="none" phone="lines" landscape rows={data.changes} rowKey={({ place }) => String(place)} loading={loading} source={`planilla ${load.fileName}`} empty={<EmptyState title="Ninguno de esta clase">Elija otra en «Ver».</EmptyState>}
              columns={[
                { key: 'label', title: 'Registro', width: '32%', text: ({ label }) => label }, { key: 'state', title: 'Resultado', text: ({ state }) => changeStateTitle[state], render: ({ state }) => <StateBadge tone={tones[state]}>{changeStateTitle[state]}</StateBadge> },
                { key: 'cells', title: 'Antes y después', text: ({ cells }) => cells.map(said).join('; '), render: ({ cells }) => <ul className="worksheet-cells">{cells.map((cell) => <li key={cell.title}>{cell.title}: {cell.from || <span className="faint">vacío</span>} → <b>{cell.to || 'vacío'}</b>{cell.reason && <><br /><small className="soft">{cell.reason}</small></>}</li>)}</ul> },
              ]} />
            {data.pages > 1 && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas del recibo" />}
          </Section>
        </>}
        data={<DefinitionList items={[{ term: 'Archivo', value: <a href={api.file(load.fileHash)} download>{load.fileName}</a> }, { term: 'Aplicó', value: load.by }, { term: 'Cuándo', value: formatInstant(load.startedAt) }, { term: 'Por qué', value: load.reason }]} />}
        documents={<DocumentList items={[{ id: load.fileHash, title: load.fileName, href: api.file(load.fileHash), note: 'planilla que volvió', download: true }]} />} documentCount={1} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={`Recibo de la planilla ${load.id.slice(0, 8)}`} />
    </>
  )
}
export default LoadPage
