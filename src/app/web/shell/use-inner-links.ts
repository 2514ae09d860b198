import { useEffect } from 'react'

/** Names of the address that travel from page to page: the period and the two dates. */
const travelling = ['periodo', 'vigente', 'conocido']

const innerLink = (event: MouseEvent): URL | undefined => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target || link.hasAttribute('download')) return undefined
  const url = new URL(link.href)
  if (url.origin !== window.location.origin || url.pathname.startsWith('/api/')) return undefined
  const sameDocument = url.pathname === window.location.pathname && url.search === window.location.search
  return sameDocument && url.hash ? undefined : url
}

/** The href with the period and the dates of where the reader is, unless it brings its own. */
export const withDates = (href: string, current: string): string => {
  const [path = '', hash] = href.split('#')
  const [base = '', text = ''] = path.split('?')
  const search = new URLSearchParams(text)
  const here = new URLSearchParams(current)
  for (const name of travelling) { const value = here.get(name); if (value && !search.has(name)) search.set(name, value) }
  const query = search.toString()
  return `${base}${query ? `?${query}` : ''}${hash ? `#${hash}` : ''}`
}

/** Plain links of the page move without reloading, so that pieces need no router. */
export const useInnerLinks = (go: (href: string) => void): void => {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const url = innerLink(event)
      if (!url) return
      event.preventDefault()
      go(withDates(`${url.pathname}${url.search}${url.hash}`, window.location.search))
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [go])
}
