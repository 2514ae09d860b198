import { randomUUID } from 'node:crypto'
import type { Actor, Day } from '#kernel'
import { addPerson, type NewOffice } from '#registry'
import { COMMUNE } from '../../../tests/cast.ts'
import { UNIT, type Town } from '../../../tests/town.ts'
import { council } from '../../app/modules.ts'
import { actorOf } from '../../app/server.ts'

/** Pieces for the tests of this module: a staffed town with six councillors and sessions called. */
export const { actions, queries } = council
const START = '2024-12-06' as Day
const scope = { commune: COMMUNE, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public', 'council', 'internal', 'restricted'] as const }
let hired = 0
const office = (role: string, title: string, unitId?: string): NewOffice => ({ role, title, from: START, ...(unitId ? { unitId } : {}) })
const hire = async (town: Town, name: string, offices: readonly NewOffice[]): Promise<Actor & { readonly personId: string }> => {
  hired += 1
  const { accountId = '', personId } = await town.system.database.write(scope, (tx) => addPerson(tx, { values: { name, email: `concejo${hired}@villa.prueba` }, offices, passwordHash: 'x' }))
  const actor = await actorOf(town.system)(COMMUNE, accountId)
  if (!actor) throw new Error(`Sin cuenta: ${name}`)
  return { ...actor, personId }
}
export const people = async (town: Town) => ({
  mayor: await hire(town, 'Ana Huenchumil Rain', [office('mayor', 'Alcaldesa')]), clerk: await hire(town, 'Berta Lagos Urrutia', [office('clerk', 'Secretaria Municipal')]), head: await hire(town, 'Rosa Painemal Curín', [office('planning_director', 'Directora de SECPLA', UNIT.planning)]),
  works: await hire(town, 'Hernán Oyarzo Villagra', [office('works', 'Director de Obras', UNIT.works)]), community: await hire(town, 'Elsa Rain Cid', [office('community', 'Directora de Desarrollo Comunitario', UNIT.community)]),
  control: await hire(town, 'Carla Muñoz Toledo', [office('control', 'Directora de Control')]), technician: await hire(town, 'Darío Vega Lizama', [office('admin_tech', 'Encargado de informática')]),
  councillors: [await hire(town, 'Marcela Quidel Leal', [office('councillor', 'Concejala')]), await hire(town, 'Óscar Leal Mora', [office('councillor', 'Concejal')]), await hire(town, 'Ruth Cid Rain', [office('councillor', 'Concejala')]), await hire(town, 'Juan Mora Vega', [office('councillor', 'Concejal')]), await hire(town, 'Inés Vega Cid', [office('councillor', 'Concejala')]), await hire(town, 'Luis Toledo Leal', [office('councillor', 'Concejal')])],
})
export type People = Awaited<ReturnType<typeof people>>
/** Calls a session and saves its agenda. Returns the ids. */
export const called = async (town: Town, { clerk }: People, heldOn: string, number: number, points: readonly { readonly title: string; readonly matter: string }[] = []) => {
  const id = randomUUID()
  const ids = points.map(() => randomUUID())
  await town.as(clerk).does(actions.callSession, { id, number, heldOn, startsAt: '15:30', place: 'Salón Consistorial' })
  if (points.length > 0) await town.as(clerk).does(actions.saveAgenda, { sessionId: id, version: 0, points: points.map((point, index) => ({ id: ids[index], ...point })) })
  return { id, points: ids }
}
/** A small file as an upload leaves it. */
export const uploaded = async (town: Town, actor: Actor, text: string): Promise<string> => {
  const { fileRows } = await import('#evidence')
  const { hash, size } = await town.system.services.files.put(new TextEncoder().encode(text))
  await town.system.database.write({ commune: COMMUNE, accountId: actor.accountId, clearances: ['public', 'council', 'internal'] }, (tx) => fileRows(tx).add({ hash, name: 'antecedente.txt', mediaType: 'text/plain', size, visibility: 'internal', uploadedBy: actor.accountId, at: '2026-07-22T13:40:00Z' }))
  return hash
}
