import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyAction, JobContext, ReadContext } from '#platform/actions'
import { asOfNow, readContext, runAction, scopeOf } from '#platform/actions'
import { emlOf, type Letter, type MailTransport } from '#platform/mail'
import { stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { correspondence } from '../../../app/modules.ts'
import { actions, desk, queries, staff, type Staff } from '../acts.fixture.ts'
import type { ActView } from '../contract.ts'
import { mailJob } from './mail-act.job.ts'
import { mailText } from './mail-text.ts'

let town: Town
let people: Staff
let office: ReturnType<typeof desk>
beforeAll(async () => {
  town = await openTown()
  people = await staff(town)
  office = desk(town, people)
})
afterAll(() => town.close())
const ADDRESS = 'vialidad@mop.example'
const open = (id: string) => town.as(people.clerk).asks<ActView>(queries.openAct, { id })
const prepare = async (id: string) => {
  const message = randomUUID()
  await town.as(people.clerk).does(actions.mailAct, { id: message, act: id, version: (await open(id)).act.version, addressee: 'Director Regional de Vialidad', email: ADDRESS })
  return message
}
/** Runs the sending as the clerk, with a server of the test. */
const run = (message: string, transport: MailTransport | undefined) => mailJob(() => transport, actions.recordMail).run({
  actor: people.clerk, jobId: randomUUID(), input: { message, people: [] }, database: town.system.database, files: town.system.services.files, progress: () => Promise.resolve(),
  read: (work: (context: ReadContext) => Promise<unknown>) => town.system.database.read(scopeOf(people.clerk), (tx) => work(readContext(town.system.services, tx, people.clerk, asOfNow(town.system.services.clock)))),
  act: async (action: AnyAction, input: unknown) => (await runAction(town.system.services, people.clerk, action, input)).result as never,
} as unknown as JobContext)
const server = (sent: Letter[], problem?: string): MailTransport => ({ from: 'oficina@villa.example', send: (letter) => { if (problem) return Promise.reject(new Error(problem)); sent.push(letter); return Promise.resolve() } })

test('el correo lleva el ejemplar firmado; cuando sale, el acto queda notificado ese día y el mensaje guardado como prueba', async () => {
  const id = await office.signed()
  const message = await prepare(id)
  expect((await open(id)).act.state).toBe('to-notify')
  const sent: Letter[] = []
  expect(await run(message, server(sent))).toEqual({ sent: true })
  expect(sent[0]).toMatchObject({ to: ADDRESS, subject: expect.stringContaining('notifica: Oficio ordinario N.º') })
  expect(Buffer.from(sent[0]?.attachments?.[0]?.bytes ?? []).equals(office.png)).toBe(true)
  const view = await open(id)
  expect(view.act.state).toBe('notified')
  expect(view.notifications[0]).toMatchObject({ means: 'email', notifiedOn: '2026-07-22', withdrawable: 'El correo salió: lo que llegó no se deshace.' })
  const proof = await town.system.services.files.get(view.mails[0]?.proof ?? '')
  expect(proof?.toString()).toBe(sent[0] && emlOf(sent[0]))
  expect((await town.as(people.clerk).refused(actions.withdrawNotification, { notification: view.notifications[0]?.id, reason: 'Fue a otra persona' })).id).toBe('actos/correo-ya-salio')
  // Sent once: asking again does nothing, and it is not noted twice.
  expect(await run(message, server(sent))).toMatchObject({ sent: false })
  expect(sent).toHaveLength(1)
  expect((await town.as(people.clerk).refused(actions.recordMail, { message, leftOn: '2026-07-22' })).id).toBe('actos/correo-no-espera')
})
test('lo que el servidor rechaza no notifica: se dice por qué y se reintenta', async () => {
  const id = await office.signed()
  const message = await prepare(id)
  expect(await run(message, server([], 'el servidor de correo rechazó al destinatario (550)'))).toMatchObject({ sent: false })
  const failed = await open(id)
  expect([failed.act.state, failed.mails[0]?.state, failed.mails[0]?.problem]).toEqual(['to-notify', 'failed', 'el servidor de correo rechazó al destinatario (550)'])
  for (const action of [actions.retryMail, actions.cancelMail]) { expect((await town.as(people.mayor).refused(action, { message })).status).toBe(403); expect((await town.as(stranger).refused(action, { message })).status).toBe(404) }
  await town.as(people.clerk).does(actions.retryMail, { message })
  const sent: Letter[] = []
  expect(await run(message, server(sent))).toEqual({ sent: true })
  expect((await open(id)).act.state).toBe('notified')
})
test('sin servidor de correo espera a una persona: el .eml abre listo para enviar y al anotarlo queda la prueba', async () => {
  const id = await office.signed()
  const message = await prepare(id)
  expect(await run(message, undefined)).toMatchObject({ sent: false, waits: 'no hay servidor de correo' })
  const file = await correspondence.mail(town.system.services, people.clerk, message)
  expect(file.name).toMatch(/\.eml$/)
  const text = Buffer.from(file.bytes).toString()
  expect(text).toContain(`To: ${ADDRESS}\r\n`)
  expect(text).toContain('X-Unsent: 1')
  expect(text).toContain(office.png.toString('base64').slice(0, 40))
  await expect(correspondence.mail(town.system.services, people.mayor, message)).rejects.toMatchObject({ status: 403 })
  await expect(correspondence.mail(town.system.services, stranger, message)).rejects.toMatchObject({ status: expect.any(Number) })
  expect((await town.as(people.clerk).refused(actions.mailAct, { id: randomUUID(), act: id, version: (await open(id)).act.version, addressee: 'Director Regional de Vialidad', email: ADDRESS })).id).toBe('actos/ya-notificado')
  expect((await town.as(people.clerk).refused(actions.recordMail, { message, leftOn: '2026-07-23' })).id).toBe('actos/fecha-futura')
  await town.as(people.clerk).does(actions.recordMail, { message, leftOn: '2026-07-22' })
  expect((await open(id)).mails[0]).toMatchObject({ state: 'copied', proof: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect((await open(id)).act.state).toBe('notified')
})
test('un correo que no ha salido se anula, y nada se notificó; la dirección no llega a la bitácora', async () => {
  const id = await office.signed()
  const message = await prepare(id)
  expect((await town.as(people.mayor).refused(actions.mailAct, { id: randomUUID(), act: id, version: 1, addressee: 'Director Regional de Vialidad', email: ADDRESS })).status).toBe(403)
  expect((await town.as(stranger).refused(actions.mailAct, { id: randomUUID(), act: id, version: 1, addressee: 'Director Regional de Vialidad', email: ADDRESS })).status).toBeGreaterThanOrEqual(403)
  expect((await town.as(people.clerk).refused(actions.mailAct, { id: randomUUID(), act: id, version: (await open(id)).act.version, addressee: 'Archivo', email: 'a@b.cl>\r\nBcc: c@d.cl' })).status).toBe(400)
  await town.as(people.clerk).does(actions.cancelMail, { message })
  expect(await run(message, server([]))).toMatchObject({ sent: false })
  expect((await open(id)).act.state).toBe('to-notify')
  const entries = await town.system.database.asOwner((tx) => tx.raw<{ n: number }>(`select count(*)::int as n from evidence.entries where body like '%${ADDRESS}%' or summary like '%${ADDRESS}%'`))
  expect(entries.rows[0]?.n).toBe(0)
})
test('el texto dice qué es, cómo comprobarlo y cómo acusar recibo', () => {
  const facts = { addressee: 'Directora', title: 'Oficio ordinario N.º 87 de 2026', actOn: '2026-07-22' as never, subject: 'Pide el estado del camino', municipality: 'Municipalidad de Villa', code: 'ABCD-1234' }
  expect(mailText(facts).body).toContain('Código de verificación: ABCD-1234.')
  expect(mailText({ ...facts, verifyAt: 'https://villa.example/v' }).body).toContain('Puede comprobarlo en https://villa.example/v')
  expect(mailText(facts)).toMatchObject({ subject: 'Municipalidad de Villa notifica: Oficio ordinario N.º 87 de 2026', body: expect.stringContaining('22 de julio de 2026: «Pide el estado del camino»') })
})
