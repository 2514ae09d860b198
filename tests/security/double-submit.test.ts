import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { COMMUNE } from '../cast.ts'
import { ADDRESS, browser, type HttpTown, openHttpTown, PASSWORD } from './http-town.ts'

let town: HttpTown
let address = ''
beforeAll(async () => {
  town = await openHttpTown()
  address = await town.listen()
})
afterAll(() => town.close())

const director = async () => {
  const page = browser(address)
  expect((await page.signIn(ADDRESS.director)).status).toBe(200)
  return page
}
const ADD = '/api/registry/add-institution'
const institution = (name: string) => ({ id: randomUUID(), code: '', name, kind: 'community' })
const stored = (name: string) => town.town.system.database.asOwner((tx) => tx.one<{ rows: number; entries: number }>(sql`
  select (select count(*)::int from registry.institutions where commune = ${COMMUNE} and name = ${name}) as rows,
    (select count(*)::int from evidence.entries e join registry.institutions i on i.commune = e.commune and e.record_id = i.id::text where e.commune = ${COMMUNE} and i.name = ${name}) as entries`))

describe('el mismo envío dos veces', () => {
  test('con la misma clave responde lo mismo y escribe una vez', async () => {
    const page = await director()
    const [body, key] = [institution('Junta de Vecinos Uno'), { 'idempotency-key': randomUUID() }]
    const [first, second] = [await page.post(ADD, body, key), await page.post(ADD, body, key)]
    expect(first.status).toBe(200)
    expect(second.json).toEqual(first.json)
    expect(await stored(body.name)).toEqual({ rows: 1, entries: 1 })
  })
  test('la misma clave con otro contenido, o para otra acción, se rechaza con 409 y no escribe', async () => {
    const page = await director()
    const key = { 'idempotency-key': randomUUID() }
    expect((await page.post(ADD, institution('Junta de Vecinos Dos'), key)).status).toBe(200)
    const other = await page.post(ADD, institution('Junta de Vecinos Tres'), key)
    expect([other.status, other.json['type']]).toEqual([409, '/ayuda/problemas/conflicto/clave-repetida'])
    expect((await stored('Junta de Vecinos Tres'))?.rows).toBe(0)
    expect((await page.post('/api/registry/add-supplier', { id: randomUUID(), rut: '76.086.428-5', name: 'Ferretería', kind: 'legal' }, key)).status).toBe(409)
  })
  test('la misma clave de otra cuenta es otra clave', async () => {
    const [one, two] = [await director(), browser(address)]
    await two.signIn(ADDRESS.analyst)
    const key = { 'idempotency-key': randomUUID() }
    expect((await one.post(ADD, institution('Junta de Vecinos Cuatro'), key)).status).toBe(200)
    expect((await two.post(ADD, institution('Junta de Vecinos Cinco'), key)).status).toBe(200)
  })
  test('cinco envíos a la vez con la misma clave escriben uno solo y reciben la misma respuesta', async () => {
    const page = await director()
    const [body, key] = [institution('Junta de Vecinos Seis'), { 'idempotency-key': randomUUID() }]
    const answers = await Promise.all(Array.from({ length: 5 }, () => page.post(ADD, body, key)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    for (const { json } of answers) expect(json).toEqual(answers[0]?.json)
    expect(await stored(body.name)).toEqual({ rows: 1, entries: 1 })
  })
  test('lo que se prepara fuera de la transacción no se repite con la misma clave', async () => {
    const page = browser(address)
    await page.signIn(ADDRESS.victim)
    const [body, key] = [{ current: PASSWORD, next: 'otra frase larga y propia 8' }, { 'idempotency-key': randomUUID() }]
    expect((await page.post('/api/identity/change-password', body, key)).status).toBe(200)
    const again = browser(address)
    expect((await again.signIn(ADDRESS.victim, body.next)).status).toBe(200)
    // The current password is no longer that one: only a kept answer can say 200.
    expect((await again.post('/api/identity/change-password', body, key)).status).toBe(200)
  })
})

describe('dos personas sobre el mismo registro', () => {
  test('quien guarda después recibe 412 con las dos versiones, y nada de lo suyo se escribió', async () => {
    const [one, two] = [await director(), browser(address)]
    await two.signIn(ADDRESS.analyst)
    const added = institution('Club Deportivo')
    await one.post(ADD, added)
    const change = (name: string) => ({ ...added, version: 1, name, active: true })
    expect((await one.post('/api/registry/change-institution', change('Club Deportivo Norte'))).status).toBe(200)
    const late = await two.post('/api/registry/change-institution', change('Club Deportivo Sur'))
    expect([late.status, late.json['type']]).toEqual([412, '/ayuda/problemas/version/cambio-antes'])
    expect(late.json['facts']).toMatchObject({ yours: { name: 'Club Deportivo Sur', version: 1 }, current: { name: 'Club Deportivo Norte', version: 2 } })
    expect((await stored('Club Deportivo Sur'))?.rows).toBe(0)
  })
})
