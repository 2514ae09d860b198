import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyQuery } from '#platform/actions'
import { modules } from '../../../app/modules.ts'
import { carla, dario, ivan, rosa, tomas } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import { changeRole } from '../roles/change-role.ts'
import type { MatrixAnswer } from './matrix-contract.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())
const query: AnyQuery = modules.flatMap(({ queries = [] }) => queries).find(({ name }) => name === 'system.read-permissions') ?? (() => { throw new Error('falta la consulta') })()
const line = async (name: string) => {
  const answer = await town.as(dario).asks<MatrixAnswer>(query)
  const found = answer.lines.find((one) => one.name === name)
  if (!found) throw new Error(name)
  return found
}

test('la leen quien administra y quien audita, y nadie más', async () => {
  for (const actor of [dario, carla]) expect((await town.as(actor).asks<MatrixAnswer>(query)).lines.length).toBeGreaterThan(250)
  for (const actor of [rosa, tomas, ivan]) expect((await town.as(actor).refused(query, {})).id).toBe('permiso/no-autorizado')
})
test('dice cargos, permisos y lo que además se exige', async () => {
  // LOCM 20: only the municipal secretary numbers. Segregation: who drafted does not approve.
  expect((await line('correspondence.number-act')).roles).toEqual(['clerk'])
  const approval = await line('projects.approve-progress')
  expect([approval.ways, approval.rules.map(({ id }) => id)]).toEqual([[['projects.approve']], ['registro/misma-persona']])
  expect((await line('budget.request-certificate')).ways).toEqual([['budget.read', 'evidence.attach']])
  expect([(await line('reporting.verify')).access, (await line('evidence.search')).access, (await line('system.tell-history')).access]).toEqual(['anonymous', 'account', 'office'])
})
test('sigue a los cargos de la comuna: lo que se quita a un cargo deja de estar', async () => {
  const { roles } = await town.as(dario).asks<MatrixAnswer>(query)
  const legal = roles.find(({ key }) => key === 'legal')
  if (!legal) throw new Error('falta el cargo')
  expect((await line('evidence.confirm-law')).roles).toEqual(['legal'])
  await town.as(dario).does(changeRole, { key: 'legal', version: 1, title: legal.title, permissions: legal.permissions.filter((one) => one !== 'evidence.confirm-law'), clearances: ['public', 'council', 'internal', 'restricted'] })
  expect((await line('evidence.confirm-law')).roles).toEqual([])
})
