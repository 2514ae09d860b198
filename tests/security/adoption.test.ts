import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledger, type SearchAnswer } from '#evidence'
import { scopeOf } from '#platform/actions'
import { sql } from '#platform/database'
import { marcela, rosa, stranger } from '../cast.ts'
import { openTown, type Town } from '../town.ts'
import { runJob, upload } from '../../src/modules/budget/testing/run-job.ts'
import { recordDocuments } from '../../src/modules/evidence/queries.ts'
import { searchRecords } from '../../src/modules/evidence/search/search.query.ts'
import { adoptFolder, adoptFolderJob, discardAdoption, undoAdoption } from '../../src/modules/evidence/adoption/adopt-folder.ts'
import { showAdoption } from '../../src/modules/evidence/adoption/adoption.queries.ts'
import { guessFromPath } from '../../src/modules/evidence/adoption/guess.ts'
import { addToAdoption, startAdoption } from '../../src/modules/evidence/adoption/prepare-adoption.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await town.system.database.write(scopeOf(rosa), async (tx) => {
    await ledger.index(tx, { kind: 'project', id: 'p1', title: 'Plaza de Armas', subtitle: 'BIP 40012345-0', href: '/proyectos/p1' })
    await ledger.index(tx, { kind: 'unit', id: 'u1', title: 'Dirección de Obras Municipales', subtitle: 'Unidad DOM', href: '/registro/unidades', visibility: 'public' })
  })
})
afterAll(() => town.close())
type Shown = Awaited<ReturnType<typeof showAdoption.run>>
const show = (id: string, more = {}) => town.as(rosa).asks<Shown>(showAdoption, { id, ...more })
const bring = async (files: Record<string, string | number>): Promise<{ id: string }> => {
  const id = randomUUID()
  await town.as(rosa).does(startAdoption, { id, name: 'Archivo 2024' })
  const rows = []
  for (const [path, content] of Object.entries(files)) rows.push(typeof content === 'number' ? { path, size: content } : { path, size: content.length, ...(content ? { hash: await upload(town, rosa, path.split('/').at(-1) ?? path, Buffer.from(content, 'latin1')) } : {}) })
  await town.as(rosa).does(addToAdoption, { id, files: rows })
  return { id }
}
const adopt = async (id: string, more = {}) => {
  const { result } = await town.as(rosa).does<{ job: string }>(adoptFolder, { id, version: (await show(id)).version, ...more })
  const input = await town.system.database.read(scopeOf(rosa), (tx) => tx.one<{ input: unknown }>(sql`select input from platform.jobs where commune = ${tx.commune} and id = ${result.job}`))
  return input?.input
}
const documents = async (kind: string, id: string) => (await town.as(rosa).asks<{ documents: { title: string }[] }>(recordDocuments, { kind, id })).documents.map(({ title }) => title)

test.each([
  ['2024/DOM/40012345-0 Plaza/acta.pdf', { year: 2024, unit: 'Dirección de Obras Municipales', codes: ['40012345-0'] }],
  ['Archivo/Licitaciones 2019-2023/1509-5-LE24/bases.docx', { year: 2023, codes: ['1509-5-LE24'] }],
  ['obras municipales/215.31.02.004.xlsx', { codes: ['215.31.02.004'] }],
  ['fotos/IMG_20240115.jpg', { codes: [] }],
])('la ruta «%s» dice su año, su unidad y sus códigos', (path, guess) => expect(guessFromPath(path, [{ code: 'DOM', name: 'Dirección de Obras Municipales' }])).toEqual(guess))

test('la vista previa cuenta clases, repetidos, grandes, vacíos, falsos y programas, y no adopta nada', async () => {
  const { id } = await bring({ '2024/DOM/40012345-0 Plaza/acta.txt': 'acta uno', '2024/copia.txt': 'acta uno', 'grande.zip': 90_000_000, 'vacio.txt': '', 'foto.jpg': '%PDF-1.7 falso', 'instalar.exe': 'MZ\x90\0', 'notas.txt': 'notas sueltas' })
  const { counts, kinds, files } = await show(id)
  // By hand: seven files; one repeated, one too large, one empty, one program; three are left.
  expect(counts).toMatchObject({ files: 7, adoptable: 3, repeated: 1, too_large: 1, empty: 1, program: 1, present: 0, false_extension: 1, linked: 1, dated: 2, with_unit: 1 })
  expect(kinds).toEqual(expect.arrayContaining([{ format: 'texto', files: 3 }, { format: 'PDF', files: 1 }, { format: 'programa', files: 1 }, { format: 'sin leer', files: 2 }]))
  expect(files.find(({ path }) => path.startsWith('2024/DOM'))).toMatchObject({ year: 2024, unit_name: 'Dirección de Obras Municipales', code: '40012345-0', record_id: 'p1', record_title: 'Plaza de Armas' })
  expect(await documents('project', 'p1')).toEqual([])
  expect((await town.as(rosa).asks<SearchAnswer>(searchRecords, { text: 'notas' })).hits).toEqual([])
  await town.as(rosa).does(discardAdoption, { id })
  expect((await town.as(rosa).refused(adoptFolder, { id, version: 2 })).id).toBe('evidence/adoption-moved')
})
test('una carpeta se adopta entera en un asiento, se encuentra, y se deshace entera', async () => {
  const { id } = await bring({ 'Plaza 40012345-0/informe técnico.txt': 'informe de suelos', 'otros/memo 12.txt': 'memo' })
  const input = await adopt(id)
  await expect(runJob(town, rosa, adoptFolderJob, input, { cancelAt: 0.5 })).rejects.toThrow()
  expect(await documents('project', 'p1')).toEqual([])
  expect((await show(id)).state).toBe('draft')
  expect(await runJob(town, rosa, adoptFolderJob, await adopt(id))).toEqual({ files: 2, linked: 1 })
  expect(await documents('project', 'p1')).toEqual(['informe técnico.txt'])
  expect(await documents('adoption', id)).toEqual(['memo 12.txt'])
  expect((await town.as(rosa).asks<SearchAnswer>(searchRecords, { text: 'informe tecnico' })).hits).toMatchObject([{ kind: 'file', of: { kind: 'project', id: 'p1' } }])
  const { version, undoUntil } = await show(id)
  // 90 days after the 22nd of July: nine more days of July, 31 of August, 30 of September and 20 of October.
  expect(undoUntil).toBe('2026-10-20')
  await town.as(rosa).does(undoAdoption, { id, version, reason: 'Era otra carpeta' })
  expect(await documents('project', 'p1')).toEqual([])
  expect((await town.as(rosa).asks<SearchAnswer>(searchRecords, { text: 'informe tecnico' })).hits).toEqual([])
  expect((await town.as(rosa).refused(undoAdoption, { id, version: version + 1, reason: 'Otra vez' })).id).toBe('evidence/adoption-moved')
})
test('no se deshace lo que otros datos citan: se dice cuáles', async () => {
  const { id } = await bring({ 'decreto 45.txt': 'decreto cuarenta y cinco' })
  await runJob(town, rosa, adoptFolderJob, await adopt(id))
  const [file] = (await show(id)).files
  await town.system.database.write(scopeOf(rosa), (tx) => tx.run(sql`insert into evidence.sources (commune, id, kind, title, file_hash) values (${tx.commune}, gen_random_uuid(), 'act', 'Decreto 45', ${file?.file_hash ?? ''})`))
  const refused = await town.as(rosa).refused(undoAdoption, { id, version: (await show(id)).version, reason: 'Por error' })
  expect(refused.id).toBe('evidence/adoption-leaned')
  expect(refused.facts).toMatchObject({ dependants: [{ title: 'Decreto 45', path: 'decreto 45.txt' }] })
})
test('quien no puede no adopta, y la otra comuna no la ve', async () => {
  const { id } = await bring({ 'a.txt': 'letra a' })
  for (const action of [startAdoption, adoptFolder, undoAdoption]) expect((await town.as(marcela).refused(action, { id, name: 'x', version: 1, reason: 'porque sí' })).status).toBe(403)
  expect((await town.as(stranger).refused(showAdoption, { id })).status).toBe(404)
  expect((await town.as(stranger).refused(adoptFolder, { id, version: 1 })).status).toBeGreaterThanOrEqual(400)
  expect((await town.as(rosa).refused(addToAdoption, { id, files: [{ path: 'ajeno.txt', size: 1, hash: 'f'.repeat(64) }] })).status).toBe(400)
  expect((await town.as(rosa).refused(addToAdoption, { id, files: [{ path: '../../etc/passwd', size: 1 }] })).status).toBe(400)
})
