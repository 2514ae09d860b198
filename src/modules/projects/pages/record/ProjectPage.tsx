import { counted, formatDay, formatNumber, formatPercent, formatThousands } from '#kernel'
import { ButtonLink, Chart, FigureRow, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, ThinLoader, ThreadDetail, useApi, useAsOf, useEvidence, useMay, usePageName, useRouteParam, useThread } from '#design'
import { type ProjectAnswer, stageTitle } from '../../contract.ts'
import { portfolioHref } from '../../hrefs.ts'
import { ChangeProject } from './ChangeProject.tsx'
import { ChangeStage } from './ChangeStage.tsx'
import { curveBlock } from './curve-block.ts'
import { ProgressTable } from './ProgressTable.tsx'
import { ProjectData } from './ProjectData.tsx'
import { ProjectLinks } from './ProjectLinks.tsx'
import { ReportProgress } from './ReportProgress.tsx'
import { SetCurve, UndoCurve } from './SetCurve.tsx'

const inThousands = { thousands: true } as const

/** A project in its five parts. */
const ProjectPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const [mayEdit, mayReport] = [useMay('projects.edit'), useMay('projects.progress')]
  const { data, problem, loading } = useApi<ProjectAnswer>('projects/show-project', { id, effectiveOn, knownOn })
  const project = data?.project
  const evidence = useEvidence('project', id)
  const thread = useThread('project', project ? id : '', { kind: 'Proyecto', name: project?.name ?? '', value: project && project.cost !== null ? formatThousands(project.cost) : undefined })
  usePageName(project?.name, [{ title: 'Cartera de proyectos', href: portfolioHref }])
  if (!data || !project) return problem ? <><PageTitle title="Proyecto" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando el proyecto" />
  const [latest] = data.reports
  const pending = data.reports.filter(({ approved }) => !approved).length
  const chart = curveBlock(data, project.name)
  return (
    <>
      <ThinLoader active={loading} label="Actualizando el proyecto" />
      <RecordPage title={project.name}
        above={<><span>{project.bip ? `Proyecto BIP ${project.bip}` : 'Proyecto sin código BIP'}</span><Seal tone={project.stage === 'suspended' || project.stage === 'lapsed' ? 'bad' : project.stage === 'received' || project.stage === 'accepted' || project.stage === 'operation' ? 'good' : 'data'}>{stageTitle[project.stage]}</Seal>{project.delayed && <Seal tone="bad">Atrasada {counted(project.delayDays ?? 0, 'día', 'días')}</Seal>}{pending > 0 && <Seal tone="warning">{counted(pending, 'avance por aprobar', 'avances por aprobar')}</Seal>}</>}
        lead={[project.place, project.unitName, `${stageTitle[project.stage].toLowerCase()} desde el ${formatDay(project.stageSince)}`].filter(Boolean).join(' · ')}
        actions={<><PrintButton />{(mayEdit || mayReport) && <ReportProgress id={id} name={project.name} last={latest} />}{mayEdit && <ChangeStage id={id} next={data.nextStages} since={project.stageSince} />}</>}
        notice={project.delayed && latest && <Notice tone="bad" title={`Va ${formatNumber(Math.abs(project.gapPoints ?? 0), 1)} puntos bajo lo programado`}>
          <p>Al {formatDay(latest.on)} lleva {formatPercent(latest.share)} contra {formatPercent(project.programmed ?? 0)} programado. Una obra en ejecución está atrasada cuando la brecha pasa de {formatNumber(data.alertPoints, Number.isInteger(data.alertPoints) ? 0 : 1)} puntos.</p>
          <p>{[latest.cause && `Causa: ${latest.cause}`, latest.effect && `Efecto: ${latest.effect}`, latest.measure && `Medida: ${latest.measure}`].filter(Boolean).join(' ') || 'La unidad técnica no informó la causa ni la medida.'}</p>
        </Notice>}
        thread={thread.stops} threadDetail={<><ThreadDetail thread={thread} /><ProjectLinks id={id} /></>}
        summary={<>
          <FigureRow label="El proyecto en cifras" items={[
            { label: 'Costo total', figure: data.figures.cost, show: inThousands }, { label: 'Contratado', figure: data.figures.contracted, show: inThousands, note: project.cost === null ? undefined : `de ${formatThousands(project.cost)}` },
            ...(data.figures.accrued ? [{ label: `Devengado ${effectiveOn.slice(0, 4)}`, figure: data.figures.accrued, show: inThousands, note: data.financial ? `${formatPercent(data.financial.accrued / data.financial.base)} del ${data.financial.of === 'cost' ? 'costo' : 'contrato'} desde su inicio` : undefined }] : []),
            { label: 'Avance físico', figure: data.figures.physical, note: latest ? `al ${formatDay(latest.on)}${latest.approved ? '' : ', por aprobar'}` : undefined },
            { label: 'Programado', figure: data.figures.programmed }, { label: 'Brecha, en puntos', figure: data.figures.gap, show: { decimals: 1 } },
          ]} />
          {chart ? <Chart block={chart} /> : <p className="source">Aún no hay programación ni avances que dibujar.</p>}
          {mayEdit && <p className="actions no-print"><SetCurve id={id} curve={data.curve} /><ButtonLink kind="plain" size="compact" href={`/planillas/grilla/projects.curve?solo=${id}`}>Pegar la programación</ButtonLink>{data.curve.length > 0 && <UndoCurve id={id} />}</p>}
          <ProgressTable reports={data.reports} />
        </>}
        data={<ProjectData data={data} />} dataActions={mayEdit && <ChangeProject project={project} />}
        {...evidence} />
      <PrintFoot text={`${project.name}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default ProjectPage
