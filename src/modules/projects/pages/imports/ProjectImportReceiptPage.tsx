import { formatInstant, formatNumber } from '#kernel'
import { api, ButtonLink, DataTable, DefinitionList, DocumentList, FigureRow, FormDialog, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, StateBadge, TextField, ThinLoader, useApi, useEvidence, usePageName, useRouteParam, useThread } from '#design'
import { keptFieldTitle, type ProjectImportAnswer } from '../../imports/import-contract.ts'
import { projectHref } from '../../hrefs.ts'
import { stateTone } from './ProjectImportsPage.tsx'

/** The receipt of a load of projects: what came, what changed, and how to take it back. */
const ProjectImportReceiptPage = () => {
  const id = useRouteParam('id')
  const { data, problem, loading } = useApi<ProjectImportAnswer>('projects/show-import', { id })
  const record = data?.record
  const title = 'Lista de proyectos'
  usePageName(record && record.fileName, [{ title: 'Cargas', href: '/proyectos/cargas' }])
  const evidence = useEvidence('project-import', record ? id : '')
  const { stops } = useThread('project-import', '', { kind: 'Carga', name: title, value: record?.sheet })
  if (!data || !record) return problem ? <><PageTitle title="Carga" /><ProblemView problem={problem} /></> : <ThinLoader active label="Abriendo el recibo" />
  const number = (key: string) => formatNumber(record.counts[key] ?? 0)
  const undo = (
    <FormDialog<{ reason: string }, unknown> button="Deshacer la carga" icon="undo" kind="danger" title="Deshacer la carga" action="projects/undo-import" refresh={['projects', 'evidence']} done="Carga deshecha" submit="Deshacer" start={() => ({ reason: '' })} input={({ reason }) => ({ id, version: record.version, reason })}>
      {({ values, set, error }) => <><p>Los proyectos nuevos dejan de estar y los cambiados vuelven a lo que eran. Con la fecha «conocido al» se sigue viendo lo que decía.</p><TextField label="Razón" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} maxLength={300} /></>}
    </FormDialog>
  )
  return (
    <>
      <ThinLoader active={loading} />
      <RecordPage title={title} above={<><span>Carga de <b>{record.fileName}</b></span><Seal tone={stateTone[record.state]}>{record.stateTitle}</Seal></>} thread={stops}
        actions={<><PrintButton />{record.state === 'reading' ? <ButtonLink kind="primary" href={`/proyectos/cargas/nueva?carga=${id}`}>Seguir la carga</ButtonLink> : <ButtonLink href="/proyectos">Ver la cartera</ButtonLink>}{record.state === 'loaded' && undo}</>}
        notice={record.state === 'undone' ? <Notice tone="data" title="Esta carga se deshizo">La cartera quedó como estaba antes.</Notice> : undefined}
        summary={<>
          <FigureRow label="Proyectos de la lista" items={[['new', 'nuevos'], ['changed', 'cambiados'], ['equal', 'iguales'], ['rejected', 'rechazados']].map(([key = '', label = '']) => ({ label, text: number(key) }))} />
          <Section title="Lo que hizo"><DataTable caption="Proyectos cargados" hideCaption rows={data.loaded} rowKey={(one) => one.id} rowHref={record.state === 'loaded' ? (one) => projectHref(one.id) : undefined} phone="lines" empty={<p className="source">Aún no se carga.</p>} columns={[
            { key: 'name', title: 'Proyecto', text: ({ name }) => name }, { key: 'what', title: 'Qué pasó', text: ({ what }) => (what === 'new' ? 'nuevo' : 'cambió'), render: ({ what }) => <StateBadge tone={what === 'new' ? 'good' : 'data'}>{what === 'new' ? 'nuevo' : 'cambió'}</StateBadge> },
            { key: 'changes', title: 'Antes y después', sortable: false, text: ({ changes }) => changes.filter(({ kept }) => !kept).map(({ field, before, after }) => `${keptFieldTitle[field]}: ${before} → ${after}`).join('; ') },
          ]} /></Section>
        </>}
        data={<DefinitionList items={[{ term: 'Archivo', value: <a href={api.file(record.fileHash)} download>{record.fileName}</a> }, { term: 'Hoja', value: record.sheet }, { term: 'Lectura recordada', value: record.recipe, absence: 'no se recordó' }, { term: 'Cargó', value: record.startedBy }, { term: 'Empezó', value: formatInstant(record.startedAt) }]} />}
        documents={<DocumentList items={[{ id: record.fileHash, title: record.fileName, href: api.file(record.fileHash), note: 'archivo de origen', download: true }, ...(record.rejectedHash ? [{ id: record.rejectedHash, title: 'Filas rechazadas, con su razón', href: api.file(record.rejectedHash), download: true }] : [])]} />} documentCount={record.rejectedHash ? 2 : 1} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={`Recibo de la carga ${record.id.slice(0, 8)}`} />
    </>
  )
}
export default ProjectImportReceiptPage
