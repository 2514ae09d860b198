import { randomUUID } from 'node:crypto'
import { type Actor, type Day, fixedClock } from '#kernel'
import { addPerson, type NewOffice } from '#registry'
import { type AnyAction, runAction } from '#platform/actions'
import { fileRows } from '#evidence'
import { UNIT, type Town } from '../../../tests/town.ts'
import { COMMUNE } from '../../../tests/cast.ts'
import { correspondence } from '../../app/modules.ts'
import { actorOf } from '../../app/server.ts'
import type { ActKind } from './contract.ts'

/** Pieces for the tests of this module: a staffed town, acts taken to any step. */
export const { actions, queries } = correspondence
const START = '2024-12-06' as Day
const scope = { commune: COMMUNE, accountId: '00000000-0000-4000-8000-000000000000', clearances: ['public', 'council', 'internal', 'restricted'] as const }
let hired = 0

/** A person with an account and offices, as the registry knows them. */
export const hire = async (town: Town, name: string, offices: readonly NewOffice[]): Promise<Actor> => {
  hired += 1
  const { accountId = '' } = await town.system.database.write(scope, (tx) => addPerson(tx, { values: { name, email: `persona${hired}@villa.prueba` }, offices, passwordHash: 'x' }))
  const actor = await actorOf(town.system)(COMMUNE, accountId)
  if (!actor) throw new Error(`Sin cuenta: ${name}`)
  return actor
}
const office = (role: string, title: string, unitId?: string, more: Partial<NewOffice> = {}): NewOffice => ({ role, title, from: START, ...(unitId ? { unitId } : {}), ...more })

export const staff = async (town: Town) => ({
  mayor: await hire(town, 'Ana Huenchumil Rain', [office('mayor', 'Alcaldesa')]),
  clerk: await hire(town, 'Berta Lagos Urrutia', [office('clerk', 'Secretaria Municipal')]),
  head: await hire(town, 'Rosa Painemal Curín', [office('planning_director', 'Directora de SECPLA', UNIT.planning)]),
  analyst: await hire(town, 'Iván Sepúlveda Mora', [office('planning_analyst', 'Profesional de SECPLA', UNIT.planning)]),
  colleague: await hire(town, 'Nancy Ulloa Cid', [office('planning_analyst', 'Profesional de rendiciones', UNIT.planning)]),
  legal: await hire(town, 'Rodrigo Fuentealba Neira', [office('legal', 'Asesor Jurídico')]),
  control: await hire(town, 'Carla Muñoz Toledo', [office('control', 'Directora de Control')]),
  works: await hire(town, 'Hernán Oyarzo Villagra', [office('works', 'Director de Obras', UNIT.works)]),
  councillor: await hire(town, 'Marcela Quidel Leal', [office('councillor', 'Concejala')]),
  technician: await hire(town, 'Darío Vega Lizama', [office('admin_tech', 'Encargado de informática')]),
})
export type Staff = Awaited<ReturnType<typeof staff>>

const paragraph = (text: string) => ({ type: 'paragraph', id: 'p-1', content: [{ type: 'text', text }] })
export const letterInput = (more: Record<string, unknown> = {}) => ({ id: randomUUID(), kind: 'letter' as ActKind, subject: 'Solicita información de caminos', signerRole: 'mayor', addressees: ['Director Regional de Vialidad'], distribution: ['Archivo'], content: [paragraph('Solicito a usted el estado del camino vecinal.')], ...more })

/** An office desk: each step by who takes it, the version carried along. */
export const desk = (town: Town, people: Staff) => {
  const versions = new Map<string, number>()
  const step = async (actor: Actor, action: AnyAction, id: string, input: Record<string, unknown> = {}) => {
    const { result } = await town.as(actor).does<{ version: number; [key: string]: unknown }>(action, { id, version: versions.get(id) ?? 1, ...input })
    versions.set(id, result.version)
    return result
  }
  const draft = async (actor: Actor, more: Record<string, unknown> = {}): Promise<string> => {
    const input = letterInput(more)
    await town.as(actor).does(actions.draftAct, input)
    versions.set(input.id, 1)
    return input.id
  }
  const file = async (actor: Actor, bytes: Uint8Array, name = 'firmado.pdf'): Promise<string> => {
    const { hash, size } = await town.system.services.files.put(bytes)
    await town.system.database.write({ commune: actor.commune, accountId: actor.accountId, clearances: actor.clearances }, (tx) => fileRows(tx).add({ hash, name, mediaType: 'application/pdf', size, visibility: 'internal', uploadedBy: actor.accountId, at: '2026-07-22T13:40:00Z' }))
    return hash
  }
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082', 'hex')
  const toNumber = async (more: Record<string, unknown> = {}): Promise<string> => {
    const id = await draft(people.analyst, more)
    await step(people.analyst, actions.sendAct, id)
    await step(people.head, actions.grantVisa, id)
    return id
  }
  const toSign = async (more: Record<string, unknown> = {}, actOn = '2026-07-22'): Promise<string> => {
    const id = await toNumber(more)
    await step(people.clerk, actions.numberAct, id, { actOn })
    return id
  }
  const signed = async (more: Record<string, unknown> = {}): Promise<string> => {
    const id = await toSign(more)
    await step(people.clerk, actions.signAct, id, { mode: 'scan', file: await file(people.clerk, png, 'papel.png'), signedOn: '2026-07-22' })
    return id
  }
  return { step, draft, file, png, toNumber, toSign, signed, version: (id: string) => versions.get(id) ?? 1 }
}
/** Runs an action as if it were another instant. */
export const at = (town: Town, instant: string) => ({ does: <T>(actor: Actor, action: AnyAction, input: unknown) => runAction<T>({ ...town.system.services, clock: fixedClock(instant) }, actor, action, input) })
