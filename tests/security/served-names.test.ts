import { Agent, request } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Configuration } from '../../src/app/configuration.ts'
import { servedHosts } from '../../src/app/served-hosts.ts'
import { type HttpTown, openHttpTown } from './http-town.ts'

let town: HttpTown
beforeAll(async () => {
  town = await openHttpTown()
})
afterAll(() => town.close())

const asked = (address: string, host: string, path = '/api/session') =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname: to, port } = new URL(address)
    const sent = request({ hostname: to, port, path, headers: { host }, agent: new Agent() }, (answer) => {
      let text = ''
      answer.on('data', (bytes) => (text += bytes))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
const base: Configuration = { dataFolder: 'unused', host: '127.0.0.1', port: 0, demonstration: false, behindProxy: false }

describe('el nombre con que se pide', () => {
  test('un nombre ajeno que apunta a este equipo no recibe ni la API ni las páginas', async () => {
    const address = await town.listen()
    for (const host of ['atacante.example', 'atacante.example:4310', 'localhost.atacante.example', '127.0.0.1.atacante.example', '169.254.169.254']) {
      for (const path of ['/api/session', '/', '/api/openapi.json']) {
        const answer = await asked(address, host, path)
        expect(answer.status, `${host} ${path}`).toBe(403)
        expect(answer.text).toContain('permiso/otro-nombre')
        expect(answer.text).not.toContain('Villa Prueba')
      }
    }
  })
  test('los nombres del propio equipo pasan, con o sin puerto', async () => {
    const address = await town.listen()
    for (const host of ['localhost', 'LOCALHOST:4310', '127.0.0.1:1', '[::1]:4310', 'localhost.']) expect((await asked(address, host)).status, host).toBe(200)
  })
  test('la dirección pública configurada pasa, y sólo ella', async () => {
    const address = await town.listen({ behindProxy: true, publicAddress: 'https://secplan.municipio.example' })
    expect((await asked(address, 'secplan.municipio.example')).status).toBe(200)
    expect((await asked(address, 'otro.municipio.example')).status).toBe(403)
  })
  test('atendiendo a la red valen los nombres y direcciones del equipo, no otros', () => {
    const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []).find(({ family }) => family === 'IPv4')
    expect(servedHosts({ ...base, host: '0.0.0.0' })).toEqual(expect.arrayContaining([hostname(), own?.address]))
    expect(servedHosts({ ...base, host: '10.1.2.3' })).toEqual(['10.1.2.3'])
    expect(servedHosts({ ...base, host: 'fe80::1' })).toEqual(['[fe80::1]'])
    expect(servedHosts({ ...base, publicAddress: 'no es una dirección' })).toEqual([])
  })
})
