import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileStore, folderStore } from '#platform/files'
import { type Analytics, openAnalytics } from './analytics.ts'
import { numbersOf, textsOf } from './columns.ts'
import { columnName, duck } from './sql-text.ts'

let folder = ''
let files: FileStore
let analytics: Analytics
const scratch = () => join(folder, 'analisis', 'borrador')
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secplan-analytics-'))
  files = folderStore(join(folder, 'archivos'))
  analytics = openAnalytics({ files, filesFolder: join(folder, 'archivos'), folder: join(folder, 'analisis') })
})
afterAll(() => { analytics.close(); rmSync(folder, { recursive: true, force: true }) })

const alive = (pid: number | undefined): boolean => { try { return pid ? process.kill(pid, 0) : false } catch { return false } }
const until = async (reached: () => boolean): Promise<void> => { for (let n = 0; n < 100 && !reached(); n++) await new Promise((resolve) => setTimeout(resolve, 50)) }
const endless = duck`select sum(hash(a.i, b.i) % 7)::double as n from range(10000000) a(i), range(10000000) b(i)`

test('no arranca nada hasta la primera pregunta y contesta por columnas', async () => {
  expect(analytics.process()).toBeUndefined()
  const answer = await analytics.ask(duck`select * from (values ('09109', 1.5, null), ('09101', null, 'x')) t(place, n, word) order by place desc`)
  expect([answer.rows, textsOf(answer, 'place'), [...numbersOf(answer, 'n')], textsOf(answer, 'word')]).toEqual([2, ['09109', '09101'], [1.5, Number.NaN], [null, 'x']])
  expect(alive(analytics.process())).toBe(true)
})
test('un texto hostil es sólo un texto', async () => {
  for (const hostile of [`'; drop table x; --`, `'' or 1=1`, `\\'; select 1; --`, `"$1{}`, '☃\u202E', `a'||(select 1)||'b`]) {
    const answer = await analytics.ask(duck`select ${hostile} as word, ${[hostile, 'x']}`)
    expect(textsOf(answer, 'word')).toEqual([hostile])
  }
  expect(() => duck`select ${'corta\0aquí'}`).toThrow(RangeError)
  expect(() => columnName('a" from b --')).toThrow(RangeError)
  expect(() => duck`select ${Number.POSITIVE_INFINITY}`).toThrow(RangeError)
})
test('no lee ni escribe fuera de sus carpetas, no carga nada y nadie lo vuelve a abrir', async () => {
  const outside = join(folder, 'secreto.csv')
  writeFileSync(outside, 'a\n1\n')
  for (const query of [
    duck`select * from read_csv(${outside})`, duck`select * from read_text('/etc/passwd')`, duck`select * from read_csv('https://example.org/a.csv')`,
    duck`copy (select 1) to ${join(folder, 'fuera.csv')}`, duck`set enable_external_access = true`, duck`set memory_limit = '10GB'`, duck`install httpfs`, duck`load spatial`, duck`attach ${join(folder, 'x.db')} as x`,
    duck`select * from read_csv(${join(folder, 'archivos', '..', 'secreto.csv')})`,
  ]) await expect(analytics.ask(query), query.text).rejects.toThrow()
  expect(readdirSync(folder).sort()).toEqual(['analisis', 'archivos', 'secreto.csv'])
})
test('columnas a Parquet ordenado: el archivo queda en el almacén y nada en el borrador', async () => {
  const written = await analytics.writeParquet({
    kind: 'columns', rows: 4,
    columns: [
      { name: 'place', type: 'text', values: ['13101', '09109', '09101', '09109'] }, { name: 'word', type: 'text', values: ['con "comillas", coma\ny línea', null, ' bordes ', 'NULL'] },
      { name: 'n', type: 'number', values: [0.1, null, 1e21, -7] },
    ],
  }, { sortBy: ['place', 'n'] })
  expect([written.rows, written.unreadable]).toEqual([4, []])
  expect((await files.get(written.hash))?.subarray(0, 4).toString()).toBe('PAR1')
  expect(readdirSync(scratch())).toEqual([])
  const back = await analytics.ask(duck`select * from ${analytics.tableOf(written.hash)}`)
  expect(textsOf(back, 'place')).toEqual(['09101', '09109', '09109', '13101'])
  expect([...numbersOf(back, 'n')]).toEqual([1e21, -7, Number.NaN, 0.1])
  expect(textsOf(back, 'word')).toEqual([' bordes ', 'NULL', null, 'con "comillas", coma\ny línea'])
  expect(await analytics.factsOf(written.hash)).toEqual({ rows: 4, columns: [{ name: 'place', type: 'VARCHAR' }, { name: 'word', type: 'VARCHAR' }, { name: 'n', type: 'DOUBLE' }] })
})
test('escribir puede ser lo primero que se pide, y lo que dejó una ejecución muerta se va', async () => {
  const left = join(folder, 'nuevo', 'borrador')
  mkdirSync(left, { recursive: true })
  writeFileSync(join(left, 'resto.parquet'), 'x')
  const other = openAnalytics({ files, filesFolder: join(folder, 'archivos'), folder: join(folder, 'nuevo') })
  expect((await other.writeParquet({ kind: 'columns', rows: 1, columns: [{ name: 'a', type: 'text', values: ['x'] }] }, { sortBy: [] })).rows).toBe(1)
  expect(readdirSync(left)).toEqual([])
  other.close()
})
test('un CSV chileno en Latin-1: lo que no es número se cuenta con su ejemplo', async () => {
  const { hash } = await files.put(Buffer.from('Comuna;Año;Monto\n09109;2024;1.234,5\nÑuñoa;2024;s/i\n09101;2023;\n', 'latin1'))
  const written = await analytics.writeParquet({
    kind: 'csv', path: files.pathOf(hash), delimiter: ';', decimal: ',', encoding: 'latin-1',
    columns: [{ name: 'place', type: 'text', from: 'Comuna' }, { name: 'time', type: 'text', from: 'Año' }, { name: 'amount', type: 'number', from: 'Monto' }],
  }, { sortBy: ['place'] })
  expect(written.unreadable).toEqual([{ column: 'amount', count: 1, example: 's/i' }])
  const back = await analytics.ask(duck`select * from ${analytics.tableOf(written.hash)}`)
  expect([textsOf(back, 'place'), [...numbersOf(back, 'amount')]]).toEqual([['09101', '09109', 'Ñuñoa'], [Number.NaN, 1234.5, Number.NaN]])
})
test('un archivo cortado o ausente es un problema con remedio', async () => {
  const { hash } = await files.put(Buffer.from('PAR1 no es'))
  await expect(analytics.factsOf(hash)).rejects.toMatchObject({ id: 'analytics/file-missing' })
  expect(() => analytics.tableOf('a'.repeat(64))).toThrow('Falta el archivo')
  const { hash: uneven } = await files.put(Buffer.from('a,b\n1,2\n1,2,3,4,5\n"sin cerrar\n'))
  await expect(analytics.writeParquet({ kind: 'csv', path: files.pathOf(uneven), columns: [{ name: 'zz', type: 'text' }] }, { sortBy: [] })).rejects.toThrow()
})
test('lo que tarda demasiado se detiene y el mismo proceso sigue contestando', async () => {
  const before = analytics.process()
  await expect(analytics.ask(endless, { seconds: 0.3 })).rejects.toMatchObject({ id: 'analytics/too-slow' })
  const gone = new AbortController()
  setTimeout(() => gone.abort(new Error('se fue')), 200)
  await expect(analytics.ask(endless, { signal: gone.signal })).rejects.toThrow('se fue')
  expect([...numbersOf(await analytics.ask(duck`select 1 as n`), 'n')]).toEqual([1])
  expect(analytics.process()).toBe(before)
})
test('lo que no cabe en memoria se rehúsa y los demás no lo notan', async () => {
  await expect(analytics.ask(duck`select list(i || repeat('x', 200)) as l from range(20000000) t(i)`, { seconds: 60 })).rejects.toMatchObject({ id: 'analytics/too-heavy' })
  expect([...numbersOf(await analytics.ask(duck`select 2 as n`), 'n')]).toEqual([2])
})
test('si el proceso muere, otro contesta lo mismo', async () => {
  const asked = analytics.ask(duck`select sum(hash(i) % 7)::double as n from range(15000000) t(i)`)
  await new Promise((resolve) => setTimeout(resolve, 60))
  const first = analytics.process()
  process.kill(first ?? 0, 'SIGKILL')
  expect((await asked).rows).toBe(1)
  expect(analytics.process()).not.toBe(first)
})
test('un millón de filas por partes, al paso de quien lee', async () => {
  let rows = 0
  let sum = 0
  for await (const part of analytics.stream(duck`select i::double as n, (i % 3)::varchar as word from range(1000000) t(i)`, { rows: 50_000 })) {
    expect(part.rows).toBeLessThan(60_000)
    rows += part.rows
    for (const n of numbersOf(part, 'n')) sum += n
  }
  expect([rows, sum]).toEqual([1_000_000, 499_999_500_000])
  for await (const part of analytics.stream(duck`select i from range(1000000000) t(i)`)) { expect(part.rows).toBeGreaterThan(0); break }
  expect([...numbersOf(await analytics.ask(duck`select 3 as n`), 'n')]).toEqual([3])
})
test('celdas puestas en su lugar, vacías donde no hay nada', async () => {
  const { values, marks } = await analytics.dense(duck`select * from (values (2, 5.0, 1, null, 0), (0, 1.0, 0, 7.0, 3)) t(cell, v0, m0, v1, m1)`, { cells: 3, measures: 2 })
  expect([...values]).toEqual([1, 7, Number.NaN, Number.NaN, 5, Number.NaN])
  expect([...marks]).toEqual([0, 3, 0, 0, 1, 0])
})
test('cerrado, el proceso termina y no se vuelve a abrir', async () => {
  const other = openAnalytics({ files, filesFolder: join(folder, 'archivos'), folder: join(folder, 'otro') })
  await other.ask(duck`select 1`)
  const pid = other.process()
  other.close()
  await until(() => !alive(pid))
  expect(alive(pid)).toBe(false)
  await expect(other.ask(duck`select 1`)).rejects.toThrow()
})
test('sin preguntas devuelve la memoria', async () => {
  const other = openAnalytics({ files, filesFolder: join(folder, 'archivos'), folder: join(folder, 'ocioso'), idleMilliseconds: 100 })
  await other.ask(duck`select 1`)
  await until(() => other.process() === undefined)
  expect(other.process()).toBeUndefined()
  expect((await other.ask(duck`select 1`)).rows).toBe(1)
  other.close()
})
