import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'
import { openEmbedded } from './embedded-engine.ts'

/** Where the prepared empty data folder of this engine version is kept: opening from it saves the seconds of initdb. */
export const templatePath = (): string => {
  const root = packageRoot()
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as { version: string }
  return join(root, 'node_modules/.cache/secplan', `base-${version}.tar`)
}

/** Makes the template when it is missing and returns its path. Safe when several processes make it at once. */
export const ensureTemplate = async (): Promise<string> => {
  const path = templatePath()
  if (existsSync(path)) return path
  mkdirSync(join(path, '..'), { recursive: true })
  const engine = await openEmbedded({ stuckAfterMs: 180_000 })
  const partial = `${path}.${process.pid}`
  await engine.saveTemplate(partial)
  await engine.close()
  renameSync(partial, path)
  return path
}
