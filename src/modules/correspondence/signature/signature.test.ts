import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '#kernel'
import { checkChain } from './chain.ts'
import { checkSignedFile } from './check-signed-file.ts'
import { readPdfSignature } from './pdf-signature.ts'

/** The fixture was also read with `pdfsig` of poppler: signature valid, total document signed. */
const signed = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'signed.pdf'))
const act = { fingerprint: 'ab'.repeat(32), title: 'Oficio ordinario N.º 87 de 2026' }
const nobody = { anchors: [], signedOn: '2026-11-22' }
const refusal = async (bytes: Buffer, mode: 'scan' | 'signed-pdf', given = act): Promise<Problem> => {
  try { await checkSignedFile(bytes, given, mode, nobody) } catch (error) { if (error instanceof Problem) return error; throw error }
  throw new Error('no se rechazó')
}
const changed = (at: number, to = (signed[at] ?? 0) ^ 1): Buffer => { const copy = Buffer.from(signed); copy[at] = to; return copy }

describe('un PDF firmado electrónicamente', () => {
  test('íntegro: la firma cubre todo el archivo y corresponde al certificado que trae; nunca se dice válida', async () => {
    expect(readPdfSignature(signed)).toMatchObject({ state: 'intact', why: 'la firma corresponde al documento y al certificado que trae', signer: 'Ana Huenchumil Rain (certificado de prueba)' })
    const finding = await checkSignedFile(signed, act, 'signed-pdf', nobody)
    expect(finding).toMatchObject({ text: 'same', signature: 'intact' })
    expect(finding.certificate).toMatchObject({ selfSigned: true })
    expect(finding.says).toContain('No se comprueba si el certificado fue revocado')
  })
  test('con una letra del texto cambiada, la firma no es válida', async () => {
    const at = signed.indexOf('ORDINARIO')
    const copy = changed(at, 'X'.charCodeAt(0))
    expect(readPdfSignature(copy)).toMatchObject({ state: 'invalid', why: 'el documento fue modificado después de firmarse' })
    expect((await refusal(copy, 'signed-pdf')).id).toBe('actos/firma-no-valida')
    expect((await refusal(copy, 'scan')).id).toBe('actos/firma-no-valida')
  })
  test('con bytes agregados después de firmar, tampoco', () => {
    expect(readPdfSignature(Buffer.concat([signed, Buffer.from('\n% algo más\n')]))).toMatchObject({ state: 'invalid', why: 'se agregó contenido después de la última firma' })
  })
  test('ningún cambio de un byte fuera de la firma pasa por íntegro', () => {
    const [from, to] = [signed.indexOf('/Contents <') + 10, signed.indexOf('>', signed.indexOf('/Contents <') + 12)]
    fc.assert(fc.property(fc.integer({ min: 0, max: signed.length - 1 }).filter((at) => at < from || at > to), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      expect(readPdfSignature(changed(at, (signed[at] ?? 0) ^ flip)).state).not.toBe('intact')
    }), { numRuns: 300 })
  })
  test('con la firma misma alterada, no es íntegra', () => {
    const start = signed.indexOf('/Contents <') + 11
    const length = 1677 * 2 // size of the CMS structure, in hexadecimal digits
    fc.assert(fc.property(fc.integer({ min: length - 300, max: length - 20 }), (offset) => {
      const at = start + offset
      expect(readPdfSignature(changed(at, signed[at] === 0x30 ? 0x31 : 0x30)).state).not.toBe('intact')
    }), { numRuns: 50 })
  })
  test('una firma que no se entiende queda «no comprobada», no válida ni inválida', () => {
    const start = signed.indexOf('/Contents <') + 11
    const copy = Buffer.from(signed)
    copy.write('00'.repeat(200), start, 'latin1')
    expect(readPdfSignature(copy).state).toBe('unchecked')
  })
  test('bytes cualesquiera no hacen caer la lectura', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => { expect(readPdfSignature(Buffer.concat([Buffer.from('%PDF-1.7 /ByteRange [0 10 20 30] '), Buffer.from(bytes)])).state).not.toBe('intact') }), { numRuns: 100 })
  })
})
describe('la cadena del certificado', () => {
  const chained = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'chained.pdf'))
  const root = new X509Certificate(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'root.pem')))
  const read = readPdfSignature(chained)
  const [leaf, brought] = [read.leaf ?? root, read.brought ?? []]
  test('con la raíz que puso la municipalidad, la firma es válida y dice en quién se confía y qué no se comprueba', async () => {
    const finding = await checkSignedFile(chained, act, 'signed-pdf', { anchors: [root], signedOn: '2026-11-22' })
    expect(finding).toMatchObject({ text: 'same', signature: 'valid', signer: 'Ana Huenchumil Rain', certificate: { issuer: 'Autoridad de prueba, intermedia', selfSigned: false, anchor: 'Autoridad de prueba, raíz' } })
    expect(finding.says).toContain('No se comprueba si el certificado fue revocado')
  })
  test('sin raíces, o con la de otro, queda no comprobada y dice por qué', async () => {
    expect((await checkSignedFile(chained, act, 'signed-pdf', nobody)).says).toContain('la municipalidad no ha puesto los certificados raíz')
    const other = readPdfSignature(signed).leaf ?? leaf
    expect(await checkSignedFile(chained, act, 'signed-pdf', { anchors: [other], signedOn: '2026-11-22' })).toMatchObject({ signature: 'intact', says: expect.stringContaining('nadie en quien confíe la municipalidad responde por el emisor, «Autoridad de prueba, intermedia»') })
  })
  test('la firma que se da a sí misma su nombre nunca es válida, salvo que la municipalidad la ponga entre las suyas', async () => {
    const own = readPdfSignature(signed).leaf ?? leaf
    expect(await checkSignedFile(signed, act, 'signed-pdf', { anchors: [root], signedOn: '2026-11-22' })).toMatchObject({ signature: 'intact', says: expect.stringContaining('se emitió a sí mismo') })
    expect(checkChain(own, [], [own], '2026-11-22').trusted).toBe(true)
  })
  test('fuera de las fechas del certificado no hay validez; sin el intermedio tampoco', () => {
    // The signer's certificate lasts 1000 days from 22-11-2026.
    expect(checkChain(leaf, brought, [root], '2030-01-01')).toMatchObject({ trusted: false, why: expect.stringContaining('la firma dice ser del 01-01-2030') })
    expect(checkChain(leaf, brought, [root], '2026-11-21').trusted).toBe(false)
    expect(checkChain(leaf, [leaf], [root], '2026-11-22').trusted).toBe(false)
    expect(checkChain(leaf, brought, [leaf], '2026-11-22').trusted).toBe(true)
  })
  test('el día lo dice la firma, no quien la sube', () => {
    expect(read.statedOn).toBe('2026-11-22')
  })
  test('con un byte cambiado es inválida aunque la raíz sea de confianza', async () => {
    const copy = Buffer.from(chained)
    copy[chained.indexOf('ORDINARIO')] = 'X'.charCodeAt(0)
    await expect(checkSignedFile(copy, act, 'signed-pdf', { anchors: [root], signedOn: '2026-11-22' })).rejects.toMatchObject({ id: 'actos/firma-no-valida' })
  })
})
describe('qué se acepta como ejemplar firmado', () => {
  const plain = Buffer.from(signed.toString('latin1').replace(/\/ByteRange \[[^\]]*\]/, '').replace(/\/Contents <[^>]*>/, ''), 'latin1')
  test('un PDF sin firma sirve de papel escaneado, y no como PDF firmado', async () => {
    expect(await checkSignedFile(plain, act, 'scan', nobody)).toMatchObject({ text: 'same', signature: 'none' })
    expect((await refusal(plain, 'signed-pdf')).detail).toContain('no lleva ninguna firma')
  })
  test('el ejemplar de otro acto se rechaza por su huella', async () => {
    const problem = await refusal(signed, 'signed-pdf', { ...act, fingerprint: 'cd'.repeat(32) })
    expect(problem.id).toBe('actos/archivo-no-es-el-acto')
    expect(problem.detail).toContain('la huella de otro documento')
  })
  test('una imagen se acepta diciendo que nada se pudo comparar; un Word con nombre de PDF no', async () => {
    expect(await checkSignedFile(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), act, 'scan', nobody)).toMatchObject({ text: 'not-pdf', signature: 'none' })
    expect((await refusal(Buffer.from('PK\u0003\u0004 word'), 'scan')).id).toBe('actos/archivo-de-otra-clase')
    expect((await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'signed-pdf')).id).toBe('actos/archivo-de-otra-clase')
  })
})
