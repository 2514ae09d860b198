import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '#platform/files'
import { readDocxFigures, type ReadWord } from '#platform/documents'
import { issuedReport } from './addresses.ts'
import { ask, enter, launchBrowser, serveProduct, visit } from './office.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'secplan-documents-'))
const at = (name: string) => join(folder, name)
let browser: Browser
let product: Awaited<ReturnType<typeof serveProduct>>
let page: Page
let report: string
let word: ReadWord
let pdfText: string
beforeAll(async () => {
  ;[browser, product] = await Promise.all([launchBrowser(), serveProduct()])
  page = await enter(browser, product.url, 'Carolina Manríquez')
  report = await issuedReport(page, product.url)
  for (const format of ['docx', 'pdf', 'html', 'json']) {
    const answer = await page.request.get(new URL(`/api/reporting/file?report=${report}&edition=1&format=${format}`, product.url).toString())
    writeFileSync(at(`informe.${format}`), await answer.body())
  }
  word = readDocxFigures(new Uint8Array(readFileSync(at('informe.docx'))))
  await run('pdftotext', ['-layout', at('informe.pdf'), at('informe.txt')])
  pdfText = readFileSync(at('informe.txt'), 'utf8')
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Figure = { readonly recipe: { readonly id: string; readonly parameters: Readonly<Record<string, string>>; readonly asOf: { readonly effectiveOn: string; readonly knownOn: string } }; readonly title: string; readonly unit: string; readonly value: number | null; readonly text: string }
/** Every figure of a document, wherever it is: prose, cells, charts. */
const figuresIn = (node: unknown, found: Figure[] = []): Figure[] => {
  if (Array.isArray(node)) for (const one of node) figuresIn(one, found)
  else if (node && typeof node === 'object') {
    if ('recipe' in node && 'value' in node) found.push(node as Figure)
    else for (const one of Object.values(node)) figuresIn(one, found)
  }
  return found
}
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
const numbers = (text: string): string[] => plain(text).match(/\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+/g) ?? []

test('Word y PDF dicen las mismas cifras que la edición en pantalla', async () => {
  await visit(page, product.url, `/rendir/informes/${report}?edicion=1`)
  const screen = page.locator('article.issued-paper')
  await screen.waitFor()
  const shown = (await screen.locator('.figure').allInnerTexts()).map(plain)
  expect(shown.length).toBeGreaterThan(100)
  const inWord = new Map<string, number>()
  for (const { text } of word.figures) inWord.set(plain(text), (inWord.get(plain(text)) ?? 0) + 1)
  const written = numbers(pdfText)
  const inPdf = new Set(written)
  for (const text of new Set(shown)) {
    expect(inWord.has(text), `Word no dice ${text}`).toBe(true)
    for (const number of numbers(text)) expect(inPdf.has(number), `el PDF no dice ${number} de ${text}`).toBe(true)
  }
})

test('veinte cifras del Word, al azar con semilla, llegan hasta sus registros y suman a mano lo impreso', async () => {
  const body = JSON.parse(readFileSync(at('informe.json'), 'utf8')) as unknown
  const known = new Map<string, Figure[]>()
  for (const figure of figuresIn(body)) known.set(figure.recipe.id, [...(known.get(figure.recipe.id) ?? []), figure])
  const additive = word.figures.filter(({ figureId }) => known.get(figureId)?.some(({ unit, value }) => unit === 'CLP' && value !== null && value !== 0))
  // A linear congruential generator: the same twenty every time.
  let seed = 20260129
  const next = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  const chosen = Array.from({ length: 400 }, () => additive[Math.floor(next() * additive.length)])
  const traced = new Set<string>()
  for (const one of chosen) {
    if (!one || traced.size === 20) break
    const figure = known.get(one.figureId)?.find(({ text, value, unit }) => unit === 'CLP' && value !== null && value !== 0 && (plain(text) === plain(one.text) || Math.round(value / 1000).toString() === plain(one.text).replace(/[^\d-]/g, '')))
    if (!figure || /limits|forecast|average/.test(figure.recipe.id)) continue
    const key = JSON.stringify(figure.recipe)
    if (traced.has(key)) continue
    traced.add(key)
    let sum = 0
    let count = 0
    for (let leaf = 1; ; leaf += 1) {
      const search = new URLSearchParams({ ...figure.recipe.parameters, ...figure.recipe.asOf, page: String(leaf), size: '200' })
      const { trail } = await ask<{ trail: { total: number; records: { amount: number }[] } }>(page, product.url, `figures/${figure.recipe.id}?${search}`)
      for (const { amount } of trail.records) sum += amount
      count += trail.records.length
      if (count >= trail.total || trail.records.length === 0) break
    }
    expect(sum, `${figure.title} ${JSON.stringify(figure.recipe.parameters)}`).toBe(figure.value)
    expect(count).toBeGreaterThan(0)
  }
  expect(traced.size).toBe(20)
})

test('el PDF tiene páginas numeradas, huella y código; LibreOffice abre el Word sin perder nada', async () => {
  const pages = Number(/Pages:\s+(\d+)/.exec((await run('pdfinfo', [at('informe.pdf')])).stdout)?.[1])
  expect(pages).toBeGreaterThan(10)
  expect((await run('pdfinfo', [at('informe.pdf')])).stdout).toMatch(/Tagged:\s+yes/)
  expect(pdfText).toMatch(new RegExp(`página ${pages} de ${pages}`, 'i'))
  const { editions } = await ask<{ editions: { verificationCode: string }[] }>(page, product.url, `reporting/open?report=${report}`)
  expect(pdfText).toContain(editions[0]?.verificationCode)
  await run('soffice', ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'pdf:writer_pdf_Export', '--outdir', at('lo'), at('informe.docx')], { timeout: 90_000 })
  expect(existsSync(at('lo/informe.pdf'))).toBe(true)
  expect(Number(/Pages:\s+(\d+)/.exec((await run('pdfinfo', [at('lo/informe.pdf')])).stdout)?.[1])).toBeGreaterThan(10)
  const converted = new Set(numbers((await run('pdftotext', ['-layout', at('lo/informe.pdf'), '-'], { maxBuffer: 20_000_000 })).stdout))
  for (const { text } of word.figures) for (const number of numbers(text)) expect(converted.has(number), `LibreOffice perdió ${number}`).toBe(true)
})

test('«verify» reconoce los archivos guardados de la edición 2025-2 y nota una letra cambiada', async () => {
  // The data folder that nobody serves, as who verifies in the municipality has it; the data file proves itself without any.
  const withProofs = process.env['SECPLAN_DEMO_FOLDER'] ?? ''
  const verify = async (name: string, data = at('sin-datos')) => {
    const answer = await run(process.execPath, [join(packageRoot(), 'tools/secplan.mjs'), 'verify', at(name), '--json', '--data', data]).catch((error: { stdout: string }) => error)
    return (JSON.parse(answer.stdout) as { verdict: string; proof?: { edition: number; issuedOn: string } })
  }
  const json = readFileSync(at('informe.json'), 'utf8')
  writeFileSync(at('cambiado.json'), json.replace('Loncoche', 'Lonquimay'))
  const [pdf, word, data, changed] = [await verify('informe.pdf', withProofs), await verify('informe.docx', withProofs), await verify('informe.json'), await verify('cambiado.json')]
  expect([pdf?.verdict, word?.verdict, data?.verdict]).toEqual(['valid', 'valid', 'valid'])
  expect(pdf?.proof).toMatchObject({ edition: 1, issuedOn: '2026-01-29' })
  expect(changed?.verdict).not.toBe('valid')
})
