import { isOffered } from '#design'
import { modulePages } from '../pages.ts'
import { findPage } from './find-page.ts'
import { shellPages } from './shell-pages.ts'

export const allPages = [...shellPages, ...modulePages]

/** May someone with these permissions open this address? What belongs to no page (files, other sites) is not judged here. */
export const opens = (permissions: readonly string[]) => (href: string): boolean => {
  const page = href.startsWith('/') ? findPage(allPages, href.split(/[?#]/)[0] ?? '') : undefined
  return !page || isOffered(page, permissions)
}
