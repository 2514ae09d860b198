import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allProblems } from '#kernel'
import { type AnyAction, type AnyQuery, openApi } from '#platform/actions'
import { modules } from '../../src/app/modules.ts'
import { visita } from '../cast.ts'
import { ADDRESS, browser, type HttpTown, openHttpTown } from './http-town.ts'

/** Enumerated from the modules themselves: a new action cannot be forgotten here. */
const actions: readonly AnyAction[] = modules.flatMap((module) => module.actions ?? [])
const queries: readonly AnyQuery[] = modules.flatMap((module) => module.queries ?? [])
const addressOf = (name: string) => `/api/${name.replace('.', '/')}`
/** What anybody with an account may do, and why. A new entry needs a reason. */
const EVERYBODY: Readonly<Record<string, string>> = {
  'identity.change-password': 'la contraseña propia',
}
/** What anybody with an account may ask: the rows are still filtered by commune and label. */
const OPEN_QUERIES: Readonly<Record<string, string>> = {
  'registry.list-municipalities': 'lista pública de las 345 municipalidades, para la primera configuración',
  'evidence.record-history': 'la historia de un registro', 'evidence.record-documents': 'los documentos visibles de un registro',
  'evidence.file': 'la ficha de un archivo visible', 'evidence.search': 'la búsqueda entre lo visible',
}

let town: HttpTown
let address = ''
beforeAll(async () => {
  town = await openHttpTown()
  address = await town.listen()
})
afterAll(() => town.close())

describe('quien no debe, no puede', () => {
  test('ninguna acción ni consulta que no lo declare atiende a quien no inició sesión', async () => {
    const page = browser(address)
    for (const { name, anonymous } of actions) if (!anonymous) expect((await page.post(addressOf(name))).status, name).toBe(401)
    for (const { name, anonymous } of queries) if (!anonymous) expect((await page.get(addressOf(name))).status, name).toBe(401)
  })
  test('una cuenta sin cargos no puede hacer nada fuera de lo propio', async () => {
    const page = browser(address)
    expect((await page.signIn(ADDRESS.nobody)).status).toBe(200)
    for (const { name, anonymous } of actions) if (!anonymous && !(name in EVERYBODY)) expect((await page.post(addressOf(name))).status, name).toBe(403)
    expect(queries.filter(({ name, allowed, anonymous }) => !anonymous && allowed(visita) && !(name in OPEN_QUERIES)).map(({ name }) => name)).toEqual([])
    for (const { name, anonymous } of queries) if (!anonymous && !(name in OPEN_QUERIES)) expect((await page.get(addressOf(name))).status, name).toBe(403)
  })
  test('una entrada desordenada se rechaza sin fallar', async () => {
    const page = browser(address)
    await page.signIn(ADDRESS.director)
    const junk = { id: { a: 1 }, text: 'x'.repeat(5000), page: -1, size: 1e9, version: 'no', period: '2026-99', month: '13', kind: '\u0000', rows: [[]] }
    for (const { name } of actions) expect((await page.post(addressOf(name), junk)).status, name).toBeLessThan(500)
    for (const { name } of queries) expect((await page.get(`${addressOf(name)}?${new URLSearchParams({ id: "' or 1=1 --", text: 'x'.repeat(500), page: '-1', size: '1e9', period: 'x', year: '99999999999999999999', kind: '%00' })}`)).status, name).toBeLessThan(500)
  })
})

describe('el documento OpenAPI 3.1', () => {
  const document = openApi(modules, '0') as { openapi: string; info: Record<string, unknown>; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, unknown> } }
  type Operation = { operationId: string; summary: string; parameters?: { name: string; in: string; schema: unknown }[]; requestBody?: { content: Record<string, { schema: object }> }; responses: Record<string, { description: string; content: Record<string, { schema: object }> }> }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))

  test('describe cada acción y cada consulta, una vez', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(operations.map(({ method, operation }) => `${method} ${operation.operationId}`).sort()).toEqual([...actions.map(({ name }) => `post ${name}`), ...queries.map(({ name }) => `get ${name}`)].sort())
  })
  test('cada esquema es JSON Schema 2020-12 que compila, y toda referencia existe', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ ...document.components.schemas['Problem'] as object, $id: 'https://secplan/Problem' })
    const seen = new Set<string>()
    const compiles = (schema: object) => {
      const text = JSON.stringify(schema).replaceAll('#/components/schemas/Problem', 'https://secplan/Problem')
      if (seen.has(text)) return
      seen.add(text)
      ajv.compile(JSON.parse(text) as object)
    }
    for (const { operation } of operations) {
      for (const parameter of operation.parameters ?? []) {
        expect(['query', 'header', 'path', 'cookie']).toContain(parameter.in)
        compiles(parameter.schema as object)
      }
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) compiles(schema)
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[1-5]\d\d$/)
        expect(answer.description.length).toBeGreaterThan(0)
        for (const { schema } of Object.values(answer.content)) compiles(schema)
      }
    }
  })
  test('un problema real cumple el esquema publicado', async () => {
    const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(document.components.schemas['Problem'] as object)
    for (const answer of [await browser(address).get('/api/nada'), await browser(address).get('/api/registry/list-units')]) expect(valid(answer.json), JSON.stringify(valid.errors)).toBe(true)
    expect(valid({ title: 'sin lo demás' })).toBe(false)
  })
  test('lo que se sirve es lo que se comprobó', async () => {
    const served = (await browser(address).get('/api/openapi.json')).json as { paths: object }
    expect(Object.keys(served.paths).sort()).toEqual(Object.keys(document.paths).sort())
  })
  test('las consultas que declaran su respuesta la cumplen', async () => {
    const page = browser(address)
    await page.signIn(ADDRESS.director)
    for (const query of queries) {
      if (!query.output || !query.input.safeParse({}).success || !query.allowed({ ...visita, permissions: new Set(['registry.read', 'budget.read', 'plan.read', 'projects.read', 'reporting.read']) })) continue
      const answer = await page.get(addressOf(query.name))
      if (answer.status === 200) expect(query.output.safeParse(answer.json).error?.issues, query.name).toBeUndefined()
    }
  })
})

test('cada acción y consulta tiene nombre de verbo, título en castellano y módulo conocido', () => {
  const keys = new Set([...modules.map(({ key }) => key), 'identity'])
  for (const { name, title } of [...actions, ...queries]) {
    expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z0-9]+)*$/)
    expect(keys.has(name.split('.')[0] ?? ''), name).toBe(true)
    expect(title, name).toMatch(/^[A-ZÁÉÍÓÚÑ¿«].{3,}/)
  }
})
test('cada problema dice qué pasó y qué hacer', () => {
  const known = allProblems()
  expect(known.length).toBeGreaterThan(20)
  for (const { id, title, remedy } of known) {
    expect(id).toMatch(/^[a-z-]+\/[a-z0-9-]+$/)
    expect(title, id).toMatch(/^[A-ZÁÉÍÓÚÑ«0-9].{5,}[^.]$/)
    expect(remedy, id).toMatch(/^[A-ZÁÉÍÓÚÑ¿].{15,}[.?]$/)
  }
})
test('cada cifra tiene la frase con que se calcula', () => {
  for (const { id, method } of modules.flatMap((module) => module.figures ?? [])) {
    expect(method, id).toMatch(/^[A-ZÁÉÍÓÚÑ«].{25,}/)
    expect(method.split(/\s+/).length, id).toBeGreaterThan(4)
  }
})
