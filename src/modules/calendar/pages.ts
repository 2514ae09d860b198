import type { PageRoute } from '#design'

export const pages: readonly PageRoute[] = [
  { path: '/mandato', door: 'account', title: 'Tablero del mandato', summary: 'Las 32 funciones de la Secretaría, su estado, la regla que lo decide y su prueba.', permission: 'calendar.read', load: () => import('./pages/MandatePage.tsx') },
  { path: '/calendario', door: 'account', title: 'Calendario legal', summary: 'Cada deber del año con su fecha contada, quién responde y la prueba de que se cumplió.', permission: 'calendar.read', load: () => import('./pages/CalendarPage.tsx') },
  { path: '/calendario/responsables', door: 'account', title: 'Responsables del calendario', summary: 'Qué unidad responde de cada deber y cuál la suple; deberes propios y quién está ausente.', permission: 'calendar.read', load: () => import('./pages/OwnersPage.tsx') },
  { path: '/calendario/costumbres', door: 'account', title: 'Avisos del calendario', summary: 'Con cuánta anticipación avisa el calendario en esta oficina.', permission: 'calendar.read', load: () => import('./pages/PracticesPage.tsx') },
  { path: '/calendario/deberes/$id', door: 'account', title: 'Deber', listed: false, permission: 'calendar.read', load: () => import('./pages/DutyPage.tsx') },
  { path: '/encargos', door: 'work', title: 'Encargos', summary: 'Lo que se pidió de palabra: a quién, hasta cuándo y en qué quedó.', permission: 'calendar.assign', load: () => import('./pages/AssignmentsPage.tsx') },
]
