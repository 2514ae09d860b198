import { expect, test } from 'vitest'
import { fileFingerprint } from './file-fingerprint.ts'

/** Published vectors of FIPS 180-4: the empty message and «abc». */
test('la huella de un archivo es la de la norma', async () => {
  expect(await fileFingerprint(new Blob([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(await fileFingerprint(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
