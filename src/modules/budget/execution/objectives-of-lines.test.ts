import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#platform/actions'
import { ledger } from '#evidence'
import { rosa, stranger } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { objectivesOfLines } from './figure-scope.ts'

const [clean, river, programme, riverside, other] = Array.from({ length: 5 }, () => randomUUID()) as [string, string, string, string, string]
let town: Town
beforeAll(async () => {
  town = await openTown()
  const id = randomUUID()
  await town.system.database.write(scopeOf(rosa), async (tx) => {
    await ledger.link(tx, id, { from: { kind: 'objective', id: clean }, relation: 'budgeted-by', to: { kind: 'programme', id: programme } })
    await ledger.link(tx, id, { from: { kind: 'objective', id: river }, relation: 'includes', to: { kind: 'project', id: riverside } })
    await ledger.append(tx, { id, action: 'prueba.enlazar', accountId: rosa.accountId, office: undefined, effectiveOn: '2026-01-02', recordedAt: '2026-01-02T12:00:00Z', draft: { name: 'linked', summary: 'Enlaces de prueba' }, body: '{}' })
  })
})
afterAll(() => town.close())

test('una línea sirve al objetivo de su proyecto; sin él, al de su programa; nunca a los dos por la misma línea', async () => {
  const found = await town.as(rosa).reads(async (context) => {
    const objectivesOf = await objectivesOfLines(context)
    return [{ project: riverside, programmeId: programme }, { project: '', programmeId: programme }, { project: other, programmeId: programme }, { project: '', programmeId: null }].map((line) => objectivesOf(line))
  })
  expect(found).toEqual([[river], [clean], [clean], []])
})
test('antes de conocerse el enlace, y para otra comuna, no hay objetivo', async () => {
  const line = { project: riverside, programmeId: programme }
  expect(await town.as(rosa).reads(async (context) => (await objectivesOfLines(context))(line), { effectiveOn: '2026-01-01' as never, knownOn: '2026-01-01' as never })).toEqual([])
  expect(await town.as(stranger).reads(async (context) => (await objectivesOfLines(context))(line))).toEqual([])
})
