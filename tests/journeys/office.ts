import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import { packageRoot } from '#platform/files'
import { demoAccounts } from '../../src/app/demo-accounts.ts'

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Serves the built product on its own copy of the demonstration (or empty), as a person would start it. */
export const serveProduct = async (options: { readonly empty?: boolean } = {}): Promise<{ url: string; folder: string; stop: () => Promise<void> }> => {
  const root = packageRoot()
  const folder = mkdtempSync(join(tmpdir(), 'secplan-office-'))
  const data = join(folder, options.empty ? 'datos' : 'datos-demo')
  const prepared = process.env['SECPLAN_DEMO_FOLDER']
  if (!options.empty && prepared && existsSync(prepared)) cpSync(prepared, data, { recursive: true })
  const child: ChildProcess = spawn(process.execPath, [join(root, 'tools/secplan.mjs'), 'serve', '--data', data, '--port', '0', ...(options.empty ? ['--empty'] : [])], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    const read = (bytes: Buffer) => {
      output += bytes.toString()
      const found = /http:\/\/[^\s]+/.exec(output)
      if (found) resolve(found[0])
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', () => reject(new Error(`El programa terminó antes de atender:\n${output}`)))
  })
  return {
    url, folder: data,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env['SECPLAN_CHROMIUM'] || '/usr/bin/chromium', args: FLAGS })

export type Screen = 'desk' | 'phone'
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
export const openContext = (browser: Browser, screen: Screen = 'desk', scheme: 'light' | 'dark' = 'light'): Promise<BrowserContext> =>
  browser.newContext({ viewport: SIZES[screen], colorScheme: scheme, locale: 'es-CL', timezoneId: 'America/Santiago', reducedMotion: 'reduce', hasTouch: screen === 'phone', isMobile: screen === 'phone' })

/** Signs in as one of the demonstration's people, by name, through the page. */
export const signIn = async (page: Page, url: string, who = 'Carolina Manríquez'): Promise<void> => {
  const account = demoAccounts.find(({ name }) => name === who)
  if (!account) throw new Error(`No hay cuenta de demostración de ${who}`)
  await page.goto(new URL('/ingresar', url).toString())
  const answer = await page.request.post(new URL('/api/identity/sign-in', url).toString(), { data: { commune: account.commune, email: account.email, password: account.password } })
  if (!answer.ok()) throw new Error(`No pudo ingresar ${who}: ${await answer.text()}`)
  await page.goto(url)
}

/** A page of that person's own session, on the given screen. */
export const enter = async (browser: Browser, url: string, who: string, screen: Screen = 'desk', scheme: 'light' | 'dark' = 'light'): Promise<Page> => {
  const page = await (await openContext(browser, screen, scheme)).newPage()
  page.setDefaultTimeout(20_000)
  const account = demoAccounts.find(({ name }) => name === who)
  if (!account) throw new Error(`No hay cuenta de demostración de ${who}`)
  const answer = await page.request.post(new URL('/api/identity/sign-in', url).toString(), { data: { commune: account.commune, email: account.email, password: account.password } })
  if (!answer.ok()) throw new Error(`No pudo ingresar ${who}: ${await answer.text()}`)
  return page
}
export type Answer = { readonly status: number; readonly body: unknown }
/** A query of the API with that page's session. */
export const ask = async <T>(page: Page, url: string, path: string): Promise<T> => {
  const answer = await page.request.get(new URL(`/api/${path}`, url).toString())
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}
/** What the server answers to an action tried without any page, with that page's session. */
export const attempt = async (page: Page, url: string, action: string, data: unknown): Promise<Answer> => {
  const { csrf } = await ask<{ csrf: string }>(page, url, 'session')
  const answer = await page.request.post(new URL(`/api/${action}`, url).toString(), { data, headers: { 'x-csrf': csrf, 'idempotency-key': crypto.randomUUID() } })
  return { status: answer.status(), body: await answer.json() }
}
const calls = new WeakMap<Page, Set<Request>>()
/** Counts the requests a page has in the air, from the first time it is asked. */
const inTheAir = (page: Page): Set<Request> => {
  const known = calls.get(page)
  if (known) return known
  const open = new Set<Request>()
  calls.set(page, open)
  page.on('request', (request) => { if (request.url().includes('/api/') || request.resourceType() === 'script') open.add(request) })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  return open
}
/** Until the page has a heading and asks nothing more for a moment. */
export const settled = async (page: Page): Promise<void> => {
  const open = inTheAir(page)
  await page.locator('main h1, main h2, main [role="alert"]').first().waitFor()
  for (let quiet = 0, waited = 0; quiet < 3 && waited < 400; waited += 1) {
    await page.waitForTimeout(50)
    quiet = open.size === 0 ? quiet + 1 : 0
  }
}
/** Goes to an address of the product and waits until nothing is being loaded. */
export const visit = async (page: Page, url: string, path: string): Promise<void> => {
  inTheAir(page)
  await page.goto(new URL(path, url).toString())
  await settled(page)
}

export type AxeFinding = { readonly id: string; readonly impact: string; readonly nodes: readonly string[] }
/** WCAG 2.2 A and AA violations of the page as it stands, but for the region where react-aria says things aloud, empty between two sayings. */
export const axe = async (page: Page): Promise<AxeFinding[]> => {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const engine = (globalThis as unknown as { axe: { run: (root: Document, options: unknown) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }).axe
    const { violations } = await engine.run({ exclude: [['[data-live-announcer]']] } as unknown as Document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) }))
  })
}
/** True when the page does not slide sideways as a whole. */
export const fitsWidth = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1)
