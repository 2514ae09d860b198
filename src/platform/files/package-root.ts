import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const isPackage = (folder: string): boolean => {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return false
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'secplan'
}

/**
 * The folder of the package named "secplan", found by walking up from a file of it.
 * The server is one bundle in `dist/`, so an address relative to a source file would not survive the build.
 * Throws Error when no folder above holds the package.
 */
export const packageRootFrom = (start: string): string => {
  let folder = start
  while (!isPackage(folder)) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`No se encontró la carpeta de Secplan sobre ${start}`)
    folder = above
  }
  return folder
}

let known: string | undefined
/** Absolute folder of the running package; law, reference lists and fonts are read from it. */
export const packageRoot = (): string => (known ??= packageRootFrom(dirname(fileURLToPath(import.meta.url))))
