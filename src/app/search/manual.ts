import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'

export type ManualPage = { readonly name: string; readonly title: string; readonly text: string }
let pages: readonly ManualPage[] | undefined

/** The pages of the manual in Spanish, as the package brings them. */
export const manualPages = (): readonly ManualPage[] => {
  if (pages) return pages
  const folder = join(packageRoot(), 'docs/manual')
  pages = !existsSync(folder) ? [] : readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md').sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { name: name.slice(0, -3), title: /^# (.+)$/m.exec(text)?.[1]?.trim() ?? name.slice(0, -3), text }
  })
  return pages
}
/** Markdown without its marks, for the search. */
export const plainManual = (text: string): string => text.replace(/```[\s\S]*?```/g, ' ').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[#*`|>]/g, ' ').replace(/\s+/g, ' ').trim()
