import type { PageRoute } from '#design'

export const pages: readonly PageRoute[] = [
  { path: '/plan', door: 'plan', title: 'Plan de desarrollo comunal', summary: 'Ejes, objetivos e indicadores, con lo medido contra sus metas.', permission: 'plan.read', load: () => import('./pages/PlanPage.tsx') },
  { path: '/plan/cargas', door: 'plan', title: 'Cargas de planes', summary: 'El Word o el Excel de la consultora, con el árbol a la vista y deshacer.', permission: 'plan.import', load: () => import('./pages/imports/PlanImportsPage.tsx') },
  { path: '/plan/cargas/nueva', door: 'plan', title: 'Cargar un plan', listed: false, permission: 'plan.import', load: () => import('./pages/imports/PlanImportPage.tsx') },
  { path: '/plan/cargas/$id', door: 'plan', title: 'Carga de un plan', listed: false, permission: 'plan.import', load: () => import('./pages/imports/PlanImportReceiptPage.tsx') },
  { path: '/plan/objetivos/$id', door: 'plan', title: 'Objetivo', listed: false, permission: 'plan.read', load: () => import('./pages/ObjectivePage.tsx') },
  { path: '/plan/indicadores/$id', door: 'plan', title: 'Indicador', listed: false, permission: 'plan.read', load: () => import('./pages/IndicatorPage.tsx') },
]
