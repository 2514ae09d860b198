import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeGeometry, planeOf, type Position } from '#platform/geometry'
import { addCommune, addDefaultRoles } from '#registry'
import { marcela, person, stranger } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { upload } from './testing/upload.ts'
import { checkShipped } from './boundaries/check-shipped.ts'
import { censusZones, communeBoundary } from './boundaries/shipped-boundaries.ts'
import type { FileAnswer, SetAnswer, SetsAnswer } from './contract.ts'
import { discardDraft, restoreDraft, saveDraft, startDraft } from './drafts/draft-actions.ts'
import { loadFile, previewFile } from './drafts/load-file.ts'
import { setWeights, setZoneFigure } from './figures/set-figures.ts'
import { computeInfluence, influenceFile, listInfluences, saveInfluence } from './influence/influence-actions.ts'
import type { Computed } from './influence/compute.ts'
import { changeSet, createSet } from './sets/save-set.ts'
import { listSets, showBackground, showDraft, showSet } from './sets/set-queries.ts'
import type { Shape } from './shapes.ts'
import { adoptVersion } from './versions/adopt-version.ts'
import { restoreVersion, withdrawVersion } from './versions/withdraw-version.ts'

/** Loncoche, whose boundary and census zones ship. */
const LONCOCHE = '09109'
const rosa = person('00000000-0000-4000-8000-0000000000a1', 'Rosa Painemal', 'Directora de SECPLA', ['planning_director'], LONCOCHE)
const ivan = person('00000000-0000-4000-8000-0000000000a2', 'Iván Sepúlveda', 'Profesional de SECPLA', ['planning_analyst'], LONCOCHE)
const reader = { ...marcela, commune: LONCOCHE }
const HERE: Position = [-72.63, -39.37]
const plane = planeOf({ west: HERE[0], east: HERE[0], south: HERE[1], north: HERE[1] })
const [EAST, NORTH] = plane.toPlane(HERE)
const metres = (corners: readonly (readonly [number, number])[]): Position[] => [...corners, corners[0] ?? [0, 0]].map(([x, y]) => [EAST + x, NORTH + y])
const degrees = (corners: readonly (readonly [number, number])[]): Shape => ({ type: 'Polygon', coordinates: [metres(corners).map(plane.toGlobe)] })
const square = (x: number, y: number, side: number): [number, number][] => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
const feature = (properties: Record<string, unknown>, geometry: unknown) => ({ type: 'Feature', properties, geometry })
const file = (features: unknown[]): Buffer => Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))

let town: Town
beforeAll(async () => {
  town = await openTown(process.env['SECPLAN_TEST_DATABASE'] ? { url: process.env['SECPLAN_TEST_DATABASE'] } : {})
  await town.system.database.asOwner((owner) => addCommune(owner, { code: LONCOCHE, name: 'Loncoche', municipality: 'Municipalidad de Loncoche', region: 'La Araucanía', province: 'Cautín', since: '2024-01-01T09:00:00-03:00' }))
  await town.system.database.write({ commune: LONCOCHE, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public', 'council', 'internal', 'restricted'] }, (tx) => addDefaultRoles(tx))
})
afterAll(async () => { await town?.close(); await closeGeometry() })
const newSet = async (title: string, kind = 'neighbourhood-unit'): Promise<string> => { const id = randomUUID(); await town.as(ivan).does(createSet, { id, title, kind }); return id }
const drawn = async (setId: string, zones: readonly { code: string; shape: Shape | null }[]): Promise<{ id: string; version: number }> => {
  const id = randomUUID()
  await town.as(ivan).does(startDraft, { id, setId })
  const { result } = await town.as(ivan).does<{ version: number }>(saveDraft, { id, version: 1, zones: zones.map(({ code, shape }) => ({ id: randomUUID(), code, name: `Unidad ${code}`, shape })) })
  return { id, version: result.version }
}
const adopted = async (setId: string, zones: readonly { code: string; shape: Shape | null }[], validFrom = '2026-01-01'): Promise<string> => {
  const draft = await drawn(setId, zones)
  const id = randomUUID()
  await town.as(rosa).does(adoptVersion, { id, draftId: draft.id, draftVersion: draft.version, actKind: 'decree', actNumber: '120', actOn: '2025-12-15', validFrom })
  return id
}
const shapeOf = (geocode: string): Shape => { const zone = censusZones().find((one) => one.geocode === geocode); if (!zone) throw new Error(geocode); return zone.shape }

test('los límites que vienen: Loncoche en detalle, Santiago simplificado, y ninguno para un código que no existe', async () => {
  expect(communeBoundary(LONCOCHE)).toMatchObject({ name: 'LONCOCHE', detailed: true })
  expect(communeBoundary('13101')?.detailed).toBe(false)
  expect(communeBoundary('99001')).toBeUndefined()
  expect(await checkShipped(LONCOCHE)).toEqual([])
})

describe('cargar un archivo', () => {
  const bow = [[0, 0], [300, 300], [300, 0], [0, 300]] as [number, number][]
  const bytes = file([
    feature({ COD_UV: '1', NOMBRE: 'Centro', DECRETO: '120' }, degrees(bow)), feature({ COD_UV: '2', NOMBRE: 'Estación' }, degrees(square(1000, 0, 500))),
    feature({ COD_UV: '2', NOMBRE: 'Norte' }, degrees(square(1400, 0, 500))),
  ])
  test('dice los defectos con su lugar, los repara y nada entra a medias', async () => {
    const fileHash = await upload(town, ivan, 'uv.geojson', bytes)
    const { result: seen } = await town.as(ivan).does<FileAnswer>(previewFile, { fileHash })
    expect(seen.columns).toEqual({ code: 'COD_UV', name: 'NOMBRE', note: 'DECRETO' })
    expect(seen.defects.map(({ kind }) => kind).sort()).toEqual(['crossed', 'overlap', 'repeated-code'])
    const crossed = seen.defects.find(({ kind }) => kind === 'crossed')
    expect(crossed?.says).toContain('se cruza')
    // The two diagonals of the bow meet at (150, 150).
    expect(plane.toPlane(crossed?.point ?? [0, 0])[0]).toBeCloseTo(EAST + 150, 0)
    // Squares of 500 m that begin at 1.000 and 1.400: 100 × 500 = 50.000 m² in common.
    expect(seen.defects.find(({ kind }) => kind === 'overlap')?.says).toMatch(/(49\.9\d\d|50\.0\d\d) m²/)
    const setId = await newSet('Unidades de un archivo')
    const refusal = await town.as(ivan).refused(loadFile, { id: randomUUID(), setId, fileHash })
    expect(refusal.id).toBe('territorio/zonas-con-defectos')
    expect(await town.as(ivan).asks(showDraft, { setId })).toEqual({ draft: null })
    const { result } = await town.as(ivan).does<{ zones: number }>(loadFile, { id: randomUUID(), setId, fileHash, repair: [0, 2], codes: { 2: '3' } })
    expect(result.zones).toBe(3)
  })
  test('metros de UTM se reconocen y piden confirmación', async () => {
    const fileHash = await upload(town, ivan, 'utm.json', file([feature({ id: 7 }, { type: 'Polygon', coordinates: [metres(square(0, 0, 100))] })]))
    const { result: seen } = await town.as(ivan).does<FileAnswer>(previewFile, { fileHash })
    expect(seen).toMatchObject({ plane: 'utm18', planeGuessed: true, loadable: false })
    expect(seen.defects[0]?.kind).toBe('plane')
    const { result: told } = await town.as(ivan).does<FileAnswer>(previewFile, { fileHash, plane: 'utm18' })
    expect(told.loadable).toBe(true)
    expect(told.zones[0]?.areaM2 ?? 0).toBeCloseTo(10_000, -1)
  })
  test.each([['hola', 'no es texto GeoJSON'], ['{"type":"FeatureCollection","features":[]}', 'ninguna figura'], [JSON.stringify(feature({}, { type: 'Point', coordinates: [1, 2] })), 'Point']])('un archivo que no sirve lo dice: %s', async (text, words) => {
    const problem = await town.as(ivan).refused(previewFile, { fileHash: await upload(town, ivan, 'x.geojson', Buffer.from(text)) })
    expect(problem.detail).toContain(words)
  })
  test('fuera de la comuna', async () => {
    const fileHash = await upload(town, ivan, 'temuco.geojson', file([feature({ id: 1 }, { type: 'Polygon', coordinates: [[[-72.6, -38.74], [-72.59, -38.74], [-72.59, -38.73], [-72.6, -38.74]]] })]))
    const { result } = await town.as(ivan).does<FileAnswer>(previewFile, { fileHash })
    expect(result.defects.map(({ kind }) => kind)).toEqual(['outside'])
  })
})

describe('versiones', () => {
  test('un nuevo trazado es otra versión; antes se ve la anterior, y la última se deshace', async () => {
    const setId = await newSet('Unidades con historia')
    await adopted(setId, [{ code: '1', shape: degrees(square(0, 0, 400)) }])
    const second = await adopted(setId, [{ code: '1', shape: degrees(square(0, 0, 400)) }, { code: '2', shape: degrees(square(400, 0, 400)) }], '2026-06-01')
    const now = await town.as(reader).asks<SetAnswer>(showSet, { id: setId })
    expect(now.current?.number).toBe(2)
    expect(now.zones.map(({ areaM2 }) => Math.round(areaM2 / 1000))).toEqual([160, 160])
    const before = await town.as(reader).asks<SetAnswer>(showSet, { id: setId }, { effectiveOn: '2026-03-01' as never, knownOn: '2026-07-22' as never })
    expect(before).toMatchObject({ current: { number: 1 } })
    await town.as(rosa).does(withdrawVersion, { id: randomUUID(), versionId: second, reason: 'El decreto era de otro sector' })
    expect((await town.as(reader).asks<SetAnswer>(showSet, { id: setId })).current?.number).toBe(1)
    await town.as(rosa).does(restoreVersion, { versionId: second })
    expect((await town.as(reader).asks<SetAnswer>(showSet, { id: setId })).current?.number).toBe(2)
  })
  test('una unidad vecinal pide su acto; un defecto detiene; un borrador descartado vuelve', async () => {
    const setId = await newSet('Unidades sin acto')
    const draft = await drawn(setId, [{ code: '1', shape: degrees(square(0, 0, 300)) }, { code: '1', shape: degrees(square(900, 0, 300)) }])
    const adopt = { id: randomUUID(), draftId: draft.id, draftVersion: draft.version, actKind: 'decree', validFrom: '2026-01-01' }
    expect((await town.as(rosa).refused(adoptVersion, adopt)).id).toBe('territorio/zonas-con-defectos')
    const { result } = await town.as(ivan).does<{ version: number }>(saveDraft, { id: draft.id, version: draft.version, zones: [{ id: randomUUID(), code: '1', name: 'Una', shape: degrees(square(0, 0, 300)) }] })
    expect((await town.as(ivan).refused(saveDraft, { id: draft.id, version: draft.version, zones: [] })).status).toBe(412)
    expect((await town.as(rosa).refused(adoptVersion, { ...adopt, draftVersion: result.version })).id).toBe('territorio/falta-el-acto')
    expect((await town.as(ivan).refused(adoptVersion, { ...adopt, draftVersion: result.version })).status).toBe(403)
    await town.as(ivan).does(discardDraft, { id: draft.id })
    await town.as(ivan).does(restoreDraft, { id: draft.id })
    expect((await town.as(ivan).asks<{ draft: { zones: unknown[] } }>(showDraft, { setId })).draft.zones).toHaveLength(1)
  })
})

test('la población de una unidad: zona entera, reparto declarado y cifra con fuente', async () => {
  const setId = await newSet('Unidades con gente', 'sector')
  const far = degrees(square(9000, 9000, 500))
  await adopted(setId, [{ code: '1', shape: shapeOf('09109011001') }, { code: '2', shape: far }])
  const asked = () => town.as(reader).asks<SetAnswer>(showSet, { id: setId })
  const [whole, empty] = (await asked()).zones
  // The unit is the census zone itself: its 4.440 people, within the few whose zones share a border.
  expect(whole?.figure.population).toBeGreaterThan(4430)
  expect(whole?.figure.population).toBeLessThan(4450)
  expect(empty?.figure).toMatchObject({ population: null })
  // Rural locality 6 of district 1 has no polygon: it is given whole, with its source.
  const shares = [{ geocode: '09109012006', share: 0.5 }]
  await town.as(ivan).does(setWeights, { id: randomUUID(), zoneId: empty?.id, shares, source: 'Catastro de viviendas 2025' })
  const rural = (await asked()).places.find(({ geocode }) => geocode === '09109012006')?.population ?? 0
  expect(rural).toBeGreaterThan(0)
  expect((await asked()).zones[1]?.figure).toMatchObject({ population: Math.round(rural / 2), weights: { method: 'typed', source: 'Catastro de viviendas 2025' } })
  const problem = await town.as(ivan).refused(setWeights, { id: randomUUID(), zoneId: empty?.id, shares: [{ geocode: '09109011001', share: 0.5 }], source: 'Un error de prueba' })
  expect(problem.id).toBe('territorio/pesos-suman-mas')
  await town.as(ivan).does(setZoneFigure, { id: randomUUID(), zoneId: empty?.id, measure: 'population', scope: 'whole', value: 321, datedOn: '2025-05-01', source: 'Junta de vecinos' })
  expect((await asked()).zones[1]?.figure).toMatchObject({ population: 321, typed: true })
})

test('área de influencia: la zona entera, lo que no se cubre, y se guarda e imprime', async () => {
  const place = { kind: 'polygon', shape: shapeOf('09109081001') }
  const { result } = await town.as(reader).does<Computed>(computeInfluence, { place })
  // Huiscapi is one zone of 1.102 people: 49 + 130 + 740 + 183.
  expect(result.result).toMatchObject({ population: 1102, ages: { age_0_5: 49, age_6_14: 130, age_15_64: 740, age_65: 183 } })
  expect(result.result.uncovered).toBeLessThan(0.001)
  expect(result.result.warnings.join(' ')).toContain('15.385 de 23.612')
  const nowhere = await town.as(reader).does<Computed>(computeInfluence, { place: { kind: 'circle', centre: [-72.3, -39.3], metres: 300 } })
  expect(nowhere.result.result).toMatchObject({ population: null, uncovered: 1 })
  const id = randomUUID()
  await town.as(ivan).does(saveInfluence, { id, title: 'Sede de Huiscapi', place })
  for (const format of ['pdf', 'docx']) {
    const { result: made } = await town.as(reader).does<{ hash: string }>(influenceFile, { id, format })
    expect((await town.system.services.files.get(made.hash))?.length ?? 0).toBeGreaterThan(5000)
  }
})

test('quien no puede, y la otra comuna', async () => {
  const setId = await newSet('Unidades cerradas')
  const id = randomUUID()
  for (const [action, input] of [[createSet, { id, title: 'Otras zonas', kind: 'other' }], [changeSet, { id: setId, version: 1, title: 'Cambiada', kind: 'other' }], [startDraft, { id, setId }], [saveInfluence, { id, title: 'Área', place: { kind: 'circle', centre: HERE, metres: 100 } }]] as const) expect((await town.as(reader).refused(action, input)).status).toBe(403)
  expect((await town.as(ivan).refused(withdrawVersion, { id, versionId: id, reason: 'No le corresponde hacerlo' })).status).toBe(403)
  const other = town.as(stranger)
  expect((await other.asks<SetsAnswer>(listSets)).sets).toEqual([])
  expect((await other.asks<{ areas: unknown[] }>(listInfluences)).areas).toEqual([])
  expect(await other.asks(showBackground)).toMatchObject({ commune: null, census: [] })
  for (const [definition, input] of [[showSet, { id: setId }], [startDraft, { id, setId }], [changeSet, { id: setId, version: 1, title: 'Ajena', kind: 'other' }]] as const) expect((await other.refused(definition, input)).status).toBe(404)
})
