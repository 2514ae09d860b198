import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { Actor } from '#kernel'
import { sql } from '#platform/database'
import { readSheets } from '#platform/spreadsheets'
import { dario, ivan, rosa, stranger, visita } from '../../../tests/cast.ts'
import { UNIT } from '../../../tests/town.ts'
import { modules, worksheets } from '../../app/modules.ts'
import { runJob } from '../budget/testing/run-job.ts'
import { compareFile, readFor } from './compare/compare-file.ts'
import type { Comparison, LoadAnswer, LoadsAnswer } from './contract.ts'
import { rejectedSheet } from './download/rejected-file.ts'
import { ids, openFullTown } from './testing/town.fixture.ts'
import { bytesOf, everything, facts, roundTrip, upload } from './testing/worksheets.fixture.ts'

let town: Awaited<ReturnType<typeof openFullTown>>
beforeAll(async () => { town = await openFullTown() })
afterAll(() => town.close())

const { compareWorksheet, applyWorksheet, undoWorksheet } = worksheets.actions
const [applyJob, undoJob] = worksheets.jobs
const PROJECTS = 'projects.portfolio'
const [PLAZA, BRIDGE] = ['Reposición plaza de armas de Villa Prueba', 'Construcción puente peatonal estero Quilque']
const compare = async (fileHash: string, name = PROJECTS, actor: Actor = rosa) => (await town.as(actor).does<Comparison>(compareWorksheet, { name, fileHash })).result
const show = (id: string, actor: Actor = rosa) => town.as(actor).asks<LoadAnswer>(worksheets.queries.showLoad, { id })
const apply = async (fileHash: string, given: object = {}, name = PROJECTS, actor: Actor = rosa): Promise<LoadAnswer> => {
  const id = randomUUID()
  await town.as(actor).does(applyWorksheet, { id, name, fileHash, reason: 'Revisión anual de la cartera', ...given })
  if (applyJob) await runJob(town, actor, applyJob, { id })
  return show(id, actor)
}
const undo = async ({ load }: LoadAnswer, given: object = {}, actor: Actor = rosa): Promise<LoadAnswer> => {
  await town.as(actor).does(undoWorksheet, { id: load.id, version: load.version, reason: 'Se subió el archivo equivocado', ...given })
  if (undoJob) await runJob(town, actor, undoJob, { id: load.id })
  return show(load.id, actor)
}
const values = async (id: string, name = PROJECTS) => (await facts(town, everything, name)).rows.find((row) => row.id === id)?.values ?? {}
const verdicts = ({ lines }: Comparison) => lines.map(({ cell, column, verdict, yours }) => [cell, column, verdict, yours])

describe('la diferencia dice celda por celda qué pasa', () => {
  test('cambios, opciones sin acento ni mayúscula, y lo que no se admite con su celda, su razón y qué hacer', async () => {
    const hash = await roundTrip(town, rosa, PROJECTS, (cell) => {
      cell(PLAZA, 'Etapa').value = 'EN ANALISIS'
      cell(PLAZA, 'Etapa desde').value = '20/07/2026'
      cell(PLAZA, 'Costo total ($)').value = '$ 1.234.567'
      cell(PLAZA, 'Unidad técnica').value = 'daf'
      cell(BRIDGE, 'Costo total ($)').value = 'noventa millones'
      cell(BRIDGE, 'Etapa').value = 'Casi lista'
      cell(BRIDGE, 'Etapa desde').value = '05-06-26'
      cell(BRIDGE, 'Código BIP').value = '123'
      cell(BRIDGE, 'Mujeres beneficiarias').value = 12.5
      cell(BRIDGE, 'Lugar').value = { formula: 'HYPERLINK("x")' }
    })
    const seen = await compare(hash)
    expect(seen.counts).toMatchObject({ changed: 1, rejected: 1, equal: 0 })
    const said = new Map(seen.lines.map((line) => [`${line.label === PLAZA ? 'plaza' : 'puente'} ${line.column}`, line]))
    expect(said.get('plaza Etapa')).toMatchObject({ verdict: 'changed', downloaded: 'En formulación', yours: 'En análisis' })
    expect(said.get('plaza Etapa desde')).toMatchObject({ verdict: 'changed', yours: '20-07-2026' })
    expect(said.get('plaza Costo total ($)')).toMatchObject({ verdict: 'changed', downloaded: '$200.000.000', yours: '$1.234.567' })
    expect(said.get('plaza Unidad técnica')).toMatchObject({ verdict: 'changed', yours: 'Dirección de Administración y Finanzas' })
    expect(said.get('puente Costo total ($)')).toMatchObject({ verdict: 'rejected', reason: '«noventa millones» no es un número: escriba sólo cifras' })
    expect(said.get('puente Costo total ($)')?.cell).toMatch(/^H\d+$/)
    expect(said.get('puente Etapa')?.reason).toContain('no es una opción')
    expect(said.get('puente Etapa desde')?.reason).toContain('el año de «05-06-26» tiene dos cifras: escriba 05-06-2026')
    expect(said.get('puente Lugar')?.reason).toContain('fórmula sin calcular')
    // The action's own validation is told before trying.
    expect(said.get('puente Mujeres beneficiarias')?.verdict).toBe('rejected')
  })
  test('filas quitadas, repetidas, agregadas y con la clave cambiada; columnas de más: nada se borra y todo se dice', async () => {
    const seen = await compare(await roundTrip(town, rosa, PROJECTS, (cell, sheet) => {
      const [plaza, bridge] = [cell(PLAZA, 'Proyecto') as { row?: number }, cell(BRIDGE, 'Proyecto') as { row?: number }].map(({ row }) => Number(row))
      const row = sheet.getRow(plaza ?? 0)
      sheet.addRow(row.values)
      sheet.addRow(['Proyecto inventado'])
      const key = sheet.getRow(bridge ?? 0).cellCount
      const signed = String(sheet.getCell(bridge ?? 0, key).value)
      sheet.getCell(bridge ?? 0, key).value = `${signed.slice(0, -1)}${signed.endsWith('0') ? '1' : '0'}`
      sheet.getCell(5, key + 1).value = 'Mi nota'
    }))
    expect(seen.lines.map(({ verdict }) => verdict).sort()).toEqual(['repeated', 'unknown', 'unknown'])
    expect(seen.missing).toEqual([BRIDGE])
    expect(seen.notes).toEqual(['Columnas que no son de la planilla, y no se miran: Mi nota.'])
  })
  test('si alguien cambió la misma celda es un conflicto: se muestran las tres y no se toma por sí solo', async () => {
    const hash = await roundTrip(town, rosa, PROJECTS, (cell) => { cell(BRIDGE, 'Lugar').value = 'Quilque Alto'; cell(BRIDGE, 'Costo total ($)').value = 95_000_000 })
    const before = await apply(await roundTrip(town, rosa, PROJECTS, (cell) => { cell(BRIDGE, 'Lugar').value = 'Quilque Bajo' }))
    expect(before.counts.done).toBe(1)
    const seen = await compare(hash)
    expect(seen.lines.map(({ column, verdict, downloaded, current, yours }) => [column, verdict, downloaded, current, yours])).toEqual([
      ['Lugar', 'conflict', 'Quilque', 'Quilque Bajo', 'Quilque Alto'], ['Costo total ($)', 'changed', '$90.000.000', '$90.000.000', '$95.000.000'],
    ])
    const applied = await apply(hash)
    expect(await values(ids.bridge)).toMatchObject({ place: 'Quilque Bajo', totalCost: 95_000_000 })
    await undo(applied)
    const forced = await apply(hash, { force: [`${ids.bridge}:place`], leave: [`${ids.bridge}:totalCost`] })
    expect(await values(ids.bridge)).toMatchObject({ place: 'Quilque Alto', totalCost: 90_000_000 })
    await undo(forced)
    await undo(before)
    expect(await values(ids.bridge)).toMatchObject({ place: 'Quilque', totalCost: 90_000_000 })
  })
})

describe('se aplica en parte y se deshace', () => {
  test('lo aceptado pasa por su acción, el recibo lo lista, y al deshacer vuelve lo que decía', async () => {
    const before = await values(ids.plaza)
    const hash = await roundTrip(town, rosa, PROJECTS, (cell) => {
      cell(PLAZA, 'Etapa').value = 'En análisis'
      cell(PLAZA, 'Etapa desde').value = new Date('2026-07-20T00:00:00Z')
      cell(PLAZA, 'Costo total ($)').value = 210_000_000
      cell(PLAZA, 'Lugar').value = 'Centro'
      cell(BRIDGE, 'Código BIP').value = 'XX'
    })
    const receipt = await apply(hash, { leave: [`${ids.plaza}:place`] })
    expect(receipt.counts).toMatchObject({ done: 1, refused: 1 })
    expect(receipt.changes.find(({ label }) => label === PLAZA)?.cells.map(({ title, from, to, state }) => [title, from, to, state])).toEqual([
      ['Etapa', 'En formulación', 'En análisis', 'done'], ['Etapa desde', '10-01-2026', '20-07-2026', 'done'], ['Costo total ($)', '$200.000.000', '$210.000.000', 'done'],
    ])
    expect(receipt.changes.find(({ label }) => label === BRIDGE)?.cells[0]?.reason).toContain('Ocho dígitos')
    expect(await values(ids.plaza)).toMatchObject({ stage: 'analysis', stageOn: '2026-07-20', totalCost: 210_000_000, place: 'Villa Prueba' })
    expect(receipt.load.undoable).toBe(true)
    const undone = await undo(receipt)
    expect([undone.load.state, undone.counts.undone]).toEqual(['undone', 1])
    expect(await values(ids.plaza)).toEqual(before)
    expect((await town.as(rosa).refused(undoWorksheet, { id: undone.load.id, version: undone.load.version, reason: 'Otra vez, por si acaso' })).id).toBe('planillas/estado')
  })
  test('lo que cambió después se lista y no se toca; lo demás se puede deshacer', async () => {
    const receipt = await apply(await roundTrip(town, rosa, PROJECTS, (cell) => { cell(PLAZA, 'Lugar').value = 'Centro'; cell(BRIDGE, 'Lugar').value = 'Ribera' }))
    await apply(await roundTrip(town, rosa, PROJECTS, (cell) => { cell(BRIDGE, 'Lugar').value = 'Otra ribera' }))
    const refused = await town.as(rosa).refused(undoWorksheet, { id: receipt.load.id, version: receipt.load.version, reason: 'Se subió el archivo equivocado' })
    expect([refused.id, refused.facts['dependants']]).toEqual(['planillas/cambiaron-despues', [BRIDGE]])
    const undone = await undo(receipt, { rest: true })
    expect(undone.counts).toMatchObject({ undone: 1, kept: 1 })
    expect([(await values(ids.plaza))['place'], (await values(ids.bridge))['place']]).toEqual(['Villa Prueba', 'Otra ribera'])
  })
  test('pasado el plazo de 90 días ya no se deshace', async () => {
    const receipt = await apply(await roundTrip(town, rosa, PROJECTS, (cell) => { cell(PLAZA, 'Lugar').value = 'Plaza' }))
    expect(receipt.load.undoUntil).toBe('2026-10-20')
    await town.system.database.asOwner((tx) => tx.run(sql`alter table evidence.entries disable trigger user`))
    await town.system.database.asOwner((tx) => tx.run(sql`update evidence.entries set recorded_at = recorded_at - interval '91 days' where id = (select entry_id from worksheets.loads where id = ${receipt.load.id})`))
    expect((await show(receipt.load.id)).load.undoable).toBe(false)
    expect((await town.as(rosa).refused(undoWorksheet, { id: receipt.load.id, version: receipt.load.version, reason: 'Se subió el archivo equivocado' })).id).toBe('evidence/undo-term-over')
    await town.system.database.asOwner((tx) => tx.run(sql`alter table evidence.entries enable trigger user`))
  })
  test('cancelado a medio camino, lo aplicado queda con su vuelta y lo demás se informa', async () => {
    const id = randomUUID()
    const hash = await roundTrip(town, rosa, PROJECTS, (cell) => { cell(PLAZA, 'Lugar').value = 'Uno'; cell(BRIDGE, 'Lugar').value = 'Dos' })
    await town.as(rosa).does(applyWorksheet, { id, name: PROJECTS, fileHash: hash, reason: 'Revisión anual de la cartera' })
    if (applyJob) await runJob(town, rosa, applyJob, { id }, { cancelAt: 0.4 }).catch(() => undefined)
    const receipt = await show(id)
    expect(receipt.counts).toMatchObject({ done: 1, refused: 1, waiting: 0 })
    expect(receipt.changes.find(({ state }) => state === 'refused')?.cells[0]?.reason).toBe('Se canceló antes de llegar a este registro.')
    expect((await undo(receipt)).counts.undone).toBe(1)
  })
})

describe('hechos que se agregan: metas, mediciones, avances y programación', () => {
  test('las metas se pegan de una vez y al deshacer la que no existía deja de existir', async () => {
    const before = await values(ids.books, 'plan.targets')
    const receipt = await apply(await roundTrip(town, rosa, 'plan.targets', (cell) => {
      cell('Préstamos', 'Meta 2026').value = '1.234.567'
      cell('Préstamos', 'Meta 2027').value = 0.5
      cell('Familias', 'Meta 2026').value = 300
    }), {}, 'plan.targets')
    expect(receipt.counts.done).toBe(2)
    expect(await values(ids.books, 'plan.targets')).toMatchObject({ y2026: 1_234_567, y2027: 0.5 })
    await undo(receipt)
    expect(await values(ids.books, 'plan.targets')).toEqual(before)
    expect((await values(ids.water, 'plan.targets'))['y2026']).toBe(200.5)
  })
  test('otra fecha agrega una medición y deshacer la quita; hacia atrás no se admite', async () => {
    const back = await compare(await roundTrip(town, rosa, 'plan.measurements', (cell) => { cell('Familias', 'Fecha de la medición').value = '01-01-2026' }), 'plan.measurements')
    expect(back.lines[0]).toMatchObject({ verdict: 'rejected' })
    expect(back.lines[0]?.reason).toContain('La última es del 30-06-2026')
    const receipt = await apply(await roundTrip(town, rosa, 'plan.measurements', (cell) => { cell('Familias', 'Valor medido').value = '181,5'; cell('Familias', 'Fecha de la medición').value = '15-07-2026' }), {}, 'plan.measurements')
    expect(await values(ids.water, 'plan.measurements')).toMatchObject({ value: 181.5, measuredOn: '2026-07-15', source: 'Oficina de agua rural' })
    await undo(receipt)
    expect(await values(ids.water, 'plan.measurements')).toMatchObject({ value: 170, measuredOn: '2026-06-30' })
  })
  test('la programación se pega por meses; un 0,57 sin signo se pregunta; retroceder se rechaza al aplicar', async () => {
    const asked = await compare(await roundTrip(town, rosa, 'projects.curve', (cell) => { const one = cell('plaza', 'julio 2026') as { value: unknown; style?: object }; one.style = { numFmt: '0.00' }; one.value = 0.57 }), 'projects.curve')
    expect(asked.lines[0]?.reason).toBe('«0,57» puede ser 0,57 % o 57 %: escríbalo con el signo %')
    const receipt = await apply(await roundTrip(town, rosa, 'projects.curve', (cell) => { cell('plaza', 'julio 2026').value = '60 %'; cell('plaza', 'agosto 2026').value = 0.755; cell('puente', 'julio 2026').value = '50 %'; cell('puente', 'agosto 2026').value = '40 %' }), {}, 'projects.curve')
    expect(receipt.changes.map(({ label, state }) => [label, state]).sort()).toEqual([[BRIDGE, 'refused'], [PLAZA, 'done']].sort())
    expect(await values(ids.plaza, 'projects.curve')).toMatchObject({ '2026-03': 0.1234, '2026-07': 0.6, '2026-08': 0.755 })
    await undo(receipt)
    expect(Object.keys(await values(ids.plaza, 'projects.curve'))).not.toContain('2026-07')
  })
  test('un compromiso atrasado cambia de plazo, se da por cumplido, y todo vuelve', async () => {
    const before = await values(ids.commitment, 'council.commitments')
    const receipt = await apply(await roundTrip(town, everything, 'council.commitments', (cell) => { cell('Reparar', 'Hasta').value = '31-08-2026'; cell('Reparar', 'Cumplido el').value = '20-07-2026'; cell('Reparar', 'Con qué se cumplió').value = 'Acta de recepción' }), {}, 'council.commitments', everything)
    expect(await values(ids.commitment, 'council.commitments')).toMatchObject({ until: '2026-08-31', doneOn: '2026-07-20', note: 'Acta de recepción' })
    await undo(receipt, {}, everything)
    expect(await values(ids.commitment, 'council.commitments')).toEqual(before)
  })
})

describe('quién puede y quién no', () => {
  test('sin permiso no baja, no compara, no aplica ni ve; otra comuna no ve la carga ni puede usar el archivo', async () => {
    await expect(facts(town, dario, PROJECTS)).rejects.toMatchObject({ kind: 'permission' })
    const hash = await roundTrip(town, rosa, PROJECTS, (cell) => { cell(PLAZA, 'Lugar').value = 'Sector norte' })
    const receipt = await apply(hash)
    for (const action of [compareWorksheet, applyWorksheet]) expect((await town.as(dario).refused(action, { id: randomUUID(), name: PROJECTS, fileHash: hash, reason: 'Sin permiso para esto' })).kind).toBe('permission')
    expect((await town.as(dario).refused(worksheets.queries.showLoad, { id: receipt.load.id })).kind).toBe('absent')
    expect((await town.as(dario).asks<LoadsAnswer>(worksheets.queries.listLoads)).loads).toEqual([])
    expect((await town.as(visita).refused(worksheets.queries.listLoads, {})).kind).toBe('permission')
    expect((await town.as(dario).refused(undoWorksheet, { id: receipt.load.id, version: receipt.load.version, reason: 'Sin permiso para esto' })).kind).toBe('permission')
    expect((await town.as(stranger).refused(compareWorksheet, { name: PROJECTS, fileHash: hash })).kind).toBe('absent')
    expect((await town.as(stranger).refused(worksheets.queries.showLoad, { id: receipt.load.id })).kind).toBe('absent')
    expect((await town.as(stranger).asks<LoadsAnswer>(worksheets.queries.listLoads)).total).toBe(0)
    // The same bytes brought in the other town: its own key does not know them.
    await facts(town, stranger, PROJECTS)
    const theirs = await upload(town, stranger, 'ajena.xlsx', new Uint8Array((await town.system.services.files.get(hash)) ?? []))
    expect((await town.as(stranger).refused(compareWorksheet, { name: PROJECTS, fileHash: theirs })).id).toBe('planillas/de-otra-comuna')
    await undo(receipt)
  })
  test('la unidad sólo mide lo suyo: la fila ajena se rechaza con su razón, y la acción manda aunque la planilla no lo supiera', async () => {
    const unit: Actor = { ...ivan, unitId: UNIT.community, permissions: new Set(['plan.read', 'plan.measure', 'evidence.attach']) }
    const hash = await roundTrip(town, unit, 'plan.measurements', (cell) => {
      for (const label of ['Familias', 'Préstamos']) { cell(label, 'Valor medido').value = 190; cell(label, 'Fecha de la medición').value = '20-07-2026'; cell(label, 'Fuente').value = 'Registro propio' }
    })
    const seen = await compare(hash, 'plan.measurements', unit)
    expect(new Set(seen.lines.filter(({ verdict }) => verdict === 'rejected').map(({ label, reason }) => `${label}: ${reason}`))).toEqual(new Set(['I02 Préstamos de la biblioteca: Lo mide su unidad responsable.']))
    const id = randomUUID()
    await town.as(unit).does(applyWorksheet, { id, name: 'plan.measurements', fileHash: hash, reason: 'Mediciones del trimestre' })
    // Meanwhile the indicator passes to another unit: who applies no longer answers for it.
    await town.does('plan.change-indicator', { id: ids.water, version: 1, code: 'I01', name: 'Familias conectadas', unit: 'familias', formula: 'Suma de arranques en servicio', direction: 'up', unitId: UNIT.planning })
    if (applyJob) await runJob(town, unit, applyJob, { id })
    const receipt = await show(id, unit)
    expect(receipt.counts).toMatchObject({ done: 0, refused: 1 })
    expect(receipt.changes[0]?.cells[0]?.reason).toMatch(/unidad/i)
    expect((await values(ids.water, 'plan.measurements'))['value']).toBe(170)
  })
  test('la carga de personas no guarda nombres', async () => {
    const receipt = await apply(await roundTrip(town, everything, 'registry.people', (cell) => { cell('Elsa', 'Unidad').value = 'DOM' }), {}, 'registry.people', everything)
    expect(receipt.changes.map(({ label, cells }) => [label, cells[0]?.to])).toEqual([['Elsa Rain Cid', 'Dirección de Obras Municipales']])
    const kept = await town.system.database.asOwner((tx) => tx.all(sql`select c.label, c.cells::text from worksheets.changes c where c.load_id = ${receipt.load.id}`))
    expect(JSON.stringify(kept)).not.toContain('Elsa')
    expect((await undo(receipt, {}, everything)).counts.undone).toBe(1)
  })
})

describe('archivos que no son', () => {
  test('de otra lista, cualquiera, vacío, demasiado distinto: cada uno con su nombre y su remedio', async () => {
    const plan = await roundTrip(town, rosa, 'plan.indicators')
    expect((await town.as(rosa).refused(compareWorksheet, { name: PROJECTS, fileHash: plan })).detail).toBe('El archivo es de «Fichas de indicadores» y esta página recibe «Cartera de proyectos».')
    expect((await town.as(rosa).refused(compareWorksheet, { name: PROJECTS, fileHash: await upload(town, rosa, 'x.csv', Buffer.from('a;b\n1;2\n')) })).id).toBe('planillas/no-es-nuestra')
    expect((await town.as(rosa).refused(compareWorksheet, { name: PROJECTS, fileHash: await upload(town, rosa, 'x.xlsx', Buffer.from('%PDF-1.7 no es planilla')) })).id).toBe('spreadsheets/not-a-spreadsheet')
    expect((await town.as(rosa).refused(compareWorksheet, { name: PROJECTS, fileHash: 'a'.repeat(64) })).kind).toBe('absent')
    expect((await town.as(rosa).refused(compareWorksheet, { name: 'projects.no-hay', fileHash: plan })).kind).toBe('absent')
    expect((await town.as(rosa).refused(applyWorksheet, { id: randomUUID(), name: PROJECTS, fileHash: await roundTrip(town, rosa, PROJECTS), reason: 'Sin cambio alguno' })).id).toBe('planillas/nada-que-aplicar')
  })
  test('lo que no se admitió baja con su motivo, se corrige ahí mismo y vuelve', async () => {
    const hash = await roundTrip(town, rosa, PROJECTS, (cell) => { cell(BRIDGE, 'Costo total ($)').value = 'caro'; cell(BRIDGE, 'Lugar').value = 'Ribera sur'; cell(PLAZA, 'Lugar').value = 'Centro' })
    const book = await readFor({ files: town.system.services.files, actor: rosa, read: (work) => town.as(rosa).reads(work) }, () => modules, PROJECTS, hash)
    const sheet = await town.as(rosa).reads(async (context) => rejectedSheet(await compareFile(context, () => modules, PROJECTS, book), 'Villa Prueba'))
    const bytes = await bytesOf(sheet)
    const back = await upload(town, rosa, 'rechazadas.xlsx', new Uint8Array(bytes))
    const { sheets: [written] } = await readSheets({ path: town.system.services.files.pathOf(back) })
    const texts = Array.from({ length: written?.rowCount ?? 0 }, (_, row) => written?.row(row) ?? []).flat()
    expect(texts).toContain('Costo total ($): «caro» no es un número: escriba sólo cifras')
    expect(texts).not.toContain(PLAZA)
    const seen = await compare(back)
    expect(verdicts(seen).map(([, ...rest]) => rest)).toEqual([['Lugar', 'changed', 'Ribera sur'], ['Costo total ($)', 'rejected', 'caro']])
    expect(seen.counts.missing).toBe(0)
  })
})
