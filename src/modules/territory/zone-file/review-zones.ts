import { counted, formatNumber, formatPercent } from '#kernel'
import { geometry, type Shape } from '#platform/geometry'
import type { ZoneDefect } from './defect.ts'

export type Reviewed = { readonly at: number; readonly code: string; readonly name: string; readonly shape: Shape | null; readonly found?: string }
/** Less than a square metre is the rounding of a border. */
const LEAST_M2 = 1
/** All of it but the rounding of the boundary; and what the boundary, which is simplified, may miss. */
const [WHOLLY, EDGE] = [99 / 100, 1 / 100]
const called = ({ at, code, name }: Reviewed): string => (code || name ? `«${[code, name].filter(Boolean).join(' ')}»` : `la figura ${at + 1}`)
const corner = (shape: Shape): readonly [number, number] | null => { const ring = shape.type === 'Polygon' ? shape.coordinates[0] : shape.coordinates[0]?.[0]; return ring?.[0] ?? null }

const codes = (zones: readonly Reviewed[]): ZoneDefect[] => zones.flatMap((zone): ZoneDefect[] => {
  if (!zone.code) return [{ at: zone.at, kind: 'no-code', says: `${called(zone)} no trae código`, remedy: 'Elija qué columna es el código, o escríbalo.', point: null, stops: true, repairable: false }]
  const other = zones.find((one) => one.at < zone.at && one.code === zone.code)
  return other ? [{ at: zone.at, other: other.at, kind: 'repeated-code', says: `El código «${zone.code}» está dos veces`, remedy: 'Escriba otro código en una de las dos, o deje una fuera.', point: zone.shape && corner(zone.shape), stops: true, repairable: false }] : []
})
const shapes = async (zones: readonly Reviewed[]): Promise<ZoneDefect[]> => {
  const found: ZoneDefect[] = []
  for (const zone of zones) {
    if (!zone.shape) {
      found.push({ at: zone.at, kind: 'no-shape', says: `${called(zone)} no tiene un polígono${zone.found ? ` (trae ${zone.found})` : ''}`, remedy: 'Déjela fuera, o dibújela después.', point: null, stops: true, repairable: false })
      continue
    }
    const { valid, reason, at } = await geometry({ ask: 'check', shape: zone.shape })
    if (!valid) found.push({ at: zone.at, kind: 'crossed', says: `${called(zone)}: ${reason.toLowerCase()}`, remedy: 'Repárela aquí: se separa en partes donde se cruza. Mire después el resultado en el mapa.', point: at, stops: true, repairable: true })
  }
  return found
}
const overlaps = async (zones: readonly Reviewed[]): Promise<ZoneDefect[]> => {
  const drawn = zones.flatMap((zone) => (zone.shape ? [{ zone, shape: zone.shape }] : []))
  const crossings = await geometry({ ask: 'crossings', shapes: drawn.map(({ shape }) => shape) })
  return crossings.flatMap(({ one, other, areaM2 }): ZoneDefect[] => {
    const [a, b] = [drawn[one], drawn[other]]
    if (!a || !b || areaM2 < LEAST_M2) return []
    return [{ at: b.zone.at, other: a.zone.at, kind: 'overlap', says: `${called(b.zone)} se monta sobre ${called(a.zone)} en ${formatNumber(areaM2)} m²`, remedy: `Repárela aquí: lo común queda en ${called(a.zone)}. Si debe quedar en la otra, corrija el dibujo.`, point: corner(b.shape), stops: true, repairable: true }]
  })
}
const outside = async (zones: readonly Reviewed[], commune: Shape | null): Promise<ZoneDefect[]> => {
  if (!commune) return [{ at: 0, kind: 'no-boundary', says: 'Con el sistema no viene el límite de esta comuna: no se revisó si las zonas caen dentro', remedy: 'Mire el mapa antes de seguir.', point: null, stops: false, repairable: false }]
  const found: ZoneDefect[] = []
  for (const zone of zones) {
    if (!zone.shape) continue
    const { share } = await geometry({ ask: 'uncovered', of: zone.shape, by: [commune] })
    if (share > WHOLLY) found.push({ at: zone.at, kind: 'outside', says: `${called(zone)} queda fuera de la comuna`, remedy: 'Revise de qué comuna es el archivo y en qué sistema de coordenadas está; o déjela fuera.', point: corner(zone.shape), stops: true, repairable: false })
    else if (share > EDGE) found.push({ at: zone.at, kind: 'partly-outside', says: `${called(zone)} sale del límite comunal en un ${formatPercent(share)}`, remedy: 'Puede ser el límite, que está simplificado. Se carga igual.', point: corner(zone.shape), stops: false, repairable: false })
  }
  return found
}

/** Everything wrong with these zones, in words: codes, shapes, overlaps in square metres and what leaves the commune. Those that stop come first. */
export const reviewZones = async (zones: readonly Reviewed[], commune: Shape | null): Promise<readonly ZoneDefect[]> => {
  const broken = await shapes(zones)
  const sound = zones.filter(({ at }) => !broken.some((defect) => defect.at === at))
  return [...codes(zones), ...broken, ...(await overlaps(sound)), ...(await outside(sound, commune))].sort((a, b) => Number(b.stops) - Number(a.stops))
}
/** What must be resolved, said in a few words. */
export const stopping = (defects: readonly ZoneDefect[]): { readonly count: string; readonly first: string } | undefined => {
  const [first, ...rest] = defects.filter(({ stops }) => stops)
  return first && { count: counted(rest.length + 1, 'defecto', 'defectos'), first: first.says }
}
