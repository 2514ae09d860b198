import { useState } from 'react'
import { absenceText, type Absence, type ChartBlock, formatDay, formatNumber, yearOf } from '#kernel'
import { Button, ButtonLink, Chart, DataTable, DefinitionList, FigureRow, PageTitle, PlaceLink, PrintButton, PrintFoot, ProblemView, RecordPage, Section, StateBadge, ThinLoader, useAct, useApi, useAsOf, useEvidence, useMay, usePageName, useRouteParam, useSession, useThread } from '#design'
import type { IndicatorAnswer } from '../contract.ts'
import { objectiveHref, planHref } from '../hrefs.ts'
import { ChangeIndicator, SetTarget } from './edit/IndicatorForms.tsx'
import { Restore, Retire } from './edit/NodeForms.tsx'
import { LightBadge } from './parts/light.tsx'
import { RecordMeasurement } from './RecordMeasurement.tsx'

const directionWords = { up: 'Debe subir', down: 'Debe bajar', keep: 'Debe mantenerse' } as const
const plain = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1)

/** What was measured at the end of each year (the last one known) against the goal of that year. */
const seriesBlock = ({ indicator, baseline, targets, measurements }: IndicatorAnswer): ChartBlock | undefined => {
  const years = [...new Set([...(baseline ? [baseline.year] : []), ...targets.map(({ year }) => year), ...measurements.map(({ on }) => yearOf(on))])].sort((a, b) => a - b)
  if (years.length < 2) return undefined
  const of = (year: number) => measurements.find(({ on }) => yearOf(on) === year)?.value ?? (baseline?.year === year ? baseline.value : null)
  const values = years.map(of)
  const title = indicator.targetYear ? `${indicator.latestText} medidos, con una meta ${indicator.targetYear} de ${indicator.targetText}` : `${indicator.latestText} medidos`
  return {
    type: 'chart', id: 'indicator-series', kind: 'bars', unit: indicator.unit, title, subtitle: `${indicator.name}, en ${indicator.unit}, último dato de cada año`, categories: years.map(String),
    series: [{ name: 'Medido', values, role: 'subject' }, { name: 'Meta', values: years.map((year) => targets.find((target) => target.year === year)?.value ?? null), role: 'target' }],
    alternative: years.map((year, index) => { const value = values[index]; return `${year}: ${value == null ? 'sin dato' : plain(value)}` }).join('; '), source: 'mediciones de la unidad responsable',
  }
}

/** An indicator in its five parts. */
const IndicatorPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const { account } = useSession()
  const [measuring, measure] = useState(false)
  const edits = useMay('plan.edit')
  const measures = useMay('plan.measure')
  const mayApprove = useMay('plan.approve')
  const approve = useAct<{ id: string }>('plan/approve-measurement', { refresh: ['plan', 'evidence'], done: 'Medición aprobada' })
  const { data, problem, loading } = useApi<IndicatorAnswer>('plan/show-indicator', { id, effectiveOn, knownOn })
  const indicator = data?.indicator
  const mayEdit = edits && indicator?.retiredOn === null
  const mayMeasure = (measures || edits) && indicator?.retiredOn === null
  const evidence = useEvidence('indicator', id)
  const { stops } = useThread('indicator', indicator ? id : '', { kind: 'Resultado', name: indicator ? `${indicator.code} ${indicator.name}` : '', value: indicator?.latestText })
  usePageName(indicator && `${indicator.code} ${indicator.name}`, [{ title: 'Plan', href: planHref }])
  if (!data || !indicator) return problem ? <><PageTitle title="Indicador" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando el indicador" />
  const series = seriesBlock(data)
  const { baseline } = data
  return (
    <>
      <ThinLoader active={loading} label="Actualizando el indicador" />
      <RecordPage title={indicator.name} thread={stops} above={<><span>Indicador</span><b>{indicator.code}</b><LightBadge light={indicator.light} /></>} lead={`${indicator.formula}, en ${indicator.unit}.`}
        actions={<><PrintButton />{mayMeasure && <Button kind="primary" icon="edit" onPress={() => measure(true)}>Registrar una medición</Button>}</>}
        notice={edits && indicator.retiredOn ? <Restore what={`el indicador ${indicator.code}`} action="plan/restore-indicator" id={id} /> : undefined}
        summary={<>
          <FigureRow label="El indicador en cifras" items={[{ label: `Última medición, ${indicator.unit}`, figure: data.figures.value, note: indicator.latestOn ? `al ${formatDay(indicator.latestOn)}${indicator.approved ? '' : ', por aprobar'}` : undefined }, { label: 'Meta', text: indicator.targetText || 'sin metas', note: indicator.targetYear ? `del año ${indicator.targetYear}` : undefined }, { label: 'Avance', figure: data.figures.progress }]} />
          {series && <Chart block={series} />}
          <Section title="Cómo se calcula"><DefinitionList columns={1} items={indicator.how.map(({ label, text }) => ({ term: label, value: text }))} /><p className="source">{indicator.rule}</p></Section>
          <Section title="Mediciones">
            {approve.problem && <ProblemView problem={approve.problem} />}
            <DataTable caption="Mediciones" hideCaption sort="none" phone="lines" rows={data.measurements} rowKey={(one) => one.id} empty={<p className="source">Aún no hay mediciones.</p>} columns={[
              { key: 'on', title: 'Fecha del dato', text: ({ on }) => formatDay(on) }, { key: 'value', title: 'Valor', align: 'right', text: ({ text }) => text }, { key: 'source', title: 'Fuente y documento', text: ({ source, document }) => [source, document].filter(Boolean).join(', ') },
              { key: 'who', title: 'Registró', text: ({ recordedByName }) => recordedByName }, { key: 'note', title: 'Causas y medidas', text: ({ note }) => note },
              { key: 'state', title: 'Estado', text: ({ approved }) => (approved ? 'aprobada' : 'por aprobar'), render: (one) => (one.approved ? <StateBadge tone="good">aprobada</StateBadge>
                : mayApprove && one.recordedBy !== account?.id ? <Button size="compact" busy={approve.running} onPress={() => void approve.run({ id: one.id })}>Aprobar</Button> : <StateBadge tone="warning">por aprobar</StateBadge>) },
            ]} />
          </Section>
        </>}
        data={<DefinitionList items={[
          { term: 'Objetivo', value: data.objective ? <PlaceLink href={objectiveHref(data.objective.id)}>{data.objective.code} {data.objective.name}</PlaceLink> : '' }, { term: 'Sentido', value: directionWords[indicator.direction] }, { term: 'Se mide', value: indicator.accrual === 'yearly' ? 'acumulado en el año' : 'como nivel a la fecha' },
          { term: 'Periodicidad', value: indicator.frequency, absence: 'no se indicó' }, { term: 'Medio de verificación', value: indicator.verification, absence: 'no se indicó' },
          { term: 'Línea base', value: baseline ? `${baseline.value === null ? absenceText[(baseline.absence ?? 'no-data') as Absence] : plain(baseline.value)} (${baseline.year}). ${baseline.source}` : '' },
          { term: 'Metas', value: data.targets.map(({ year, value }) => `${year}: ${plain(value)}`).join(' · ') },
        ]} />}
        dataActions={mayEdit && <><ChangeIndicator indicator={indicator} /><SetTarget indicator={indicator} year={yearOf(effectiveOn)} /><ButtonLink kind="plain" size="compact" href={`/planillas/grilla/plan.targets?solo=${id}`}>Metas de todos los años</ButtonLink><Retire what={`el indicador ${indicator.code}`} action="plan/retire-indicator" id={id} version={indicator.version} /></>}
        documents={evidence.documents} documentCount={evidence.documentCount} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={`Indicador ${indicator.code}`} />
      {measuring && <RecordMeasurement indicator={indicator} onClose={() => measure(false)} />}
    </>
  )
}
export default IndicatorPage
