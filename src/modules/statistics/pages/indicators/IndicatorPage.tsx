import { type ChartBlock, formatDay, formatInstant, formatNumber } from '#kernel'
import { Chart, DataTable, DefinitionList, FigureRow, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Section, StateBadge, ThinLoader, useApi, useEvidence, usePageName, useRouteParam } from '#design'
import { topicTitle } from '../../contract.ts'
import { datasetHref, INDICATOR } from '../../hrefs.ts'
import type { Comparison, IndicatorAnswer, IndicatorSource, IndicatorView, SeriesPoint, TargetView } from '../../indicators/indicator-contract.ts'
import { betterTitle } from '../../indicators/recipe-words.ts'
import { statuses } from '../../model/status.ts'
import { useDataDates } from '../use-data-dates.ts'
import { TargetForm } from './TargetForm.tsx'
import { numberText, valueText } from './words.ts'

const NEWEST = 20
const sourceText = ({ sources }: IndicatorView): string => sources.map(({ publisher, title, version }) => `${publisher}, ${title}, versión ${version}`).join('; ')
const chartOf = (one: IndicatorView, place: string): ChartBlock | undefined => {
  const years = one.series.slice(-NEWEST)
  const others = one.comparisons.filter(({ key }) => key === 'similar' || key === 'region').map(({ title, series }) => ({ name: title, role: 'comparison' as const, kind: 'line' as const, values: years.map(({ year }) => series.find((point) => point.year === year)?.value ?? null) }))
  const target = one.target?.value
  if (years.length < 2) return undefined
  return {
    type: 'chart', id: `indicador-${one.code}`, title: `${one.title}, ${years[0]?.year}–${years.at(-1)?.year}`, subtitle: one.unit, kind: 'lines', categories: years.map(({ year }) => String(year)), unit: one.unit === '%' ? 'percent-points' : 'measure', show: { decimals: one.decimals },
    series: [{ name: place, role: 'subject', kind: 'line', values: years.map(({ value }) => value) }, ...others, ...(target === undefined || target === null ? [] : [{ name: 'Meta', role: 'target' as const, kind: 'line' as const, values: years.map(() => target) }])],
    alternative: `${one.title} de ${place}: ${years.map(({ year, value }) => `${year}, ${numberText(value, one)}`).join('; ')}`, source: sourceText(one), notes: one.partialYears.length > 0 ? [`Sin ${one.partialYears.join(', ')}: faltan meses.`] : [],
  }
}
const Series = ({ one, place }: { one: IndicatorView; place: string }) => {
  const chart = chartOf(one, place)
  const beside = one.comparisons.filter(({ series }) => series.length > 0)
  return (
    <Section title="Serie" id="serie">
      {chart && <Chart block={chart} />}
      <DataTable<SeriesPoint> caption={`${one.title} por año`} sort="page" phone="slide" rows={[...one.series].reverse()} rowKey={({ year }) => String(year)} source={sourceText(one)} empty={<p className="soft">Sin mediciones: {one.absence}.</p>}
        columns={[{ key: 'year', title: 'Año', text: ({ year }) => String(year), number: ({ year }) => year }, { key: 'value', title: place, align: 'right', text: (point) => `${numberText(point.value, one)}${point.status ? ` ${statuses[point.status].text}` : ''}`, number: ({ value }) => value },
          ...beside.map((other: Comparison) => ({ key: other.key, title: other.title, align: 'right' as const, text: ({ year }: SeriesPoint) => numberText(other.series.find((point) => point.year === year)?.value ?? null, one), number: ({ year }: SeriesPoint) => other.series.find((point) => point.year === year)?.value ?? null }))]} />
    </Section>
  )
}
const Comparisons = ({ one, place }: { one: IndicatorView; place: string }) => (
  <Section title="Comparación" id="comparacion">
    <DataTable<Comparison> caption={`${place} y otros territorios, ${one.year ?? ''}`} sort="none" phone="lines" rows={one.comparisons} rowKey={({ key }) => key} source={sourceText(one)} empty={<p className="soft">Este indicador no se compara: depende del tamaño del lugar.</p>}
      columns={[{ key: 'title', title: 'Territorio', text: ({ title }) => title }, { key: 'value', title: one.unit, align: 'right', text: (other) => `${numberText(other.value, one)}${other.status ? ` ${statuses[other.status].text}` : ''}`, number: ({ value }) => value },
        { key: 'gap', title: `${place} menos él`, align: 'right', text: ({ value }) => (value === null || one.value === null ? '—' : `${one.value - value > 0 ? '+' : ''}${formatNumber(one.value - value, one.decimals)}`), number: ({ value }) => (value === null || one.value === null ? null : one.value - value) }, { key: 'method', title: 'Cómo se obtiene', width: '50%', text: ({ method }) => method }]} />
  </Section>
)
const Gaps = ({ one: { sexGap, territoryGap, decimals, unit }, one }: { one: IndicatorView }) => (sexGap || territoryGap) && (
  <Section title="Brechas" id="brechas">
    {sexGap && <><FigureRow label="Mujeres y hombres" items={[{ label: 'Mujeres', text: numberText(sexGap.women, one) }, { label: 'Hombres', text: numberText(sexGap.men, one) }, { label: unit === '%' ? 'Brecha, puntos' : 'Brecha', text: `${sexGap.difference > 0 ? '+' : ''}${formatNumber(sexGap.difference, decimals)}` }]} /><p className="soft">{sexGap.method}</p></>}
    {territoryGap && <><FigureRow label="Entre comunas de la región" items={[{ label: 'Lugar', text: `${territoryGap.rank} de ${territoryGap.of}` }, { label: 'La más alta', text: numberText(territoryGap.highest.value, one), note: territoryGap.highest.name }, { label: 'La más baja', text: numberText(territoryGap.lowest.value, one), note: territoryGap.lowest.name }]} /><p className="soft">{territoryGap.method}</p></>}
  </Section>
)
const Targets = ({ targets, one }: { targets: readonly TargetView[]; one: IndicatorView }) => targets.length > 0 && (
  <Section title="Metas" id="metas">
    <DataTable<TargetView> caption="Historia de la meta" hideCaption sort="none" phone="lines" rows={targets} rowKey={({ id }) => id} columns={[{ key: 'value', title: 'Meta', align: 'right', text: ({ value }) => (value === null ? 'sin meta' : numberText(value, one)), number: ({ value }) => value }, { key: 'by', title: 'Para', text: ({ byYear }) => (byYear ? String(byYear) : '—') },
      { key: 'source', title: 'La fija', width: '45%', text: ({ source }) => source, render: ({ source, link }) => (link ? <a href={link}>{source}</a> : source) }, { key: 'from', title: 'Rige desde', text: ({ effectiveOn }) => formatDay(effectiveOn) }, { key: 'known', title: 'Se supo', text: ({ recordedAt }) => formatInstant(recordedAt) }]} />
  </Section>
)
const Sources = ({ one }: { one: IndicatorView }) => (
  <DataTable<IndicatorSource> caption="De dónde sale" sort="none" phone="lines" rows={one.sources} rowKey={({ id }) => id} empty={<p className="soft">Aún no están cargados los datos que usa.</p>} columns={[{ key: 'title', title: 'Conjunto', text: ({ title }) => title, render: ({ id, title }) => <a href={datasetHref(id)}>{title}</a> }, { key: 'publisher', title: 'Publica', text: ({ publisher }) => publisher }, { key: 'version', title: 'Versión', align: 'right', text: ({ version }) => String(version) }, { key: 'base', title: 'Base', text: ({ base }) => base || '—' }, { key: 'overdue', title: 'Al día', text: ({ overdue }) => overdue || 'sí' }]} />
)
/** An indicator whole: what the figures say, the series, what it is compared with, its gaps, its alerts and the history of its target. */
const IndicatorPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useDataDates()
  const { data, problem, loading } = useApi<IndicatorAnswer>('statistics/show-indicator', { id, effectiveOn, knownOn })
  const evidence = useEvidence(INDICATOR, data ? id : '')
  usePageName(data?.indicator.title, [{ title: 'Indicadores', href: '/conocer/indicadores' }])
  if (!data) return problem ? <><PageTitle title="Indicador" /><ProblemView problem={problem} /></> : <ThinLoader active label="Calculando el indicador" />
  const { indicator: one, place, reading, targets, mayManage } = data
  return (
    <>
      <ThinLoader active={loading} label="Actualizando el indicador" />
      <RecordPage title={one.title} above={<><span>{topicTitle[one.topic]}</span><StateBadge tone={one.judgement.tone}>{one.judgement.title}</StateBadge>{one.overdue && <StateBadge tone="bad">atrasado</StateBadge>}</>} lead={one.definition} actions={<><PrintButton />{mayManage && <TargetForm indicator={one} />}</>}
        notice={one.alerts.map(({ kind, title, rule }) => <Notice key={kind} tone="warning" title={title}>{rule}</Notice>)}
        thread={[{ id: 'data', kind: 'Datos', name: one.sources[0]?.title ?? 'sin cargar', state: one.sources.length > 0 ? 'full' : 'missing', ...(one.sources[0] ? { href: datasetHref(one.sources[0].id) } : {}) }, { id: 'indicator', kind: 'Indicador', name: one.title, state: 'here' }, { id: 'target', kind: 'Meta', name: one.target ? one.target.source : 'sin meta', state: one.target ? 'full' : 'missing', ...(one.target?.link ? { href: one.target.link } : {}) }]}
        summary={<>
          <FigureRow label={one.title} items={[{ label: `${place}, ${one.year ?? 'sin dato'}`, text: valueText(one), note: one.unit === '%' ? undefined : one.unit }, ...one.comparisons.filter(({ key }) => key !== 'province').map((other) => ({ label: other.title, text: numberText(other.value, one) }))]} />
          <p className="soft">{one.judgement.rule}</p>
          <Section title="Lo que dicen los números" id="lectura">{reading.map(({ kind, text }) => <p key={text} className={kind === 'refused' ? 'soft' : undefined}>{text}</p>)}</Section>
          <Series one={one} place={place} /><Comparisons one={one} place={place} /><Gaps one={one} /><Targets targets={targets} one={one} />
        </>}
        data={<><DefinitionList columns={2} items={[{ term: 'Cómo se calcula', value: one.method }, { term: 'Dirección', value: betterTitle[one.better] }, { term: 'Base de población', value: one.base, absence: 'no corresponde' }, { term: 'Advertencia', value: one.note, absence: 'ninguna' }]} /><Sources one={one} /></>} {...evidence} />
      <PrintFoot text={`${one.title}, ${place}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default IndicatorPage
