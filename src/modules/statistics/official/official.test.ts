import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel'
import { alcaldesa, ivan, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { engines, freshDatabase } from '../../../../tests/setup/engines.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { upload } from '../testing/upload.ts'
import { createDataset, shareDataset } from '../datasets/save-dataset.ts'
import { withdrawVersion } from '../datasets/withdraw-version.ts'
import type { ConceptView, OfficialAnswer } from '../contract.ts'
import { addTestVersion, described } from '../testing/small-dataset.ts'
import { adoptFigure, preferSource } from './adopt-figure.ts'
import { listOfficial } from './list-official.query.ts'
import { addSource, changeConcept, createConcept, retireSource } from './save-concept.ts'

/** INE, proyecciones comunales base 2017 y censo 2024: Loncoche 2024 (poblacion/proyecciones_comunales_2002_2035.csv y territorio/comunas.csv de los datos publicados). */
const PROJECTED = 24_785
const COUNTED = 25_158

describe.each(engines)('cifras oficiales en el motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  const ids = { projection: randomUUID(), census: randomUUID(), concept: randomUUID(), projected: randomUUID(), counted: randomUUID(), version: '' }
  const dataset = async (id: string, code: string, title: string, populationBase: string, persons: Record<string, number>) => {
    await town.as(ivan).does(createDataset, { id, ...described(code, title), populationBase })
    await town.as(ivan).does(shareDataset, { id, version: 1 })
    return addTestVersion(town, ivan, { datasetId: id, number: 1, persons, populationBase })
  }
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
    await dataset(ids.projection, 'proyeccion', 'Proyección comunal', 'Proyección base 2017', { 2023: 24_690, 2024: PROJECTED })
    ids.version = await dataset(ids.census, 'censo', 'Censo 2024', 'Censo 2024', { 2024: COUNTED })
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  const concept = async (): Promise<ConceptView> => {
    const [first] = (await town.as(rosa).asks<OfficialAnswer>(listOfficial)).concepts
    if (!first) throw new Error('sin concepto')
    return first
  }
  const fields = { code: 'poblacion-comunal', title: 'Población comunal', definition: 'Personas que residen en la comuna', unit: 'personas', decimals: 0 }
  const act = { actKind: 'decree', actNumber: '1.234', actOn: '2026-07-20', effectiveOn: '2026-07-20', period: '2024' } as const
  const adopt = (sourceId: string) => ({ id: randomUUID(), conceptId: ids.concept, ...act, origin: { kind: 'source', sourceId } })

  test('dos fuentes de un concepto quedan aparte, cada una con su base', async () => {
    await town.as(rosa).does(createConcept, { id: ids.concept, ...fields })
    await town.as(rosa).does(addSource, { id: ids.projected, conceptId: ids.concept, datasetId: ids.projection, title: 'Proyección INE', measure: 'persons', codes: { commune: '09109' } })
    await town.as(rosa).does(addSource, { id: ids.counted, conceptId: ids.concept, datasetId: ids.census, title: 'Censo 2024', measure: 'persons', codes: { commune: '09109' } })
    const { sources } = await concept()
    expect(sources.map(({ base, values }) => [base, values.find(({ period }) => period === '2024')?.value])).toEqual([['Proyección base 2017', PROJECTED], ['Censo 2024', COUNTED]])
    // El censo da 373 personas más que la proyección: 25.158 − 24.785.
    expect(COUNTED - PROJECTED).toBe(373)
    const wrong = await town.as(rosa).refused(addSource, { id: randomUUID(), conceptId: ids.concept, datasetId: ids.census, title: 'Otra', measure: 'persons', codes: { commune: '99999' } })
    expect(wrong.id).toBe('estadistica/fuente-sin-celda')
  })
  test('sin la nota que explica la diferencia no se adopta ninguna; con ella, una, y ambas siguen a la vista', async () => {
    expect((await town.as(alcaldesa).refused(adoptFigure, adopt(ids.counted))).id).toBe('estadistica/falta-nota')
    await town.as(rosa).does(changeConcept, { id: ids.concept, version: 1, ...fields, reconciliation: 'El censo contó 373 residentes más que la proyección hecha con el censo 2017.' })
    await town.as(alcaldesa).does(adoptFigure, adopt(ids.counted))
    const { adoptions, sources, reconciliation } = await concept()
    expect(adoptions.filter(({ inForce }) => inForce)).toMatchObject([{ value: COUNTED, period: '2024', actNumber: '1.234', office: 'Alcaldesa', sourceTitle: 'Censo 2024', versionNumber: 1 }])
    expect(sources).toHaveLength(2)
    expect(reconciliation).toContain('373')
  })
  test('volver a adoptar es un hecho nuevo, y la fecha anterior sigue diciendo lo suyo', async () => {
    await town.as(alcaldesa).does(adoptFigure, { ...adopt(ids.projected), actNumber: '1.300', actOn: '2026-07-22', effectiveOn: '2026-07-22' })
    expect((await concept()).adoptions.map(({ value, inForce }) => [value, inForce])).toEqual([[PROJECTED, true], [COUNTED, false]])
    const figure = (effectiveOn: string) => town.as(rosa).reads(async ({ figures }) => figures.get('statistics/official-figure', { concept: 'poblacion-comunal', period: '2024' }), { effectiveOn: day(effectiveOn), knownOn: day('2026-07-22') })
    expect((await figure('2026-07-22')).value).toBe(PROJECTED)
    expect((await figure('2026-07-21')).value).toBe(COUNTED)
    expect(await figure('2026-07-19')).toMatchObject({ value: null, status: 'absent' })
    const trail = await town.as(rosa).reads(({ figures }) => figures.trail('statistics/official-figure', { concept: 'poblacion-comunal', period: '2024' }, { page: 1, size: 5 }))
    expect(trail).toMatchObject({ total: 1, sum: PROJECTED, records: [{ documentTitle: 'Decreto alcaldicio N.º 1.300, 22-07-2026', amount: PROJECTED }] })
  })
  test('quien cargó los datos no los adopta; quien no tiene la atribución, tampoco; desde un documento, sí', async () => {
    const own = randomUUID()
    await town.as(rosa).does(createDataset, { id: own, ...described('propio', 'Propio'), populationBase: 'Censo 2024' })
    await town.as(rosa).does(shareDataset, { id: own, version: 1 })
    await addTestVersion(town, rosa, { datasetId: own, number: 1, persons: { 2024: COUNTED } })
    const source = randomUUID()
    await town.as(rosa).does(addSource, { id: source, conceptId: ids.concept, datasetId: own, title: 'Carga de Rosa', measure: 'persons', codes: { commune: '09109' } })
    expect((await town.as(rosa).refused(adoptFigure, adopt(source))).id).toBe('estadistica/adopta-quien-cargo')
    expect((await town.as(ivan).refused(adoptFigure, adopt(source))).status).toBe(403)
    expect((await town.as(tomas).refused(adoptFigure, adopt(source))).status).toBe(403)
    const fileHash = await upload(town, rosa, 'oficio-ine.txt', Buffer.from('Población 2025: 25.300'))
    await town.as(rosa).does(adoptFigure, { ...adopt(source), id: randomUUID(), period: '2025', origin: { kind: 'document', fileHash, value: 25_300 } })
    expect((await concept()).adoptions[0]).toMatchObject({ period: '2025', value: 25_300, fileHash })
    await town.as(rosa).does(retireSource, { id: source, reason: 'Repetía el censo del INE' })
    expect((await concept()).sources).toHaveLength(2)
  })
  test('la preferida por uso es la última que se dijo', async () => {
    await town.as(rosa).does(preferSource, { id: randomUUID(), conceptId: ids.concept, use: 'per-capita', sourceId: ids.projected })
    await town.as(rosa).does(preferSource, { id: randomUUID(), conceptId: ids.concept, use: 'per-capita', sourceId: ids.counted, note: 'El censo es más reciente' })
    expect((await concept()).sources.map(({ title, preferredFor }) => [title, preferredFor])).toEqual([['Proyección INE', []], ['Censo 2024', ['per-capita']]])
    expect((await town.as(rosa).refused(preferSource, { id: randomUUID(), conceptId: randomUUID(), use: 'per-capita', sourceId: ids.counted })).status).toBe(404)
  })
  test('una versión que una cifra en vigor cita no se retira', async () => {
    await town.as(alcaldesa).does(adoptFigure, { ...adopt(ids.counted), actNumber: '1.400' })
    const problem = await town.as(rosa).refused(withdrawVersion, { id: ids.version, reason: 'Archivo equivocado' })
    expect([problem.id, problem.detail]).toEqual(['estadistica/version-en-uso', 'La citan: Población comunal 2024.'])
  })
  test('la otra comuna no encuentra nada; quien solo lee no cambia nada', async () => {
    expect((await town.as(stranger).asks<OfficialAnswer>(listOfficial)).concepts).toEqual([])
    expect((await town.as(stranger).refused(adoptFigure, adopt(ids.counted))).status).toBe(404)
    expect((await town.as(stranger).refused(changeConcept, { id: ids.concept, version: 2, ...fields })).status).toBe(404)
    expect((await town.as(stranger).refused(retireSource, { id: ids.counted, reason: 'No es de esta comuna' })).status).toBe(404)
    expect((await town.as(stranger).refused(addSource, { id: randomUUID(), conceptId: ids.concept, datasetId: ids.census, title: 'Ajena', measure: 'persons' })).status).toBe(404)
    expect((await town.as(stranger).refused(preferSource, { id: randomUUID(), conceptId: ids.concept, use: 'planning', sourceId: ids.counted })).status).toBe(404)
    for (const action of [createConcept, changeConcept, addSource, retireSource, preferSource]) expect((await town.as(tomas).refused(action, {})).status, action.name).toBe(403)
  })
})
