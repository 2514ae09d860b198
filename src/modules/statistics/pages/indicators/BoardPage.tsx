import { counted, formatDay } from '#kernel'
import { Button, Checkbox, DataTable, Desk, EmptyState, Notice, PageTitle, PrintButton, PrintFoot, SearchBox, Select, StateBadge, useApi, useFilters } from '#design'
import { topics, topicTitle } from '../../contract.ts'
import { indicatorHref } from '../../hrefs.ts'
import type { BoardAnswer, IndicatorView } from '../../indicators/indicator-contract.ts'
import { useDataDates } from '../use-data-dates.ts'
import { AskBox } from './AskBox.tsx'
import { Trend } from './Trend.tsx'
import { comparisonOf, gapText, numberText, targetText, valueText } from './words.ts'

const plain = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
type Filters = { readonly q: string; readonly tema: string; readonly estado: string; readonly alerta: string }
const keeps = ({ q, tema, estado, alerta }: Filters) => (one: IndicatorView): boolean =>
  (tema === '' || one.topic === tema) && (estado === '' || one.judgement.tone === estado) && (alerta === '' || one.alerts.length > 0 || one.overdue) && plain(`${one.title} ${one.definition}`).includes(plain(q.trim()))
const compared = (key: string, title: string) => ({ key, title, align: 'right' as const, text: (one: IndicatorView) => { const other = comparisonOf(one, key); return other ? numberText(other.value, one) : '—' }, number: (one: IndicatorView) => comparisonOf(one, key)?.value ?? null })

const Alerts = ({ indicators }: { indicators: readonly IndicatorView[] }) => {
  const told = indicators.flatMap(({ code, title, alerts }) => alerts.map((alert) => ({ code, title, alert })))
  return told.length === 0 ? null : (
    <Notice tone="warning" title={counted(told.length, 'indicador pide atención', 'avisos piden atención')}>
      <ul>{told.map(({ code, title, alert }) => <li key={`${code}-${alert.kind}`}><a href={indicatorHref(code)}>{title}</a>. {alert.title}. <span className="soft">{alert.rule}</span></li>)}</ul>
    </Notice>
  )
}
const Table = ({ rows, rest, place, clear }: { rows: readonly IndicatorView[] | undefined; rest: Pick<ReturnType<typeof useApi<BoardAnswer>>, 'loading' | 'problem'>; place: string; clear: () => void }) => (
  <DataTable<IndicatorView> caption="Indicadores" hideCaption sort="page" phone="lines" landscape loading={rest.loading} problem={rest.problem} rows={rows} rowKey={({ code }) => code} source="los conjuntos de datos que cada indicador cita, en su última versión conocida"
    notes={['Similares: mediana de las comunas de la misma clase rural o urbana y población más cercana; la lista está en cada indicador.', 'p provisional · e estimado · i incompleto · PF poco fiable · NF no fiable']}
    empty={<EmptyState title="Ningún indicador responde a esos filtros" actions={<Button onPress={clear}>Quitar filtros</Button>}>Pruebe con otro tema o sin palabras.</EmptyState>}
    columns={[
      { key: 'title', title: 'Indicador', width: '22%', text: ({ title }) => title, render: (one) => <><a href={indicatorHref(one.code)}>{one.title}</a><br /><small className="soft">{one.unit === '%' ? topicTitle[one.topic] : `${topicTitle[one.topic]} · ${one.unit}`}</small></> },
      { key: 'value', title: place, align: 'right', text: valueText, number: ({ value }) => value }, { key: 'year', title: 'Año', text: ({ year }) => (year === null ? '—' : String(year)), render: (one) => <>{one.year ?? '—'}{one.overdue && <> <StateBadge tone="bad">atrasado</StateBadge></>}</> },
      { key: 'trend', title: 'Tendencia', sortable: false, text: ({ series }) => { const known = series.filter(({ value }) => value !== null); return known.length > 1 ? `desde ${known[0]?.year}` : '—' }, render: (one) => <Trend indicator={one} /> },
      { key: 'target', title: 'Meta', text: targetText }, compared('similar', 'Similares'), compared('region', 'Región'), compared('country', 'País'), { key: 'gap', title: 'Brecha', text: gapText },
      { key: 'state', title: 'Estado', width: '18%', text: ({ judgement }) => judgement.title, render: ({ judgement, alerts }) => <><StateBadge tone={judgement.tone}>{judgement.title}</StateBadge>{alerts.length > 0 && <> <StateBadge tone="warning">{counted(alerts.length, 'aviso', 'avisos')}</StateBadge></>}<br /><small className="soft">{judgement.rule}</small></> },
    ]} />
)
/** The commune at a glance: each indicator with its trend, what it is compared with, its state and the rule of it. */
const BoardPage = () => {
  const { effectiveOn, knownOn } = useDataDates()
  const { values, change, clear, active } = useFilters(['q', 'tema', 'estado', 'alerta'])
  const { data, problem, loading } = useApi<BoardAnswer>('statistics/indicator-board', { effectiveOn, knownOn })
  const filters: Filters = { q: values['q'] ?? '', tema: values['tema'] ?? '', estado: values['estado'] ?? '', alerta: values['alerta'] ?? '' }
  const known = topics.filter((topic) => data?.indicators.some((one) => one.topic === topic))
  return (
    <>
      <PageTitle title="Indicadores" lead={data && `${data.place}: ${counted(data.indicators.filter(({ value }) => value !== null).length, 'indicador con dato', 'indicadores con dato')} de ${data.indicators.length}.`} actions={<PrintButton />} />
      <AskBox />
      {data && <Alerts indicators={data.indicators} />}
      <Desk filtersLabel="Filtros de los indicadores" filters={<>
        <SearchBox label="Buscar" value={filters.q} onChange={(q) => change({ q })} />
        <Select label="Tema" value={filters.tema} onChange={(tema) => change({ tema })} choices={[{ value: '', title: 'Todos' }, ...known.map((topic) => ({ value: topic, title: topicTitle[topic] }))]} />
        <Select label="Estado" value={filters.estado} onChange={(estado) => change({ estado })} choices={[{ value: '', title: 'Todos' }, { value: 'good', title: 'Bien' }, { value: 'warning', title: 'Atención' }, { value: 'bad', title: 'Lejos de la meta' }, { value: 'neutral', title: 'Sin juicio' }]} />
        <Checkbox checked={filters.alerta !== ''} onChange={(on) => change({ alerta: on ? 'si' : '' })}>Solo con aviso o atrasados</Checkbox>
        {active > 0 && <Button kind="plain" onPress={clear}>Quitar filtros</Button>}
      </>}>
        <Table rows={data?.indicators.filter(keeps(filters))} rest={{ loading, problem }} place={data?.place ?? 'Comuna'} clear={clear} />
      </Desk>
      <PrintFoot text={`Indicadores de ${data?.place ?? 'la comuna'}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default BoardPage
