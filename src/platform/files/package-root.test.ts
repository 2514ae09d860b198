import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packageRoot, packageRootFrom } from './package-root.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'secplan-root-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('walks up past packages of other names to the one named secplan', () => {
  const deep = join(folder, 'node_modules', 'other', 'dist')
  mkdirSync(deep, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"name":"secplan"}')
  writeFileSync(join(folder, 'node_modules', 'other', 'package.json'), '{"name":"other"}')
  expect(packageRootFrom(deep)).toBe(folder)
})

test('says so when nothing above is the package', () => {
  expect(() => packageRootFrom(folder)).toThrow('No se encontró la carpeta de Secplan')
})

test('any folder of the running package leads to the same root', () => {
  expect(packageRootFrom(join(packageRoot(), 'src', 'platform'))).toBe(packageRoot())
})
