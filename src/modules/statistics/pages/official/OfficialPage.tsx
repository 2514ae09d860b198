import { counted, formatDay, formatInstant, formatNumber } from '#kernel'
import { api, Chip, DataTable, EmptyState, FigureRow, Notice, PageTitle, PrintButton, PrintFoot, Section, StateBadge, useAddressParam, useApi } from '#design'
import { useDataDates } from '../use-data-dates.ts'
import { actKindTitle, type AdoptionView, type ConceptView, type OfficialAnswer, type SourceView, useTitle } from '../../contract.ts'
import { datasetHref } from '../../hrefs.ts'
import { AddSource, AdoptFigure, ChangeConcept, NewConcept, PreferSource, RetireSource } from './OfficialForms.tsx'

const act = (one: AdoptionView): string => `${actKindTitle[one.actKind]} N.º ${one.actNumber}, ${formatDay(one.actOn)}`
const origin = (one: AdoptionView): string => (one.sourceTitle ? `${one.sourceTitle}, versión ${one.versionNumber ?? ''}` : 'documento')
/** The newest period with an adopted figure, or with any number. */
const periodOf = ({ adoptions, sources }: ConceptView): string => adoptions.map(({ period }) => period).sort().at(-1) ?? sources.flatMap(({ values }) => values.map(({ period }) => period)).sort().at(-1) ?? ''
const valueIn = ({ values }: SourceView, period: string): number | null => values.find((one) => one.period === period)?.value ?? null

const Sources = ({ concept, period, adopted, mayManage }: { concept: ConceptView; period: string; adopted?: AdoptionView; mayManage: boolean }) => {
  const text = (value: number | null): string => (value === null ? 'sin dato' : formatNumber(value, concept.decimals))
  return (
    <DataTable<SourceView> caption={`Lo que dice cada fuente para ${period || 'cada período'}`} sort="none" phone="lines" rows={concept.sources} rowKey={({ id }) => id} notes={concept.reconciliation ? [concept.reconciliation] : []}
      empty={<p className="source">Aún no tiene fuentes. Agregue la celda de un conjunto de datos.</p>}
      columns={[
        { key: 'title', title: 'Fuente', width: '26%', text: ({ title }) => title, render: (one) => <><a href={datasetHref(one.datasetId)}>{one.title}</a> {one.overdueDays > 0 && <StateBadge tone="bad">atrasada</StateBadge>}</> }, { key: 'base', title: 'Base', text: ({ base }) => base || '—' },
        { key: 'value', title: concept.unit, align: 'right', text: (one) => text(valueIn(one, period)), number: (one) => valueIn(one, period) },
        { key: 'gap', title: 'Frente a la oficial', align: 'right', text: (one) => { const value = valueIn(one, period); return adopted && value !== null ? (value === adopted.value ? 'igual' : `${value > adopted.value ? '+' : ''}${formatNumber(value - adopted.value, concept.decimals)}`) : '—' }, number: (one) => { const value = valueIn(one, period); return adopted && value !== null ? value - adopted.value : null } },
        { key: 'use', title: 'Preferida para', text: ({ preferredFor }) => preferredFor.map((use) => useTitle[use]).join(', ') || '—' },
        ...(mayManage ? [{ key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (one: SourceView) => <><PreferSource concept={concept} source={one} /><RetireSource source={one} /></> }] : []),
      ]} />
  )
}
const History = ({ concept }: { concept: ConceptView }) => (
  <details>
    <summary>{counted(concept.adoptions.length, 'adopción', 'adopciones')} en su historia</summary>
    <DataTable<AdoptionView> caption="Historia" hideCaption sort="page" phone="lines" rows={concept.adoptions} rowKey={({ id }) => id}
      columns={[{ key: 'period', title: 'Período', text: ({ period }) => period }, { key: 'value', title: 'Valor', align: 'right', text: ({ value }) => formatNumber(value, concept.decimals), number: ({ value }) => value }, { key: 'act', title: 'Acto', text: act }, { key: 'from', title: 'De dónde', text: origin, render: (one) => (one.datasetId ? <a href={datasetHref(one.datasetId)}>{origin(one)}</a> : one.fileHash ? <a href={api.file(one.fileHash)} download>documento</a> : origin(one)) },
        { key: 'who', title: 'Adoptó', text: ({ office }) => office }, { key: 'known', title: 'Se supo', text: ({ recordedAt }) => formatInstant(recordedAt) }, { key: 'state', title: 'Estado', text: ({ inForce }) => (inForce ? 'en vigor' : 'reemplazada'), render: ({ inForce }) => <StateBadge tone={inForce ? 'good' : 'neutral'}>{inForce ? 'en vigor' : 'reemplazada'}</StateBadge> }]} />
  </details>
)
const Concept = ({ concept, answer }: { concept: ConceptView; answer: OfficialAnswer }) => {
  const [period, choose] = useAddressParam(`periodo-${concept.code}`, periodOf(concept))
  const adopted = concept.adoptions.find((one) => one.inForce && one.period === period)
  const periods = [...new Set([...concept.adoptions.map((one) => one.period), ...concept.sources.flatMap(({ values }) => values.map((one) => one.period))])].sort().slice(-8)
  const numbers = concept.sources.map((one) => valueIn(one, period)).filter((value) => value !== null)
  return (
    <Section title={concept.title} id={concept.code} aside={<>{answer.mayManage && <><ChangeConcept concept={concept} /><AddSource concept={concept} /></>}{answer.mayAdopt && <AdoptFigure concept={concept} period={period} />}</>}>
      <p className="soft">{concept.definition}</p>
      <div className="toolbar" role="group" aria-label="Período">{periods.map((one) => <Chip key={one} pressed={one === period} onPress={() => choose(one)}>{one}</Chip>)}</div>
      <FigureRow label={`Cifra oficial de ${concept.title}`} items={[adopted ? { label: `Oficial ${period}, ${concept.unit}`, text: formatNumber(adopted.value, concept.decimals), note: `${act(adopted)} · ${origin(adopted)}` } : { label: `Oficial ${period}`, text: 'sin adoptar', note: 'nadie la ha adoptado todavía' }]} />
      {new Set(numbers).size > 1 && concept.reconciliation === '' && <Notice tone="warning" title="Las fuentes no coinciden">Falta la nota que explica por qué; sin ella no se adopta ninguna.</Notice>}
      <Sources concept={concept} period={period} adopted={adopted} mayManage={answer.mayManage} />
      {concept.adoptions.length > 0 && <History concept={concept} />}
    </Section>
  )
}

/** The adopted value of each concept beside what every source says, with the note that explains the difference. */
const OfficialPage = () => {
  const { effectiveOn, knownOn } = useDataDates()
  const [wanted] = useAddressParam('concepto', '')
  const { data, problem, loading } = useApi<OfficialAnswer>('statistics/list-official', { effectiveOn, knownOn })
  const shown = (data?.concepts ?? []).filter(({ code }) => wanted === '' || code === wanted)
  return (
    <>
      <PageTitle title="Cifras oficiales" lead={data && `${counted(data.concepts.length, 'concepto', 'conceptos')}. El número que la municipalidad usa, con su acto; las otras fuentes quedan a la vista.`} actions={<><PrintButton />{data?.mayManage && <NewConcept />}</>} />
      {(problem || loading || data?.concepts.length === 0) && <DataTable caption="Conceptos" hideCaption sort="none" rows={data?.concepts} rowKey={({ id }) => id} columns={[{ key: 'title', title: 'Concepto', text: ({ title }) => title }]} loading={loading} problem={problem} empty={<EmptyState title="Aún no hay conceptos">Un concepto reúne lo que varias fuentes miden, como la población comunal, y guarda cuál se adoptó.</EmptyState>} />}
      {data && wanted !== '' && <p><a href="/conocer/cifras">Ver todos los conceptos</a></p>}
      {data && shown.map((concept) => <Concept key={concept.id} concept={concept} answer={data} />)}
      <PrintFoot text={`Cifras oficiales. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default OfficialPage
