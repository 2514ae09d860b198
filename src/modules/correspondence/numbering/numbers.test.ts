import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { COMMUNE } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { actions, desk, queries, staff, type Staff } from '../acts.fixture.ts'
import type { ActView, BookView } from '../contract.ts'

let town: Town
let people: Staff
let office: ReturnType<typeof desk>
beforeAll(async () => {
  town = await openTown()
  people = await staff(town)
  office = desk(town, people)
})
afterAll(() => town.close())
const memo = async (subject = 'Pide antecedentes'): Promise<string> => {
  const id = await office.draft(people.head, { kind: 'memo', signerRole: 'planning_director', subject, addressees: ['Director de Obras'] })
  await office.step(people.head, actions.sendAct, id)
  return id
}
const numberOf = async (id: string) => (await town.as(people.clerk).asks<ActView>(queries.openAct, { id })).act.number
const book = (series: string, year = '2026') => town.as(people.clerk).asks<BookView>(queries.openBook, { series, year })

test('a la vez o una tras otra, con rechazos entre medio, los números son 1, 2, 3… sin repetir ni saltar', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('number', 'late', 'stale', 'annul'), { minLength: 3, maxLength: 9 }), async (plan) => {
    const before = (await book('memo:SECPLA')).last
    const ids = await Promise.all(plan.map(() => memo()))
    // Those that are refused take no number: a date of tomorrow, a version that moved.
    const tries = ids.map((id, at) => office.step(people.clerk, actions.numberAct, id, plan[at] === 'late' ? { actOn: '2026-07-23' } : plan[at] === 'stale' ? { actOn: '2026-07-22', version: 9 } : { actOn: '2026-07-22' }).then(() => id, () => undefined))
    const given = (await Promise.all(tries)).filter((id): id is string => id !== undefined)
    const annulled = ids.filter((id, at) => plan[at] === 'annul' && given.includes(id))
    for (const id of annulled) await office.step(people.clerk, actions.annulNumber, id, { reason: 'Anulado en la prueba' })
    const numbers = (await Promise.all(given.map(numberOf))).sort((a, b) => (a ?? 0) - (b ?? 0))
    expect(numbers).toEqual(given.map((_id, at) => before + at + 1))
    expect(given.length).toBe(plan.filter((one) => one === 'number' || one === 'annul').length)
    const rows = (await book('memo:SECPLA')).rows
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: rows.length }, (_unused, at) => rows.length - at))
    expect(rows.filter(({ state }) => state === 'paper')).toEqual([])
  }), { numRuns: 6 })
})
test('el año del número es el de la fecha del acto, y en cada libro la fecha no retrocede', async () => {
  const first = await office.toNumber()
  await office.step(people.clerk, actions.numberAct, first, { actOn: '2025-12-30' })
  expect((await town.as(people.clerk).asks<ActView>(queries.openAct, { id: first })).act).toMatchObject({ number: 1, year: 2025, actOn: '2025-12-30' })
  const next = await office.toNumber()
  await office.step(people.clerk, actions.numberAct, next, { actOn: '2026-01-02' })
  expect((await town.as(people.clerk).asks<ActView>(queries.openAct, { id: next })).act).toMatchObject({ number: 1, year: 2026 })
  const back = await office.toNumber()
  expect((await town.as(people.clerk).refused(actions.numberAct, { id: back, version: office.version(back), actOn: '2026-01-01' })).id).toBe('actos/fecha-retrocede')
  // The year before still has its own book, where that date does not go back.
  await office.step(people.clerk, actions.numberAct, back, { actOn: '2025-12-31' })
  expect(await numberOf(back)).toBe(2)
  const tomorrow = await office.toNumber()
  expect((await town.as(people.clerk).refused(actions.numberAct, { id: tomorrow, version: office.version(tomorrow), actOn: '2026-07-23' })).id).toBe('actos/fecha-futura')
})
test('los números dados en papel se anotan con su motivo y el libro sigue después de ellos', async () => {
  await town.as(people.clerk).does(actions.recordPaperNumbers, { series: 'instruction', year: 2026, upTo: 12, reason: 'Libro de papel hasta junio' })
  const id = await office.draft(people.analyst, { kind: 'instruction', template: 'blank' })
  await office.step(people.analyst, actions.sendAct, id)
  await office.step(people.legal, actions.grantVisa, id)
  await office.step(people.clerk, actions.numberAct, id, { actOn: '2026-07-22' })
  expect((await book('instruction')).rows).toMatchObject([{ number: 13, state: 'given' }, { number: 1, upTo: 12, state: 'paper', note: 'Libro de papel hasta junio' }])
  expect((await town.as(people.clerk).refused(actions.recordPaperNumbers, { series: 'instruction', year: 2026, upTo: 13, reason: 'Otra vez el papel' })).id).toBe('actos/numero-ya-dado')
})
test('la base misma niega cambiar lo emitido y borrar la historia', async () => {
  const id = await office.toSign()
  const scope = { commune: COMMUNE, accountId: people.clerk.accountId, clearances: ['public', 'council', 'internal', 'restricted'] as const }
  for (const statement of [sql`update correspondence.acts set subject = 'Otra cosa' where id = ${id}`, sql`update correspondence.acts set number = number + 1 where id = ${id}`, sql`delete from correspondence.events where act_id = ${id}`, sql`update correspondence.proofs set fingerprint = '' where act_id = ${id}`]) {
    await expect(town.system.database.write(scope, (tx) => tx.run(statement))).rejects.toThrow()
  }
})
