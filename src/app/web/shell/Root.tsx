import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { AddressProvider, api, FigureSheetProvider, Frame, type LoadSheet, onSessionLost, PageNameProvider, PlacesProvider, ProblemView, rememberCsrf, type Session, SessionProvider, ThinLoader, toProblem, Button } from '#design'
import { PageFoot } from './PageFoot.tsx'
import { opens } from './places.ts'
import { Shell } from './Shell.tsx'
import { useInnerLinks } from './use-inner-links.ts'
import { useRouterAddress } from './use-router-address.ts'

const SignInPage = lazy(() => import('../pages/SignInPage.tsx'))
const FirstRunPage = lazy(() => import('../pages/FirstRunPage.tsx'))
const SignInAgain = lazy(() => import('../pages/SignInAgain.tsx'))

/** Pages that can be read without a session. */
const open = ['/ayuda', '/normativa', '/atajos', '/rendir/verificar', '/responder/']

const loadSheet: LoadSheet = (recipe, page, signal) => api.query(`figures/${recipe.id}`, { ...recipe.parameters, ...recipe.asOf, page }, signal)

const useSessionAnswer = () => {
  const answer = useQuery<Session, Error>({ queryKey: ['session'], queryFn: ({ signal }) => api.query<Session>('session', {}, signal), staleTime: 60_000 })
  if (answer.data) rememberCsrf(answer.data.csrf)
  return answer
}

/** A session that ends while someone works asks for the password over the page, which stays as it was. */
const useLostSession = (entered: boolean) => {
  const client = useQueryClient()
  const [lost, lose] = useState(false)
  useEffect(() => onSessionLost(() => { if (entered) lose(true); else void client.invalidateQueries({ queryKey: ['session'] }) }), [client, entered])
  return { lost, back: () => { lose(false); void client.invalidateQueries() } }
}

/** The root of every page: who is here, where, and what to show while that is not known. */
export const Root = () => {
  const address = useRouterAddress()
  const { data: session, error, refetch } = useSessionAnswer()
  const { lost, back } = useLostSession(Boolean(session?.account))
  const go = useCallback((href: string) => address.go(href), [address])
  useInnerLinks(go)
  useEffect(() => document.getElementById('contenido')?.focus({ preventScroll: true }), [address.path])
  const mayOpen = useMemo(() => opens(session?.account?.permissions ?? []), [session?.account])
  if (!session) return <Frame withDoors={false}>{error ? <ProblemView problem={toProblem(error)} action={<Button onPress={() => void refetch()}>Reintentar</Button>} /> : <ThinLoader active label="Abriendo Secplan" />}</Frame>
  const readable = open.some((start) => address.path.startsWith(start))
  return (
    <SessionProvider session={session}>
      <AddressProvider value={address}>
        <PlacesProvider mayOpen={mayOpen}><PageNameProvider>
          <FigureSheetProvider load={loadSheet} place={address.path}>
            <Shell>
              <Suspense fallback={<ThinLoader active />}>
                {session.firstRun ? <FirstRunPage /> : session.account || readable ? <Outlet /> : <SignInPage />}
              </Suspense>
            </Shell>
          </FigureSheetProvider>
          {lost && <Suspense fallback={null}><SignInAgain onDone={back} /></Suspense>}
          <PageFoot />
        </PageNameProvider></PlacesProvider>
      </AddressProvider>
    </SessionProvider>
  )
}
