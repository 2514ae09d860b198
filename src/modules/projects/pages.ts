import type { PageRoute } from '#design'

export const pages: readonly PageRoute[] = [
  { path: '/proyectos', door: 'invest', title: 'Cartera de proyectos', summary: 'Cada iniciativa con su etapa, fuentes, avance y atraso.', permission: 'projects.read', load: () => import('./pages/list/ProjectsPage.tsx') },
  { path: '/proyectos/cargas', door: 'invest', title: 'Cargas de proyectos', summary: 'Listas que entran a la cartera, con vista previa y deshacer.', permission: 'projects.import', load: () => import('./pages/imports/ProjectImportsPage.tsx') },
  { path: '/proyectos/cargas/nueva', door: 'invest', title: 'Cargar una lista de proyectos', listed: false, permission: 'projects.import', load: () => import('./pages/imports/ProjectImportPage.tsx') },
  { path: '/proyectos/cargas/$id', door: 'invest', title: 'Carga de proyectos', listed: false, permission: 'projects.import', load: () => import('./pages/imports/ProjectImportReceiptPage.tsx') },
  { path: '/proyectos/$id', door: 'invest', title: 'Proyecto', listed: false, permission: 'projects.read', load: () => import('./pages/record/ProjectPage.tsx') },
]
