import type { PageRoute } from '#design'

export const pages: readonly PageRoute[] = [
  { path: '/plan', door: 'plan', title: 'Plan de desarrollo comunal', summary: 'Ejes, objetivos e indicadores, con lo medido contra sus metas.', permission: 'plan.read', load: () => import('./pages/PlanPage.tsx') },
  { path: '/plan/objetivos/$id', door: 'plan', title: 'Objetivo', listed: false, permission: 'plan.read', load: () => import('./pages/ObjectivePage.tsx') },
  { path: '/plan/indicadores/$id', door: 'plan', title: 'Indicador', listed: false, permission: 'plan.read', load: () => import('./pages/IndicatorPage.tsx') },
]
