import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** From the sources (tests, development) the worker is bundled once into the cache folder, named by its content. */
const bundleFromSource = async (source: string): Promise<string> => {
  // The name goes through a variable so that the bundle of the product does not look for a development tool.
  const tool = 'esbuild'
  const { build } = (await import(tool)) as typeof import('esbuild')
  const { outputFiles } = await build({ entryPoints: [source], bundle: true, write: false, platform: 'node', format: 'esm', target: 'node20', packages: 'external' })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  const folder = fileURLToPath(new URL('../../../node_modules/.cache/secplan/', import.meta.url))
  const path = `${folder}spreadsheet-worker-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`
  if (existsSync(path)) return path
  await mkdir(folder, { recursive: true })
  await writeFile(`${path}.${process.pid}`, code)
  await rename(`${path}.${process.pid}`, path)
  return path
}

let found: Promise<string> | undefined

/** Path of the worker: beside the built program, or bundled from the sources. */
export const workerFile = (): Promise<string> => {
  found ??= (async () => {
    const built = fileURLToPath(new URL('./spreadsheet-worker.mjs', import.meta.url))
    return existsSync(built) ? built : bundleFromSource(fileURLToPath(new URL('./worker.ts', import.meta.url)))
  })()
  return found
}
