import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileRows } from '#evidence'
import { scopeOf } from '#platform/actions'
import { armsFrom, closePress, letterheadArms } from '#platform/documents'
import { registry } from '#registry'
import { rosa, stranger, ivan } from '../../../../tests/cast.ts'
import { openTown, type Town } from '../../../../tests/town.ts'
import type { FileFormat, PreviewView } from '../contract.ts'
import { renderFile } from './render-files.ts'
import { reports } from '../reporting.fixture.ts'

/** Table of the CRC of PNG (ISO 15948, annex D). */
const crc = (bytes: Buffer): number => {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}
const chunk = (name: string, data: Buffer): Buffer => {
  const [size, sum, body] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(name, 'latin1'), data])]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([size, body, sum])
}
/** A black PNG of 8 × 4 points, written by hand; its pixels may be spoiled. */
const png = (pixels: Buffer = deflateSync(Buffer.alloc(4 * 9))): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(8, 0)
  head.writeUInt32BE(4, 4)
  head[8] = 8
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}
const changeCommune = registry.actions?.find(({ name }) => name === 'registry.change-commune')
const REPORT = '44444444-0000-4000-8000-0000000000aa'
let town: Town
const fileOf = (format: FileFormat) => reports.file(town.system.services, rosa, { report: REPORT, format, paper: 'letter' })
const bytesOf = async () => {
  const [html, pdf, docx] = [await fileOf('html'), await fileOf('pdf'), await fileOf('docx')]
  return { html: Buffer.from(html.bytes).toString('utf8'), pdf: Buffer.from(pdf.bytes), docx: unzipSync(docx.bytes) }
}
const media = (parts: Record<string, Uint8Array>) => Object.keys(parts).filter((name) => /^word\/media\/rIdArms/.test(name))

beforeAll(async () => {
  town = await openTown()
  await town.as(ivan).does(reports.actions.startReport, { id: REPORT, kind: 'council-half-year', period: '2026-1' })
})
afterAll(async () => {
  await town.close()
  await closePress()
})

test('sin imagen el membrete va en letras; subida una, está en el Word, el PDF y la página, y no toca el texto que se firma', async () => {
  const before = await bytesOf()
  expect(media(before.docx)).toEqual([])
  expect(before.html).not.toContain('<img')
  expect(before.pdf.toString('latin1')).not.toMatch(/\/Subtype\s*\/Image/)
  const image = png()
  const { hash, size } = await town.system.services.files.put(image)
  await town.system.database.write(scopeOf(rosa), (tx) => fileRows(tx).add({ hash, size, name: 'membrete.png', mediaType: 'image/png', visibility: 'internal', uploadedBy: rosa.accountId, at: '2026-07-22T13:00:00Z' }))
  if (!changeCommune) throw new Error('sin acción de membrete')
  await town.as(rosa).does(changeCommune, { version: 1, municipality: 'Municipalidad de Villa Prueba', letterhead: hash })
  const after = await bytesOf()
  const [name = ''] = media(after.docx)
  expect(createHash('sha256').update(after.docx[name] ?? new Uint8Array()).digest('hex')).toBe(hash)
  // 8 × 4 points: twice as wide as tall, 48 points tall and 96 wide (12.700 EMU a point).
  expect(strFromU8(after.docx['word/header2.xml'] ?? new Uint8Array())).toContain('<wp:extent cx="1219200" cy="609600"/>')
  expect(after.pdf.toString('latin1')).toMatch(/\/Subtype\s*\/Image/)
  expect(after.html).toContain(`<img class="arms" src="data:image/png;base64,${image.toString('base64')}" alt="Membrete de Municipalidad de Villa Prueba">`)
  const print = (html: string) => /data-fingerprint="([0-9a-f]{64})"/.exec(html)?.[1]
  expect(print(after.html)).toBe(print(before.html))
})
test('otra comuna no baja este informe', async () => {
  await expect(reports.file(town.system.services, stranger, { report: REPORT, format: 'html', paper: 'letter' })).rejects.toMatchObject({ status: 404 })
})
test('una imagen dañada no impide sacar el documento: va sin ella', async () => {
  const { hash } = await town.system.services.files.put(png(Buffer.from('roto')))
  const arms = await letterheadArms(town.system.services.files, hash, 'Villa Prueba')
  expect(arms).toMatchObject({ format: 'png', proportion: 2 })
  const { body } = await town.as(rosa).asks<PreviewView>(reports.queries.preview, { report: REPORT })
  const frame = { state: 'draft' as const, fingerprint: 'a'.repeat(64), verificationCode: 'AAAA', paper: 'letter' as const }
  const pdf = Buffer.from(await renderFile('pdf', body, frame, arms))
  expect(pdf.toString('latin1')).toMatch(/^%PDF/)
  expect(pdf.equals(Buffer.from(await renderFile('pdf', body, frame)))).toBe(true)
})
test('se reconoce por sus bytes: un JPG de 300 × 100, y nada que no sea imagen', () => {
  // SOI, APP0 de 16 bytes, SOF0: alto 100 (0x0064), ancho 300 (0x012c).
  const jpg = Buffer.from(`ffd8ffe00010${'00'.repeat(14)}ffc00011080064012c${'03'.repeat(12)}`, 'hex')
  expect(armsFrom(jpg, 'X')).toMatchObject({ format: 'jpg', proportion: 3 })
  expect(armsFrom(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'X')).toBeUndefined()
  expect(armsFrom(Buffer.from('89504e47', 'hex'), 'X')).toBeUndefined()
})
