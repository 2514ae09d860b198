import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, AsOf } from '#kernel'
import { asOfNow, readContext, scopeOf } from '#platform/actions'
import { sql } from '#platform/database'
import { stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { correspondence, modules } from '../../../app/modules.ts'
import { threadOfEverything } from '../../../app/routes/thread.ts'
import { actions, desk, hire, queries, staff, type Staff } from '../acts.fixture.ts'
import type { ActView, ReceivedView } from '../contract.ts'
import { deliverActs } from './deliver-acts.ts'

type Received = { readonly total: number; readonly acts: readonly { readonly id: string; readonly title: string }[] }
let town: Town
let people: Staff
let office: ReturnType<typeof desk>
let other: Actor
const personOf = async (actor: Actor) => (await town.system.database.read(scopeOf(actor), (tx) => tx.one<{ id: string }>(sql`select person_id as id from registry.accounts where commune = ${tx.commune} and id = ${actor.accountId}`)))?.id ?? ''
beforeAll(async () => {
  town = await openTown()
  people = await staff(town)
  other = await hire(town, 'Óscar Leal Mora', [{ role: 'councillor', title: 'Concejal', from: '2024-12-06' as never }])
  office = desk(town, people)
})
afterAll(() => town.close())
const toCouncillor = { addressees: ['Marcela Quidel Leal, concejala de la comuna'], subject: 'Responde por el puente colgante' }
const open = (id: string) => town.as(people.clerk).asks<ActView>(queries.openAct, { id })
const notify = async (id: string, who: readonly string[], more: object = {}) => {
  const { act } = await open(id)
  const input = { id: randomUUID(), act: id, version: act.version, addressee: act.addressees[0], means: 'in-person', notifiedOn: '2026-07-22', people: who, ...more }
  await town.as(people.clerk).does(actions.notifyAct, input)
  return input.id
}
const received = (actor: Actor, asOf?: AsOf) => town.as(actor).asks<Received>(queries.listReceived, {}, asOf)
const query = (name: string) => modules.flatMap(({ queries: own }) => own ?? []).find((one) => one.name === name) ?? queries.listActs

test('una concejala ve el acto firmado que se le notificó, con su texto y su ejemplar; otro concejal no', async () => {
  const id = await office.signed(toCouncillor)
  const named = (await open(id)).councillors
  expect(named.map(({ name, named: suggested }) => [name, suggested])).toEqual([['Marcela Quidel Leal', true], ['Óscar Leal Mora', false]])
  expect((await received(people.councillor)).total).toBe(0)
  await notify(id, [await personOf(people.councillor)])
  expect((await received(people.councillor)).acts.map((act) => act.id)).toEqual([id])
  const view = await town.as(people.councillor).asks<ReceivedView>(queries.openReceived, { id })
  expect(view).toMatchObject({ subject: 'Responde por el puente colgante', why: 'notified', signedCopy: true })
  expect(JSON.stringify(view.body)).toContain('Ana Huenchumil Rain')
  const copy = await correspondence.file(town.system.services, people.councillor, { act: id, format: 'signed' })
  expect(Buffer.from(copy.bytes).equals(office.png)).toBe(true)
  for (const [who, status] of [[other, 404], [people.analyst, 403], [stranger, 403]] as const) expect((await town.as(who).refused(queries.openReceived, { id })).status).toBe(status)
  expect((await received(other)).total).toBe(0)
  await expect(correspondence.file(town.system.services, other, { act: id, format: 'pdf' })).rejects.toMatchObject({ status: 404 })
  await expect(correspondence.file(town.system.services, people.councillor, { act: id, format: 'docx' })).rejects.toMatchObject({ status: 404 })
})
test('nada más se filtra: ni la lista, ni la ficha, ni la búsqueda, ni el hilo, ni la bitácora, ni los documentos, ni los conteos', async () => {
  const secret = await office.signed({ subject: 'Zanjadora para el estero Puyehue' })
  const given = await office.signed({ ...toCouncillor, subject: 'Zanjadora entregada a la concejala' })
  await notify(given, [await personOf(people.councillor)])
  for (const act of [secret, given]) {
    expect((await town.as(people.councillor).refused(queries.openAct, { id: act })).status).toBe(403)
    const line = await town.system.database.read(scopeOf(people.councillor), (tx) => threadOfEverything({ kind: 'act', id: act }, readContext(town.system.services, tx, people.councillor, asOfNow(town.system.services.clock)))).catch(() => undefined)
    expect(JSON.stringify(line ?? {})).not.toContain('Zanjadora')
    expect(JSON.stringify(await town.as(people.councillor).asks(query('evidence.record-documents'), { kind: 'act', id: act }).catch(({ status }: { status: number }) => status))).not.toContain('ejemplar')
    expect(JSON.stringify(await town.as(people.councillor).asks(query('evidence.record-history'), { kind: 'act', id: act }).catch(({ status }: { status: number }) => status))).not.toContain('Zanjadora')
  }
  for (const name of ['correspondence.list-acts', 'correspondence.signing-desk', 'correspondence.open-book', 'correspondence.list-incoming', 'correspondence.acts-of']) expect((await town.as(people.councillor).refused(query(name), name.endsWith('acts-of') ? { kind: 'act', id: secret } : { year: 2026 })).status, name).toBe(403)
  const found = await town.as(people.councillor).asks<{ hits: readonly unknown[]; counts?: unknown }>(query('evidence.search'), { text: 'zanjadora' })
  expect(found.hits).toEqual([])
  expect(JSON.stringify(found)).not.toMatch(/estero Puyehue|"act":\s*[1-9]/)
  expect((await town.as(people.councillor).asks<Received>(queries.listReceived, { text: 'zanjadora' })).acts.map(({ id }) => id)).toEqual([given])
  await expect(correspondence.file(town.system.services, people.councillor, { act: secret, format: 'signed' })).rejects.toMatchObject({ status: 404 })
  // Under their own label the rows of acts are not there at all.
  expect((await town.system.database.read(scopeOf(people.councillor), (tx) => tx.one<{ n: number }>(sql`select count(*)::int as n from correspondence.acts`)))?.n).toBe(0)
})
test('sólo a concejales en ejercicio; lo no firmado y lo reservado no van en la carpeta; lo retirado deja de verse', async () => {
  const id = await office.signed(toCouncillor)
  const { act } = await open(id)
  expect((await town.as(people.clerk).refused(actions.notifyAct, { id: randomUUID(), act: id, version: act.version, addressee: act.addressees[0], means: 'in-person', notifiedOn: '2026-07-22', people: [await personOf(people.works)] })).id).toBe('actos/no-es-concejal')
  const give = (what: string) => town.system.database.write(scopeOf(people.clerk), (tx) => deliverActs({ tx, today: '2026-07-22' as never, entryId: randomUUID() }, [what], [], { why: 'folder' }))
  await expect(give(await office.toSign())).rejects.toMatchObject({ id: 'actos/no-va-al-concejo', detail: expect.stringContaining('todavía no está firmado') })
  const notification = await notify(id, [await personOf(other)])
  expect((await received(other)).acts.map((one) => one.id)).toEqual([id])
  await town.as(people.clerk).does(actions.withdrawNotification, { notification, reason: 'No era para ese concejal' })
  expect((await received(other)).total).toBe(0)
})
test('vistos desde el día anterior, lo entregado hoy aún no está; otra comuna no ve nada', async () => {
  const day = (text: string) => text as never
  expect((await received(people.councillor)).total).toBeGreaterThan(0)
  expect((await received(people.councillor, { effectiveOn: day('2026-07-21'), knownOn: day('2026-07-22') })).total).toBe(0)
  expect((await received(people.councillor, { effectiveOn: day('2026-07-22'), knownOn: day('2026-07-21') })).total).toBe(0)
  expect((await town.as({ ...people.councillor, commune: stranger.commune }).asks<Received>(queries.listReceived)).total).toBe(0)
})
