import { type AsOf, type Block, type ChartBlock, type DocumentBody, formatNumber, formatPercent, type TableRow } from '#kernel'
import { onPlane, partsOf, planeOf, boxOf, type Shape } from '#platform/geometry'
import type { AgeGroup } from '../boundaries/census.ts'
import { censusZones } from '../boundaries/shipped-boundaries.ts'
import { boxesTouching } from '../figures/boxes.ts'
import type { InfluenceRow } from './influence.store.ts'

export const ageTitle: Readonly<Record<AgeGroup, string>> = { age_0_5: '0 a 5 años', age_6_14: '6 a 14 años', age_15_64: '15 a 64 años', age_65: '65 y más' }
const say = (text: string) => [{ type: 'text', text }] as const
/** The zones that were used, on the plane of the area, with the area itself as the subject. */
const mapOf = ({ method, result, title }: InfluenceRow): ChartBlock => {
  const plane = planeOf(boxOf(method.shape))
  const flat = (shape: Shape) => partsOf(onPlane(shape, plane))
  const near = boxesTouching(method.shape, censusZones()).filter(({ geocode }) => result.used.some((one) => one.geocode === geocode))
  const used = near.flatMap(({ geocode, shape }) => { const one = result.used.find((use) => use.geocode === geocode); return one ? [{ one, shape }] : [] })
  return {
    type: 'chart', id: 'mapa', kind: 'map', title: `${title}: el área y las zonas censales que toca`, subtitle: 'Personas del Censo 2017 dentro del área, por zona', unit: 'count', categories: [...used.map(({ one }) => one.title), 'Área de influencia'],
    series: [{ name: 'Personas dentro del área', values: [...used.map(({ one }) => Math.round(one.people)), null], role: 'subject' }],
    map: { shapes: [...used.map(({ shape }) => flat(shape)), flat(method.shape).map((part) => part.map((ring) => ring))], style: 'symbols', subject: used.length },
    alternative: used.map(({ one }) => `${one.title}: ${formatNumber(one.people)} personas`).join('; ') || 'Ninguna zona censal con polígono', source: result.source,
  }
}
const usedTable = ({ result }: InfluenceRow): Block => ({
  type: 'table', id: 'zonas', title: 'Zonas censales usadas', source: result.source,
  columns: [{ key: 'zone', title: 'Zona', align: 'left', width: 3 }, { key: 'code', title: 'Geocódigo', align: 'left', width: 2 }, { key: 'population', title: 'Población de la zona', align: 'right', width: 1.5 }, { key: 'share', title: 'Parte dentro', align: 'right', width: 1.2 }, { key: 'people', title: 'Personas', align: 'right', width: 1.2 }],
  rows: [...result.used.map((one): TableRow => ({ id: one.geocode, cells: [{ type: 'text', text: one.title }, { type: 'text', text: one.geocode, code: true }, { type: 'number', value: one.population, unit: 'count' }, { type: 'number', value: one.share, unit: 'ratio' }, { type: 'number', value: Math.round(one.people), unit: 'count' }] })),
    ...(result.population === null ? [] : [{ id: 'total', kind: 'total', cells: [{ type: 'text', text: 'Población estimada' }, { type: 'text', text: '' }, { type: 'empty', reason: '' }, { type: 'empty', reason: '' }, { type: 'number', value: result.population, unit: 'count' }] } satisfies TableRow])],
  notes: ['La suma se redondea una vez, al final: puede diferir en una persona de la suma de las zonas.'],
})
const ages = ({ result }: InfluenceRow): Block[] => (result.ages ? [{
  type: 'table', id: 'edades', title: 'Población estimada por edad', source: result.source, columns: [{ key: 'age', title: 'Edad', align: 'left' }, { key: 'people', title: 'Personas', align: 'right' }],
  rows: (Object.keys(ageTitle) as AgeGroup[]).map((group) => ({ id: group, cells: [{ type: 'text', text: ageTitle[group] }, { type: 'number', value: result.ages?.[group] ?? 0, unit: 'count' }] })),
}] : [])
/** An area of influence as a document of the block model: how it was made, what it holds, what it leaves out. Pure. */
export const composeInfluence = (row: InfluenceRow, commune: DocumentBody['commune'], asOf: AsOf): DocumentBody => ({
  schema: 'secplan.document/1', kind: 'influence-area', title: `Área de influencia: ${row.title}`, subtitle: row.method.words, commune, asOf,
  blocks: [
    { type: 'paragraph', id: 'resumen', content: say(row.result.population === null ? 'No hay población conocida en el área con los datos disponibles.' : `Población estimada: ${formatNumber(row.result.population)} personas en ${formatNumber(row.result.areaM2 / 10_000, 1)} hectáreas. Sin zona censal: ${formatPercent(row.result.uncovered)} del área.`) },
    ...(row.result.used.length > 0 ? [mapOf(row)] : []), usedTable(row), ...ages(row),
    { type: 'heading', id: 'metodo', level: 2, content: say('Método y advertencias') },
    { type: 'paragraph', id: 'metodo-1', content: say(`${row.method.words}. Cada zona censal aporta su población en la misma parte en que su superficie cae dentro del área, medida en el plano UTM. Calculada el ${row.recorded_at.slice(0, 10).split('-').reverse().join('-')}.`) },
    { type: 'list', id: 'advertencias', ordered: false, items: row.result.warnings.map((text) => say(text)) },
  ],
})
