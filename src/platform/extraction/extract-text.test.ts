import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePress, renderDocx, renderPdf } from '#platform/documents'
import { writeWorkbook } from '#platform/spreadsheets'
import * as sample from '../documents/testing/sample.ts'
import { extractText } from './extract-text.ts'
import { gather } from './passages.ts'

let folder = ''
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'secplan-texts-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const stored = (name: string, bytes: Uint8Array | string): { path: string; name: string } => {
  const path = join(folder, String(Math.abs([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0) | 0, 7))))
  writeFileSync(path, bytes)
  return { path, name }
}
const read = (name: string, bytes: Uint8Array | string, limits = {}) => extractText(stored(name, bytes), limits)
const xml = (body: string) => strToU8(`<?xml version="1.0"?>${body}`)
const docx = (body: string) => zipSync({ '[Content_Types].xml': xml('<Types/>'), 'word/document.xml': xml(`<w:document>${body}</w:document>`) })

describe('el texto de los archivos', () => {
  test('un PDF y un Word hechos por el sistema se leen, con sus acentos y sus páginas', async () => {
    const body = sample.sampleBody()
    const [pdf, word] = [await read('informe.pdf', await renderPdf(body, sample.aFrame())), await read('informe.docx', await renderDocx(body, sample.aFrame()))]
    for (const answer of [pdf, word]) expect(answer).toMatchObject({ state: 'extracted', falseExtension: false, byOcr: false })
    await closePress()
    expect([pdf.format, word.format]).toEqual(['PDF', 'Word'])
    expect(pdf.passages[0]?.place).toBe('página 1')
    const text = (answer: typeof pdf) => answer.passages.map((passage) => passage.text).join(' ').replace(/\s+/g, ' ')
    expect(text(word)).toMatch(/[áéíóúñ]/)
  })
  test('una planilla dice su hoja y sus filas', async () => {
    const bytes = await writeWorkbook([{ name: 'Gastos', columns: [{ title: 'Glosa', kind: 'text' }, { title: 'Monto', kind: 'number' }], rows: [{ cells: ['Recambio de luminarias', 1500] }, { cells: ['Plaza', 3] }] } as never])
    const answer = await read('gastos.xlsx', bytes)
    expect(answer).toMatchObject({ state: 'extracted', format: 'Excel' })
    expect(answer.passages[0]?.place).toMatch(/^hoja Gastos, filas 1 a /)
    expect(answer.passages.map((passage) => passage.text).join(' ')).toContain('Recambio de luminarias · 1500')
  })
  test('de un Word no se lee lo borrado en una revisión ni los códigos de campo', async () => {
    const answer = await read('a.docx', docx('<w:p><w:r><w:t>Se acuerda</w:t></w:r><w:del><w:r><w:delText>rechazar</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> aprobar &amp; publicar</w:t></w:r></w:p><w:p><w:r><w:instrText>PAGE</w:instrText><w:t>Fin</w:t></w:r></w:p>'))
    expect(answer.passages).toEqual([{ place: 'párrafos 1 a 2', text: 'Se acuerda aprobar & publicar\nFin' }])
  })
  test('LibreOffice, texto con acentos antiguos y texto enriquecido', async () => {
    const odt = zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': xml('<office:text><text:p>Memoria de<text:s/>obra</text:p></office:text>') })
    expect((await read('m.odt', odt)).passages[0]?.text).toBe('Memoria de obra')
    expect((await read('a.txt', Buffer.from('Peñalolén', 'latin1'))).passages[0]?.text).toBe('Peñalolén')
    expect((await read('a.rtf', "{\\rtf1{\\fonttbl{\\f0 Arial;}}\\f0 Pavimentaci\\'f3n\\par listo}")).passages[0]?.text).toMatch(/Pavimentación\s+listo/)
  })
})
test('los trozos dicen qué líneas traen, y una línea larguísima se corta', () => {
  const place = (first: number, last: number) => `${first}-${last}`
  // Two lines of 2,000 letters do not fit in 2,500; the third, of 6,000, takes three pieces.
  expect(gather(['a'.repeat(2000), 'b'.repeat(2000), 'c'.repeat(6000), 'd'], place, 1e6).map(({ place: at, text }) => [at, text.replace(/\n/g, '').length])).toEqual([['1-1', 2000], ['2-2', 2000], ['3-3', 2500], ['3-3', 2500], ['3-4', 1001]])
})
describe('lo que no dice la verdad o hace daño', () => {
  test('una extensión falsa se reconoce por los bytes, y el texto se lee igual', async () => {
    expect(await read('acta.pdf', docx('<w:p><w:r><w:t>acta</w:t></w:r></w:p>'))).toMatchObject({ state: 'extracted', format: 'Word', falseExtension: true })
    expect(await read('foto.jpg', Buffer.from('MZ\x90\0\x03', 'latin1'))).toMatchObject({ state: 'no-text', format: 'programa', falseExtension: true })
    expect(await read('sin-extension', 'texto')).toMatchObject({ state: 'extracted', falseExtension: false })
  })
  test('una bomba de compresión no se abre', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(120_000_000) })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await read('bomba.docx', bomb)).toMatchObject({ state: 'failed', format: 'Word', reason: expect.stringContaining('descomprimirlo') as string })
  })
  test.each([
    ['vacio.pdf', '', 'El archivo está vacío'], ['cortado.pdf', '%PDF-1.7\n1 0 obj << /Type', 'dañado'], ['cortado.docx', docx('<w:p/>').slice(0, 60), 'dañado'],
    ['clave.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'contraseña'],
  ])('%s no se lee y dice por qué', async (name, bytes, reason) => expect((await read(name, bytes)).reason).toContain(reason))
  test('un PDF con contraseña lo dice', async () => {
    const pdf = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})/P -4>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[(0123456789abcdef)(0123456789abcdef)]>>\n%%EOF`
    expect((await read('clave.pdf', pdf)).reason).toContain('contraseña')
  })
  test('XML que se declara entidades a sí mismo no crece ni lee archivos', async () => {
    const answer = await read('x.docx', zipSync({ 'word/document.xml': xml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]><w:p><w:t>hola &x; &y;</w:t></w:p>') }))
    expect(answer.passages[0]?.text).toContain('hola &x; &y;')
    expect(JSON.stringify(answer)).not.toContain('root:')
  })
  test('lo que tarda o crece demasiado se detiene, y el siguiente se lee', async () => {
    const slow = await read('lento.txt', 'x '.repeat(9_000_000), { seconds: 0.001 })
    expect(slow).toMatchObject({ state: 'failed', format: 'texto', reason: expect.stringContaining('se detuvo') as string })
    expect((await read('sigue.txt', 'sigue')).state).toBe('extracted')
  })
  test('un PDF escaneado se lee por su imagen si el equipo sabe hacerlo; si no, dice qué instalar', async () => {
    const can = (program: string, args: readonly string[]): string => { const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8' }); return status === 0 ? `${stdout}${stderr}` : '' }
    const installed = /\bspa\b/.test(can('tesseract', ['--list-langs'])) && can('pdftoppm', ['-v']) !== ''
    const answer = await extractText({ path: fileURLToPath(new URL('../../../tests/fixtures/scans/decreto-escaneado.pdf', import.meta.url)), name: 'decreto-escaneado.pdf' })
    if (!installed) {
      expect(answer).toMatchObject({ state: 'no-text', format: 'PDF', byOcr: false, reason: expect.stringContaining('instale tesseract-ocr-spa') as string })
      return
    }
    expect(answer).toMatchObject({ state: 'extracted', format: 'PDF', byOcr: true, pages: 1, passages: [{ place: 'página 1' }] })
    const text = answer.passages.map((passage) => passage.text).join(' ')
    expect(answer.reason).toBeUndefined()
    for (const word of ['Decreto exento', '1.482', 'señalización', 'ciclovía', 'Ñancul']) expect(text).toContain(word)
  }, 60_000)
  test('una imagen sin tesseract dice qué instalar, o se lee', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64')
    const answer = await read('foto.png', png)
    expect(answer.state).toBe('no-text')
    expect(answer.reason).toMatch(/instale tesseract-ocr-spa|no tiene texto/)
  })
})
