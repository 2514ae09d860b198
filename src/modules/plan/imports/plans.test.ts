import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { day, Problem } from '#kernel'
import { PlanImportChoices, type TreeItem } from './plan-import-contract.ts'
import { type PlanFacts, previewPlan } from './preview-plan.ts'
import { distribute, readMeasure, splitItems } from './read-cells.ts'
import { readPlanFile } from './read-plan-file.ts'
import { splitLabel } from './labels.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../../../tests/fixtures/plan-import/${name}`, import.meta.url))
const units = [['u1', 'SECPLA', 'Secretaría Comunal de Planificación'], ['u2', 'DOM', 'Dirección de Obras Municipales'], ['u3', 'DIDECO', 'Dirección de Desarrollo Comunitario']].map(([id = '', code = '', name = '']) => ({ id, code, name }))
const facts = (fileName: string): PlanFacts => ({ fileName, units, takenCodes: new Set(), recipes: [], minimumYears: 4, today: day('2026-07-22') })
const preview = async (name: string, choices: object = {}) => previewPlan(await readPlanFile(fixture(name), name), PlanImportChoices.parse(choices), facts(name))
/** «1 Territorio > 1.1 Conectividad», by depth. */
const outline = (tree: readonly TreeItem[], parent: string | null = null, depth = 0): string[] => tree.filter((item) => item.parent === parent).flatMap((item) => [`${' '.repeat(depth)}${item.code} ${item.name}`, ...outline(tree, item.id, depth + 1)])
const indicator = (tree: readonly TreeItem[], name: string) => tree.find((item) => item.kind === 'indicator' && item.name.startsWith(name))

describe('el Word de la consultora', () => {
  test('la matriz clásica: el título da el eje y un objetivo abarca varias filas', async () => {
    const { tree, counts, ...read } = await preview('matriz-clasica.docx')
    expect(outline(tree)).toEqual([
      '1 Territorio conectado', ' 1.1 Mejorar la conectividad rural', '  1.1.P1 Programa de pavimentación de caminos', '  1.1.I1 Kilómetros de camino pavimentado', '  1.1.P2 Plan de mantención de caminos vecinales', '  1.1.I2 Porcentaje de caminos vecinales mantenidos', ' 1.2 Acercar los servicios a las localidades', '  1.2.P1 Programa municipio en tu sector', '  1.2.I1 Atenciones en terreno por año',
      '2 Comunidad que cuida', ' 2.1 Reducir el tiempo de espera de la ayuda social', '  2.1.P1 Programa de ventanilla única', '  2.1.I1 Días de espera de la ayuda social',
    ])
    expect(counts).toMatchObject({ axes: 2, objectives: 3, programmes: 4, indicators: 4, rows: 4, notUnderstood: 0 })
    expect([read.startsOn, read.endsOn, read.loadable]).toEqual(['2027-01-01', '2032-12-31', true])
    expect(indicator(tree, 'Kilómetros')).toMatchObject({ unitId: 'u2', place: 'Tabla 1, fila 2', indicator: { base: 12, baseYear: 2025, measure: 'km', targets: [{ year: 2032, value: 30 }], verification: 'Actas de recepción' } })
    expect(indicator(tree, 'Porcentaje')).toMatchObject({ unitId: 'u2', indicator: { base: 40, measure: '%', targets: [{ year: 2032, value: 85 }] } })
    expect(indicator(tree, 'Atenciones')).toMatchObject({ unitId: 'u3', indicator: { base: null, targets: [{ year: 2032, value: 1200 }] } })
    expect(indicator(tree, 'Días')?.indicator).toMatchObject({ direction: 'down', base: 18, targets: [{ year: 2032, value: 5 }] })
  })
  test('la tabla que sigue en otras páginas: encabezado repetido, y un trozo sin encabezado que empieza dentro del objetivo', async () => {
    const { tree, tables, counts } = await preview('tabla-cortada.docx')
    expect(tables.map(({ how }) => how)).toEqual(['matrix', 'matrix', 'continues'])
    expect(counts).toMatchObject({ axes: 1, objectives: 2, programmes: 5, indicators: 5 })
    const objectives = tree.filter(({ kind }) => kind === 'objective')
    expect(objectives.map((objective) => tree.filter((item) => item.kind === 'indicator' && item.parent === objective.id).map(({ name }) => name))).toEqual([['Ferias realizadas por año', 'Emprendedores con capital semilla', 'Personas formadas'], ['Visitantes de la ruta', 'Señales instaladas']])
    expect(indicator(tree, 'Visitantes')?.indicator?.base).toBe(1500)
  })
  test('una ficha por indicador, con su código y lo que no tiene lugar en el plan', async () => {
    const { tree, tables } = await preview('fichas-de-indicador.docx')
    expect(outline(tree)).toEqual(['3 Medio ambiente', ' 3.1 Aumentar el reciclaje', '  MA-01 Toneladas recicladas por año', '  MA-02 Porcentaje de hogares que separan residuos'])
    expect(indicator(tree, 'Toneladas')).toMatchObject({ unitId: 'u1', indicator: { base: 120, baseYear: 2024, measure: 'toneladas', formula: 'Suma de toneladas retiradas de puntos limpios', frequency: 'Semestral', targets: [{ year: 2030, value: 400 }] } })
    // «Aumentar en 20%» is not a value to be reached.
    expect(indicator(tree, 'Porcentaje')).toMatchObject({ unitSays: 'Oficina de Medio Ambiente', unitId: '', indicator: { base: null, targets: [] }, doubts: ['«Aumentar en 20%» es un cambio respecto de la base, no un valor'] })
    expect(tables[0]?.rows.find(({ state }) => state === 'not-understood')?.text).toBe('Color institucional · Verde')
  })
  test('bandas que nombran eje y objetivo, y dos indicadores en una celda por líneas, números o punto y coma', async () => {
    const { tree, counts, tables } = await preview('bandas-y-varios-indicadores.docx')
    expect(counts).toMatchObject({ axes: 2, objectives: 3, programmes: 4, indicators: 7 })
    const told = (name: string) => { const found = indicator(tree, name)?.indicator; return [found?.base, found?.targets.map(({ year, value }) => [year, value])] }
    expect(told('Consultas')).toEqual([2000, [[2033, 3500]]])
    expect(told('Tiempo de espera')).toEqual([15, [[2033, 7]]])
    expect(told('Rondas')).toEqual([24, [[2033, 48]]])
    expect(told('Personas atendidas')).toEqual([600, [[2033, 1400]]])
    expect(told('Escuelas con huerto')).toEqual([3, [[2033, 10]]])
    // One goal for two indicators: it goes to the first, and is told.
    expect(told('Escuelas con kiosco')).toEqual([1, []])
    expect(tables[0]?.rows.find(({ text }) => text.startsWith('Escuelas'))).toMatchObject({ state: 'doubt', why: expect.stringContaining('La celda de meta no trae 2 valores') as string })
  })
  test('metas por año bajo un encabezado de dos filas', async () => {
    const { tree } = await preview('metas-por-ano.docx')
    expect(indicator(tree, 'Asistencia')?.indicator).toMatchObject({ measure: '%', base: 82.5, frequency: 'Trimestral', targets: [{ year: 2027, value: 84 }, { year: 2028, value: 86 }, { year: 2029, value: 88 }, { year: 2030, value: 90 }] })
    expect(indicator(tree, 'Escuelas')?.parent).toBe(indicator(tree, 'Asistencia')?.parent)
  })
  test('títulos numerados dan eje y objetivo; lo borrado en una revisión no se lee; costo, plazo y fuente quedan en la descripción', async () => {
    const { tree } = await preview('numerada-con-revision.docx')
    expect(outline(tree)).toEqual(['1 SEGURIDAD', ' 1.1 Recuperar espacios públicos', '  1.1.P1 Alarmas comunitarias', '  1.1.P2 Plaza segura', ' 1.2 Prevenir la violencia', '  1.2.P1 Centro de la mujer'])
    expect(tree.find(({ name }) => name === 'Alarmas comunitarias')?.description).toBe('Quince sectores\nPresupuesto: 45.000\nPlazo: 2027-2028\nFinanciamiento: SPD')
  })
})
describe('el Excel', () => {
  test('celdas combinadas y dos indicadores con salto de línea', async () => {
    const { tree, counts } = await preview('matriz-combinada.xlsx')
    expect(counts).toMatchObject({ axes: 2, objectives: 3, programmes: 4, indicators: 5 })
    expect(indicator(tree, 'Porcentaje de cobertura')?.indicator).toMatchObject({ base: 62, measure: '%', targets: [{ year: 2031, value: 90 }] })
    expect(tree.find(({ id }) => id === indicator(tree, 'Familias con agua en El Prado')?.parent)?.name).toBe('Agua potable para todos')
  })
  test('una hoja por eje, con una portada que no es del plan', async () => {
    const { counts, tables } = await preview('una-hoja-por-eje.xlsx')
    expect(tables.map(({ how }) => how)).toEqual(['unknown', 'matrix', 'matrix'])
    expect(counts).toMatchObject({ axes: 2, objectives: 2, programmes: 2, indicators: 2 })
  })
  test('un seguimiento sin indicadores trae ejes, objetivos y proyectos', async () => {
    const { tree, counts } = await preview('seguimiento-sin-indicadores.xlsx')
    expect(counts).toMatchObject({ axes: 2, objectives: 2, programmes: 3, indicators: 0 })
    expect(tree.find(({ kind }) => kind === 'axis')).toMatchObject({ code: '1.1', name: 'CIUDAD ORDENADA', description: 'Ámbito: Urbano' })
    expect(tree.find(({ name }) => name === 'Plan Regulador')).toMatchObject({ unitId: 'u1', description: 'Presupuesto: 35000\nPlazo: 2026 a 2028' })
  })
  // 18 rows; by reading the file: lineamientos 1.1, 1.2, 1.3; objectives 1.1.1, 1.2.1, 1.2.2, 1.2.3, 1.3.1, 1.3.2.
  test('el seguimiento del PLADECO de Chonchi, tal como se publicó', async () => {
    const { counts, tree } = await preview('pladeco_chonchi_2026_2033_seguimiento_parcial.csv', { columns: { '1.15': 'ignored' } })
    expect(counts).toMatchObject({ axes: 3, objectives: 6, programmes: 18, indicators: 0, notUnderstood: 0 })
    expect(tree.filter(({ kind }) => kind === 'objective').map(({ code }) => code)).toEqual(['1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.3.1', '1.3.2'])
  })
})
describe('documentos dañados', () => {
  test('una tabla rota se explica en su tabla y su fila', async () => {
    const { problems, tables, tree } = await preview('tabla-rota.docx')
    expect(tables.map(({ how }) => how)).toEqual(['unknown', 'matrix'])
    expect(problems.map(({ place, what }) => `${place}: ${what}`)).toEqual(expect.arrayContaining(['Tabla 2, fila 1: Hay una tabla dentro de una celda: se leyó como párrafos.', 'Tabla 2, fila 3: La fila tiene 2 columnas y la tabla 4: sus celdas pueden estar corridas.']))
    expect(tree.filter(({ kind }) => kind === 'objective').map(({ name }) => name)).toEqual(['Reducir el déficit', 'Regularizar títulos', 'Mejorar barrios'])
  })
  test.each([['xml-cortado.docx', 'plan/documento-danado'], ['cortado.docx', 'plan/documento-danado'], ['con-clave.docx', 'plan/documento-con-clave'], ['foto-disfrazada.docx', 'spreadsheets/not-a-spreadsheet']])('%s no se lee y dice por qué', async (name, id) => {
    await expect(readPlanFile(fixture(name), name)).rejects.toSatisfy((error: unknown) => error instanceof Problem && error.id === id)
  })
})
describe('documentos que hacen daño', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secplan-plans-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const body = (text: string) => strToU8(`<?xml version="1.0"?>${text}`)
  const table = '<w:document xmlns:w="w"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Objetivo</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>'
  const rels = (type: string, target: string) => strToU8(`<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`)
  const made = (name: string, parts: Record<string, Uint8Array>): string => { const path = join(folder, name); writeFileSync(path, zipSync(parts)); return path }
  const refused = (path: string, options = {}) => readPlanFile(path, 'plan.docx', options).then(() => 'leído', (error: unknown) => (error instanceof Problem ? error.id : String(error)))
  test('una bomba de compresión no se abre, y lo dice con el nombre que la persona conoce', async () => {
    const bomb = made('bomba', { 'word/document.xml': new Uint8Array(130_000_000) })
    await expect(readPlanFile(bomb, 'pladeco.docx')).rejects.toMatchObject({ id: 'plan/documento-que-se-infla', message: expect.stringContaining('«pladeco.docx»') as string })
  })
  test.each([
    ['attachedTemplate', 'https://ejemplo.invalid/plantilla.dotm', 'plan/documento-que-trae-de-afuera'], ['attachedTemplate', 'file://otra-maquina/plantillas/a.dotm', 'plan/documento-que-trae-de-afuera'], ['oleObject', '\\\\otra-maquina\\a', 'plan/documento-que-trae-de-afuera'],
    ['attachedTemplate', 'file:///C:\\Users\\autor\\Normal.dotm', 'leído'], ['hyperlink', 'https://www.subdere.gov.cl', 'leído'],
  ])('%s hacia %s: %s', async (type, target, answer) => {
    expect(await refused(made('plantilla', { 'word/document.xml': body(table), 'word/_rels/settings.xml.rels': rels(type, target) }))).toBe(answer)
  })
  test('entidades que se declaran a sí mismas, y XML que no cierra', async () => {
    expect(await refused(made('entidades', { 'word/document.xml': body(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${table.replace('Objetivo', '&x;')}`) }))).toBe('plan/documento-danado')
    expect(await refused(made('abierto', { 'word/document.xml': body('<w:document><w:body><w:p>') }))).toBe('plan/documento-danado')
  })
  test('lo que tarda demasiado se detiene, y el siguiente se lee', async () => {
    const large = made('lento', { 'word/document.xml': body(table.replace('<w:tbl>', `${'<w:p><w:r><w:t>relleno distinto</w:t></w:r></w:p>'.repeat(300_000)}<w:tbl>`)) })
    expect(await refused(large, { seconds: 0.001, ratio: 100_000 })).toBe('plan/documento-demasiado-lento')
    expect((await readPlanFile(fixture('matriz-clasica.docx'), 'matriz-clasica.docx')).format).toBe('Word')
  })
  test('lo que pide más memoria que la permitida se detiene sin llevarse al servidor', async () => {
    const rows = `<w:tbl>${'<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>'.repeat(350_000)}</w:tbl>`
    expect(await refused(made('memoria', { 'word/document.xml': body(`<w:document xmlns:w="w"><w:body>${rows}</w:body></w:document>`) }), { memoryMegabytes: 40, ratio: 100_000 })).toBe('plan/documento-demasiado-grande')
  })
})
test('lo corregido a mano: nombre, lugar, partir y quitar', async () => {
  const { tree } = await preview('matriz-clasica.docx')
  const [km, moved] = [indicator(tree, 'Kilómetros'), indicator(tree, 'Atenciones')]
  const objective = tree.find(({ code }) => code === '2.1')
  const edited = await preview('matriz-clasica.docx', { edits: [{ op: 'change', id: km?.id, name: 'Kilómetros pavimentados' }, { op: 'move', id: moved?.id, parent: objective?.id }, { op: 'split', id: tree.find(({ code }) => code === '2.1.I1')?.id, names: ['Días de espera', 'Personas en espera'] }, { op: 'drop', id: tree.find(({ code }) => code === '1.2')?.id }, { op: 'move', id: km?.id, parent: null }] })
  expect(outline(edited.tree)).toEqual(['1 Territorio conectado', ' 1.1 Mejorar la conectividad rural', '  1.1.P1 Programa de pavimentación de caminos', '  1.1.I1 Kilómetros pavimentados', '  1.1.P2 Plan de mantención de caminos vecinales', '  1.1.I2 Porcentaje de caminos vecinales mantenidos', '2 Comunidad que cuida', ' 2.1 Reducir el tiempo de espera de la ayuda social', '  2.1.I1 Atenciones en terreno por año', '  2.1.P1 Programa de ventanilla única', '  2.1.I2 Días de espera', '  2.1.I3 Personas en espera'])
})
test('etiquetas, partes y valores', () => {
  expect(splitLabel('Objetivo estratégico 1.1 – Agua segura')).toEqual({ kind: 'objective', code: '1.1', name: 'Agua segura' })
  expect(splitLabel('Programa de ferias')).toMatchObject({ code: '', name: 'Programa de ferias' })
  expect(splitItems(['Construir la sede', 'y equiparla'])).toEqual(['Construir la sede y equiparla'])
  expect(splitItems(['Pavimentar 2.1 km el 30. Fin'])).toEqual(['Pavimentar 2.1 km el 30. Fin'])
  expect(readMeasure('al 2030')).toMatchObject({ value: null, year: 2030 })
  expect(readMeasure('12,5 puntos')).toMatchObject({ value: 12.5, unit: 'puntos' })
  expect(distribute(['1', '2'], 2, false)).toEqual({ values: ['1', '2'], matched: true })
})
