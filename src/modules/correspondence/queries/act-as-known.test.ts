import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AsOf } from '#kernel'
import { stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { actions, at, letterInput, queries, staff, type Staff } from '../acts.fixture.ts'
import type { ActView } from '../contract.ts'

let town: Town
let people: Staff
let id: string
const text = (words: string) => [{ type: 'paragraph', id: 'p-1', content: [{ type: 'text', text: words }] }]
const dates = (effectiveOn: string, knownOn: string) => ({ effectiveOn, knownOn }) as unknown as AsOf
const open = (effectiveOn: string, knownOn: string) => town.as(people.analyst).asks<ActView>(queries.openAct, { id }, dates(effectiveOn, knownOn))
const said = async (effectiveOn: string, knownOn: string) => { const { act, body } = await open(effectiveOn, knownOn); return [act.state, act.subject, /primero|segundo|tercero/.exec(JSON.stringify(body))?.[0]] }
const saved = (version: number, subject: string, words: string) => ({ id, version, subject, signerRole: 'mayor', addressees: ['Director Regional de Vialidad'], distribution: [], references: [], restricted: false, content: text(words) })

// Begun on Friday 17, rewritten on Tuesday 21, rewritten, sent, seen and numbered on Wednesday 22 (the clock of the town).
beforeAll(async () => {
  town = await openTown()
  people = await staff(town)
  const input = letterInput({ subject: 'Pide el catastro', content: text('El texto primero.') })
  id = input.id
  await at(town, '2026-07-17T13:00:00Z').does(people.analyst, actions.draftAct, input)
  await at(town, '2026-07-21T13:00:00Z').does(people.analyst, actions.saveAct, saved(1, 'Pide el catastro rural', 'El texto segundo.'))
  await town.as(people.analyst).does(actions.saveAct, saved(2, 'Pide el catastro rural de caminos', 'El texto tercero.'))
  await town.as(people.analyst).does(actions.sendAct, { id, version: 3 })
  await town.as(people.head).does(actions.grantVisa, { id, version: 4 })
  await town.as(people.clerk).does(actions.numberAct, { id, version: 5, actOn: '2026-07-22' })
})
afterAll(() => town.close())

test('el acto dice la materia y el texto que tenía en cada una de las dos fechas', async () => {
  expect(await said('2026-07-22', '2026-07-22')).toEqual(['to-sign', 'Pide el catastro rural de caminos', 'tercero'])
  expect(await said('2026-07-22', '2026-07-21')).toEqual(['draft', 'Pide el catastro rural', 'segundo'])
  expect(await said('2026-07-21', '2026-07-22')).toEqual(['draft', 'Pide el catastro rural', 'segundo'])
  expect(await said('2026-07-20', '2026-07-22')).toEqual(['draft', 'Pide el catastro', 'primero'])
  expect(await said('2026-07-20', '2026-07-18')).toEqual(['draft', 'Pide el catastro', 'primero'])
})
test('la lista lo nombra y lo encuentra por la materia de entonces', async () => {
  const list = async (words: string, knownOn: string) => (await town.as(people.analyst).asks<{ acts: { id: string; subject: string }[]; total: number }>(queries.listActs, { text: words }, dates('2026-07-22', knownOn)))
  expect((await list('catastro', '2026-07-20')).acts.map(({ subject }) => subject)).toEqual(['Pide el catastro'])
  expect((await list('caminos', '2026-07-22')).total).toBe(1)
  expect((await list('rural', '2026-07-20')).total).toBe(0)
})
test('mirando desde otro día se lee y no se actúa; hoy vuelve lo que cada uno puede', async () => {
  const past = await open('2026-07-21', '2026-07-21')
  expect(past.looking).toEqual({ effectiveOn: '2026-07-21', knownOn: '2026-07-21' })
  expect(Object.values(past.may).filter((may) => may === true)).toEqual([])
  expect(past.may.edit).toContain('otro día')
  const now = await town.as(people.clerk).asks<ActView>(queries.openAct, { id })
  expect([now.looking, now.may.sign]).toEqual([null, true])
})
test('antes de comenzar no existe; lo reservado y la otra comuna siguen sin verse en ninguna fecha', async () => {
  await expect(open('2026-07-16', '2026-07-22')).rejects.toMatchObject({ status: 404 })
  const secret = letterInput({ subject: 'Sumario', restricted: true })
  await at(town, '2026-07-17T13:00:00Z').does(people.legal, actions.draftAct, secret)
  for (const [who, act] of [[stranger, id], [people.analyst, secret.id]] as const) await expect(town.as(who).asks(queries.openAct, { id: act }, dates('2026-07-21', '2026-07-21'))).rejects.toMatchObject({ status: expect.toSatisfy((status: number) => status === 403 || status === 404) })
})
