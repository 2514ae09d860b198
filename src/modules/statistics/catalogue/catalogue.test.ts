import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ivan, marcela, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import type { CatalogueAnswer } from '../contract.ts'
import { createDataset, shareDataset } from '../datasets/save-dataset.ts'
import { addTestVersion, described } from '../testing/small-dataset.ts'
import { upload } from '../testing/upload.ts'
import { statisticsEvidence, statisticsWork } from '../work.ts'
import { keepHolding, retireHolding } from './keep-holding.ts'
import { yearsOf } from './match-item.ts'
import { searchCatalogue } from './search-catalogue.query.ts'

let town: Town
const study = randomUUID()
beforeAll(async () => {
  town = await openTown()
  const id = randomUUID()
  await town.as(ivan).does(createDataset, { id, ...described('delitos', 'Casos policiales'), topic: 'security', publisher: 'CEAD', nextExpectedOn: '2026-07-01' })
  await town.as(ivan).does(shareDataset, { id, version: 1 })
  await addTestVersion(town, ivan, { datasetId: id, number: 1, period: '2010–2025' })
  await town.as(ivan).does(keepHolding, { id: study, kind: 'study', title: 'Estudio de demanda hídrica', topic: 'environment', publisher: 'DGA', territory: 'Cuenca del Cruces', yearFrom: 2019, fileHash: await upload(town, ivan, 'estudio.txt', Buffer.from('caudales de estiaje')) })
})
afterAll(() => town.close())
const titles = async (input: object, actor = rosa) => (await town.as(actor).asks<CatalogueAnswer>(searchCatalogue, input)).items.map(({ title }) => title)

test('una búsqueda encuentra datos y estudios; cada filtro quita lo que no responde', async () => {
  expect(await titles({})).toEqual(['Casos policiales', 'Estudio de demanda hídrica'])
  expect(await titles({ text: 'hidrica' })).toEqual(['Estudio de demanda hídrica'])
  expect(await titles({ topic: 'security' })).toEqual(['Casos policiales'])
  expect(await titles({ publisher: 'DGA' })).toEqual(['Estudio de demanda hídrica'])
  expect(await titles({ territory: 'Cuenca del Cruces' })).toEqual(['Estudio de demanda hídrica'])
  // 2015 está entre 2010 y 2025; 2019, en los dos.
  expect(await titles({ year: 2015 })).toEqual(['Casos policiales'])
  expect(await titles({ year: 2019 })).toHaveLength(2)
  expect(await titles({ kind: 'study' })).toEqual(['Estudio de demanda hídrica'])
  expect(await titles({ overdue: 'si' })).toEqual(['Casos policiales'])
  expect(await titles({ access: 'restricted' })).toEqual([])
  expect([yearsOf('marzo de 2023'), yearsOf('2002–2035'), yearsOf('sin fecha')]).toEqual([[2023, 2023], [2002, 2035], undefined])
})
test('lo atrasado es trabajo de quien carga y baja la parte al día del tablero', async () => {
  const items = await town.as(ivan).reads((context) => statisticsWork(context))
  expect(items).toMatchObject([{ what: 'Cargar la próxima versión de «Casos policiales»', until: '2026-07-01', state: 'owed' }])
  expect(await town.as(tomas).reads((context) => statisticsWork(context))).toEqual([])
  const { shares } = await town.as(rosa).reads((context) => statisticsEvidence.evidence({ from: context.today, to: context.today }, context))
  expect(shares?.find(({ fact }) => fact === 'statistics.up-to-date')).toMatchObject({ met: 0, total: 1 })
})
test('sacar una ficha es de quien lleva el almacén; un concejal no ve lo interno y la otra comuna no ve nada', async () => {
  expect(await titles({}, marcela)).not.toContain('Estudio de demanda hídrica')
  expect(await titles({}, stranger)).toEqual([])
  expect((await town.as(tomas).refused(keepHolding, {})).status).toBe(403)
  expect((await town.as(ivan).refused(retireHolding, { id: study, reason: 'Estaba repetido aquí' })).status).toBe(403)
  expect((await town.as(stranger).refused(retireHolding, { id: study, reason: 'No es de esta comuna' })).status).toBe(404)
  expect((await town.as(stranger).refused(keepHolding, { id: randomUUID(), kind: 'study', title: 'Ajeno', fileHash: 'b'.repeat(64) })).status).toBe(404)
  await town.as(rosa).does(retireHolding, { id: study, reason: 'Estaba repetido aquí' })
  expect(await titles({})).toEqual(['Casos policiales'])
})
