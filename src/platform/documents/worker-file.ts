import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BuildOptions, BuildResult } from 'esbuild'
import { engineMissing } from './problems.ts'

const BUNDLED = 'document-worker.mjs'

/**
 * Where the worker's code is. The build leaves it beside the server as `document-worker.mjs`. From the sources (tests),
 * Node cannot run TypeScript in a thread, so it is bundled once into the cache of the installation.
 */
export const workerFile = async (): Promise<string> => {
  const here = fileURLToPath(import.meta.url)
  if (here.endsWith('.ts')) return bundleFromSources(path.dirname(here))
  const file = path.join(path.dirname(here), BUNDLED)
  if (!existsSync(file)) throw engineMissing({ what: 'el proceso que compone documentos' })
  return file
}

const bundleFromSources = async (folder: string): Promise<string> => {
  // The name is kept out of the import so that the product's bundle does not carry the bundler.
  const bundler = 'esbuild'
  const { build } = (await import(bundler)) as { build: (options: BuildOptions & { write: false }) => Promise<BuildResult<{ write: false }>> }
  const result = await build({ entryPoints: [path.join(folder, 'worker.ts')], bundle: true, write: false, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'silent' })
  const code = result.outputFiles[0]?.contents ?? new Uint8Array()
  const cache = path.resolve(folder, '../../../node_modules/.cache/secplan')
  const file = path.join(cache, `document-worker-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.mjs`)
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, code)
    renameSync(draft, file)
  }
  return file
}
