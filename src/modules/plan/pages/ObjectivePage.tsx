import { counted, formatPercent } from '#kernel'
import { DataTable, DefinitionList, FigureRow, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, ThinLoader, useApi, useAsOf, useEvidence, useMay, usePageName, useRouteParam, useThread } from '#design'
import type { ObjectiveAnswer, PlanAnswer } from '../contract.ts'
import { indicatorHref, planHref } from '../hrefs.ts'
import { AddIndicator } from './edit/IndicatorForms.tsx'
import { AddNode, ChangeNode, MoveNode, Restore, Retire } from './edit/NodeForms.tsx'
import { indicatorColumns } from './parts/indicator-columns.tsx'
import { LightBadge } from './parts/light.tsx'

/** An objective of the plan in its five parts. */
const ObjectivePage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const { data, problem, loading } = useApi<ObjectiveAnswer>('plan/show-objective', { id, effectiveOn, knownOn })
  const objective = data?.objective
  const edits = useMay('plan.edit')
  const mayEdit = edits && objective?.retiredOn === null
  const axes = useApi<PlanAnswer>('plan/show-plan', { plan: objective?.planId, effectiveOn, knownOn }, { enabled: mayEdit }).data?.nodes.filter(({ kind }) => kind === 'axis') ?? []
  const evidence = useEvidence('objective', id)
  const { stops } = useThread('objective', objective ? id : '', { kind: 'Objetivo', name: objective ? `${objective.code} ${objective.name}` : '' })
  usePageName(objective && `${objective.code} ${objective.name}`, [{ title: 'Plan', href: planHref }])
  if (!data || !objective) return problem ? <><PageTitle title="Objetivo" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando el objetivo" />
  const { score } = objective
  return (
    <>
      <ThinLoader active={loading} label="Actualizando el objetivo" />
      <RecordPage title={objective.name} thread={stops} above={<><span>Objetivo {objective.code}</span><b>{data.axis}</b>{objective.retiredOn && <Seal tone="neutral">Retirado</Seal>}</>} lead={objective.description || undefined} actions={<PrintButton />}
        notice={edits && objective.retiredOn ? <Restore what={`el objetivo ${objective.code}`} action="plan/restore-node" id={id} /> : undefined}
        summary={<>
          {score && <FigureRow label="Cumplimiento" items={[{ label: 'Cumplimiento', text: score.score === null ? 'sin dato' : formatPercent(score.score, 0), note: `${score.measured} de ${counted(score.total, 'indicador con dato', 'indicadores con dato')}` }, { label: 'Estado', text: <LightBadge light={score.light} />, note: score.rule }]} />}
          <Section title="Indicadores" aside={counted(data.indicators.length, 'indicador', 'indicadores')}>
            {mayEdit && <AddIndicator nodeId={id} />}
            <DataTable caption={`Indicadores del objetivo ${objective.code}`} hideCaption columns={indicatorColumns} rows={data.indicators} rowKey={(one) => one.id} rowHref={(one) => indicatorHref(one.id)} phone="lines" empty={<p className="source">Este objetivo aún no tiene indicadores: su cumplimiento no se puede medir.</p>} />
          </Section>
        </>}
        threadDetail={data.programmes.length > 0 || mayEdit ? <Section title="Programas" aside={mayEdit && <AddNode kind="programme" planId={objective.planId} parents={[objective]} />}><ul>{data.programmes.map((programme) => <li key={programme.id}>{programme.code} {programme.name}. {programme.description}{mayEdit && <> <ChangeNode node={programme} /> <Retire what={`el programa ${programme.code}`} action="plan/retire-node" id={programme.id} version={programme.version} /></>}</li>)}</ul></Section> : undefined}
        data={<DefinitionList items={[{ term: 'Plan', value: data.plan }, { term: 'Eje', value: data.axis }, { term: 'Código', value: objective.code }, { term: 'Descripción', value: objective.description }]} />}
        dataActions={mayEdit && <><ChangeNode node={objective} /><MoveNode node={objective} parents={axes} /><Retire what={`el objetivo ${objective.code}`} action="plan/retire-node" id={id} version={objective.version} /></>}
        documents={evidence.documents} documentCount={evidence.documentCount} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={`Objetivo ${objective.code}`} />
    </>
  )
}
export default ObjectivePage
