import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock, Problem } from '#kernel'
import { sql } from '#platform/database'
import { hashPassword, passwordMatches } from '#platform/identity'
import { sessionBook, signIn } from '#registry'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'
import { COMMUNE } from '../cast.ts'
import { ADDRESS, type HttpTown, openHttpTown, PASSWORD } from './http-town.ts'

let town: HttpTown
beforeAll(async () => {
  town = await openHttpTown()
})
afterAll(() => town.close())

const START = Date.parse('2026-07-22T12:00:00Z')
const MINUTE = 60_000
/** What an attempt ends with, `milliseconds` after the start of the story. */
const attempt = async (email: string, password: string, milliseconds: number): Promise<{ id: string; wait: unknown } | 'in'> => {
  const { database, clock } = town.town.system
  try {
    await signIn({ database, clock, machine: fixedClock(new Date(START + milliseconds).toISOString()) }, { commune: COMMUNE, email, password })
    return 'in'
  } catch (error) {
    if (error instanceof Problem) return { id: error.id, wait: error.facts['retryAfter'] }
    throw error
  }
}
const REFUSED = { id: 'registro/ingreso-rechazado', wait: undefined }
const locked = (seconds: number) => ({ id: 'registro/cuenta-bloqueada', wait: seconds })

/** Four free failures, the fifth locks a minute; each failure after a lock doubles it (five, then 1, 2, 4… minutes up to 60). */
const story = async (email: string) => {
  const seen: unknown[] = []
  for (let n = 0; n < 5; n++) seen.push(await attempt(email, 'mala', n * 1000))
  seen.push(await attempt(email, 'mala', 5000), await attempt(email, 'mala', 4000 + MINUTE), await attempt(email, 'mala', 5000 + MINUTE))
  return seen
}
const EXPECTED = [REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, locked(59), REFUSED, locked(119)]

test('una cuenta se bloquea cada vez más, y una dirección sin cuenta responde exactamente lo mismo', async () => {
  expect(await story(ADDRESS.analyst)).toEqual(EXPECTED)
  expect(await story('nadie@villa.example')).toEqual(EXPECTED)
})
test('mientras dura el bloqueo ni la contraseña buena entra; cumplido, entra y la cuenta parte de cero', async () => {
  const later = 4000 + 3 * MINUTE
  expect(await attempt(ADDRESS.analyst, PASSWORD, 10_000 + MINUTE)).toEqual(locked(114))
  expect(await attempt(ADDRESS.analyst, PASSWORD, later + 1000)).toBe('in')
  expect(await attempt(ADDRESS.analyst, 'mala', later + 2000)).toEqual(REFUSED)
  expect(await attempt(ADDRESS.analyst, PASSWORD, later + 3000)).toBe('in')
})
test('nunca pasa de una hora', async () => {
  let at = 10 * 60 * MINUTE
  for (let n = 0; n < 14; n++) {
    await attempt(ADDRESS.director, 'mala', at)
    at += 61 * MINUTE
  }
  await attempt(ADDRESS.director, 'mala', at)
  expect(await attempt(ADDRESS.director, PASSWORD, at)).toEqual(locked(3600))
})
test('veinte intentos a la vez cuentan veinte', async () => {
  await Promise.all(Array.from({ length: 20 }, () => attempt(ADDRESS.victim, 'mala', 0)))
  const rows = await town.town.system.database.asOwner((tx) => tx.all<{ failed_attempts: number }>(sql`select failed_attempts from registry.accounts order by failed_attempts desc limit 1`))
  expect(rows[0]?.failed_attempts).toBe(20)
})
test('la huella de comparación para direcciones sin cuenta es argon2id válida y cuesta lo mismo que las demás', async () => {
  const source = readFileSync(join(packageRoot(), 'src/modules/registry/identity/sign-in.ts'), 'utf8')
  const decoy = /'(\$argon2id\$[^']+)'/.exec(source)?.[1] ?? ''
  const real = await hashPassword('cualquiera')
  const parameters = (hash: string) => hash.split('$').slice(1, 4)
  expect(parameters(decoy)).toEqual(parameters(real))
  expect(decoy.length).toBe(real.length)
  // The same kind, version and parameters cost the same work; both are compared for real.
  expect(await passwordMatches(decoy, 'otra')).toBe(false)
  expect(await passwordMatches(real, 'otra')).toBe(false)
})
test('la sesión termina por el reloj de la máquina, aunque el de la demostración esté fijo', async () => {
  const { database, clock } = town.town.system
  expect(clock.fixed).toBe(true)
  const at = (hours: number) => fixedClock(new Date(START + hours * 60 * MINUTE).toISOString())
  const later = 40 * 24
  const { token } = await signIn({ database, clock, machine: at(later) }, { commune: COMMUNE, email: ADDRESS.nobody, password: PASSWORD })
  const open = (hours: number) => sessionBook(database, clock, at(later + hours)).of(token)
  expect(await open(1.9)).toBeDefined()
  expect(await open(3.8)).toBeDefined()
  expect(await open(5.9)).toBeUndefined() // more than two hours without use
  const { token: other } = await signIn({ database, clock, machine: at(later) }, { commune: COMMUNE, email: ADDRESS.nobody, password: PASSWORD })
  for (const hours of [1.5, 3, 4.5, 6, 7.5, 9]) expect(await sessionBook(database, clock, at(later + hours)).of(other)).toBeDefined()
  expect(await sessionBook(database, clock, at(later + 10.1)).of(other)).toBeUndefined() // ten hours in all
})
