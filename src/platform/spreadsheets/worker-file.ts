import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** From the sources (tests, development) the worker is bundled once into the cache folder, named by its content. */
const bundleFromSource = async (source: string, name: string): Promise<string> => {
  // The name goes through a variable so that the bundle of the product does not look for a development tool.
  const tool = 'esbuild'
  const { build } = (await import(tool)) as typeof import('esbuild')
  const { outputFiles } = await build({ entryPoints: [source], bundle: true, write: false, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'silent' })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  const folder = fileURLToPath(new URL('../../../node_modules/.cache/secplan/', import.meta.url))
  const path = `${folder}${name}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`
  if (existsSync(path)) return path
  await mkdir(folder, { recursive: true })
  await writeFile(`${path}.${process.pid}`, code)
  await rename(`${path}.${process.pid}`, path)
  return path
}

const found = new Map<string, Promise<string>>()

/** Path of a module that runs in the reading process: `<name>.mjs` beside the built program, or bundled once from its source. */
export const workerModule = (name: string, source: () => string): Promise<string> => {
  const known = found.get(name)
  if (known) return known
  const built = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url))
  const made = existsSync(built) ? Promise.resolve(built) : bundleFromSource(source(), name)
  found.set(name, made)
  return made
}
/** Path of the reading process itself. */
export const workerFile = (): Promise<string> => workerModule('spreadsheet-worker', () => fileURLToPath(new URL('./worker.ts', import.meta.url)))
