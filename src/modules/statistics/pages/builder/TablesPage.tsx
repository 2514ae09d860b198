import { counted, formatDay } from '#kernel'
import { Button, ButtonLink, Checkbox, Desk, EmptyState, PageTitle, PrintButton, PrintFoot, ProblemView, SearchBox, Section, Select, StateBadge, ThinLoader, TodayOnly, useApi, useAsOf, useFilters, useMay } from '#design'
import { accessTitle, topics, topicTitle } from '../../contract.ts'
import type { DatasetLine, DatasetsAnswer } from '../../datasets/dataset-queries.ts'
import { tableHref } from '../../hrefs.ts'
import type { SavedAnswer } from '../../saved/saved-contract.ts'
import { foldText } from './fold-text.ts'
import { SavedList } from '../saved/SavedList.tsx'
import './builder.css'

const FILTERS = ['q', 'tema', 'publica', 'atraso'] as const
const ANY = 'todos'
const Card = ({ line }: { line: DatasetLine }) => (
  <li className="table-card">
    <a href={tableHref(line.id)}><b>{line.title}</b></a>
    {line.description && <p>{line.description.slice(0, 180)}</p>}
    <dl>
      <div><dt>Cubre</dt><dd>{line.newest?.period ?? 'sin datos'}</dd></div><div><dt>Actualizado</dt><dd>{line.newest ? formatDay(line.newest.updatedOn) : '—'}</dd></div><div><dt>Fuente</dt><dd>{line.publisher || '—'}</dd></div>
    </dl>
    <p className="table-card-state"><span className="soft">{topicTitle[line.topic]}</span>{line.access !== 'open' && <StateBadge tone="warning">{accessTitle[line.access]}</StateBadge>}{line.overdueDays > 0 && <StateBadge tone="bad">atrasado {counted(line.overdueDays, 'día', 'días')}</StateBadge>}</p>
  </li>
)

/** Which data to make a table of, and the tables that were kept. */
const TablesPage = () => {
  const { effectiveOn, knownOn } = useAsOf()
  const { values, change, clear, active } = useFilters(FILTERS)
  const mayLoad = useMay('statistics.load')
  const { data, problem, loading } = useApi<DatasetsAnswer>('statistics/list-datasets', { effectiveOn, knownOn })
  const saved = useApi<SavedAnswer>('statistics/list-saved', {})
  const words = foldText(values.q).split(/\s+/).filter(Boolean)
  const fits = (line: DatasetLine): boolean => (values.tema === '' || line.topic === values.tema) && (values.publica === '' || line.publisher === values.publica) && (values.atraso === '' || line.overdueDays > 0) && words.every((word) => foldText(`${line.title} ${line.description} ${line.publisher} ${line.code}`).includes(word))
  const [all, found] = [data?.datasets ?? [], (data?.datasets ?? []).filter((line) => line.newest !== null && fits(line))]
  const publishers = [...new Set(all.map(({ publisher }) => publisher).filter(Boolean))].sort((a, b) => a.localeCompare(b, 'es'))
  return (
    <>
      <ThinLoader active={loading} label="Buscando los datos" />
      <PageTitle title="Cuadros" lead={data && `${counted(found.length, 'conjunto de datos', 'conjuntos de datos')} para armar un cuadro, un gráfico o un mapa.`} actions={<><PrintButton />{mayLoad && <ButtonLink href="/conocer/datos">Datos y catálogo</ButtonLink>}</>} />
      <Desk filtersLabel="Filtros de los cuadros" filters={<>
        <SearchBox label="Buscar" value={values.q} onChange={(q) => change({ q: q || undefined })} help="Título, descripción o quien publica." />
        <Select label="Tema" value={values.tema || ANY} onChange={(tema) => change({ tema: tema === ANY ? undefined : tema })} choices={[{ value: ANY, title: 'Todos los temas' }, ...topics.filter((topic) => all.some((line) => line.topic === topic)).map((topic) => ({ value: topic, title: topicTitle[topic] }))]} />
        <Select label="Publica" value={values.publica || ANY} onChange={(publica) => change({ publica: publica === ANY ? undefined : publica })} choices={[{ value: ANY, title: 'Cualquiera' }, ...publishers.map((value) => ({ value, title: value }))]} />
        <Checkbox checked={values.atraso === 'si'} onChange={(on) => change({ atraso: on ? 'si' : undefined })}>Solo lo atrasado</Checkbox>
        {active > 0 && <Button kind="plain" onPress={clear}>Quitar filtros</Button>}
      </>}>
        {problem && <ProblemView problem={problem} />}
        {saved.data && saved.data.tables.length > 0 && <Section title="Cuadros guardados" id="guardados"><TodayOnly why="lo que se guarda es la pregunta; el cuadro que ella abre sí responde a ambas fechas" /><SavedList tables={saved.data.tables} mayShare={saved.data.mayShare} /></Section>}
        <Section title="Conjuntos de datos" id="conjuntos">
          {data && found.length === 0 && (active > 0 ? <EmptyState title="Nada responde a esos filtros" actions={<Button onPress={clear}>Quitar filtros</Button>}>Pruebe con menos palabras.</EmptyState> : <EmptyState title="Aún no hay datos" actions={mayLoad ? <ButtonLink href="/conocer/datos">Ir a los datos</ButtonLink> : undefined}>Cuando se cargue el primer conjunto, aquí se arma su cuadro.</EmptyState>)}
          <ul className="table-cards">{found.map((line) => <Card key={line.id} line={line} />)}</ul>
        </Section>
      </Desk>
      <PrintFoot text={`Cuadros. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default TablesPage
