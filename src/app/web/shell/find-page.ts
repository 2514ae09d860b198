import { type DoorKey, doors, type PageRoute } from '#design'

const matches = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  return wanted.every((part, index) => part === '$' || part.startsWith('$') || part === given[index]) && (wanted.length === given.length || wanted.at(-1) === '$')
}
/** The page an address belongs to; the one with fewer parameters wins. */
export const findPage = (pages: readonly PageRoute[], path: string): PageRoute | undefined => {
  const clean = path.length > 1 ? path.replace(/\/$/, '') : path
  const parameters = (pattern: string) => pattern.split('$').length
  return pages.filter((page) => matches(page.path, clean)).sort((a, b) => parameters(a.path) - parameters(b.path))[0]
}
/** The door that is open at an address. */
export const doorAt = (pages: readonly PageRoute[], path: string): DoorKey | undefined =>
  findPage(pages, path)?.door ?? doors.find(({ href }) => href !== '/' && (path === href || path.startsWith(`${href}/`)))?.key
