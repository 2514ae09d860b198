import { useMemo } from 'react'
import type { ChartShape } from '#kernel'
import { Chart, EmptyState, Section, Select, useApi } from '#design'
import { chartMatter } from '../../charts/chart-data.ts'
import { chartKinds, chartKindTitle, isChartKind, isCommunes, proposeChart, type TableChartKind, whyNot } from '../../charts/chart-kinds.ts'
import { chartOfCube } from '../../charts/chart-of-cube.ts'
import { lookToText, type MapLook, textToLook } from '../../charts/map-classes.ts'
import type { Cube } from '../../model/cube.ts'
import { OwnEdges } from './OwnEdges.tsx'

type Props = { cube: Cube; layer: Readonly<Record<string, string>>; home: string; kind: string; classes: string; change: (patch: Readonly<Record<string, string | undefined>>) => void }
type Shapes = { readonly shapes: readonly { readonly code: string; readonly parts: readonly ChartShape[] }[] }
const CLASSES = [3, 4, 5, 6, 7] as const

const MapControls = ({ look, change }: { look: MapLook; change: (look: MapLook) => void }) => (
  <>
    <Select label="Estilo del mapa" value={look.style} onChange={(style) => change({ ...look, style })} choices={[{ value: 'choropleth', title: 'Tonos por clase' }, { value: 'symbols', title: 'Círculos proporcionales' }]} />
    {look.style === 'choropleth' && <>
      <Select label="Clases" value={look.method} onChange={(method) => change({ ...look, method })} choices={[{ value: 'quantile', title: 'Igual número de comunas' }, { value: 'equal', title: 'Igual ancho' }, { value: 'own', title: 'Límites propios' }]} />
      {look.method === 'own' ? <OwnEdges edges={look.own} onChange={(own) => change({ ...look, own })} /> : <Select label="Cuántas" value={String(look.count)} onChange={(count) => change({ ...look, count: Number(count) })} choices={CLASSES.map((one) => ({ value: String(one), title: String(one) }))} />}
    </>}
  </>
)

/** The chart of the seen layer: the one its shape asks for, or another of those that fit. */
export const ChartSection = ({ cube, layer, home, kind, classes, change }: Props) => {
  const matter = useMemo(() => chartMatter(cube, layer), [cube, layer])
  const proposed = proposeChart(matter)
  const reasons = new Map(chartKinds.map((one) => [one, whyNot(matter, one)]))
  const wanted: TableChartKind | undefined = isChartKind(kind) && reasons.get(kind) === undefined ? kind : proposed?.kind
  const refused = isChartKind(kind) ? reasons.get(kind) : undefined
  const communes = matter.long.find(isCommunes)
  const codes = communes?.positions.flatMap((at) => { const code = communes.variable.codes[at]?.code ?? ''; return /^\d{5}$/.test(code) ? [code] : [] }) ?? []
  const { data, problem } = useApi<Shapes>('statistics/shapes', { codigos: codes.join('.') }, { enabled: wanted === 'map' && codes.length > 0 })
  const look = textToLook(classes)
  const shapes = useMemo(() => new Map(data?.shapes.map(({ code, parts }) => [code, parts] as const)), [data])
  const block = wanted && (wanted !== 'map' || data) ? chartOfCube(cube, wanted, { layer, home, look, shapes }) : undefined
  return (
    <Section title="Gráfico" id="grafico">
      {(proposed ?? wanted) ? (
        <div className="chart-choice no-print">
          <Select label="Tipo de gráfico" value={wanted ?? null} help={refused ? `${chartKindTitle[isChartKind(kind) ? kind : 'bars']}: ${refused}` : proposed && wanted === proposed.kind ? `Propuesto: ${proposed.why}.` : undefined} onChange={(next) => change({ grafico: next === proposed?.kind ? undefined : next })}
            choices={chartKinds.filter((one) => reasons.get(one) === undefined).map((one) => ({ value: one, title: chartKindTitle[one] }))} />
          {wanted === 'map' && <MapControls look={look} change={(next) => change({ clases: lookToText(next) })} />}
          <details className="chart-reasons"><summary>Por qué no otros</summary><ul>{chartKinds.flatMap((one) => { const why = reasons.get(one); return why ? [<li key={one}><b>{chartKindTitle[one]}:</b> {why}</li>] : [] })}</ul></details>
        </div>
      ) : <EmptyState title="Este cuadro no da para un gráfico que se lea">Elija menos valores, o pase una variable a la capa: se dibuja la capa que se ve.</EmptyState>}
      {problem && <p className="source">No se pudieron traer los límites comunales: {problem.message}</p>}
      {block && <Chart block={block} files />}
    </Section>
  )
}
