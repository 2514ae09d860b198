import type { PageRoute } from '#design'

export const pages: readonly PageRoute[] = [
  { path: '/concejo/sesiones', door: 'account', title: 'Sesiones del Concejo', summary: 'Sesiones celebradas y acuerdos, como los anota Secretaría Municipal.', permission: 'council.read', load: () => import('./pages/SessionsPage.tsx') },
]
