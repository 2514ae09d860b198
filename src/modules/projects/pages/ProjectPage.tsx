import { useState } from 'react'
import { counted, formatDay, formatNumber, formatPercent, formatPesos, formatThousands } from '#kernel'
import { Button, Chart, DataTable, DefinitionList, FigureRow, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, StateBadge, ThinLoader, useAct, useApi, useAsOf, useMay, usePageName, useRouteParam, useSession } from '#design'
import { type ProgressView, type ProjectAnswer, stageTitle } from '../contract.ts'
import { portfolioHref } from '../hrefs.ts'
import { curveBlock } from './curve-block.ts'
import { useEvidence } from './parts/evidence.tsx'
import { useThread } from './parts/thread.ts'
import { ReportProgress } from './ReportProgress.tsx'

const genderWords = ['0, revisado, sin objetivo de igualdad', '1, la igualdad es un objetivo significativo', '2, la igualdad es su objetivo principal'] as const

/** Reports of progress, the newest first; who did not write one may approve it. */
const Reports = ({ reports }: { reports: readonly ProgressView[] }) => {
  const { account } = useSession()
  const mayApprove = useMay('projects.approve')
  const approve = useAct<{ id: string }>('projects/approve-progress', { refresh: ['projects', 'evidence'], done: 'Avance aprobado' })
  return (
    <Section title="Informes de avance" aside={counted(reports.length, 'informe', 'informes')}>
      {approve.problem && <ProblemView problem={approve.problem} />}
      <DataTable caption="Informes de avance" hideCaption sort="none" phone="lines" rows={reports} rowKey={({ id }) => id} empty={<p className="source">Aún no hay informes de avance.</p>} columns={[
        { key: 'on', title: 'Medido el', text: ({ on }) => formatDay(on) }, { key: 'share', title: 'Avance', align: 'right', text: ({ share }) => formatPercent(share) },
        { key: 'evidence', title: 'Respaldo', text: ({ evidence }) => evidence || 'Archivo adjunto' }, { key: 'cause', title: 'Causa y medida', text: ({ cause, effect, measure }) => [cause, effect, measure].filter(Boolean).join(' ') },
        { key: 'state', title: 'Estado', text: ({ approved }) => (approved ? 'aprobado' : 'por aprobar'), render: (report) => (report.approved ? <StateBadge tone="good">aprobado</StateBadge>
          : mayApprove && report.recordedBy !== account?.id ? <Button size="compact" busy={approve.running} onPress={() => void approve.run({ id: report.id })}>Aprobar</Button> : <StateBadge tone="warning">por aprobar</StateBadge>) },
      ]} />
    </Section>
  )
}

/** A project in its five parts. */
const ProjectPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const [reporting, report] = useState(false)
  const mayEdit = useMay('projects.edit')
  const mayReport = useMay('projects.progress') || mayEdit
  const { data, problem, loading } = useApi<ProjectAnswer>('projects/show-project', { id, effectiveOn, knownOn })
  const evidence = useEvidence('project', id)
  const project = data?.project
  const { stops } = useThread('project', project ? id : '', { kind: 'Proyecto', name: project?.name ?? '', value: project?.cost ? formatThousands(project.cost) : undefined })
  usePageName(project?.name, [{ title: 'Proyectos', href: portfolioHref }])
  if (!data || !project) return problem ? <><PageTitle title="Proyecto" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando el proyecto" />
  const curve = curveBlock(data)
  const [last] = data.reports
  return (
    <>
      <ThinLoader active={loading} label="Actualizando el proyecto" />
      <RecordPage title={project.name} thread={stops}
        above={<><span>Proyecto</span>{project.bip && <b>BIP {project.bip}</b>}<Seal tone="data">{stageTitle[project.stage]}</Seal>{project.delayed && <Seal tone="bad">Atrasado {counted(project.delayDays ?? 0, 'día', 'días')}</Seal>}</>}
        lead={[project.place, project.unitName].filter(Boolean).join(' · ') || undefined}
        actions={<><PrintButton />{mayReport && <Button kind="primary" icon="edit" onPress={() => report(true)}>Actualizar avance</Button>}</>}
        notice={project.delayed && last ? <Notice tone="bad" title={`La obra va ${formatNumber(-(project.gapPoints ?? 0), 1)} puntos bajo lo programado`}><p>{last.cause || 'La unidad técnica no informó la causa.'} {last.measure}</p><p className="small soft">Regla: se avisa con más de {formatNumber(data.alertPoints)} puntos de diferencia el día del último informe.</p></Notice> : undefined}
        summary={<>
          <FigureRow label="El proyecto en cifras" items={[
            { label: 'Costo total', figure: data.figures.cost, show: { thousands: true }, note: data.fundings.map(({ source, amount }) => `${source} ${project.cost ? formatPercent(amount / project.cost, 0) : formatPesos(amount)}`).join(' · ') },
            { label: 'Contratado', figure: data.figures.contracted, show: { thousands: true } }, { label: 'Avance físico', figure: data.figures.physical }, { label: 'Programado', figure: data.figures.programmed }, { label: 'Brecha, puntos', figure: data.figures.gap, show: { decimals: 1 } },
          ]} />
          {curve && <Chart block={curve} />}
          <Reports reports={data.reports} />
        </>}
        threadDetail={<>
          {data.contracts.length > 0 && <Section title="Contratos"><DataTable caption="Contratos" hideCaption sort="none" phone="lines" rows={data.contracts} rowKey={(one) => one.id} columns={[{ key: 'supplier', title: 'Proveedor', text: ({ supplierName }) => supplierName }, { key: 'tender', title: 'Licitación', text: ({ tenderCode }) => tenderCode }, { key: 'amount', title: 'Monto', align: 'right', text: ({ amount }) => formatPesos(amount) }, { key: 'signed', title: 'Firmado', text: ({ signedOn }) => formatDay(signedOn) }, { key: 'ends', title: 'Termina', text: ({ endsOn, days }) => `${formatDay(endsOn)}, ${counted(days, 'día', 'días')}` }]} /></Section>}
          <Section title="Etapas"><DataTable caption="Etapas" hideCaption sort="none" phone="lines" rows={data.stages} rowKey={(one) => `${one.stage} ${one.on}`} columns={[{ key: 'stage', title: 'Etapa', text: ({ title }) => title }, { key: 'on', title: 'Desde', text: ({ on }) => formatDay(on) }, { key: 'document', title: 'Documento', text: ({ document }) => document }, { key: 'reason', title: 'Motivo', text: ({ reason }) => reason }]} /></Section>
        </>}
        data={<DefinitionList items={[
          { term: 'Código', value: project.code }, { term: 'Código BIP', value: project.bip, absence: 'aún no tiene' }, { term: 'Unidad técnica', value: project.unitName }, { term: 'Formula', value: project.formulatorName }, { term: 'Inspecciona', value: project.inspectorName, absence: 'no aplica' },
          { term: 'Beneficiarias y beneficiarios', value: project.women === null && project.men === null ? '' : `${formatNumber(project.women ?? 0)} mujeres y ${formatNumber(project.men ?? 0)} hombres` },
          { term: 'Marcador de género', value: project.genderMarker === null ? '' : `${genderWords[project.genderMarker] ?? project.genderMarker}. ${project.genderNote}`, absence: 'sin revisar' },
          { term: 'Ubicación', value: project.latitude === null || project.longitude === null ? '' : `${formatNumber(project.latitude, 4)}, ${formatNumber(project.longitude, 4)} (aproximada)` },
        ]} />}
        documents={evidence.documents} documentCount={evidence.documentCount} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={`Proyecto ${project.name}`} />
      {reporting && <ReportProgress projectId={id} onClose={() => report(false)} />}
    </>
  )
}
export default ProjectPage
