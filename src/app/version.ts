import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'

let known: string | undefined
/** The program's version, from package.json: part of every figure's provenance. */
export const version = (): string => (known ??= (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version)
