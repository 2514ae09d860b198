import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'

export type ManualPage = { readonly name: string; readonly title: string; readonly text: string }
/** A group of guides as the index of the manual names it; `who` is what the guide itself says. */
export type GuideGroup = { readonly title: string; readonly guides: readonly { readonly name: string; readonly title: string; readonly who: string; readonly words: string }[] }
const folderOf = (): string => join(packageRoot(), 'docs/manual')
let pages: readonly ManualPage[] | undefined

/** The pages of the manual in Spanish, as the package brings them. */
export const manualPages = (): readonly ManualPage[] => {
  if (pages) return pages
  const folder = folderOf()
  pages = !existsSync(folder) ? [] : readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md').sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { name: name.slice(0, -3), title: /^# (.+)$/m.exec(text)?.[1]?.trim() ?? name.slice(0, -3), text }
  })
  return pages
}
/** Markdown without its marks, for the search. */
export const plainManual = (text: string): string => text.replace(/```[\s\S]*?```/g, ' ').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[#*`|>]/g, ' ').replace(/\s+/g, ' ').trim()

const whoOf = (text: string): string => /\*\*Quién:\*\*\s*(.+?)(?=\s*\*\*|\n|$)/.exec(text)?.[1]?.trim() ?? ''

/** The guides in the groups of the index (`docs/manual/README.md`); what the index forgot stands under «Otras», never lost. */
export const guideGroups = (): readonly GuideGroup[] => {
  const known = new Map(manualPages().map((page) => [page.name, page]))
  const index = existsSync(join(folderOf(), 'README.md')) ? readFileSync(join(folderOf(), 'README.md'), 'utf8') : ''
  const named = new Set<string>()
  const take = (name: string) => {
    const page = known.get(name)
    if (!page || named.has(name)) return []
    named.add(name)
    return [{ name, title: page.title, who: whoOf(page.text), words: plainManual(page.text) }]
  }
  const groups = index.split(/^## /m).slice(1).map((part) => ({ title: part.split('\n')[0]?.trim() ?? '', guides: [...part.matchAll(/\]\(([\w-]+)\.md\)/g)].flatMap(([, name]) => take(name ?? '')) }))
  const rest = [...known.keys()].flatMap(take)
  return [...groups, ...(rest.length > 0 ? [{ title: 'Otras', guides: rest }] : [])].filter(({ guides }) => guides.length > 0)
}
