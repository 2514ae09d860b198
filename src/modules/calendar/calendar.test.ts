import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel'
import { berta, carla, ivan, marcela, rosa, stranger, tomas, visita } from '../../../tests/cast.ts'
import { sql } from '#platform/database'
import { openTown, type Town, UNIT } from '../../../tests/town.ts'
import { addPerson } from '#registry'
import { calendar, modules } from '../../app/modules.ts'
import type { AssignmentView, BoardMonth, BoardView, DutyRecord, SettingsView, YearView } from './contract.ts'

const of = (name: string) => {
  const found = [...(calendar.module.actions ?? []), ...(calendar.module.queries ?? [])].find((one) => one.name === `calendar.${name}`)
  if (!found) throw new Error(name)
  return found
}
const act = (name: string) => { const found = of(name); if (found.type !== 'action') throw new Error(name); return found }
const query = (name: string) => { const found = of(name); if (found.type !== 'query') throw new Error(name); return found }
const at = (person: Actor, unitId: string): Actor => ({ ...person, unitId })
const finance = at(tomas, UNIT.finance)
const planner = at(ivan, UNIT.planning)
const director = at(rosa, UNIT.planning)

let town: Town
beforeAll(async () => { town = await openTown() }) // fixed at Wednesday 22-07-2026
afterAll(() => town.close())
const duty = (person: Actor, key: string, asOf?: { effectiveOn: never; knownOn: never }) => town.as(person).asks<DutyRecord>(query('duty'), { key }, asOf)
const year = (person: Actor, input: Record<string, unknown> = {}) => town.as(person).asks<YearView>(query('year'), input)
const july = 'cgr-01.2026-06'

test('Finanzas declara el envío de junio y lo anula; quien no responde de él no puede, y otra comuna no ve el acto', async () => {
  // Eight business days after Tuesday 30 June: 1, 2, 3, 6, 7, 8, 9 and Friday 10 July.
  expect((await duty(finance, july)).duty).toMatchObject({ due: '2026-07-10', state: 'late', mine: true, owner: { code: 'DAF' } })
  const id = randomUUID()
  const input = { id, key: july, on: '2026-07-10', title: 'Comprobante SICOGEN', number: '4471' }
  expect((await town.as(planner).refused(act('declare-fulfilment'), input)).id).toBe('calendario/deber-de-otra-unidad')
  for (const person of [marcela, visita]) expect((await town.as(person).refused(act('declare-fulfilment'), input)).status).toBe(403)
  expect((await town.as(finance).refused(act('declare-fulfilment'), { ...input, on: '2026-07-23' })).id).toBe('calendario/acto-futuro')
  await town.as(finance).does(act('declare-fulfilment'), input)
  expect((await duty(finance, july)).duty).toMatchObject({ state: 'fulfilled', acts: [{ title: 'Comprobante SICOGEN', number: '4471', on: '2026-07-10' }] })
  expect((await town.as(finance).refused(act('declare-fulfilment'), { ...input, id: randomUUID() })).id).toBe('calendario/ya-cumplido')
  expect((await duty(stranger, july)).duty.acts).toEqual([])
  expect((await town.as(planner).refused(act('undo-duty-event'), { id, reason: 'No corresponde' })).status).toBe(403)
  await town.as(finance).does(act('undo-duty-event'), { id, reason: 'Comprobante de otro mes' })
  expect((await duty(finance, july)).duty).toMatchObject({ state: 'late', acts: [] })
  await town.as(finance).does(act('declare-fulfilment'), { ...input, id: randomUUID(), on: '2026-07-13' })
  expect((await duty(finance, july)).duty.state).toBe('fulfilled-late')
})

test('el informe semestral solo lo cumple su entrega', async () => {
  const refused = await town.as(director).refused(act('declare-fulfilment'), { id: randomUUID(), key: 'eval-01.2026-1', on: '2026-07-20', title: 'Informe' })
  expect(refused.id).toBe('calendario/cumple-por-su-acto')
})

test('un paso marcado, una reasignación y un «no aplica» quedan a la vista y solo los hace quien puede', async () => {
  const key = 'bud-01.2026'
  await town.as(planner).does(act('mark-step'), { id: randomUUID(), key, step: 'kick-off' })
  expect((await duty(planner, key)).duty.steps[0]).toMatchObject({ key: 'kick-off', on: '2026-06-01', done: { on: '2026-07-22' } })
  expect((await town.as(planner).refused(act('mark-step'), { id: randomUUID(), key, step: 'kick-off' })).id).toBe('calendario/paso-desconocido')
  expect((await town.as(visita).refused(act('mark-step'), { id: randomUUID(), key, step: 'requests' })).status).toBe(403)
  for (const name of ['reassign-duty', 'excuse-duty']) expect((await town.as(planner).refused(act(name), { id: randomUUID(), key: 'c33-01.2026', unitId: UNIT.works, reason: 'No corresponde' })).status).toBe(403)
  await town.as(director).does(act('reassign-duty'), { id: randomUUID(), key: 'c33-01.2026', unitId: UNIT.works, reason: 'Son equipos de obras' })
  expect((await duty(director, 'c33-01.2026')).duty.owner?.code).toBe('DOM')
  await town.as(director).does(act('excuse-duty'), { id: randomUUID(), key: 'padem-01.2026', reason: 'La comuna pasó al servicio local' })
  expect(await duty(director, 'padem-01.2026')).toMatchObject({ duty: { state: 'not-applicable' }, excused: { reason: 'La comuna pasó al servicio local' } })
})

test('la municipalidad fija quién responde, con versión', async () => {
  expect((await town.as(planner).refused(act('set-owner'), { duty: 'sal-01', unitId: UNIT.community, version: 0 })).status).toBe(403)
  await town.as(director).does(act('set-owner'), { duty: 'sal-01', unitId: UNIT.community, deputyUnitId: UNIT.finance, version: 0 })
  expect((await town.as(director).refused(act('set-owner'), { duty: 'sal-01', unitId: UNIT.works, version: 0 })).status).toBe(412)
  expect((await town.as(director).asks<SettingsView>(query('settings'))).owners.find(({ code }) => code === 'sal-01')).toMatchObject({ unit: { code: 'DIDECO' }, deputy: { code: 'DAF' }, suggested: false, version: 1 })
  // Asked as of the day before, the law's suggestion still held.
  const before = await town.as(director).asks<SettingsView>(query('settings'), {}, { effectiveOn: '2026-07-21' as never, knownOn: '2026-07-21' as never })
  expect(before.owners.find(({ code }) => code === 'sal-01')).toMatchObject({ suggested: true, version: 0 })
})

test('mientras dura la ausencia de una jefatura, sus deberes los tiene quien subroga, según el único registro de ausencias', async () => {
  const scope = { commune: rosa.commune, accountId: rosa.accountId, clearances: rosa.clearances }
  const person = (unitId: string, role: string, title: string) => town.system.database.write(scope, (tx) => addPerson(tx, { values: { name: title }, unitId, offices: [{ role, title, unitId, from: '2024-01-01' as never }] }))
  const [{ personId }, { personId: deputyId }] = [await person(UNIT.community, 'community', 'Directora de Desarrollo Comunitario'), await person(UNIT.finance, 'finance', 'Directora de Finanzas')]
  const absences = (name: string) => { const found = modules.flatMap((module) => module.actions ?? []).find((one) => one.name === `requests.${name}`); if (!found) throw new Error(name); return found }
  expect((await duty(finance, 'sal-01.2026')).duty.mine).toBe(false)
  const id = randomUUID()
  await town.as(rosa).does(absences('add-absence'), { id, personId, deputyId, startsOn: '2026-07-20', endsOn: '2026-07-31' })
  expect(await duty(finance, 'sal-01.2026')).toMatchObject({ duty: { owner: { code: 'DIDECO' }, acting: { code: 'DAF', name: 'Directora de Finanzas' }, mine: true }, absence: { until: '2026-07-31', reason: 'Directora de Desarrollo Comunitario' } })
  expect((await town.as(director).asks<SettingsView>(query('settings'))).absences).toEqual([{ unit: 'Dirección de Desarrollo Comunitario', post: 'Directora de Finanzas', absentPost: 'Directora de Desarrollo Comunitario', until: '2026-07-31' }])
  await town.as(rosa).does(absences('cancel-absence'), { id, version: 1 })
  expect((await duty(finance, 'sal-01.2026')).duty).toMatchObject({ mine: false, owner: { code: 'DIDECO' } })
})

test('el tablero dice cómo cerró un mes que ya pasó, y no juzga el que corre', async () => {
  const board = await town.as(director).asks<BoardView>(query('mandate'))
  const june = await town.as(director).asks<BoardMonth>(query('mandate-month'), { month: '2026-06' })
  expect(Object.keys(june.states)).toEqual(board.functions.map(({ code }) => code))
  // G2 asks for a delivery to the Concejo within six months, and none was ever recorded here.
  expect(june.states['G2']).toBe('overdue')
  expect((await town.as(director).refused(query('mandate-month'), { month: '2026-07' })).id).toBe('entrada/datos-no-validos')
  expect((await town.as(director).asks<BoardMonth>(query('mandate-month'), { month: '2023-12' })).states).toEqual({})
  expect((await town.as(visita).refused(query('mandate-month'), { month: '2026-06' })).status).toBe(403)
})

test('un deber propio tiene la misma forma que los de la ley; sin su día se rehúsa', async () => {
  const id = randomUUID()
  const input = { id, title: 'Informe de avance al GORE', trigger: 'after-month', offset: 5, unit: 'business-days', owner: 'SECPLA', evidence: 'Correo de recepción', norm: 'Convenio FRIL 2026', startsOn: '2026-07-01', version: 0 }
  expect((await town.as(planner).refused(act('save-local-duty'), input)).status).toBe(403)
  expect((await town.as(director).refused(act('save-local-duty'), { ...input, offset: null })).id).toBe('calendario/regla-incompleta')
  await town.as(director).does(act('save-local-duty'), input)
  // After July (Friday 31): 3, 4, 5, 6 and Friday 7 August.
  expect((await year(planner, { duty: id })).duties.map(({ due, local }) => [due, local]).slice(0, 2)).toEqual([['2026-07-07', true], ['2026-08-07', true]])
  expect((await year(stranger, { duty: id })).duties).toEqual([])
  await town.as(director).does(act('save-local-duty'), { ...input, offset: 6, version: 1 })
  expect((await year(planner, { duty: id })).duties.map(({ due }) => due).slice(0, 2)).toEqual(['2026-07-08', '2026-08-10'])
  expect((await town.as(director).refused(act('save-local-duty'), { ...input, version: 1 })).status).toBe(412)
})

test('una solicitud de acceso inicia su plazo: veinte días hábiles contados desde el siguiente', async () => {
  const id = randomUUID()
  await town.as(finance).does(act('record-occurrence'), { id, duty: 'tra-02', on: '2026-07-20', title: 'Solicitud MU123T0001' })
  // From Tuesday 21 July: 21-24 (4), 27-31 (9), August 3-7 (14), 10-14 (19; Saturday 15 is a holiday anyway) and Monday 17 (20).
  const seen = await duty(finance, `tra-02.${id}`)
  expect(seen.duty).toMatchObject({ due: '2026-08-17', event: 'Solicitud MU123T0001' })
  expect(seen.count.filter(({ counts }) => counts)).toHaveLength(20)
  expect((await town.as(visita).refused(act('record-occurrence'), { id: randomUUID(), duty: 'tra-02', on: '2026-07-20', title: 'Otra' })).status).toBe(403)
  expect((await town.as(finance).refused(act('record-occurrence'), { id: randomUUID(), duty: 'cp-01', on: '2026-07-20', title: 'Otra' })).status).toBe(404)
  expect((await town.as(finance).refused(act('undo-occurrence'), { id, reason: 'Duplicada' })).status).toBe(403)
  await town.as(director).does(act('undo-occurrence'), { id, reason: 'Duplicada' })
  expect((await town.as(finance).refused(query('duty'), { key: `tra-02.${id}` })).status).toBe(404)
})

test('un encargo se anota, se acepta, se devuelve, se vuelve a pedir y se cierra; solo lo ven quienes tienen que ver', async () => {
  const id = randomUUID()
  await town.as(berta).does(act('assign'), { id, text: 'El alcalde pidió el listado de luminarias', askedBy: 'Alcaldía', forUnit: UNIT.planning, until: '2026-07-24' })
  const listed = async (person: Actor) => (await town.as(person).asks<{ assignments: AssignmentView[] }>(query('assignments'))).assignments.filter((one) => one.id === id)
  expect(await listed(planner)).toMatchObject([{ state: 'asked', mine: true, asked: false, until: '2026-07-24' }])
  expect(await listed(carla)).toEqual([])
  expect(await listed(stranger)).toEqual([])
  const answer = (kind: string, note = '') => ({ id: randomUUID(), assignment: id, kind, note })
  expect((await town.as(carla).refused(act('answer-assignment'), answer('done'))).status).toBe(404)
  expect((await town.as(visita).refused(act('assign'), { id: randomUUID(), text: 'Nada que hacer' })).status).toBe(403)
  expect((await town.as(visita).refused(act('answer-assignment'), answer('done'))).status).toBe(403)
  await town.as(planner).does(act('answer-assignment'), answer('accepted'))
  await town.as(planner).does(act('answer-assignment'), answer('returned', 'Falta decir de qué sector'))
  expect((await town.as(planner).refused(act('answer-assignment'), answer('done'))).id).toBe('calendario/encargo-no-admite')
  await town.as(berta).does(act('answer-assignment'), answer('sent-again', 'Sector norte'))
  await town.as(planner).does(act('answer-assignment'), answer('done'))
  expect((await listed(berta))[0]).toMatchObject({ state: 'done', history: [{ kind: 'accepted' }, { kind: 'returned', note: 'Falta decir de qué sector' }, { kind: 'sent-again' }, { kind: 'done' }] })
})

test('el texto de un encargo que nombra a alguien se suprime; quedan el hecho, su fecha y su estado, y en la bitácora nunca estuvo', async () => {
  const id = randomUUID()
  await town.as(berta).does(act('assign'), { id, text: 'Llamar a Juana Pérez por su reclamo', askedBy: 'Juana Pérez', forUnit: UNIT.planning })
  await town.as(planner).does(act('answer-assignment'), { id: randomUUID(), assignment: id, kind: 'returned', note: 'Juana Pérez no contesta' })
  const input = { assignment: id, reason: 'Solicitud 22 de supresión' }
  expect((await town.as(visita).refused(act('suppress-assignment'), input)).status).toBe(403)
  expect((await town.as(planner).refused(act('suppress-assignment'), input)).id).toBe('calendario/encargo-ajeno')
  for (const person of [carla, stranger]) expect((await town.as(person).refused(act('suppress-assignment'), input)).status).toBe(404)
  await town.as(berta).does(act('suppress-assignment'), input)
  const [left] = (await town.as(berta).asks<{ assignments: AssignmentView[] }>(query('assignments'))).assignments.filter((one) => one.id === id)
  expect(left).toMatchObject({ text: 'Texto suprimido', askedBy: '', suppressed: true, state: 'returned', on: '2026-07-22', history: [{ kind: 'returned', note: '' }] })
  for (const table of ['calendar.assignments', 'calendar.assignment_words', 'calendar.assignment_events', 'evidence.entries', 'evidence.search_lines']) {
    const { rows } = await town.system.database.asOwner((tx) => tx.raw(`select t::text as row from ${table} t`, []))
    expect(JSON.stringify(rows), table).not.toContain('Juana')
  }
})

test('la dirección de agenda se crea con un secreto que no se guarda, y se anula', async () => {
  const [id, secret] = [randomUUID(), 'a'.repeat(43)]
  await town.as(planner).does(act('create-feed'), { id, secret })
  expect((await town.as(visita).refused(act('create-feed'), { id: randomUUID(), secret })).status).toBe(403)
  const kept = await town.system.database.asOwner((tx) => tx.all<{ row: string }>(sql`select row_to_json(f)::text as row from calendar.feeds f union all select row_to_json(i)::text from platform.idempotency i union all select body from evidence.entries`))
  expect(kept.length).toBeGreaterThan(1)
  expect(JSON.stringify(kept)).not.toContain(secret)
  expect((await town.as(director).refused(act('revoke-feed'), { id })).status).toBe(404)
  await town.as(planner).does(act('revoke-feed'), { id })
  expect((await town.as(planner).asks<{ feeds: unknown[] }>(query('feeds'))).feeds).toEqual([])
})
