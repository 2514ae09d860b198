import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel'
import { rosa, ivan, stranger, tomas, visita } from '../../../../tests/cast.ts'
import { engines, freshDatabase } from '../../../../tests/setup/engines.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { type DatasetAnswer, type DatasetsAnswer, listDatasets, showDataset } from './dataset-queries.ts'
import { openRestricted } from './restricted-access.ts'
import { changeDataset, createDataset, retireDataset, shareDataset } from './save-dataset.ts'
import { addTestVersion, described } from '../testing/small-dataset.ts'
import { demandExport } from './restricted-access.ts'
import { versionOf } from './version-of.ts'
import { restoreVersion, withdrawVersion } from './withdraw-version.ts'

describe.each(engines)('conjuntos de datos en el motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  const titles = async (actor: typeof rosa) => (await town.as(actor).asks<DatasetsAnswer>(listDatasets)).datasets.map(({ title }) => title)

  test('sin fuente solo lo ve su autor, y no se comparte', async () => {
    const id = randomUUID()
    await town.as(ivan).does(createDataset, { id, ...described('borrador', 'Borrador sin fuente'), publisher: '', sourceLink: '' })
    expect(await titles(ivan)).toContain('Borrador sin fuente')
    expect(await titles(rosa)).not.toContain('Borrador sin fuente')
    expect((await town.as(rosa).refused(showDataset, { id })).status).toBe(404)
    expect((await town.as(ivan).refused(shareDataset, { id, version: 1 })).id).toBe('estadistica/sin-fuente')
    await town.as(ivan).does(changeDataset, { id, version: 1, ...described('borrador', 'Borrador con fuente') })
    await town.as(ivan).does(shareDataset, { id, version: 2 })
    expect(await titles(rosa)).toContain('Borrador con fuente')
    // Compartido, ya no lo cambia quien solo carga.
    expect((await town.as(ivan).refused(changeDataset, { id, version: 3, ...described('borrador', 'Otra cosa') })).status).toBe(403)
    expect((await town.as(rosa).refused(changeDataset, { id, version: 3, ...described('borrador', 'Otra cosa'), publisher: '' })).id).toBe('estadistica/sin-fuente')
    expect((await town.as(rosa).refused(changeDataset, { id, version: 1, ...described('borrador', 'Otra cosa') })).status).toBe(412)
  })
  test('una revisión es otra versión y «conocido al» elige la que se sabía', async () => {
    const id = randomUUID()
    await town.as(ivan).does(createDataset, { id, ...described('poblacion', 'Población') })
    await town.as(ivan).does(shareDataset, { id, version: 1 })
    await addTestVersion(town, ivan, { datasetId: id, number: 1, period: '2023', effectiveOn: day('2026-01-10') })
    await addTestVersion(town, ivan, { datasetId: id, number: 2, period: '2024', effectiveOn: day('2026-07-01'), reason: 'El INE corrigió 2023 y publicó 2024' })
    const { versions } = await town.as(rosa).asks<DatasetAnswer>(showDataset, { id })
    expect(versions.map(({ number, period }) => [number, period])).toEqual([[2, '2024'], [1, '2023']])
    const numberAt = (effectiveOn: string) => town.as(rosa).reads(async (context) => (await versionOf(context, id, 'latest')).number, { effectiveOn: day(effectiveOn), knownOn: day('2026-07-22') })
    expect(await numberAt('2026-07-22')).toBe(2)
    expect(await numberAt('2026-06-30')).toBe(1)
    await expect(town.as(rosa).reads((context) => versionOf(context, id, 'latest'), { effectiveOn: day('2026-07-22'), knownOn: day('2026-07-21') })).rejects.toMatchObject({ id: 'ausente/no-existe' })
  })
  test('retirar una versión vuelve a la anterior y deshacerlo la trae de vuelta', async () => {
    const id = randomUUID()
    await town.as(ivan).does(createDataset, { id, ...described('retiro', 'Con retiro') })
    await town.as(ivan).does(shareDataset, { id, version: 1 })
    await addTestVersion(town, ivan, { datasetId: id, number: 1 })
    const second = await addTestVersion(town, ivan, { datasetId: id, number: 2 })
    const latest = () => town.as(rosa).reads(async (context) => (await versionOf(context, id, 'latest')).number)
    expect((await town.as(ivan).refused(withdrawVersion, { id: second, reason: 'El archivo estaba equivocado' })).status).toBe(403)
    expect((await town.as(stranger).refused(withdrawVersion, { id: second, reason: 'El archivo estaba equivocado' })).status).toBe(404)
    await town.as(rosa).does(withdrawVersion, { id: second, reason: 'El archivo estaba equivocado' })
    expect(await latest()).toBe(1)
    expect((await town.as(rosa).refused(withdrawVersion, { id: second, reason: 'El archivo estaba equivocado' })).id).toBe('estadistica/version-retirada')
    expect((await town.as(ivan).refused(restoreVersion, { id: second })).status).toBe(403)
    expect((await town.as(stranger).refused(restoreVersion, { id: second })).status).toBe(404)
    await town.as(rosa).does(restoreVersion, { id: second })
    expect(await latest()).toBe(2)
    // Se puede volver a retirar: el retiro deshecho ya no cuenta.
    await town.as(rosa).does(withdrawVersion, { id: second, reason: 'Ahora sí estaba equivocado' })
    expect(await latest()).toBe(1)
  })
  test('restringido: permiso y finalidad del día; confidencial no sale en archivos', async () => {
    const id = randomUUID()
    await town.as(rosa).does(createDataset, { id, ...described('rsh', 'Registro social'), access: 'confidential' })
    await town.as(rosa).does(shareDataset, { id, version: 1 })
    await addTestVersion(town, rosa, { datasetId: id, number: 1 })
    const read = (actor: typeof rosa) => town.as(actor).reads((context) => versionOf(context, id, 'latest'))
    await expect(read(tomas)).rejects.toMatchObject({ id: 'permiso/no-autorizado' })
    await expect(read(rosa)).rejects.toMatchObject({ id: 'estadistica/falta-finalidad' })
    expect((await town.as(tomas).refused(openRestricted, { id, purpose: 'Diagnóstico del plan comunal' })).status).toBe(403)
    expect((await town.as(stranger).refused(openRestricted, { id, purpose: 'Diagnóstico del plan comunal' })).status).toBe(404)
    await town.as(rosa).does(openRestricted, { id, purpose: 'Diagnóstico del plan comunal' })
    const version = await read(rosa)
    expect(version.number).toBe(1)
    expect(() => demandExport({ access: version.access, title: 'Registro social' })).toThrow('no se exporta')
  })
  test('lo atrasado viaja con la fuente', async () => {
    const id = randomUUID()
    await town.as(rosa).does(createDataset, { id, ...described('atrasado', 'Atrasado'), nextExpectedOn: '2026-07-12' })
    await town.as(rosa).does(shareDataset, { id, version: 1 })
    await addTestVersion(town, rosa, { datasetId: id, number: 1 })
    const overdue = () => town.as(rosa).reads(async (context) => (await versionOf(context, id, 'latest')).source.overdue)
    // Del 12 al 22 de julio: diez días.
    expect(await overdue()).toContain('10 días')
    await town.as(rosa).does(retireDataset, { id, version: 2, on: '2026-07-20', reason: 'El organismo dejó de publicarlo' })
    expect(await overdue()).toBeUndefined()
  })
  test('quien no carga no crea, y la otra comuna no ve nada', async () => {
    for (const action of [createDataset, changeDataset, shareDataset, retireDataset]) for (const actor of [visita, tomas]) expect((await town.as(actor).refused(action, {})).status).toBe(403)
    expect(await titles(stranger)).toEqual([])
    const [known] = (await town.as(rosa).asks<DatasetsAnswer>(listDatasets)).datasets
    expect((await town.as(stranger).refused(showDataset, { id: known?.id })).status).toBe(404)
    for (const action of [shareDataset, retireDataset, changeDataset]) expect((await town.as(stranger).refused(action, { id: known?.id, version: 1, ...described('otra-comuna', 'Otra'), on: '2026-07-01', reason: 'Motivo largo de prueba' })).status, action.name).toBe(404)
  })
})
