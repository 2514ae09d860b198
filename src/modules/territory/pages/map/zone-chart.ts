import type { ChartBlock, ChartShape, Unit } from '#kernel'
import type { Shape } from '../../shapes.ts'
import { partsOf } from '../../shapes.ts'
import { sheetAt } from './view.ts'

export type Drawn = { readonly title: string; readonly shape: Shape; readonly value: number | null; readonly text: string }
/** Zones as a map of the block model: the same drawing on screen and paper, with its scale and its key. */
export const zoneChart = (drawn: readonly Drawn[], told: { readonly title: string; readonly subtitle: string; readonly unit: Unit; readonly series: string; readonly style: 'choropleth' | 'symbols'; readonly edges: readonly number[]; readonly source: string; readonly notes?: readonly string[] }): ChartBlock => {
  const first = drawn[0]?.shape
  const origin = (first?.type === 'Polygon' ? first.coordinates[0]?.[0] : first?.coordinates[0]?.[0]?.[0]) ?? [-72, -38]
  const sheet = sheetAt(origin)
  const flat = (shape: Shape): readonly ChartShape[] => partsOf(shape).map((part) => part.map((ring) => ring.map((position): readonly [number, number] => { const [x, y] = sheet.put(position); return [Math.round(x * 10) / 10, Math.round(-y * 10) / 10] })))
  return {
    type: 'chart', id: 'zonas', kind: 'map', title: told.title, subtitle: told.subtitle, unit: told.unit, source: told.source, ...(told.notes ? { notes: told.notes } : {}), categories: drawn.map(({ title }) => title),
    series: [{ name: told.series, values: drawn.map(({ value }) => value), role: 'subject' }], map: { shapes: drawn.map(({ shape }) => flat(shape)), style: told.style, ...(told.edges.length > 0 ? { edges: told.edges } : {}) },
    alternative: drawn.map(({ title, text }) => `${title}: ${text}`).join('; '),
  }
}
