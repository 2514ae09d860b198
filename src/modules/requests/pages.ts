import type { PageRoute } from '#design'

const FOLLOW = ['requests.read', 'requests.manage', 'requests.review', 'requests.answer'] as const
export const pages: readonly PageRoute[] = [
  { path: '/rendir/solicitudes', door: 'account', title: 'Solicitudes de actualización', summary: 'Lo que cada unidad debe informar de un período: quién respondió, quién no y qué falta revisar.', permission: FOLLOW, load: () => import('./pages/RequestsPage.tsx') },
  { path: '/rendir/solicitudes/nueva', door: 'account', title: 'Nueva campaña', listed: false, permission: 'requests.manage', load: () => import('./pages/NewCampaignPage.tsx') },
  { path: '/rendir/solicitudes/ausencias', door: 'account', title: 'Ausencias', summary: 'Quién falta y quién responde mientras tanto.', permission: 'requests.manage', load: () => import('./pages/AbsencesPage.tsx') },
  { path: '/rendir/solicitudes/costumbres', door: 'account', title: 'Plazos y recordatorios', summary: 'Cuántos días se dan para responder, cuándo se recuerda y cuánto vive un enlace.', permission: ['requests.read', 'requests.manage'], load: () => import('./pages/PracticesPage.tsx') },
  { path: '/rendir/solicitudes/campanas/$id', door: 'account', title: 'Campaña', listed: false, permission: 'requests.read', load: () => import('./pages/CampaignPage.tsx') },
  { path: '/rendir/solicitudes/revisar/$id', door: 'account', title: 'Revisar respuestas', listed: false, permission: 'requests.read', load: () => import('./pages/ReviewPage.tsx') },
  { path: '/rendir/solicitudes/responder/$id', door: 'account', title: 'Responder', listed: false, permission: FOLLOW, load: () => import('./pages/AnswerPage.tsx') },
  { path: '/registro/respondieron-por-enlace', door: 'work', title: 'Quienes respondieron por enlace', summary: 'Nombres que escribieron personas sin cuenta, y su supresión.', permission: 'registry.suppress', load: () => import('./pages/AnswerersPage.tsx') },
  { path: '/responder/$token', door: 'work', title: 'Responder', listed: false, load: () => import('./pages/PublicAnswerPage.tsx') },
]
