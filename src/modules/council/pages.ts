import type { PageRoute } from '#design'

export const pages: readonly PageRoute[] = [
  { path: '/concejo', door: 'account', title: 'Concejo', summary: 'Próxima sesión, lo que debe estar en su carpeta y hasta cuándo, y lo que se debe a los concejales.', permission: 'council.read', load: () => import('./pages/DeskPage.tsx') },
  { path: '/concejo/sesiones', door: 'account', title: 'Sesiones del Concejo', summary: 'Sesiones citadas y celebradas, con su tabla, carpeta, votos y acuerdos.', permission: 'council.read', load: () => import('./pages/SessionsPage.tsx') },
  { path: '/concejo/sesiones/$id', door: 'account', title: 'Sesión del Concejo', listed: false, permission: 'council.read', load: () => import('./pages/SessionPage.tsx') },
  { path: '/concejo/solicitudes', door: 'account', title: 'Solicitudes de los concejales', summary: 'Lo que piden, qué unidad responde y hasta cuándo.', permission: 'council.read', load: () => import('./pages/RequestsPage.tsx') },
  { path: '/concejo/compromisos', door: 'account', title: 'Compromisos ante el Concejo', summary: 'Lo prometido en sesión, con responsable y plazo.', permission: 'council.read', load: () => import('./pages/CommitmentsPage.tsx') },
  { path: '/concejo/pauta', door: 'account', title: 'Pauta de la alcaldía', summary: 'Dos páginas para la reunión semanal: qué cambió, qué está detenido y qué decidir.', permission: 'council.sheet', load: () => import('./pages/SheetPage.tsx') },
]
