import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#kernel'
import { readArguments } from '../../src/app/commands/arguments.ts'
import { configurationFrom } from '../../src/app/commands/configuration-from.ts'
import { serveSystem } from '../../src/app/server.ts'
import { COMMUNE } from '../cast.ts'
import { ADDRESS, type HttpTown, openHttpTown, PASSWORD } from './http-town.ts'

const given = (text: string) => configurationFrom(readArguments(text.split(' ').filter(Boolean)))
const refusal = (text: string): string => {
  try {
    given(text)
  } catch (error) {
    if (error instanceof Problem) return `${error.detail} ${error.remedy}`
    throw error
  }
  return 'se aceptó'
}

describe('lo que no es seguro no parte', () => {
  test('sin decir nada se atiende sólo este equipo, con la demostración', () => {
    expect(given('')).toMatchObject({ host: '127.0.0.1', demonstration: true, behindProxy: false, dataFolder: 'datos-demo' })
    expect(given('--empty')).toMatchObject({ host: '127.0.0.1', demonstration: false, dataFolder: 'datos' })
  })
  test.each(['0.0.0.0', '192.168.1.10', '::', 'secplan.municipio.cl'])('hacia la red (%s) se exige cifrado', (host) => {
    expect(refusal(`--empty --host ${host}`)).toMatch(/sin cifrado.*--tls-cert/)
    expect(refusal(`--empty --host ${host} --tls-cert c.pem`)).toMatch(/sin cifrado/)
    expect(refusal(`--empty --host ${host} --tls-key k.pem`)).toMatch(/sin cifrado/)
    expect(given(`--empty --host ${host} --tls-cert c.pem --tls-key k.pem`).tls).toEqual({ cert: 'c.pem', key: 'k.pem' })
    expect(given(`--empty --host ${host} --behind-proxy`).behindProxy).toBe(true)
  })
  test('las cuentas de demostración, de contraseña conocida, no salen de este equipo aunque haya cifrado', () => {
    expect(refusal('--host 0.0.0.0 --tls-cert c.pem --tls-key k.pem')).toMatch(/contraseña conocida/)
    expect(refusal('--host 0.0.0.0 --behind-proxy')).toMatch(/contraseña conocida/)
    expect(given('--host 127.0.0.2').demonstration).toBe(true)
  })
  test('un puerto que no lo es se dice', () => {
    for (const port of ['abc', '70000', '-1', '1.5']) expect(refusal(`--port=${port}`)).toMatch(/no es un puerto/)
  })
})

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.runIf(hasOpenssl || Boolean(process.env['CI']))('con un certificado de verdad', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secplan-tls-'))
  const [cert, key] = [join(folder, 'certificado.pem'), join(folder, 'llave.pem')]
  let town: HttpTown
  let served: Awaited<ReturnType<typeof serveSystem>>
  beforeAll(async () => {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' })
    town = await openHttpTown()
    served = await serveSystem(town.town.system, { dataFolder: folder, host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false, tls: { cert, key } })
  })
  afterAll(async () => {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const send = (method: string, path: string, body?: unknown, trusted = true) =>
    new Promise<{ status: number; headers: Record<string, unknown>; protocol: string | null }>((resolve, reject) => {
      const sent = request(new URL(path, served.address), { method, ...(trusted ? { ca: readFileSync(cert) } : {}) }, (answer) => {
        const protocol = (answer.socket as import('node:tls').TLSSocket).getProtocol()
        answer.resume()
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, protocol }))
      })
      sent.on('error', reject)
      sent.end(body === undefined ? undefined : JSON.stringify(body))
    })

  test('se atiende por TLS moderno, con HSTS en toda respuesta', async () => {
    expect(served.address).toMatch(/^https:/)
    for (const path of ['/api/session', '/api/nada', '/']) {
      const answer = await send('GET', path)
      expect(answer.headers['strict-transport-security'], path).toBe('max-age=31536000')
      expect(['TLSv1.2', 'TLSv1.3']).toContain(answer.protocol)
    }
  })
  test('la galleta de la sesión sólo viaja cifrada', async () => {
    const answer = await send('POST', '/api/identity/sign-in', { commune: COMMUNE, email: ADDRESS.director, password: PASSWORD })
    expect(answer.status).toBe(200)
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax; Max-Age=36000; Secure$/)
  })
  test('un certificado que nadie avala lo rechaza el navegador', async () => {
    await expect(send('GET', '/api/session', undefined, false)).rejects.toThrow(/self.signed/i)
  })
  test('sin cifrado por ese puerto no se entrega nada', async () => {
    await expect(fetch(served.address.replace('https:', 'http:'))).rejects.toThrow()
  })
})
