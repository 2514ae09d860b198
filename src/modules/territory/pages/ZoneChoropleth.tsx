import { counted, formatNumber, formatPercent, type Unit } from '#kernel'
import { Chart, Fields, Segmented, Select, TextField, useFilters } from '#design'
import type { SetView, ZoneView } from '../contract.ts'
import { type ClassWay, edgesOf } from './map/classes.ts'
import { zoneChart } from './map/zone-chart.ts'
import './map/map.css'

type Measure = { readonly key: string; readonly title: string; readonly unit: Unit; readonly of: (zone: ZoneView) => number | null; readonly write: (value: number) => string }
const km2 = 1_000_000
export const measures: readonly Measure[] = [
  { key: 'poblacion', title: 'Población estimada', unit: 'count', of: ({ figure }) => figure.population, write: (value) => `${formatNumber(value)} personas` },
  { key: 'densidad', title: 'Personas por km²', unit: 'count', of: ({ figure, areaM2 }) => (figure.population === null ? null : Math.round((figure.population * km2) / areaM2)), write: (value) => `${formatNumber(value)} por km²` },
  { key: 'superficie', title: 'Superficie, en hectáreas', unit: 'count', of: ({ areaM2 }) => Math.round(areaM2 / 1000) / 10, write: (value) => `${formatNumber(value, 1)} ha` },
  { key: 'sin-cubrir', title: 'Superficie sin zona censal', unit: 'ratio', of: ({ figure }) => figure.weights?.uncovered ?? null, write: (value) => formatPercent(value) },
]
/** The zones in tones or circles, with the classes the person chooses: all of it in the address. */
export const ZoneChoropleth = ({ set, zones, source }: { set: SetView; zones: readonly ZoneView[]; source: string }) => {
  const { values, change } = useFilters(['medida', 'clases', 'como', 'limites', 'dibujo'])
  const measure = measures.find(({ key }) => key === values.medida) ?? measures[0]
  if (!measure) return null
  const [classes, way, symbols] = [Number(values.clases) || 5, (values.como || 'quantiles') as ClassWay, values.dibujo === 'circulos']
  const drawn = zones.map((zone) => { const value = measure.of(zone); return { title: `${zone.code} ${zone.name}`, shape: zone.shape, value, text: value === null ? 'sin dato' : measure.write(value) } })
  const known = drawn.flatMap(({ value }) => (value === null ? [] : [value]))
  const edges = edgesOf(known, classes, way, values.limites ?? '')
  const unknown = drawn.length - known.length
  const most = drawn.filter(({ value }) => value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]
  return (
    <>
      <div className="zone-controls">
      <Fields columns={3}>
        <Select label="Medida" value={measure.key} onChange={(medida) => change({ medida })} choices={measures.map(({ key, title }) => ({ value: key, title }))} />
        <Select label="Clases" disabled={symbols || way === 'own'} value={String(classes)} onChange={(clases) => change({ clases })} choices={[3, 4, 5, 6, 7].map((count) => ({ value: String(count), title: `${count} tonos` }))} />
        <Select label="Límites de las clases" disabled={symbols} value={way} onChange={(como) => change({ como })} choices={[{ value: 'quantiles', title: 'Igual cantidad de zonas' }, { value: 'steps', title: 'Igual distancia' }, { value: 'own', title: 'Escritos por usted' }]} />
      </Fields>
      {way === 'own' && !symbols && <TextField label="Límites escritos" help="De menor a mayor, separados por punto y coma: 500; 1.000; 2.500." value={values.limites ?? ''} onChange={(limites) => change({ limites })} />}
      <Segmented label="Dibujo" value={symbols ? 'circulos' : 'tonos'} onChange={(dibujo) => change({ dibujo: dibujo === 'tonos' ? undefined : dibujo })} choices={[{ value: 'tonos', title: 'Tonos' }, { value: 'circulos', title: 'Círculos' }]} />
      </div>
      {drawn.length > 0 && <Chart files block={zoneChart(drawn, { title: most ? `${most.title} es la mayor: ${most.text}` : 'Ninguna zona tiene dato', subtitle: `${set.title}. ${measure.title}`, unit: measure.unit, series: measure.title, style: symbols ? 'symbols' : 'choropleth', edges: symbols ? [] : edges, source, notes: [...(set.demonstration ? ['Zonas de demostración: no son las de la municipalidad.'] : []), ...(unknown > 0 ? [`${counted(unknown, 'zona', 'zonas')} sin dato: no es cero.`] : [])] })} />}
    </>
  )
}
