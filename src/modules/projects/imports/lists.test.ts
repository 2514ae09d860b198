import { fileURLToPath } from 'node:url'
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day, Problem } from '#kernel'
import { ProjectImportChoices } from './import-contract.ts'
import { type ListFacts, previewList } from './preview-list.ts'
import { columnStyle, readAmount } from './read-amount.ts'
import { readListFile } from './read-list-file.ts'
import { codeKind, placesOf, proposeStage, readSince, sourcesIn } from './read-values.ts'
import { resemblance } from './resemble.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../../../tests/fixtures/project-import/${name}`, import.meta.url))
const facts: ListFacts = { portfolio: [], units: [], recipes: [], today: day('2026-07-22'), sources: [['own', 'Recursos municipales propios'], ['fndr', 'Fondo Nacional de Desarrollo Regional (FNDR)'], ['pmu', 'Programa de Mejoramiento Urbano (PMU)'], ['housing', 'Sectorial vivienda y urbanismo'], ['sector', 'Otros fondos sectoriales']].map(([code = '', title = '']) => ({ code, title })) }
const preview = async (name: string, choices: object = {}) => previewList(await readListFile(fixture(name), name), ProjectImportChoices.parse(choices), facts)
const fieldsOf = (columns: readonly { field: string; letter: string }[]) => Object.fromEntries(columns.filter(({ field }) => field !== 'ignored').map(({ field, letter }) => [field, letter]))

describe('cada lista de las carpetas reales se reconoce con sus cuentas', () => {
  // Counts by a separate script over the same file: 1,159 rows, 995 codes of eight digits, 117 of another kind, 47 empty; one row (line 160 of the file, the 159th counted from 0) without name.
  test('la lista del Gobierno Regional de Ñuble, entera', async () => {
    const read = await preview('idi_gore_nuble_2019_2025.csv')
    expect(read.header).toBe(0)
    expect(fieldsOf(read.columns)).toEqual({ since: 'A', place: 'D', code: 'E', name: 'F', cost: 'G', external: 'H' })
    expect(read.columns.filter(({ reason }) => reason.startsWith('repite')).map(({ letter, reason }) => `${letter} ${reason}`)).toEqual(['I repite la columna G', 'J repite la columna H'])
    expect(read.counts).toMatchObject({ rows: 1159, bipWithoutEnding: 995, otherCodes: 117, rejected: 1, totals: 0 })
    expect(read.items.find(({ state }) => state === 'rejected')).toMatchObject({ rows: [159], reasons: ['La fila no trae el nombre del proyecto.'] })
    // «57,039» and «53,600» are the only two with a comma; the other 1,098 amounts are plain.
    expect(read.units.find(({ says }) => says === 'monto_total_texto')).toMatchObject({ unit: 'thousands', sure: false })
    expect(read.units[0]?.reason).toContain('«57,039» se lee 57.039')
    expect(read.loadable).toBe(false)
  })
  test('«57,039» son 57.039 miles: 57.039.000 pesos, y nada se carga sin confirmar la unidad', async () => {
    const read = await preview('idi_gore_nuble_2019_2025.csv', { units: { 6: 'thousands', 7: 'thousands' }, places: ['Quillón'] })
    expect(read.items.find(({ codeSays }) => codeSays === '40063971')?.told.cost).toBe(57_039_000)
    expect(read.problems.filter(({ what }) => what.includes('unidad'))).toEqual([])
  })
  // Rows whose cell names COELEMU once split by «/»: 35 (one of them «COBQUECURA / COELEMU / TREHUACO»), no repeated code; M$ 6.021.775 in all.
  test('de una comuna: sólo las filas que la nombran, también entre varias', async () => {
    const read = await preview('idi_gore_nuble_2019_2025.csv', { units: { 6: 'thousands', 7: 'thousands' }, places: ['Coelemu'] })
    expect(read.counts).toMatchObject({ rows: 1159, new: 35, rejected: 0, leftOut: 1124 })
    expect(read.items.filter(({ state }) => state === 'new').reduce((sum, { told }) => sum + (told.cost ?? told.sources?.[0]?.amount ?? 0), 0)).toBeGreaterThanOrEqual(6_021_775_000)
    expect(read.items.find(({ codeSays }) => codeSays === '40063741')?.told.place).toBe('COBQUECURA, COELEMU, TREHUACO')
    expect(read.repeated).toEqual([])
  })
  test('la misma lista en Latin-1, con punto y coma y CRLF', async () => {
    const read = await preview('iniciativas_gore_nuble_latin1_primeras_120.csv')
    expect(read.counts.rows).toBe(120)
    expect(read.items.some(({ told }) => told.place === 'CHILLÁN')).toBe(true)
    expect(read.units.find(({ says }) => says.includes('M$'))).toMatchObject({ unit: 'thousands', sure: true })
  })
  // 21 rows, 16 codes; five codes come twice. RATE does not become a stage, and the stage asked for has to be confirmed.
  test('la muestra del BIP de Rengo: códigos repetidos y etapas que se postulan', async () => {
    const read = await preview('bip_rengo_muestra_1997_1998.csv')
    expect(fieldsOf(read.columns)).toMatchObject({ code: 'A', name: 'B', since: 'C', source: 'G', stage: 'J', cost: 'M', latitude: 'P', longitude: 'Q' })
    expect(read.counts).toMatchObject({ rows: 21, merged: 5 })
    expect(read.repeated.map(({ code, proposed }) => [code, proposed])).toEqual([['20018911', 'latest'], ['20067277', 'latest'], ['20067691', 'latest'], ['20087720', 'latest'], ['20090483', 'latest']])
    expect(read.stages.map(({ says, count, sure }) => [says, count, sure])).toEqual([['EJECUCION', 16, false], ['PERFIL', 4, false], ['OPERACION', 1, true]])
    expect(read.sources.map(({ says, value }) => [says, value])).toEqual([['FNDR', 'fndr'], ['Sectorial', 'sector'], ['Empresa', 'sector']])
    const done = await preview('bip_rengo_muestra_1997_1998.csv', { repeatedAll: 'latest', units: { 8: 'thousands', 12: 'thousands' }, columns: read.columns.map(({ column, field }) => ({ column, field: field === 'external' ? 'ignored' : field })) })
    expect(done.loadable).toBe(true)
    expect(done.counts.new).toBe(16)
    // 20018911 costs 63,780 in 1997 and 67,991 in 1998: the newest rules.
    expect(done.items.find(({ codeSays }) => codeSays === '20018911')?.told).toMatchObject({ cost: 67_991_000, since: '1998-01-01', sources: [{ source: 'fndr', amount: 67_991_000 }] })
  })
  // 63 points, 53 different ID; «14» and «32» come five times and «13» three with the same amount each time: one work in parts.
  test('la cartera de la SECPLAN de Coquimbo: pesos, puntos y un costo que se repite en cada parte', async () => {
    const read = await preview('secplan_coquimbo_tierras_blancas_proyectos.geojson', { repeatedAll: 'one' })
    expect(read.counts).toMatchObject({ rows: 63, merged: 10 })
    expect(read.repeated.map(({ code, proposed, rows }) => [code, rows.length, proposed])).toEqual(expect.arrayContaining([['14', 5, 'one'], ['32', 5, 'one'], ['13', 3, 'one']]))
    expect(read.units.map(({ unit }) => unit)).toEqual(['pesos', 'pesos', 'pesos'])
    expect(read.items.find(({ codeSays }) => codeSays === '201')?.told).toMatchObject({ cost: 58_191_000, latitude: -29.9607, longitude: -71.2661, stage: 'received', sources: [{ source: 'pmu', amount: 58_191_000 }] })
    // «SUBDERE»: 59,988,902 of it and 4,159,250 of the municipality are the 64,148,152 it costs.
    expect(read.items.find(({ told }) => told.cost === 64_148_152)?.told.sources).toEqual([{ source: 'pmu', amount: 59_988_902 }, { source: 'own', amount: 4_159_250 }])
  })
  test.each([['secplan_coquimbo_tierras_blancas_sector.geojson'], ['precios_sociales_sni_2026.csv']])('%s no es una lista de proyectos, y lo dice', async (name) => {
    const read = await preview(name)
    expect(read).toMatchObject({ loadable: false, header: -1 })
    expect(read.problems[0]?.what).toBe('No se reconoce un encabezado con el nombre de los proyectos.')
  })
})

describe('listas dañadas o escritas de otra forma', () => {
  let folder = ''
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'secplan-lists-')) })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const write = (name: string, bytes: string | Buffer) => { const path = join(folder, name); writeFileSync(path, bytes); return path }
  const readText = async (text: string, choices: object = {}) => previewList(await readListFile(write('lista.csv', text), 'lista.csv'), ProjectImportChoices.parse(choices), facts)
  test('títulos arriba, totales al medio y al final, encabezado repetido y filas vacías', async () => {
    const read = await readText('CARTERA DE PROYECTOS 2026;;\r\n;;\r\nCódigo;Nombre de la iniciativa;Costo total ($)\r\nA-1;Plaza de Armas;10.000.000\r\nA-2;Sede vecinal Norte;5.000.000\r\n;SUBTOTAL;15.000.000\r\nCódigo;Nombre de la iniciativa;Costo total ($)\r\nA-3;Multicancha El Prado;7.000.000\r\n;TOTAL GENERAL;23.000.000\r\n')
    expect(read.header).toBe(2)
    expect(read.counts).toMatchObject({ rows: 3, totals: 2, new: 3 })
    // 10 + 5 + 7 = 22, and the sheet says 23.
    expect(read.problems.map(({ what }) => what)).toEqual(['El total no es la suma de sus filas: suman $7.000.000.'])
  })
  test('un monto que no se entiende rechaza su fila y no las demás', async () => {
    const read = await readText('Nombre;Comuna;Monto ($)\nPlaza de Armas;Loncoche;por definir\nSede vecinal;Loncoche;3.000.000\n')
    expect(read.counts).toMatchObject({ new: 1, rejected: 1 })
    expect(read.items.find(({ state }) => state === 'rejected')?.reasons).toEqual(['C2 dice «por definir». El monto no se entiende como número.'])
  })
  test.each([['clave.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'spreadsheets/protected'], ['foto.xlsx', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'spreadsheets/not-a-spreadsheet'], ['vacio.csv', '', 'spreadsheets/empty']])('%s se rechaza con su razón', async (name, bytes, id) => {
    await expect(readListFile(write(name, bytes), name)).rejects.toSatisfy((error: unknown) => error instanceof Problem && error.id === id)
  })
})

test('los montos se leen según las marcas de su columna', () => {
  expect(readAmount('57,039', columnStyle(['57,039', '53,600']))).toBe(57_039)
  expect(readAmount('57,5', columnStyle(['57,5', '1,25']))).toBe(57.5)
  expect(readAmount('$ 1.234.567', columnStyle(['$ 1.234.567']))).toBe(1_234_567)
  expect(readAmount('1,234.50', columnStyle(['1,234.50']))).toBe(1234.5)
  expect(readAmount('1.234,50', columnStyle(['1.234,50']))).toBe(1234.5)
  expect(['250.000', '45,500'].map((text) => readAmount(text, columnStyle(['250.000', '45,500'])))).toEqual([250_000, 45_500])
  expect(readAmount('s/i', columnStyle([]))).toBeNull()
})
test('fechas escritas como texto, códigos, lugares y fuentes', () => {
  const today = day('2026-07-22')
  expect([readSince('2022/2024', today), readSince('15 de marzo de 2024', today), readSince('mar-24', today), readSince('15-03-2024', today), readSince(2030, today), readSince('pronto', today)]).toEqual(['2022-01-01', '2024-03-15', '2024-03-01', '2024-03-15', '2026-07-22', undefined])
  expect(['40031207-0', '40031207', 'CVC-AD-39', ''].map(codeKind)).toEqual(['bip', 'bip-short', 'other', 'none'])
  expect(placesOf('NINHUE/QUILLÓN/SAN NICOLAS')).toEqual(['NINHUE', 'QUILLÓN', 'SAN NICOLAS'])
  expect(sourcesIn('SERVIU-MUNICIPAL')).toEqual(['housing', 'own'])
  expect(proposeStage('Recepción definitiva', 'estado')).toMatchObject({ value: 'accepted', sure: true })
})
test('se parecen los que comparten nombre y lugar o monto, y no los que sólo comparten palabras comunes', () => {
  const known = { name: 'Reposición de luminarias del sector La Paz', place: 'La Paz', cost: 100 }
  expect(resemblance({ name: 'REPOSICION LUMINARIAS LA PAZ', place: 'La Paz' }, known)?.why).toContain('el mismo lugar')
  expect(resemblance({ name: 'Construcción de la sede del sector La Paz', place: 'La Paz' }, known)).toBeUndefined()
})
