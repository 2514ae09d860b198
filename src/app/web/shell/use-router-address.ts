import { useLocation, useMatches, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Address, mergeSearch } from '#design'
import { parseSearch, writeSearch } from '../search-text.ts'

/** The address of the router in the words of the design system. */
export const useRouterAddress = (): Address => {
  const router = useRouter()
  const { pathname, searchStr } = useLocation()
  const params = useMatches().at(-1)?.params as Record<string, string> | undefined
  const paramText = JSON.stringify(params ?? {})
  return useMemo<Address>(() => ({
    path: pathname, search: parseSearch(searchStr), params: JSON.parse(paramText) as Record<string, string>, go: (href) => router.history.push(href),
    set: (patch, options) => {
      const { pathname: path, searchStr: text } = router.state.location
      const href = `${path}${writeSearch(mergeSearch(parseSearch(text), patch))}`
      if (options?.replace) router.history.replace(href)
      else router.history.push(href)
    },
  }), [router, pathname, searchStr, paramText])
}
