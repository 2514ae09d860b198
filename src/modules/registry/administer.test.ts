import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel'
import { sql } from '#platform/database'
import { scopeOf } from '#platform/actions'
import { verifyLedger } from '../evidence/queries.ts'
import { carla, COMMUNE, dario, ivan, rosa, stranger, visita } from '../../../tests/cast.ts'
import { openTown, type Town, UNIT } from '../../../tests/town.ts'
import { createAccount, listAccounts, lockAccount } from './accounts/administer-accounts.ts'
import { changeCommune, showCommune } from './communes/change-commune.ts'
import { defaultRoles, personStore } from './index.ts'
import { addInstitution, listInstitutions } from './institutions/institutions.ts'
import { addPersonAction, assignOffice, changePerson, endOffice, suppressPerson } from './offices/change-people.ts'
import { listSuppliers, listUnits, showPerson } from './queries.ts'
import { knownPermissions } from './roles/authority.ts'
import { changeRole, listRoles } from './roles/change-role.ts'
import { permissionTitles } from './roles/permission-titles.ts'
import { addSupplier, changeSupplier } from './suppliers/change-suppliers.ts'
import { changeUnit, createUnit, deactivateUnit } from './units/change-units.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())
const dpo: Actor = { ...carla, accountId: '00000000-0000-4000-8000-000000000021', name: 'Encargada de datos', permissions: new Set(defaultRoles.find(({ key }) => key === 'dpo')?.permissions) }
const TEMPORARY = 'cedro-lluvia-tren-91'
const newPerson = async (email = '') => {
  const id = randomUUID()
  await town.as(dario).does(addPersonAction, { id, name: 'Elena Curiqueo Paz', email, rut: '12.345.678-5' })
  return id
}

test('un proveedor se agrega con RUT comprobado, se busca con y sin puntos, y no se repite', async () => {
  const id = randomUUID()
  const supplier = { rut: '76.086.428-5', name: 'Constructora Ñielol Ltda.', kind: 'legal', activity: 'Construcción', city: 'Temuco' }
  expect((await town.as(rosa).refused(addSupplier, { id, ...supplier, rut: '76.086.428-4' })).id).toBe('registro/rut-no-valido')
  await town.as(rosa).does(addSupplier, { id, ...supplier })
  expect((await town.as(rosa).refused(addSupplier, { ...supplier, id: randomUUID() })).status).toBe(409)
  for (const text of ['nielol', '76.086', '76086428']) expect((await town.as(ivan).asks<{ total: number }>(listSuppliers, { text })).total, text).toBe(text === 'nielol' ? 0 : 1)
  expect((await town.as(ivan).asks<{ total: number }>(listSuppliers, { text: 'ñielol' })).total).toBe(1)
  expect((await town.as(stranger).asks<{ total: number }>(listSuppliers, {})).total).toBe(0)
  const change = { id, version: 1, ...supplier, name: 'Constructora Ñielol SpA', active: true }
  await town.as(rosa).does(changeSupplier, change)
  const stale = await town.as(ivan).refused(changeSupplier, change)
  expect(stale.status).toBe(412)
  expect(stale.facts['theirs']).toMatchObject({ name: 'Constructora Ñielol SpA', version: 2 })
  expect((await town.as(dario).refused(addSupplier, { id: randomUUID(), ...supplier })).status).toBe(403)
})
test('una institución se agrega una vez, y quien no mantiene el registro no puede', async () => {
  const institution = { id: randomUUID(), name: 'Gobierno Regional de La Araucanía', kind: 'regional' }
  await town.as(rosa).does(addInstitution, institution)
  expect((await town.as(rosa).refused(addInstitution, { ...institution, id: randomUUID() })).status).toBe(409)
  expect((await town.as(visita).refused(addInstitution, institution)).status).toBe(403)
  expect((await town.as(stranger).asks<{ institutions: unknown[] }>(listInstitutions)).institutions).toEqual([])
})
test('una unidad cuelga de otra, no de sí misma, y no se cierra con dependientes', async () => {
  const id = randomUUID()
  await town.as(dario).does(createUnit, { id, code: 'ESTUDIOS', name: 'Sección de Estudios', kind: 'section', parentId: UNIT.planning })
  const above = { id: UNIT.planning, version: 1, code: 'SECPLA', name: 'Secretaría Comunal de Planificación', kind: 'direction' }
  expect((await town.as(dario).refused(changeUnit, { ...above, parentId: id })).id).toBe('registro/unidad-bajo-si-misma')
  expect((await town.as(dario).refused(deactivateUnit, { id: UNIT.planning, version: 1 })).id).toBe('registro/unidad-en-uso')
  await town.as(dario).does(deactivateUnit, { id, version: 1 })
  expect((await town.as(rosa).asks<{ units: { id: string; active: boolean }[] }>(listUnits)).units.find((unit) => unit.id === id)?.active).toBe(false)
  expect((await town.as(rosa).refused(createUnit, { id: randomUUID(), code: 'X1', name: 'Otra unidad', kind: 'office' })).status).toBe(403)
})
test('un cargo no se superpone, la subrogancia nombra su decreto y termina después de empezar', async () => {
  const personId = await newPerson()
  const office = { personId, role: 'works', title: 'Directora de Obras', unitId: UNIT.works, startsOn: '2026-03-01' }
  const id = randomUUID()
  await town.as(dario).does(assignOffice, { id, ...office })
  expect((await town.as(dario).refused(assignOffice, { id: randomUUID(), ...office, startsOn: '2026-05-01' })).id).toBe('registro/cargo-repetido')
  expect((await town.as(dario).refused(assignOffice, { id: randomUUID(), ...office, substitute: true })).errors.map(({ pointer }) => pointer)).toEqual(['/decreeNumber'])
  await town.as(dario).does(assignOffice, { id: randomUUID(), ...office, substitute: true, decreeNumber: '1.204', decreeDate: '2026-07-01', startsOn: '2026-07-01', endsOn: '2026-07-31' })
  expect((await town.as(dario).refused(endOffice, { id, endsOn: '2026-02-01' })).id).toBe('registro/cargo-termina-antes')
  await town.as(dario).does(endOffice, { id, endsOn: '2026-06-30' })
  const seen = await town.as(rosa).asks<{ offices: { inForce: boolean; substitute: boolean }[] }>(showPerson, { id: personId })
  expect(seen.offices.map(({ inForce, substitute }) => [inForce, substitute])).toEqual([[true, true], [false, false]])
  expect((await town.as(rosa).refused(endOffice, { id, endsOn: '2026-06-30' })).status).toBe(403)
})
test('la cuenta sigue al correo de la persona, se bloquea, y nadie bloquea la propia', async () => {
  const personId = await newPerson('elena@example.cl')
  const id = randomUUID()
  await town.as(dario).does(createAccount, { id, personId, temporaryPassword: TEMPORARY })
  const lookup = () => town.system.database.read(scopeOf(dario), (tx) => tx.one<{ email_lookup: string; password_hash: string; must_change: boolean }>(sql`select email_lookup, password_hash, must_change from registry.accounts where commune = ${COMMUNE} and id = ${id}`))
  const before = await lookup()
  expect([before?.must_change, before?.password_hash.includes(TEMPORARY)]).toEqual([true, false])
  await town.as(dario).does(changePerson, { id: personId, version: 1, name: 'Elena Curiqueo Paz', email: 'ecuriqueo@example.cl' })
  expect((await lookup())?.email_lookup).not.toBe(before?.email_lookup)
  await town.as(dario).does(lockAccount, { id })
  expect((await town.as(dario).asks<{ accounts: { id: string; active: boolean }[] }>(listAccounts)).accounts).toContainEqual(expect.objectContaining({ id, active: false }))
  expect((await town.as(rosa).refused(lockAccount, { id })).status).toBe(403)
})
test('nadie otorga un permiso que no tiene, y la administración del sistema no recibe los de la gestión', async () => {
  const { roles } = await town.as(rosa).asks<{ roles: { key: string; title: string; version: number; permissions: string[]; clearances: string[] }[] }>(listRoles)
  const role = (key: string) => { const found = roles.find((one) => one.key === key); if (!found) throw new Error(key); return found }
  const works = role('works')
  const given = { ...works, permissions: [...works.permissions, 'plan.edit'] }
  expect((await town.as(dario).refused(changeRole, given)).id).toBe('registro/permiso-ajeno')
  expect((await town.as(rosa).refused(changeRole, { ...works, permissions: [...works.permissions, 'budget.pay'] })).id).toBe('registro/permiso-ajeno')
  expect((await town.as(ivan).refused(changeRole, given)).status).toBe(403)
  const technical = role('admin_tech')
  expect((await town.as(rosa).refused(changeRole, { ...technical, permissions: [...technical.permissions, 'plan.edit'] })).id).toBe('registro/tecnologia-sin-decision')
  await town.as(rosa).does(changeRole, given)
  await town.as(dario).does(changeRole, { ...works, version: 2 })
  expect((await town.as(dario).refused(changeRole, works)).status).toBe(412)
})
test('todo permiso que se otorga tiene nombre en castellano', () => {
  expect(knownPermissions.filter((permission) => !permissionTitles[permission])).toEqual([])
})
test('la supresión destruye la clave, exige no tener cargos y la bitácora sigue íntegra', async () => {
  const id = await newPerson('olvido@example.cl')
  const office = randomUUID()
  await town.as(dario).does(assignOffice, { id: office, personId: id, role: 'works', title: 'Inspectora', startsOn: '2026-01-02' })
  const request = { id, version: 1, reason: 'Solicitud de supresión N.º 14' }
  expect((await town.as(dario).refused(suppressPerson, request)).status).toBe(403)
  expect((await town.as(dpo).refused(suppressPerson, request)).id).toBe('registro/persona-con-cargo')
  await town.as(dario).does(endOffice, { id: office, endsOn: '2026-07-21' })
  await town.as(dpo).does(suppressPerson, request)
  expect(await town.as(rosa).reads(async ({ tx }) => (await personStore(tx).values([id])).get(id)?.name)).toBe('Persona suprimida')
  expect(await town.as(carla).asks(verifyLedger)).toMatchObject({ holds: true })
  const kept = await town.system.database.read(scopeOf(rosa), (tx) => tx.all<{ text: string }>(sql`select summary || body::text as text from evidence.entries where commune = ${COMMUNE}`))
  expect(kept.length).toBeGreaterThan(5)
  expect(kept.filter(({ text }) => text.includes('Curiqueo') || text.includes('olvido@'))).toEqual([])
})
test('los datos de la municipalidad los cambia quien corresponde, y el membrete es una imagen subida', async () => {
  const input = { version: 1, municipality: 'I. Municipalidad de Villa Prueba', address: 'Plaza 1', rut: '69.191.100-4' }
  expect((await town.as(ivan).refused(changeCommune, input)).status).toBe(403)
  expect((await town.as(rosa).refused(changeCommune, { ...input, letterhead: 'a'.repeat(64) })).status).toBe(404)
  await town.as(rosa).does(changeCommune, input)
  expect(await town.as(ivan).asks(showCommune)).toMatchObject({ commune: { municipality: 'I. Municipalidad de Villa Prueba', rut: '69191100-4', version: 2 } })
  expect((await town.as(rosa).refused(changeCommune, input)).status).toBe(412)
  expect(await town.as(stranger).asks(showCommune)).toMatchObject({ commune: { municipality: 'Municipalidad de Otro Pueblo' } })
})
