import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { packageRoot } from '#platform/files'

export type Source = { readonly path: string; readonly text: string }
const SKIP = new Set(['node_modules', 'dist', '.git', 'datos', 'datos-demo'])

/** Text files under folders of the repository, read once per run. Paths use «/». */
export const sourcesOf = (folders: readonly string[], ends: RegExp): Source[] => {
  const root = packageRoot()
  const walk = (folder: string): Source[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const full = join(folder, entry.name)
      if (entry.isDirectory()) return SKIP.has(entry.name) ? [] : walk(full)
      return ends.test(entry.name) ? [{ path: relative(root, full).split('\\').join('/'), text: readFileSync(full, 'utf8') }] : []
    })
  return folders.flatMap((folder) => walk(join(root, folder)))
}
/** The code without its comments and texts of several lines; good enough to look for calls. */
export const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
/** «path: line» of each line that matches. */
export const found = (sources: readonly Source[], pattern: RegExp): string[] =>
  sources.flatMap(({ path, text }) => withoutComments(text).split('\n').filter((line) => pattern.test(line)).map((line) => `${path}: ${line.trim().slice(0, 140)}`))
