import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PracticeView } from '#kernel'
import type { PreviewAnswer } from '../../modules/requests/contract.ts'
import { carla, rosa, stranger, tomas } from '../../../tests/cast.ts'
import { openAskedTown, openCampaignIn, requestActions as actions, requestQueries as queries, sofia } from './testing/asked-town.ts'

let town: Awaited<ReturnType<typeof openAskedTown>>
beforeAll(async () => { town = await openAskedTown() })
afterAll(() => town.close())
const change = (key: string, value: number, who = rosa) => town.as(who).does(actions.setPractice, { id: randomUUID(), key, value, reason: 'Acuerdo del comité directivo' })
const list = async (who = rosa) => (await town.as(who).asks<{ practices: PracticeView[] }>(queries.practices)).practices
const term = async (who = rosa) => (await list(who)).find(({ key }) => key === 'requests.term')

test('sin cambios rige lo habitual: ocho días hábiles, desde el 22 de julio, son el 3 de agosto', async () => {
  expect(await term()).toMatchObject({ value: 8, usual: 8, changes: [] })
  expect((await town.as(rosa).asks<PreviewAnswer>(queries.previewCampaign, { period: '2026-1' })).suggestedDue).toBe('2026-08-03')
})
test('cambiada, rige desde hoy y deja historia; lo que ya se abrió conserva sus fechas', async () => {
  await openCampaignIn(town)
  await change('requests.term', 5)
  await change('requests.term', 6)
  // 23, 24, 27, 28, 29 and 30 July.
  const preview = await town.as(rosa).asks<PreviewAnswer>(queries.previewCampaign, { period: '2026-1' })
  expect([preview.termDays, preview.suggestedDue]).toEqual([6, '2026-07-30'])
  expect((await term())?.changes.map(({ value, on, reason }) => [value, on, reason])).toEqual([[6, '2026-07-22', 'Acuerdo del comité directivo'], [5, '2026-07-22', 'Acuerdo del comité directivo']])
  const campaigns = await town.as(rosa).asks<{ campaigns: { dueOn: string }[] }>(queries.listCampaigns)
  expect(campaigns.campaigns.map(({ dueOn }) => dueOn)).toEqual(['2026-08-03'])
})
test('al preguntar por un día anterior se ve lo que regía', async () => {
  const before = await town.as(rosa).asks<{ practices: PracticeView[] }>(queries.practices, {}, { effectiveOn: '2026-07-21' as never, knownOn: '2026-07-21' as never })
  expect(before.practices.find(({ key }) => key === 'requests.term')).toMatchObject({ value: 8, changes: [] })
})
test('un enlace hereda la vida que la oficina fijó', async () => {
  await change('requests.link-grace', 2)
  const { units } = await town.as(rosa).asks<{ units: { id: string }[] }>(queries.showCampaign, { id: (await town.as(rosa).asks<{ campaigns: { id: string }[] }>(queries.listCampaigns)).campaigns[0]?.id })
  const { result } = await town.as(rosa).does<{ expiresOn: string }>(actions.issueLink, { id: randomUUID(), requestId: units[0]?.id, tokenHash: '0'.repeat(64) })
  expect(result.expiresOn).toBe('2026-08-05')
})
test('fuera de rango, igual a lo vigente o desconocida se rechaza en su campo', async () => {
  const refused = async (input: object) => (await town.as(rosa).refused(actions.setPractice, { id: randomUUID(), key: 'requests.term', value: 6, reason: 'Sin motivo real', ...input }))
  expect((await refused({ value: 0 })).errors).toEqual([{ pointer: '/value', message: 'Escriba un entero de 1 a 60 días hábiles' }])
  expect((await refused({})).errors[0]?.message).toBe('Ya rige: 6\u00a0días hábiles')
  expect((await refused({ key: 'requests.otra' })).status).toBe(404)
})
test('quien no lleva las solicitudes no cambia nada, y la otra comuna tiene lo suyo', async () => {
  for (const who of [sofia, carla, tomas]) expect((await town.as(who).refused(actions.setPractice, { id: randomUUID(), key: 'requests.term', value: 9, reason: 'No corresponde' })).status).toBe(403)
  expect((await town.as(sofia).refused(queries.practices, {})).status).toBe(403)
  expect((await term(carla))?.value).toBe(6)
  expect((await term(stranger))?.value).toBe(8)
})
