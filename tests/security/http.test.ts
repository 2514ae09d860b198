import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Agent, request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { COMMUNE } from '../cast.ts'
import { ADDRESS, browser, type HttpTown, openHttpTown, PASSWORD } from './http-town.ts'

let town: HttpTown
let address = ''
beforeAll(async () => {
  town = await openHttpTown()
})
/** Each test its own server: the attempts of one do not count for another. */
beforeEach(async () => {
  address = await town.listen()
})
afterAll(() => town.close())

const signedIn = async (email: string, at = address) => {
  const page = browser(at)
  expect((await page.signIn(email)).status).toBe(200)
  return page
}
const HASH = /^[0-9a-f]{64}$/
/** A request as bytes, for what fetch would correct: odd paths, broken headers. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const sent = request({ hostname, port, path, method, headers, agent: new Agent() }, (answer) => {
      let text = ''
      answer.on('data', (bytes) => (text += bytes))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    sent.on('error', reject)
    sent.end()
  })

describe('la sesión', () => {
  test('viaja en una galleta httpOnly, SameSite=Lax y del sitio; Secure sólo con https', async () => {
    const page = browser(address)
    const plain = (await page.signIn(ADDRESS.director)).headers.get('set-cookie') ?? ''
    expect(plain).toMatch(/^secplan_session=99001\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=36000$/)
    const secure = browser(await town.listen({ behindProxy: true }))
    expect((await secure.signIn(ADDRESS.director)).headers.get('set-cookie')).toMatch(/; Secure$/)
  })
  test('quien trae una galleta ajena recibe otra al entrar, y la anterior no sirve de nada', async () => {
    const page = browser(address)
    const planted = `secplan_session=${COMMUNE}.${'a'.repeat(43)}`
    page.use({ cookie: planted })
    await page.signIn(ADDRESS.director)
    expect(page.cookie()).not.toBe(planted)
    const thief = browser(address)
    thief.use({ cookie: planted })
    expect((await thief.get('/api/registry/list-units')).status).toBe(401)
  })
  test('la base guarda sólo la huella del testigo', async () => {
    const page = await signedIn(ADDRESS.director)
    const token = page.cookie().split('=')[1] ?? ''
    const rows = await town.town.system.database.asOwner((tx) => tx.all<{ token_hash: string }>(sql`select token_hash from registry.sessions`))
    expect(rows.length).toBeGreaterThan(0)
    for (const { token_hash: hash } of rows) expect(hash).toMatch(HASH)
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[1])
  })
  test('salir la termina en el acto, también para quien copió la galleta', async () => {
    const page = await signedIn(ADDRESS.analyst)
    const copy = browser(address)
    copy.use({ cookie: page.cookie() })
    expect((await copy.get('/api/registry/list-units')).status).toBe(200)
    expect((await page.post('/api/identity/sign-out')).status).toBe(200)
    expect((await copy.get('/api/registry/list-units')).status).toBe(401)
  })
  test('cambiar la contraseña termina en el acto las demás sesiones de la cuenta', async () => {
    const [one, other] = [await signedIn(ADDRESS.victim), await signedIn(ADDRESS.victim)]
    expect((await other.get('/api/registry/list-units')).status).toBe(200)
    const next = 'otra frase muy distinta 9'
    // A wrong current password is a mistake of the form: a 401 would send the person to the entrance.
    expect((await one.post('/api/identity/change-password', { current: 'no es esta', next })).status).toBe(400)
    expect((await one.post('/api/identity/change-password', { current: PASSWORD, next })).status).toBe(200)
    expect((await other.get('/api/registry/list-units')).status).toBe(401)
    const again = browser(address)
    expect((await again.signIn(ADDRESS.victim)).status).toBe(401)
    expect((await again.signIn(ADDRESS.victim, next)).status).toBe(200)
  })
  test('con contraseña temporal sólo se puede elegir la propia', async () => {
    const page = await signedIn(ADDRESS.temporary)
    const refused = await page.get('/api/registry/list-units')
    expect([refused.status, refused.json['type']]).toEqual([403, '/ayuda/problemas/identidad/cambie-contrasena'])
    expect((await page.post('/api/files', new TextEncoder().encode('x'))).status).toBe(403)
    expect((await page.post('/api/identity/change-password', { current: PASSWORD, next: 'la frase que yo elegí 3' })).status).toBe(200)
  })
})

describe('lo que otro sitio podría hacer enviar al navegador', () => {
  test('sin la marca de la sesión, con otra, o con la de otra sesión, no se escribe', async () => {
    const [page, other] = [await signedIn(ADDRESS.director), await signedIn(ADDRESS.analyst)]
    const input = { current: PASSWORD, next: 'no debe cambiar 123' }
    for (const mark of ['', 'x'.repeat(43), other.csrf()]) {
      const answer = await page.post('/api/identity/change-password', input, { 'x-csrf': mark })
      expect([answer.status, answer.json['type']]).toEqual([403, '/ayuda/problemas/permiso/formulario-vencido'])
    }
  })
  test('un envío de otro origen se rechaza aunque no haya sesión todavía', async () => {
    const input = { commune: COMMUNE, email: ADDRESS.director, password: PASSWORD }
    const fromOther: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://malo.example' }, { origin: 'null' }]
    for (const headers of fromOther) {
      const answer = await browser(address).post('/api/identity/sign-in', input, headers)
      expect(answer.status).toBe(403)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect((await browser(address).post('/api/identity/sign-in', input, { origin: new URL(address).origin })).status).toBe(200)
  })
})

describe('los límites', () => {
  test('demasiados intentos reciben 429 con cuántos segundos esperar', async () => {
    const page = browser(await town.listen())
    const answers = []
    for (let n = 0; n < 21; n++) answers.push(await page.post('/api/identity/sign-in', { commune: COMMUNE, email: `x${n}@villa.example`, password: 'no' }))
    expect(answers.slice(0, 20).every(({ status }) => status === 401)).toBe(true)
    const last = answers[20]
    expect(last?.status).toBe(429)
    const seconds = Number(last?.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(30)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(last?.json['detail']).toContain(`${seconds} segundos`)
  })
  test('detrás de un servidor intermedio se cuenta por quien llama; sin él, su palabra no vale', async () => {
    const behind = browser(await town.listen({ behindProxy: true }))
    for (let n = 0; n < 20; n++) await behind.post('/api/identity/sign-in', { commune: COMMUNE, email: `y${n}@v.example`, password: 'no' }, { 'x-forwarded-for': '10.0.0.1' })
    expect((await behind.post('/api/identity/sign-in', { commune: COMMUNE, email: 'z@v.example', password: 'no' }, { 'x-forwarded-for': '10.0.0.1' })).status).toBe(429)
    expect((await behind.post('/api/identity/sign-in', { commune: COMMUNE, email: 'z@v.example', password: 'no' }, { 'x-forwarded-for': '10.0.0.2' })).status).toBe(401)
    const direct = browser(await town.listen())
    for (let n = 0; n < 20; n++) await direct.post('/api/identity/sign-in', { commune: COMMUNE, email: `w${n}@v.example`, password: 'no' }, { 'x-forwarded-for': `10.0.1.${n}` })
    expect((await direct.post('/api/identity/sign-in', { commune: COMMUNE, email: 'v@v.example', password: 'no' }, { 'x-forwarded-for': '10.0.9.9' })).status).toBe(429)
  })
  /** A body without announced length that counts how much of it was taken. */
  const stream = (pieces: number, size: number) => {
    let taken = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (taken === pieces) return controller.close()
        taken += 1
        controller.enqueue(new Uint8Array(size).fill(32))
      },
    })
    return { body, taken: () => taken }
  }
  test('más de 2 MB de JSON se rechaza, anunciado o no, sin leerlo entero', async () => {
    const page = await signedIn(ADDRESS.director)
    expect((await page.post('/api/identity/change-password', { current: 'x'.repeat(2_000_001), next: '' })).status).toBe(413)
    const endless = stream(400, 100_000)
    const answer = await page.post('/api/identity/change-password', endless.body, { 'content-type': 'application/json' }).catch((error: Error) => error)
    expect(answer instanceof Error ? 413 : answer.status).toBe(413)
    expect(endless.taken()).toBeLessThan(300)
  })
  test('un archivo de más de 60 MB se corta mientras llega', async () => {
    const page = await signedIn(ADDRESS.director)
    const large = stream(90, 1 << 20)
    const answer = await page.post('/api/files', large.body, { 'x-file-name': 'grande.bin' }).catch((error: Error) => error)
    expect(answer instanceof Error ? 413 : answer.status).toBe(413)
    expect(large.taken()).toBeLessThan(90)
  })
})

describe('los encabezados', () => {
  const EXPECTED = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'x-frame-options', 'cross-origin-opener-policy', 'permissions-policy']
  test('van en toda respuesta: páginas, archivos, consultas, errores y lo que no existe', async () => {
    const page = await signedIn(ADDRESS.director)
    const paths = ['/', '/api/session', '/api/registry/list-units', '/api/openapi.json', '/api/no/existe', '/no-existe.js', '/api/files/zz', '/api/problems/nada', '/api/evidence/record-history', '/mark.svg']
    for (const path of paths) {
      const answer = await page.get(path)
      for (const name of EXPECTED) expect(answer.headers.get(name), `${name} en ${path} (${answer.status})`).toBeTruthy()
      expect(answer.headers.get('strict-transport-security')).toBeNull()
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';")
    }
    expect((await browser(address).post('/api/identity/change-password')).headers.get('x-frame-options')).toBe('DENY')
  })
  test('con https se exige https en adelante', async () => {
    const page = browser(await town.listen({ behindProxy: true }))
    for (const path of ['/api/session', '/api/no/existe', '/api/registry/list-municipalities']) expect((await page.get(path)).headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/)
  })
  test('las respuestas de la API no se guardan en ningún intermedio', async () => {
    const page = await signedIn(ADDRESS.director)
    for (const path of ['/api/session', '/api/registry/list-units', '/api/no/existe', '/api/law']) expect((await page.get(path)).headers.get('cache-control'), path).toMatch(/no-store|private/)
  })
})

describe('los archivos', () => {
  test('salir de la carpeta por la dirección no da nada del disco', async () => {
    for (const path of ['/../package.json', '/..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/../../package.json', '/assets/..%5c..%5cpackage.json', '//etc/passwd', '/etc/passwd', '/api/files/..%2f..%2fsecplan.log', '/api/files/%2e%2e', '/%00', '/%', '/%ff', '/api/problems/%']) {
      const answer = await raw(path)
      expect(answer.status, path).not.toBe(500)
      expect(answer.text, path).not.toMatch(/root:.*:0:0|"dependencies"/)
    }
  })
  test('lo subido se entrega como adjunto inerte, con su nombre, y sólo en su comuna', async () => {
    const page = await signedIn(ADDRESS.director)
    const evil = new TextEncoder().encode('<script>alert(1)</script>')
    const stored = await page.post('/api/files', evil, { 'content-type': 'text/html', 'x-file-name': encodeURIComponent('../ñandú "x".html') })
    expect(stored.status).toBe(200)
    expect(stored.json['name']).not.toMatch(/[\\/]/)
    const hash = String(stored.json['hash'])
    const got = await page.get(`/api/files/${hash}`)
    expect(got.status).toBe(200)
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[^/"]+$/)
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    const stranger = await signedIn(ADDRESS.stranger)
    expect((await stranger.get(`/api/files/${hash}`)).status).toBe(404)
    expect((await stranger.get(`/api/evidence/file?hash=${hash}`)).status).toBe(404)
    expect((await browser(address).get(`/api/files/${hash}`)).status).toBe(401)
  })
  test('nombres y galletas mal formados no rompen nada', async () => {
    const page = await signedIn(ADDRESS.director)
    expect((await page.post('/api/files', new TextEncoder().encode('a'), { 'x-file-name': '%E0%A4%A' })).status).toBe(200)
    expect((await raw('/api/session', { cookie: 'secplan_session=%' })).status).toBe(200)
    expect((await raw('/api/registry/list-units', { cookie: 'secplan_session=%E0%A4%A; x' })).status).toBe(401)
  })
})

describe('los problemas', () => {
  const shape = (answer: { status: number; headers: Headers; json: Record<string, unknown> }) => {
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(answer.json).toMatchObject({ status: answer.status, type: expect.stringMatching(/^\/ayuda\/problemas\/.+/), title: expect.any(String), detail: expect.any(String), remedy: expect.any(String), instance: expect.stringMatching(/^\//) })
    expect(String(answer.json['remedy']).length).toBeGreaterThan(10)
  }
  test('cada familia responde RFC 9457 con remedio', async () => {
    const page = await signedIn(ADDRESS.director)
    const noOffice = await signedIn(ADDRESS.nobody)
    const cases: [number, Awaited<ReturnType<typeof page.get>>][] = [
      [400, await page.get('/api/evidence/search')], [400, await page.get('/api/registry/list-units?effectiveOn=2026-02-30')], [400, await page.post('/api/identity/change-password', 'texto')],
      [401, await browser(address).get('/api/registry/list-units')], [403, await noOffice.get('/api/registry/list-units')], [404, await page.get('/api/nada')], [404, await page.get(`/api/files/${'0'.repeat(64)}`)],
    ]
    for (const [status, answer] of cases) {
      expect(answer.status).toBe(status)
      shape(answer)
    }
    const field = await page.post('/api/identity/change-password', { current: '', next: 'x' })
    expect(field.json['errors']).toContainEqual({ pointer: '/current', message: 'Escriba su contraseña actual' })
  })
  test('caracteres imposibles son un dato que corregir, no una falla', async () => {
    const page = await signedIn(ADDRESS.director)
    for (const text of ['%00', 'a%00b']) {
      const answer = await page.get(`/api/evidence/search?text=${text}`)
      expect(answer.status, text).toBe(400)
      shape(answer)
    }
    expect((await page.get('/api/evidence/search?text=%25_%5C')).status).toBe(200)
  })
  test('un JSON que no es objeto se dice, y nunca es una falla', async () => {
    const page = await signedIn(ADDRESS.director)
    for (const body of ['null', '[]', '3', '"x"', '{"a":', '\u0000']) expect((await page.post('/api/identity/change-password', new TextEncoder().encode(body))).status, body).toBe(400)
  })
  test('una falla interna no muestra pila ni SQL, y deja una referencia en el registro', async () => {
    const page = await signedIn(ADDRESS.director)
    const { database } = town.town.system
    await database.engine.direct((connection) => connection.script('alter table evidence.search_lines rename to search_lines_hidden'))
    const answer = await page.get('/api/evidence/search?text=algo').finally(() => database.engine.direct((connection) => connection.script('alter table evidence.search_lines_hidden rename to search_lines')))
    expect(answer.status).toBe(500)
    shape(answer)
    expect(answer.text).not.toMatch(/select|search_lines|\.ts|node_modules|at /i)
    expect(answer.json['reference']).toMatch(/^[0-9a-f]{8}$/)
  })
})

test('el registro de fallas no guarda contraseñas, testigos ni marcas', async () => {
  const page = await signedIn(ADDRESS.director)
  const secrets = [PASSWORD, page.cookie().split('.')[1] ?? '', page.csrf(), ADDRESS.director]
  await page.get('/api/evidence/record-history?kind=x')
  const log = join(town.town.folder, 'secplan.log')
  expect(existsSync(log)).toBe(true)
  const text = readFileSync(log, 'utf8')
  for (const secret of secrets) expect(text).not.toContain(secret)
})
