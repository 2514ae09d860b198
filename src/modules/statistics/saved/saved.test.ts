import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { carla, ivan, rosa, stranger, tomas, visita } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { openBuilder, type BuilderAnswer } from '../builder/open-builder.query.ts'
import { createDataset, shareDataset } from '../datasets/save-dataset.ts'
import { addTestVersion, described } from '../testing/small-dataset.ts'
import { canonicalSearch, readSearch } from './canonical-search.ts'
import { citation } from './citation.ts'
import { changeSaved, restoreSaved, retireSaved, saveTable } from './save-table.ts'
import type { SavedAnswer, SavedView } from './saved-contract.ts'
import { listSaved, showSaved } from './saved-queries.ts'

let town: Town
const datasetId = randomUUID()
beforeAll(async () => {
  town = await openTown()
  await town.as(rosa).does(createDataset, { id: datasetId, ...described('poblacion', 'Población comunal') })
  await town.as(rosa).does(shareDataset, { id: datasetId, version: 1 })
  await addTestVersion(town, rosa, { datasetId, number: 1 })
  await addTestVersion(town, rosa, { datasetId, number: 2, period: '2025', reason: 'Revisión del año' })
})
afterAll(() => town.close())

const search = 'columnas=year.*ultimos.3&filas=commune.09109&medidas=persons&otra=cosa'
const given = (id: string, over: object = {}) => ({ id, datasetId, title: 'Población, últimos tres años', search, ...over })
const titles = async (actor: typeof rosa) => (await town.as(actor).asks<SavedAnswer>(listSaved)).tables.map(({ title }) => title)

test('se guarda el pedido escrito de una sola forma, y sigue la última versión', async () => {
  const id = randomUUID()
  await town.as(tomas).does(saveTable, given(id, { look: 'grafico=lines&x=1' }))
  const { table, retired } = await town.as(tomas).asks<{ table: SavedView; retired: boolean }>(showSaved, { id })
  expect([readSearch(table.search), table.look, table.pinned, retired]).toEqual([{ filas: 'commune.09109', columnas: 'year.*ultimos.3', medidas: 'persons' }, 'grafico=lines', null, false])
})
test('fijado, se queda con la versión de hoy aunque llegue otra', async () => {
  const id = randomUUID()
  await town.as(rosa).does(saveTable, given(id, { follow: 'pinned' }))
  const { table } = await town.as(rosa).asks<{ table: SavedView }>(showSaved, { id })
  expect([table.pinned, readSearch(table.search)['version'], canonicalSearch(datasetId, table.search, 2)?.request.version]).toEqual([2, '2', 2])
})
test('el propio no lo ve nadie más; el de la oficina sí, con quién lo dejó', async () => {
  const [own, office] = [randomUUID(), randomUUID()]
  await town.as(ivan).does(saveTable, given(own, { title: 'Cuadro propio de Iván' }))
  await town.as(ivan).does(saveTable, given(office, { title: 'Cuadro de la oficina', shared: true }))
  expect(await titles(ivan)).toEqual(expect.arrayContaining(['Cuadro propio de Iván', 'Cuadro de la oficina']))
  expect(await titles(carla)).toContain('Cuadro de la oficina')
  expect(await titles(carla)).not.toContain('Cuadro propio de Iván')
  expect((await town.as(carla).refused(showSaved, { id: own })).status).toBe(404)
})
test('quien no carga datos no lo deja para la oficina; quien no lee, nada; la otra comuna no lo ve', async () => {
  expect((await town.as(tomas).refused(saveTable, given(randomUUID(), { shared: true }))).status).toBe(403)
  const id = randomUUID()
  await town.as(rosa).does(saveTable, given(id, { title: 'De Rosa', shared: true }))
  for (const [action, input] of [[saveTable, given(randomUUID())], [changeSaved, { id, version: 1, title: 'Otro', note: '', shared: false }], [retireSaved, { id, version: 1 }], [restoreSaved, { id, version: 1 }], [openBuilder, { id: datasetId }], [listSaved, {}], [showSaved, { id }]] as const) expect((await town.as(visita).refused(action, input)).status).toBe(403)
  for (const [action, input] of [[changeSaved, { id, version: 1, title: 'Otro', note: '', shared: false }], [retireSaved, { id, version: 1 }], [restoreSaved, { id, version: 1 }], [showSaved, { id }], [openBuilder, { id: datasetId }], [saveTable, given(randomUUID())]] as const) expect((await town.as(stranger).refused(action, input)).status).toBe(404)
  expect(await titles(stranger)).toEqual([])
  expect((await town.as(ivan).refused(retireSaved, { id, version: 1 })).status).toBe(403)
})
test('se cambia el nombre, se borra y se recupera; lo viejo se avisa', async () => {
  const id = randomUUID()
  await town.as(tomas).does(saveTable, given(id, { title: 'Para borrar' }))
  await town.as(tomas).does(changeSaved, { id, version: 1, title: 'Con otro nombre', note: 'Para la cuenta pública', shared: false })
  expect((await town.as(tomas).refused(changeSaved, { id, version: 1, title: 'Tarde', note: '', shared: false })).status).toBe(412)
  await town.as(tomas).does(retireSaved, { id, version: 2 })
  expect(await titles(tomas)).not.toContain('Con otro nombre')
  expect(await town.as(tomas).asks(showSaved, { id })).toMatchObject({ retired: true })
  await town.as(tomas).does(restoreSaved, { id, version: 3 })
  expect(await titles(tomas)).toContain('Con otro nombre')
})
test('una dirección sin cuadro no se guarda', async () => expect((await town.as(rosa).refused(saveTable, given(randomUUID(), { search: 'q=algo' }))).id).toBe('estadistica/cuadro-sin-pedido'))
test('para armar llega la estructura, las versiones y la comuna de quien mira', async () => {
  const answer = await town.as(tomas).asks<BuilderAnswer>(openBuilder, { id: datasetId })
  expect([answer.version?.number, answer.versions.map(({ number }) => number), answer.home, answer.version?.structure.dimensions.map(({ key }) => key), answer.above['commune']?.some(({ level }) => level === 'country')]).toEqual([2, [2, 1], '99001', ['commune', 'year'], true])
})
test('la cita dice quién publica, qué versión, dónde y hasta cuándo', () => {
  expect(citation({ title: 'Población', datasetTitle: 'Proyecciones', pinned: 3 }, 'INE', 'http://secplan/conocer/cuadros/guardados/1', '2026-07-22' as never)).toBe('INE. «Población», del conjunto «Proyecciones», versión 3. http://secplan/conocer/cuadros/guardados/1. Consultado con lo conocido al 22-07-2026.')
})
