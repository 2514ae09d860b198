import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { doors } from '#design'
import { modulePages } from './pages.ts'
import { parseSearch, writeSearch } from './search-text.ts'
import { NotFound } from './shell/NotFound.tsx'
import { PageFailure } from './shell/PageFailure.tsx'
import { Root } from './shell/Root.tsx'
import { shellPages } from './shell/shell-pages.ts'

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: PageFailure })

const doorPage = lazyRouteComponent(() => import('./pages/DoorPage.tsx'))
const doorRoutes = doors.filter(({ key }) => key !== 'work').map((door) => createRoute({ getParentRoute: () => root, path: door.href, component: doorPage }))
const pageRoutes = [...shellPages, ...modulePages].map((page) =>
  createRoute({ getParentRoute: () => root, path: page.path, component: lazyRouteComponent(page.load), errorComponent: PageFailure }))

/** Every address of the product: the doors, the pages of the shell and those of the modules. */
export const router = createRouter({
  routeTree: root.addChildren([...doorRoutes, ...pageRoutes]), parseSearch, stringifySearch: writeSearch, scrollRestoration: true, defaultErrorComponent: PageFailure,
})
