import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { api, type Crumb, ContextLine, doorOf, doors, formatClock, Frame, HelpOpener, isOffered, type PageRoute, type SearchGroup, type SearchItem, useAddress, useNamedPage, useSession, useShortcuts } from '#design'
import { CaptureAssignment } from './capture/CaptureAssignment.tsx'
import { DatesBar } from './DatesBar.tsx'
import { doorAt, findPage } from './find-page.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { allPages } from './places.ts'
import { withDates } from './use-inner-links.ts'

const CommandPalette = lazy(() => import('../../../design/palette/CommandPalette.tsx'))
const HelpSheet = lazy(() => import('./help/HelpSheet.tsx'))

/** Where this person may go: what asks for a permission they lack is not offered. */
const placesFor = (permissions: readonly string[]): readonly SearchItem[] => [
  ...doors.map(({ title, purpose, href }) => ({ kind: 'door', title, subtitle: purpose, href })),
  ...allPages.filter((page) => page.listed !== false && !page.path.includes('$') && isOffered(page, permissions)).map(({ title, path, door }) => ({ kind: 'page', title, subtitle: doorOf(door).title, href: path })),
]
const search = async (text: string, signal: AbortSignal): Promise<readonly SearchGroup[]> => (await api.query<{ groups: readonly SearchGroup[] }>('search', { text }, signal)).groups

/** The list a page hangs from, for pages that do not name it: «Registro» over «Unidades». */
const listAbove = (page: PageRoute | undefined): readonly Crumb[] =>
  allPages.filter(({ path }) => path !== '/' && !path.includes('$') && page?.path.startsWith(`${path}/`)).map(({ title, path }) => ({ title, href: path }))

/** Path of the open page: its door, what the page puts between, and its name. */
const useCrumbs = (): readonly Crumb[] => {
  const { path } = useAddress()
  const { name, between } = useNamedPage()
  const page = findPage(allPages, path)
  const key = doorAt(allPages, path)
  const door = key && doorOf(key)
  const atDoor = door?.href === path || path === '/'
  return useMemo(() => [
    ...(door ? [{ title: door.title, href: door.href }] : []),
    ...(atDoor ? [] : [...(between.length > 0 ? between : listAbove(page)), { title: name ?? page?.title ?? 'Página' }]),
  ], [door, atDoor, between, name, page])
}

/** The frame of the product around the open page, with its keyboard. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const session = useSession()
  const { path, go } = useAddress()
  const crumbs = useCrumbs()
  const [searching, toSearch] = useState(false)
  const [help, ask] = useState<{ field?: HTMLElement }>()
  const goWithDates = useCallback((href: string) => go(withDates(href, window.location.search)), [go])
  const places = useMemo(() => placesFor(session.account?.permissions ?? []), [session.account])
  const inside = Boolean(session.account) && !session.firstRun
  const openSearch = useCallback(() => { if (inside) toSearch(true) }, [inside])
  const openHelp = useCallback((field?: HTMLElement) => ask((old) => (old && !field ? undefined : { field })), [])
  const askPage = useCallback(() => openHelp(), [openHelp])
  const closeHelp = useCallback(() => ask(undefined), [])
  // Another page, another help: what was asked of this one is over.
  useEffect(closeHelp, [path, closeHelp])
  useShortcuts({ onSearch: openSearch, onHelp: openHelp, onGo: goWithDates })
  const title = crumbs.at(-1)?.title ?? 'Entrar'
  useEffect(() => { document.title = `${inside ? title : 'Entrar'} · Secplan${session.commune ? ` ${session.commune.name}` : ''}` }, [title, inside, session.commune])
  const { municipality, name } = session.commune ?? {}
  return (
    <Frame place={name} municipality={municipality} current={inside ? doorAt(allPages, path) : undefined} withDoors={inside} onSearch={inside ? openSearch : undefined}
      person={inside ? <><CaptureAssignment /><PersonMenu /></> : undefined}
      context={inside ? <ContextLine crumbs={crumbs} dates={<DatesBar />} demonstration={session.demonstration} /> : undefined}
      footLeft={municipality ? `${municipality} · Secretaría Comunal de Planificación` : 'Secplan'}
      footRight={<>{session.clock.fixed && <>Reloj de demostración: {formatClock(session.clock)} · </>}<a href="/ayuda">Ayuda: tecla ?</a></>}>
      <HelpOpener value={askPage}>{children}</HelpOpener>
      <Suspense fallback={null}>
        {searching && <CommandPalette onClose={() => toSearch(false)} onGo={goWithDates} places={places} search={search} />}
        {help && <HelpSheet key={help.field ? 'field' : 'page'} page={findPage(allPages, path)} path={path} title={title} field={help.field} onClose={closeHelp} />}
      </Suspense>
    </Frame>
  )
}
