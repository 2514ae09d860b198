import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newToken, tokenHash } from '#platform/identity'
import type { LinkAnswer, SavedDrafts } from '../../modules/requests/contract.ts'
import { COMMUNE, rosa, stranger, visita } from '../../../tests/cast.ts'
import { hugo, openAskedTown, openCampaignIn, requestActions as actions, requestQueries as queries, shown, sofia } from './testing/asked-town.ts'

/** The head writes in her session while somebody of her unit writes by the link, in the same minutes. */
let town: Awaited<ReturnType<typeof openAskedTown>>
let dideco = ''
let families = ''
let question = ''
const given = { commune: COMMUNE, token: `${COMMUNE}.${newToken()}` }
beforeAll(async () => {
  town = await openAskedTown()
  ;({ dideco } = await openCampaignIn(town))
  await town.as(rosa).does(actions.issueLink, { id: randomUUID(), requestId: dideco, tokenHash: tokenHash(given.token) })
  const { items } = await shown(town, sofia, dideco)
  families = items.find(({ label }) => label.startsWith('I01'))?.id ?? ''
  question = items.find(({ kind }) => kind === 'text')?.id ?? ''
})
afterAll(() => town.close())
const bySession = async (...answers: object[]) => (await town.as(sofia).does<SavedDrafts>(actions.saveAnswers, { requestId: dideco, answers })).result
const byLink = async (...answers: object[]) => (await town.as(visita).does<SavedDrafts>(actions.saveByLink, { ...given, answers })).result
const draftOf = async (id: string) => (await shown(town, sofia, dideco)).items.find((item) => item.id === id)?.draft

test('lo que otra persona guardó no se pisa: vuelve con lo suyo, y lo demás se guarda', async () => {
  const mine = await bySession({ itemId: families, value: 212, comment: 'Acta 14' })
  expect(mine).toMatchObject({ saved: [{ itemId: families }], conflicts: [] })
  const theirs = await byLink({ itemId: families, value: 219 }, { itemId: question, text: 'Faltó personal' })
  expect(theirs).toMatchObject({ saved: [{ itemId: question }], conflicts: [{ itemId: families, kind: 'draft', theirs: { value: 212, comment: 'Acta 14', via: 'page', savedAt: '2026-07-22T13:40:00.000Z' } }] })
  expect(await draftOf(families)).toMatchObject({ value: 212, comment: 'Acta 14' })
  expect(JSON.stringify(theirs)).not.toContain('Sofía')
})
test('quien ve las dos y elige la suya la guarda sobre la marca que vio; una marca vieja no sirve', async () => {
  const before = await draftOf(families)
  const chosen = await byLink({ itemId: families, value: 219, base: before?.revision })
  expect(chosen.conflicts).toEqual([])
  expect(await bySession({ itemId: families, value: 220, base: before?.revision })).toMatchObject({ saved: [], conflicts: [{ kind: 'draft', theirs: { value: 219, via: 'link' } }] })
  expect((await draftOf(families))?.value).toBe(219)
})
test('repetir lo mismo no es conflicto, y borrar lo que otra persona escribió sí', async () => {
  const kept = await draftOf(families)
  expect(await bySession({ itemId: families, value: 219 })).toEqual({ saved: [{ itemId: families, revision: kept?.revision }], conflicts: [] })
  expect((await bySession({ itemId: families })).conflicts).toMatchObject([{ kind: 'draft', theirs: { value: 219 } }])
})
test('no se envía lo que cambió sin que quien envía lo viera', async () => {
  const { items } = await shown(town, sofia, dideco)
  await bySession(...items.filter(({ draft }) => draft === null).map(({ id }) => ({ itemId: id, noNews: true })))
  const seen = Object.fromEntries((await shown(town, sofia, dideco)).items.map(({ id, draft }) => [id, draft?.revision ?? null]))
  await byLink({ itemId: question, text: 'Faltó personal y un vehículo', base: seen[question] })
  const refused = await town.as(sofia).refused(actions.submitAnswers, { requestId: dideco, seen })
  expect([refused.id, refused.errors.map(({ pointer }) => pointer)]).toEqual(['solicitudes/otra-persona-escribio', [`/items/${question}`]])
  const now = Object.fromEntries((await shown(town, sofia, dideco)).items.map(({ id, draft }) => [id, draft?.revision ?? null]))
  expect((await town.as(sofia).does(actions.submitAnswers, { requestId: dideco, seen: now })).result).toEqual({ sent: 3 })
})
test('enviado por una, la otra ve qué se envió y conserva lo suyo en pantalla', async () => {
  expect((await bySession({ itemId: families, value: 230 })).conflicts).toMatchObject([{ itemId: families, kind: 'sent', theirs: { value: 219 } }])
  expect((await town.as(visita).refused(actions.saveByLink, { ...given, answers: [{ itemId: families, value: 230 }] })).id).toBe('solicitudes/enlace-usado')
  expect((await town.as(visita).asks<LinkAnswer>(queries.showLink, given)).state).toBe('answered')
})
test('ni otra unidad ni otra comuna guardan aquí', async () => {
  expect((await town.as(hugo).refused(actions.saveAnswers, { requestId: dideco, answers: [{ itemId: families, value: 1 }] })).status).toBe(403)
  expect((await town.as(stranger).refused(actions.saveAnswers, { requestId: dideco, answers: [{ itemId: families, value: 1 }] })).status).toBe(404)
})
