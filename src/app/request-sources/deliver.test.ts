import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readContext, type JobContext, runAction, scopeOf, asOfNow } from '#platform/actions'
import type { Letter, MailTransport } from '#platform/mail'
import { tokenHash } from '#platform/identity'
import { rosa } from '../../../tests/cast.ts'
import { deliverJob } from '../../modules/requests/messages/deliver.job.ts'
import { didecoAnswers, ID, openAskedTown, openCampaignIn, requestActions as actions, shown, sofia } from './testing/asked-town.ts'

let town: Awaited<ReturnType<typeof openAskedTown>>
let dideco = ''
beforeAll(async () => {
  town = await openAskedTown()
  ;({ dideco } = await openCampaignIn(town))
})
afterAll(() => town.close())

const context = (): JobContext => ({
  actor: rosa, jobId: '1', input: {}, database: town.system.database, files: town.system.services.files, analytics: town.system.services.analytics, progress: () => Promise.resolve(),
  read: (work) => town.system.database.read(scopeOf(rosa), (tx) => work(readContext(town.system.services, tx, rosa, asOfNow(town.system.clock)))),
  act: async (action, input) => (await runAction(town.system.services, rosa, action, input)).result as never,
})
const transport = (send: (letter: Letter) => Promise<void>): (() => MailTransport) => () => ({ from: 'secpla@villa.example', send })
const states = async () => (await town.system.database.asOwner((tx) => tx.raw('select slot, state, problem, attempts from mail.messages order by made_at, slot', []))).rows as { slot: string; state: string; problem: string; attempts: number }[]

test('sin servidor de correo los mensajes esperan', async () => {
  expect(await deliverJob({ transport: () => undefined, address: () => undefined }).run(context())).toEqual({ reminders: 0, sent: 0, failed: 0 })
  expect((await states()).map(({ state }) => state)).toEqual(['queued', 'queued'])
})
test('uno que falla vuelve a la cola con su razón y otro sale; el enlace del que salió abre la solicitud', async () => {
  const sent: Letter[] = []
  const send = (letter: Letter) => (letter.to.startsWith('works') ? Promise.reject(new Error('el servidor de correo rechazó al destinatario (550)')) : (sent.push(letter), Promise.resolve()))
  expect(await deliverJob({ transport: transport(send), address: () => 'https://secplan.villa.example/' }).run(context())).toEqual({ reminders: 0, sent: 1, failed: 1 })
  const token = /https:\/\/secplan\.villa\.example\/responder\/(\S+)/.exec(sent[0]?.text ?? '')?.[1] ?? ''
  expect(sent[0]).toMatchObject({ to: 'community@villa.example', subject: 'Actualización del 1.er semestre: 3 datos por responder' })
  // The workbook of the unit travels with the message, and it is the one that comes back.
  const [file] = sent[0]?.attachments ?? []
  expect(file).toMatchObject({ name: 'Dirección de Desarrollo Comunitario.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(file?.bytes ?? []) as unknown as ArrayBuffer)
  expect(book.getWorksheet('Respuestas')?.getCell('A1').value).toBe('Actualización del 1.er semestre')
  const links = (await town.system.database.asOwner((tx) => tx.raw('select request_id, channel from requests.links where token_hash = $1', [tokenHash(token)]))).rows
  expect(links).toEqual([{ request_id: dideco, channel: 'mail' }])
  expect((await states()).map(({ state, problem, attempts }) => [state, problem, attempts]).sort()).toEqual([['queued', 'el servidor de correo rechazó al destinatario (550)', 1], ['sent', '', 1]])
})
test('sin dirección pública no sale un enlace que nadie podría abrir', async () => {
  await deliverJob({ transport: transport(() => Promise.resolve()), address: () => undefined }).run(context())
  expect((await states()).find(({ state }) => state === 'failed')?.problem).toContain('--public-address')
})
test('el día de un recordatorio se encola una vez, sólo a quien no ha enviado todo', async () => {
  await town.as(sofia).does(actions.saveAnswers, { requestId: dideco, answers: didecoAnswers(await shown(town, sofia, dideco)) })
  await town.as(sofia).does(actions.submitAnswers, { requestId: dideco })
  await town.system.database.asOwner((tx) => tx.raw(`update requests.campaigns set reminders = '["2026-07-22"]' where id = $1`, [ID.campaign]))
  const job = deliverJob({ transport: () => undefined, address: () => undefined })
  expect([await job.run(context()), await job.run(context())]).toEqual([{ reminders: 1, sent: 0, failed: 0 }, { reminders: 0, sent: 0, failed: 0 }])
  expect((await states()).filter(({ slot }) => slot.startsWith('remind')).length).toBe(1)
})
