import { randomUUID } from 'node:crypto'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AnyAction, openApi } from '#platform/actions'
import { sql } from '#platform/database'
import { hashPassword } from '#platform/identity'
import { addPerson, defaultRoles } from '#registry'
import { modules } from '../../src/app/modules.ts'
import { openSmallBudget } from '../../src/modules/budget/testing/small-budget.ts'
import { berta, COMMUNE, rosa, tomas } from '../cast.ts'
import { upload } from '../../src/modules/budget/testing/run-job.ts'
import { ADDRESS, browser, type HttpTown, openHttpTown, PASSWORD } from './http-town.ts'

type Schema = { type?: string | string[]; enum?: unknown[]; const?: unknown; format?: string; pattern?: string; minLength?: number; minimum?: number; minItems?: number; default?: unknown; properties?: Record<string, Schema>; required?: string[]; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[] }
type Operation = { operationId: string; parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]; requestBody?: { content: Record<string, { schema: Schema }> }; responses: Record<string, { content: Record<string, { schema: object }> }> }
const document = openApi(modules, '0') as { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } }
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
const queries = operations.filter(({ method }) => method === 'get')
const actions = operations.filter(({ method }) => method === 'post')

const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ ...document.components.schemas['Problem'], $id: 'https://secplan/Problem' })
const compiled = new Map<string, ValidateFunction>()
const validator = (schema: object): ValidateFunction => {
  const text = JSON.stringify(schema).replaceAll('#/components/schemas/Problem', 'https://secplan/Problem')
  const known = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object)
  compiled.set(text, known)
  return known
}

/** Questions about what this town does not have: they answer that it is absent. A new one needs a reason. */
const ABSENT: Readonly<Record<string, string>> = {
  'budget.show-import': 'ninguna planilla se cargó', 'evidence.show-adoption': 'ninguna carpeta se ha adoptado', 'calendar.duty': 'ninguna obligación del año se ha instanciado',
  'requests.show-campaign': 'ninguna campaña se abrió', 'requests.show-request': 'ninguna campaña se abrió', 'requests.show-link': 'ningún enlace se entregó', 'correspondence.open-act': 'ningún acto se redactó',
  'registry.list-views': 'pide la dirección de una lista', 'calendar.mandate-month': 'pide un mes ya terminado', 'plan.show-import': 'ningún plan se cargó', 'projects.show-import': 'ninguna lista se cargó', 'worksheets.show-load': 'ninguna planilla volvió', 'statistics.show-dataset': 'ningún conjunto de datos se creó',
  'statistics.open-builder': 'ningún conjunto de datos se creó', 'statistics.show-saved': 'ningún cuadro se guardó', 'statistics.show-indicator': 'ningún indicador tiene datos', 'statistics.show-data-request': 'nadie pidió datos', 'statistics.show-register': 'ningún registro propio se creó', 'territory.show-set': 'ningún conjunto de zonas se creó', 'statistics.show-load': 'ningún conjunto de datos se cargó', 'requests.list-messages': 'ninguna campaña se abrió', 'requests.item-history': 'ninguna campaña se abrió', 'correspondence.open-received': 'ningún acto se comunicó a quien pregunta',
  'reporting.edition': 'ningún informe se emitió', 'reporting.differences': 'ningún informe se emitió', 'reporting.verify': 'ningún informe se emitió', 'reporting.phrases': 'pide una sección del informe', 'reporting.chapter': 'pide una sección del informe', 'reporting.figure-form': 'pide una cifra por su nombre',
}
const WHOLE = 'todos.los.cargos@villa.example'
/** Required texts of a question that only some words answer. */
const ASKED: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'statistics.show-code-list': { key: 'cut' } }
/** Words that fit the fields that a pattern or a refinement narrows. */
const WORDS: Readonly<Record<string, unknown>> = { line: undefined, year: 2026, fromYear: 2025, month: 6, period: '2026-1', kind: undefined, version: 1, email: 'nadie@villa.example', account: '215-22-05', rut: '76.086.428-5' }

let town: HttpTown
let page: ReturnType<typeof browser>
let nobody: ReturnType<typeof browser>
/** Identifiers of records of every kind that the town has. */
let pool: { kind: string; id: string }[] = []
let files: { id: string }[] = []

beforeAll(async () => {
  town = await openHttpTown()
  const { system, as } = town.town
  const named = (name: string): AnyAction => {
    const found = modules.flatMap(({ actions: own }) => own ?? []).find((action) => action.name === name)
    if (!found) throw new Error(name)
    return found
  }
  await openSmallBudget(town.town)
  await as(tomas).does(named('budget.create-programme'), { code: '202', name: 'Alumbrado público', area: '2' })
  await as(rosa).does(named('registry.add-supplier'), { id: randomUUID(), rut: '76.086.428-5', name: 'Constructora Calafquén SpA', kind: 'legal' })
  await as(rosa).does(named('projects.create-project'), { id: randomUUID(), code: 'sede', name: 'Construcción sede social Molco', totalCost: 250_000, since: '2026-03-01' })
  await as(berta).does(named('council.record-session'), { id: randomUUID(), number: 12, heldOn: '2026-07-16' })
  await as(rosa).does(named('budget.draft-amendment'), { year: 2026, kind: 'transfer', reason: 'Traspaso entre gastos del año', lines: (await system.database.read({ commune: COMMUNE, accountId: rosa.accountId, clearances: ['internal'] }, (tx) => tx.all<{ id: string }>(sql`select id from budget.lines where commune = ${COMMUNE} and kind = 'expenditure' order by account limit 2`))).map(({ id }, index) => ({ line: id, amount: index === 0 ? -10 : 10 })) })
  const [plan, axis, objective, report] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await as(rosa).does(named('plan.create-plan'), { id: plan, name: 'Plan de prueba 2022–2030', startsOn: '2022-01-01', endsOn: '2030-12-31' })
  await as(rosa).does(named('plan.add-node'), { id: axis, planId: plan, kind: 'axis', code: '1', name: 'Agua y salud' })
  await as(rosa).does(named('plan.add-node'), { id: objective, planId: plan, parentId: axis, kind: 'objective', code: '1.1', name: 'Agua segura' })
  await as(rosa).does(named('plan.add-indicator'), { id: randomUUID(), nodeId: objective, code: 'A-1', name: 'Hogares con agua', formula: 'Hogares con agua sobre hogares', unit: '%', direction: 'up', accrual: 'level', frequency: 'yearly', source: 'DOM', baseline: { year: 2021, value: 70, source: 'Censo' } })
  await as(rosa).does(named('reporting.start-report'), { id: report, kind: 'council-half-year', period: '2026-1' })
  // El año anterior, cerrado, con su arrastre en borrador.
  await as(tomas).does(named('budget.open-budget'), { year: 2025, agreement: '1', decreeNumber: '1', decreeOn: '2024-12-20', lines: [{ account: '115-03-01', amount: 500 }, { account: '215-22-05', area: '2', amount: 500 }] })
  await as(tomas).does(named('budget.close-month'), { year: 2025, month: 12, version: 0 })
  await as(rosa).does(named('budget.draft-carry-over'), { fromYear: 2025, coverage: 'add', available: 900, advances: 0, thirdParty: 0, cashSource: 'Conciliación de diciembre' })
  await upload(town.town, rosa, 'acta.csv', Buffer.from('acta'))
  await system.database.write({ commune: COMMUNE, accountId: rosa.accountId, clearances: ['public'] }, async (tx) => {
    await addPerson(tx, { values: { name: 'Persona de todos los cargos', email: WHOLE }, offices: defaultRoles.map(({ key }) => ({ role: key, title: key, from: '2020-01-01' as never })), passwordHash: await hashPassword(PASSWORD), mustChange: false })
  })
  pool = await system.database.asOwner((tx) => tx.all<{ kind: string; id: string }>(sql`
    select kind, record_id as id from evidence.search_lines where commune = ${COMMUNE} union all select 'budget-line', id::text from budget.lines where commune = ${COMMUNE}
    union all select 'person', id::text from registry.people where commune = ${COMMUNE} union all select 'unit', id::text from registry.units where commune = ${COMMUNE} union all select 'report', id::text from reporting.reports where commune = ${COMMUNE}`))
  files = await system.database.asOwner((tx) => tx.all<{ id: string }>(sql`select hash as id from evidence.files where commune = ${COMMUNE}`))
  const address = await town.listen()
  page = browser(address)
  nobody = browser(address)
  expect((await page.signIn(WHOLE)).status).toBe(200)
  expect((await nobody.signIn(ADDRESS.nobody)).status).toBe(200)
})
afterAll(() => town.close())

/** The smallest value of a schema, as the document tells it. */
const smallest = (schema: Schema, name = ''): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum.find((value) => value !== '') ?? schema.enum[0]
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (one) return smallest(one, name)
  if (WORDS[name] !== undefined) return WORDS[name]
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return Object.fromEntries((schema.required ?? []).map((key) => [key, smallest(schema.properties?.[key] ?? {}, key)]))
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => smallest(schema.items ?? {}, name))
  if (type === 'number' || type === 'integer') return Math.max(1, schema.minimum ?? 1)
  if (type === 'boolean') return false
  if (schema.format === 'uuid') return randomUUID()
  if (/on$/i.test(name)) return '2026-07-22'
  return 'Texto de prueba '.repeat(Math.ceil((schema.minLength ?? 1) / 16)).trim()
}
type Answer = Awaited<ReturnType<ReturnType<typeof browser>['get']>>
/** The answer is one the document declares: its status, its type and its shape. */
const fits = (name: string, operation: Operation, answer: Answer): void => {
  const declared = operation.responses[String(answer.status)]
  expect(declared, `${name} contestó ${answer.status}, que su descripción no declara`).toBeDefined()
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const content = declared?.content[type]
  expect(content, `${name} contestó ${answer.status} como ${type}`).toBeDefined()
  const valid = validator(content?.schema ?? {})
  expect(valid(JSON.parse(answer.text)), `${name}: ${JSON.stringify(valid.errors)}`).toBe(true)
}

test('cada consulta, hecha por quien puede, contesta lo que su descripción declara', async () => {
  const unanswered: string[] = []
  for (const { path, operation } of queries) {
    const needed = (operation.parameters ?? []).filter((parameter) => parameter.required)
    const values = new Map(needed.map(({ name, schema }) => [name, ASKED[operation.operationId]?.[name] ?? smallest(schema, name)]))
    const wanting = needed.find(({ name, schema }) => schema.format === 'uuid' || name === 'hash')
    const kindParameter = needed.find(({ name }) => name === 'kind')
    const tries = needed.some(({ name }) => name === 'hash') ? files.map(({ id }) => ({ kind: 'file', id })) : wanting ? [...new Map(pool.map((one) => [one.id, one])).values()] : [undefined]
    let answered = false
    for (const one of tries) {
      const parameters = new URLSearchParams()
      for (const [name, value] of values) parameters.set(name, String(one && name === wanting?.name ? one.id : one && name === kindParameter?.name && !kindParameter.schema.enum ? one.kind : value))
      const answer = await page.get(`${path}?${parameters.toString()}`)
      fits(operation.operationId, operation, answer)
      expect(answer.status, `${operation.operationId}: ${answer.text.slice(0, 200)}`).not.toBe(403)
      if (answer.status === 200) { answered = true; break }
    }
    if (!answered) unanswered.push(operation.operationId)
  }
  expect(queries.length).toBeGreaterThan(40)
  expect(unanswered.filter((name) => !(name in ABSENT))).toEqual([])
})
test('cada consulta y cada acción negada a quien no tiene cargos lo dice como problema declarado', async () => {
  const open = new Set(modules.flatMap((module) => [...(module.queries ?? []), ...(module.actions ?? [])]).filter(({ anonymous }) => anonymous).map(({ name }) => name))
  let refused = 0
  for (const { path, method, operation } of operations) {
    if (open.has(operation.operationId)) continue
    const answer = method === 'get' ? await nobody.get(path) : await nobody.post(path)
    fits(operation.operationId, operation, answer)
    if (answer.status === 403) {
      refused++
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      expect(answer.json['remedy'], operation.operationId).toMatch(/.{15,}/)
    }
  }
  expect(refused).toBeGreaterThan(operations.length * 0.9)
})
test('cada acción, con la entrada mínima que su descripción pide, contesta lo que declara y nunca un defecto', async () => {
  for (const { path, operation } of actions) {
    if (operation.operationId === 'identity.change-password') continue // cambiaría la contraseña de quien prueba
    const schema = operation.requestBody?.content['application/json']?.schema ?? {}
    for (const body of [{}, smallest(schema)]) {
      const answer = await page.post(path, body)
      fits(operation.operationId, operation, answer)
      expect(answer.status, `${operation.operationId}: ${answer.text.slice(0, 300)}`).not.toBe(500)
    }
  }
})
