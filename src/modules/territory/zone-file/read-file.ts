import type { z } from 'zod'
import { geometry, type Shape } from '#platform/geometry'
import { communeBoundary, middleOf } from '../boundaries/shipped-boundaries.ts'
import type { FileAnswer, FileReading, FileZone } from '../contract.ts'
import { guessColumns } from './guess-columns.ts'
import { guessPlane, toDegrees } from './guess-plane.ts'
import { readGeoJson } from './read-geojson.ts'
import { repairZone } from './repair-zones.ts'
import { reviewZones } from './review-zones.ts'

type Reading = z.output<typeof FileReading>
const sampleOf = (values: readonly string[]): string => values.filter(Boolean).slice(0, 3).join(' · ').slice(0, 80)
const chosen = (names: readonly string[], asked: string, guessed: string): string => (asked === '-' ? '' : names.includes(asked) ? asked : guessed)

/** Reads a file as zones, with what the person decided: columns, plane, repairs, codes and what is left out. Outside any transaction. */
export const readZonesFile = async (bytes: Uint8Array, fileName: string, reading: Reading, commune: string): Promise<FileAnswer> => {
  const { zones: raw } = readGeoJson(bytes)
  const boundary = communeBoundary(commune)
  const names = [...new Set(raw.flatMap(({ properties }) => Object.keys(properties)))]
  const guess = guessColumns(names)
  const columns = { code: chosen(names, reading.code, guess.code), name: chosen(names, reading.name, guess.name), note: chosen(names, reading.note, guess.note) }
  const guessed = guessPlane(raw.flatMap(({ shape }) => (shape ? [shape] : [])), boundary ? middleOf(boundary.shape) : null)
  const plane = reading.plane || guessed
  const confirmed = reading.plane !== '' || guessed === 'degrees'
  const [out, mended] = [new Set(reading.leaveOut), new Set(reading.repair)]
  const kept: { at: number; code: string; name: string; note: string; shape: Shape | null; found: string; repaired: boolean }[] = []
  for (const [at, { properties, shape, found }] of raw.entries()) {
    if (out.has(at)) continue
    const placed = shape && toDegrees(shape, plane)
    const mending = mended.has(at) && placed !== null
    const before = kept.flatMap((zone) => (zone.shape ? [zone.shape] : []))
    kept.push({ at, code: reading.codes[String(at)] ?? properties[columns.code] ?? '', name: properties[columns.name] ?? '', note: properties[columns.note] ?? '', shape: mending ? await repairZone(placed, before) : placed, found, repaired: mending })
  }
  const defects = [...(await reviewZones(kept, boundary?.shape ?? null))]
  if (!confirmed) defects.unshift({ at: 0, kind: 'plane', says: 'Las coordenadas no son grados: parecen metros de una proyección UTM', remedy: 'Confirme el sistema de coordenadas; el mapa muestra dónde quedarían.', point: null, stops: true, repairable: false })
  const areas = new Map<number, number>()
  for (const { at, shape } of kept) { const [measures] = shape ? await geometry({ ask: 'measure', shapes: [shape] }) : []; if (measures) areas.set(at, measures.areaM2) }
  const shown = raw.map(({ properties }, at): FileZone => {
    const zone = kept.find((one) => one.at === at)
    return zone ? { at, code: zone.code, name: zone.name, note: zone.note, shape: zone.shape, areaM2: areas.get(at) ?? null, repaired: zone.repaired, leftOut: false } : { at, code: properties[columns.code] ?? '', name: properties[columns.name] ?? '', note: '', shape: null, areaM2: null, repaired: false, leftOut: true }
  })
  return { fileName, properties: names.map((name) => ({ name, sample: sampleOf(raw.map(({ properties }) => properties[name] ?? '')) })), columns, plane, planeGuessed: reading.plane === '' && guessed !== 'degrees', planeConfirmed: confirmed, zones: shown, defects, loadable: kept.length > 0 && !defects.some(({ stops }) => stops) }
}
