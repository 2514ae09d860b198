import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../files/package-root.ts'

test('the list of law ids the compiler checks is the list of files', () => {
  expect(() => execFileSync(process.execPath, [join(packageRoot(), 'tools', 'law-types.mjs'), '--check'], { stdio: 'pipe' })).not.toThrow()
})
