import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel'
import { alcaldesa, ivan, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { engines, freshDatabase } from '../../../../tests/setup/engines.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { type DatasetAnswer, showDataset } from '../datasets/dataset-queries.ts'
import { createDataset, shareDataset } from '../datasets/save-dataset.ts'
import { versionOf } from '../datasets/version-of.ts'
import type { OfficialAnswer } from '../contract.ts'
import { adoptFigure } from '../official/adopt-figure.ts'
import { listOfficial } from '../official/list-official.query.ts'
import { addSource, createConcept } from '../official/save-concept.ts'
import { runJob } from '../testing/run-job.ts'
import { described } from '../testing/small-dataset.ts'
import { upload } from '../testing/upload.ts'
import { cancelLoad, confirmLoad, lookFile, previewLoad, startLoad } from './load-actions.ts'
import type { LoadView, ReadFileAnswer } from './load-contract.ts'
import { lookFileJob, previewLoadJob, readFileJob } from './load-jobs.ts'
import { loadManyJob } from './load-many-job.ts'
import { type LoadsAnswer, listLoads, showLoad } from './load-queries.ts'
import { saveRecipe } from './save-recipe.ts'
import type { LookTold } from '../recipes/index.ts'
import { undoLoad } from './undo-load.ts'

const RECIPE = 'proyecciones-comunales-2002-2035'
const HEADER = 'cut_comuna,comuna,anio,poblacion'
/** Three communes of the published projection (base 2017), 2023 and 2024. */
const first = [HEADER, '09109,Loncoche,2023,24690', '09109,Loncoche,2024,24785', '09101,Temuco,2023,306000', '09101,Temuco,2024,307000'].join('\n')
/** The next file: Temuco 2024 corrected (+500), Temuco 2023 gone, Loncoche 2025 new. */
const second = [HEADER, '09109,Loncoche,2023,24690', '09109,Loncoche,2024,24785', '09101,Temuco,2024,307500', '09109,Loncoche,2025,24900'].join('\n')

describe.each(engines)('cargas en el motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  const dataset = randomUUID()
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
    await town.as(ivan).does(createDataset, { id: dataset, ...described('proyeccion', 'Proyección comunal') })
    await town.as(ivan).does(shareDataset, { id: dataset, version: 1 })
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  const start = async (name: string, content: string, actor = ivan): Promise<string> => {
    const id = randomUUID()
    await town.as(actor).does(startLoad, { id, datasetId: dataset, fileHash: await upload(town, actor, name, Buffer.from(content)) })
    return id
  }
  const preview = async (id: string, recipe = RECIPE): Promise<LoadView> => {
    await runJob(town, ivan, previewLoadJob, { id, recipe })
    return town.as(ivan).asks<LoadView>(showLoad, { id })
  }
  const confirm = (view: LoadView, period: string, reason = 'Publicación del INE') => town.as(ivan).does<{ version: number }>(confirmLoad, { id: view.id, version: view.version, period, effectiveOn: '2026-07-20', reason, nextExpectedOn: '2027-03-31' })
  const latest = (asOf?: { effectiveOn: ReturnType<typeof day>; knownOn: ReturnType<typeof day> }) => town.as(rosa).reads(async (context) => (await versionOf(context, dataset, 'latest')).number, asOf)
  const concept = randomUUID()
  const source = randomUUID()

  test('el archivo se reconoce, se revisa y se confirma como primera versión, con su archivo y sus totales', async () => {
    const id = await start('proyeccion-2024.csv', first)
    const { recipes, chosen } = await runJob<ReadFileAnswer>(town, ivan, readFileJob, { id })
    expect(chosen).toBe(RECIPE)
    expect(recipes[0]).toMatchObject({ missing: 0, shipped: true })
    const view = await preview(id)
    // 24.690 + 24.785 + 306.000 + 307.000 = 662.475
    expect(view).toMatchObject({ state: 'ready', preview: { rows: 4, against: 0, stops: 0, period: '2023–2024', changes: { new: 4, changed: 0, equal: 0, missing: 0 }, totals: [{ value: 662_475, unit: 'personas' }] } })
    // Nadie lo ve hasta confirmar.
    await expect(latest()).rejects.toMatchObject({ id: 'ausente/no-existe' })
    expect((await confirm(view, '2023–2024')).result.version).toBe(1)
    expect(await latest()).toBe(1)
    const { versions, dataset: shown } = await town.as(rosa).asks<DatasetAnswer>(showDataset, { id: dataset })
    expect(versions[0]).toMatchObject({ number: 1, rows: 4, fileName: 'proyeccion-2024.csv', recipe: RECIPE, loadId: id })
    expect([shown.nextExpectedOn, shown.populationBase]).toEqual(['2027-03-31', 'proyección base 2017'])
  })
  test('la del año siguiente explica cada diferencia y la anterior queda como estaba', async () => {
    await town.as(rosa).does(createConcept, { id: concept, code: 'poblacion', title: 'Población', definition: 'Residentes', unit: 'personas' })
    await town.as(rosa).does(addSource, { id: source, conceptId: concept, datasetId: dataset, title: 'Proyección', measure: 'population', codes: { place: '09109' } })
    const view = await preview(await start('proyeccion-2025.csv', second))
    expect(view.preview?.changes).toMatchObject({ new: 1, changed: 1, equal: 2, missing: 1 })
    expect(view.preview?.changes?.largest).toEqual([{ key: 'Temuco · 2024', measure: 'Población proyectada', before: 307_000, after: 307_500 }])
    // 24.690 + 24.785 + 307.500 + 24.900 = 381.875
    expect(view.preview?.changes?.totals).toEqual([{ measure: 'Población proyectada', before: 662_475, after: 381_875 }])
    expect((await confirm(view, '2023–2025', 'El INE corrigió Temuco y agregó 2025')).result.version).toBe(2)
    const one = await town.as(rosa).reads((context) => versionOf(context, dataset, 1))
    expect(one.rows).toBe(4)
    const { concepts } = await town.as(rosa).asks<OfficialAnswer>(listOfficial)
    expect(concepts[0]?.sources[0]?.values).toEqual([{ period: '2023', value: 24_690 }, { period: '2024', value: 24_785 }, { period: '2025', value: 24_900 }])
  })
  test('lo que está mal se dice en su celda y no se confirma', async () => {
    const view = await preview(await start('mala.csv', first.replace('24785', 'veinticuatro mil')))
    expect(view.state).toBe('reading')
    expect(view.preview?.findings.find(({ severity }) => severity === 'stops')).toMatchObject({ cell: 'D3' })
    expect((await town.as(ivan).refused(confirmLoad, { id: view.id, version: view.version, period: '2024', effectiveOn: '2026-07-20', reason: 'Publicación del INE' })).id).toBe('estadistica/carga-con-problemas')
  })
  test('el mismo archivo otra vez no hace otra versión; una carga adelantada obliga a revisar de nuevo', async () => {
    const same = await preview(await start('repetida.csv', second))
    expect((await town.as(ivan).refused(confirmLoad, { id: same.id, version: same.version, period: '2025', effectiveOn: '2026-07-20', reason: 'Publicación del INE' })).id).toBe('estadistica/nada-que-cargar')
    const [slow, quick] = [await preview(await start('lenta.csv', `${second}\n09109,Loncoche,2026,25000`)), await preview(await start('rapida.csv', `${second}\n09109,Loncoche,2026,25001`))]
    await confirm(quick, '2023–2026')
    expect((await town.as(ivan).refused(confirmLoad, { id: slow.id, version: slow.version, period: '2026', effectiveOn: '2026-07-20', reason: 'Publicación del INE' })).id).toBe('estadistica/version-cambio')
    await town.as(ivan).does(undoLoad, { id: quick.id, version: (await town.as(ivan).asks<LoadView>(showLoad, { id: quick.id })).version, reason: 'Archivo equivocado' })
    expect(await latest()).toBe(2)
  })
  test('cancelar a mitad no deja nada a la vista; descartar tampoco', async () => {
    const id = await start('cancelada.csv', `${second}\n09109,Loncoche,2030,26000`)
    await expect(runJob(town, ivan, previewLoadJob, { id, recipe: RECIPE }, { cancelAt: 0.5 })).rejects.toMatchObject({ id: 'conflicto/cancelado' })
    expect(await town.as(ivan).asks<LoadView>(showLoad, { id })).toMatchObject({ state: 'reading', preview: null })
    await town.as(ivan).does(cancelLoad, { id })
    expect((await town.as(ivan).refused(previewLoad, { id, recipe: RECIPE })).id).toBe('estadistica/carga-no-lista')
    expect(await latest()).toBe(2)
  })
  test('otra base de población no entra a la misma serie', async () => {
    const other = first.replaceAll('24785', '25158')
    const id = await start('base.csv', other)
    const census = randomUUID()
    await town.as(ivan).does(createDataset, { id: census, ...described('censo', 'Censo'), populationBase: 'Censo 2024' })
    const load = randomUUID()
    await town.as(ivan).does(startLoad, { id: load, datasetId: census, fileHash: await upload(town, ivan, 'censo.csv', Buffer.from(other)) })
    const view = await preview(load)
    expect(view).toMatchObject({ state: 'reading', preview: { stops: 1 } })
    expect(view.preview?.findings[0]?.text).toContain('Dos bases de población no forman una serie')
    await town.as(ivan).does(cancelLoad, { id })
  })
  test('deshacer se rehúsa si una cifra oficial cita la versión', async () => {
    await town.as(alcaldesa).does(adoptFigure, { id: randomUUID(), conceptId: concept, period: '2025', effectiveOn: '2026-07-21', actKind: 'decree', actNumber: '10', actOn: '2026-07-21', origin: { kind: 'source', sourceId: source } })
    const { loads } = await town.as(ivan).asks<LoadsAnswer>(listLoads)
    const load = loads.find(({ versionNumber, state }) => versionNumber === 2 && state === 'loaded')
    expect(load?.undoableUntil).toBe('2026-10-20')
    expect((await town.as(ivan).refused(undoLoad, { id: load?.id, version: load?.version, reason: 'Archivo equivocado' })).id).toBe('estadistica/version-en-uso')
  })
  test('una planilla que ninguna receta conoce se señala, se guarda su receta y el año siguiente se reconoce sola', async () => {
    const own = ['Comuna,Año,Luminarias instaladas', '09109,2024,120', '09109,2025,95'].join('\n')
    const id = await start('luminarias.csv', own)
    const told = await runJob<LookTold>(town, ivan, lookFileJob, { id })
    expect(told.view.rows.length).toBeGreaterThan(2)
    const { result } = await town.as(ivan).does<{ key: string; number: number }>(saveRecipe, { recipe: { ...told.suggestion.recipe, id: 'luminarias' } })
    expect(result).toEqual({ key: 'luminarias', number: 1 })
    expect((await town.as(ivan).refused(saveRecipe, { recipe: { ...told.suggestion.recipe, id: RECIPE } })).id).toBe('estadistica/receta-incompleta')
    const next = await start('luminarias-2.csv', `${own}\n09109,2026,80`)
    expect((await runJob<ReadFileAnswer>(town, ivan, readFileJob, { id: next })).chosen).toBe('luminarias')
    for (const one of [id, next]) await town.as(ivan).does(cancelLoad, { id: one })
  })
  test('muchos archivos en un trabajo: lo que falla se dice y no detiene al resto; repetido, sigue donde quedó', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    for (const [id, code] of [[one, 'uno'], [two, 'dos']] as const) await town.as(rosa).does(createDataset, { id, ...described(code, `Conjunto ${code}`) })
    const [good, bad] = [await upload(town, ivan, 'buena.csv', Buffer.from(`${first}\n09109,Loncoche,2031,25000`)), await upload(town, ivan, 'mala.csv', Buffer.from('esto,no\nes,nada'))]
    const source = { id: randomUUID(), conceptId: concept, datasetId: one, title: 'Otra', measure: 'population', codes: { place: '09109' } }
    const input = { loads: [{ datasetId: two, fileHash: bad, recipe: RECIPE, effectiveOn: day('2026-07-01'), nextExpectedOn: null }, { datasetId: one, fileHash: good, recipe: RECIPE, effectiveOn: day('2026-07-01'), nextExpectedOn: null }], reason: 'Carga inicial', sources: [source] }
    const told = { loaded: 1, left: [expect.stringContaining('mala.csv')] }
    for (let run = 1; run <= 2; run++) expect(await runJob(town, rosa, loadManyJob, input), `vez ${run}`).toEqual(told)
    expect((await town.as(rosa).asks<DatasetAnswer>(showDataset, { id: one })).versions).toHaveLength(1)
  })
  test('quien no carga no puede y la otra comuna no encuentra', async () => {
    for (const action of [startLoad, lookFile, saveRecipe, previewLoad, confirmLoad, cancelLoad, undoLoad]) expect((await town.as(tomas).refused(action, {})).status, action.name).toBe(403)
    const id = await start('ajena.csv', first)
    const view = await town.as(ivan).asks<LoadView>(showLoad, { id })
    expect((await town.as(stranger).refused(showLoad, { id })).status).toBe(404)
    expect((await town.as(stranger).refused(startLoad, { id: randomUUID(), datasetId: dataset, fileHash: view.fileHash })).status).toBe(404)
    for (const [action, input] of [[previewLoad, { id, recipe: RECIPE }], [lookFile, { id }], [cancelLoad, { id }], [undoLoad, { id, version: 1, reason: 'No es de esta comuna' }], [confirmLoad, { id, version: 1, period: '2024', effectiveOn: '2026-07-20', reason: 'No es de esta comuna' }]] as const) expect((await town.as(stranger).refused(action, input)).status, action.name).toBe(404)
  })
})
