import { type Actor, day } from '#kernel'
import { runAction } from '#platform/actions'
import { boxOf, geometry, type Position, type Shape } from '#platform/geometry'
import { adoptVersion, createSet, saveDraft, startDraft, urbanLimits } from '#territory'
import type { DemoFacts } from '../../../demo/index.ts'
import type { System } from '../system.ts'
import { type DemoIds, steadyId } from './people.ts'
import { need } from './reports.ts'

const TOWN = 'LONCOCHE'
/** Beyond the town on every side, in degrees. */
const AIR = 0.01
const rectangle = (west: number, south: number, east: number, north: number): Shape => ({ type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]] as Position[]] })
/** The urban limit cut in four by the middle: invented units, none of them of the municipality. */
const quarters = async (town: Shape): Promise<readonly { name: string; shape: Shape }[]> => {
  const { west, south, east, north } = boxOf(town)
  const [x, y, left, right, low, top] = [(west + east) / 2, (south + north) / 2, west - AIR, east + AIR, south - AIR, north + AIR]
  const sides = { east: rectangle(x, low, right, top), west: rectangle(left, low, x, top), north: rectangle(left, y, right, top), south: rectangle(left, low, right, y) }
  const cut = [{ name: 'Norponiente', away: [sides.east, sides.south] }, { name: 'Nororiente', away: [sides.west, sides.south] }, { name: 'Surponiente', away: [sides.east, sides.north] }, { name: 'Suroriente', away: [sides.west, sides.north] }]
  const made: { name: string; shape: Shape }[] = []
  for (const { name, away } of cut) { const { shape } = await geometry({ ask: 'uncovered', of: town, by: away }); if (shape) made.push({ name: `${name} (demostración)`, shape }) }
  return made
}
/** Demonstration units inside the urban limit of Loncoche, marked as such: there is no public map of the real ones. */
export const loadTerritory = async (system: System, { commune }: DemoFacts, ids: DemoIds): Promise<void> => {
  const town = urbanLimits(commune.code).find(({ name }) => name === TOWN)
  if (!town) return
  const director: Actor = await need(system, commune.code, ids, 'carolina-manriquez')
  const [setId, draftId] = [steadyId(commune.code, 'zone-set', 'demo'), steadyId(commune.code, 'zone-draft', 'demo')]
  const zones = (await quarters(town.shape)).map((zone, at) => ({ id: steadyId(commune.code, 'zone', String(at)), code: `D${at + 1}`, ...zone }))
  await runAction(system.services, director, createSet, { id: setId, title: 'Unidades vecinales de demostración', kind: 'neighbourhood-unit', note: 'Trazado inventado: el límite urbano censal cortado en cuatro. No son las unidades vecinales de la municipalidad, cuyo mapa no es público.' })
  await runAction(system.services, director, startDraft, { id: draftId, setId, from: 'empty' })
  await runAction(system.services, director, saveDraft, { id: draftId, version: 1, zones })
  await runAction(system.services, director, adoptVersion, { id: steadyId(commune.code, 'zone-version', 'demo'), draftId, draftVersion: 2, actKind: 'demonstration', validFrom: day('2026-01-01') })
}
