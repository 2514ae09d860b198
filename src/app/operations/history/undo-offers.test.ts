import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel'
import type { AnyAction, AnyQuery } from '#platform/actions'
import { sql } from '#platform/database'
import { dario, ivan, marcela, rosa, stranger, tomas } from '../../../../tests/cast.ts'
import { sourcesOf } from '../../../../tests/architecture/sources.ts'
import { openTown, type Town, UNIT } from '../../../../tests/town.ts'
import { decree, invoice, openSmallBudget, order, small } from '../../../modules/budget/testing/small-budget.ts'
import { modules } from '../../modules.ts'
import type { HistoryLine } from './tell-history.ts'
import { undoOffers } from './undo-offers.ts'

const actions = modules.flatMap((module) => module.actions ?? [])
const action = (name: string): AnyAction => actions.find((known) => known.name === name) ?? (() => { throw new Error(`no existe ${name}`) })()
const tell = modules.flatMap((module) => module.queries ?? []).find(({ name }) => name === 'system.tell-history') as AnyQuery
const undoings = modules.flatMap((module) => module.undoings ?? [])
let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())
const history = async (who: Actor, kind: string, id: string) => (await town.as(who).asks<{ lines: readonly HistoryLine[] }>(tell, { kind, id })).lines
const offered = async (who: Actor, kind: string, id: string) => (await history(who, kind, id)).flatMap(({ undo, what }) => (undo ? [{ ...undo, what }] : []))
/** Does what the history offers, as the page does, and hands back what it says next. */
const takeBack = async (who: Actor, kind: string, id: string) => {
  const [offer] = await offered(who, kind, id)
  if (!offer) throw new Error('la historia no lo ofrece')
  await town.as(who).does(action(offer.action.replace('/', '.')), offer.reason ? { ...offer.input, reason: 'Se anotó por error' } : offer.input)
  return history(who, kind, id)
}

test('cada manera de deshacer nombra una acción y asientos que existen', () => {
  const code = sourcesOf(['src'], /(?<!test)\.ts$/).map(({ text }) => text).join('\n')
  expect(undoings.length).toBeGreaterThan(15)
  expect(undoings.filter(({ action: name }) => !actions.some((known) => known.name === name)).map(({ action: name }) => name)).toEqual([])

  expect(undoings.flatMap(({ of }) => of).filter((name) => !new RegExp(`(name|entry): '${name}'`).test(code))).toEqual([])
})
test('un objetivo retirado se devuelve desde su historia; quien no edita y la otra comuna no lo ven ofrecido', async () => {
  const [plan, axis, objective] = [randomUUID(), randomUUID(), randomUUID()]
  await town.as(rosa).does(action('plan.create-plan'), { id: plan, name: 'Plan que rige', startsOn: '2022-01-01', endsOn: '2030-12-31' })
  await town.as(rosa).does(action('plan.add-node'), { id: axis, planId: plan, kind: 'axis', code: '1', name: 'Territorio' })
  await town.as(rosa).does(action('plan.add-node'), { id: objective, planId: plan, parentId: axis, kind: 'objective', code: '1.1', name: 'Agua segura' })
  expect(await offered(rosa, 'objective', objective)).toEqual([])
  await town.as(rosa).does(action('plan.retire-node'), { id: objective, version: 1, on: '2026-07-22', reason: 'Se fundió con otro' })
  // Ninety days from 22-07-2026: 9 of July, 31, 30 and 20 of October.
  expect(await offered(rosa, 'objective', objective)).toMatchObject([{ action: 'plan/restore-node', until: '2026-10-20', reason: false, input: { id: objective } }])
  expect([await offered(marcela, 'objective', objective), await history(stranger, 'objective', objective)]).toEqual([[], []])
  const [after] = await takeBack(rosa, 'objective', objective)
  expect(after?.what).toContain('vuelve al plan')
  expect((await history(rosa, 'objective', objective)).find(({ what }) => what.includes('retir'))?.undoneBy).toBe(after?.seq)
  expect(await offered(rosa, 'objective', objective)).toEqual([])
})
test('vencido el plazo, o mirando desde otro día, no se ofrece', async () => {
  const unit = randomUUID()
  await town.as(dario).does(action('registry.create-unit'), { id: unit, code: 'FER', name: 'Oficina de Ferias', kind: 'office' })
  await town.as(dario).does(action('registry.deactivate-unit'), { id: unit, version: 1 })
  const from = (days: { today: string; knownOn: string }) => town.as(dario).reads(async (context) => {
    const rows = await context.tx.all<never>(sql`select seq, id, name, recorded_at, record_kind, record_id, body, null::bigint as undone_by from evidence.entries where commune = ${context.tx.commune} and record_id = ${unit} order by seq desc`)
    return (await undoOffers(modules, rows, { ...context, today: days.today as never, asOf: { effectiveOn: days.today as never, knownOn: days.knownOn as never } })).size
  })
  expect(await from({ today: '2026-10-20', knownOn: '2026-10-20' })).toBe(1)
  expect(await from({ today: '2026-10-21', knownOn: '2026-10-21' })).toBe(0)
  expect(await from({ today: '2026-07-23', knownOn: '2026-07-22' })).toBe(0)
  expect(await offered(rosa, 'unit', unit)).toEqual([])
  expect((await takeBack(dario, 'unit', unit))[0]?.what).toContain('reabierta')
})
test('lo del presupuesto se deshace del más nuevo al más antiguo; lo que tiene en qué apoyarse se rechaza con sus dependientes', async () => {
  await openSmallBudget(town)
  const line = small.services.id
  const step = { line, amount: 100_000, chain: 'c1' }
  await town.as(tomas).does(action('budget.register-commitment'), { ...step, on: '2026-03-01', text: 'Reparación', document: order('OC-2', '2026-03-01') })
  await town.as(tomas).does(action('budget.register-accrual'), { ...step, on: '2026-03-05', text: 'Factura 90', document: invoice('90', '2026-03-05') })
  await town.as(tomas).does(action('budget.register-payment'), { ...step, on: '2026-03-06', text: 'Pago 90', document: decree('401', '2026-03-06') })
  const offers = await offered(tomas, 'budget-line', line)
  expect(offers.map(({ action: name }) => name)).toEqual(['budget/undo-entry', 'budget/undo-entry', 'budget/undo-entry'])
  const refused = await town.as(tomas).refused(action('budget.undo-entry'), { ...offers[1]?.input, reason: 'Factura anulada' })
  expect([refused.id, refused.facts['dependants']]).toMatchObject(['presupuesto/hechos-se-apoyan', [{ line, later: 1 }]])
  expect(await offered(ivan, 'budget-line', line)).toEqual([])
  for (const left of [2, 1, 0]) {
    await takeBack(tomas, 'budget-line', line)
    expect(await offered(tomas, 'budget-line', line)).toHaveLength(left)
  }
})
test('sólo la última programación de un proyecto se ofrece; al deshacerla vuelve a ofrecerse la anterior', async () => {
  const id = randomUUID()
  await town.as(rosa).does(action('projects.create-project'), { id, code: 'puno', bip: '', name: 'Plaza de la estación', place: 'Centro', unitId: UNIT.works, totalCost: 1000, since: '2026-07-22' })
  const set = (document: string) => town.as(rosa).does(action('projects.set-planned-curve'), { id, on: '2026-07-22', document, points: [{ month: '2026-07', share: 0.5 }, { month: '2026-08', share: 1 }] })
  await set('Decreto 1')
  await set('Decreto 2')
  const [newest, ...others] = await offered(rosa, 'project', id)
  expect([newest?.action, others]).toEqual(['projects/undo-planned-curve', []])
  await takeBack(rosa, 'project', id)
  expect((await offered(rosa, 'project', id)).map(({ what }) => what)).not.toEqual([newest?.what])
  expect(await offered(rosa, 'project', id)).toHaveLength(1)
})
