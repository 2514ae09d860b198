import type { PageRoute } from '#design'

export const pages: readonly PageRoute[] = [
  { path: '/proyectos', door: 'invest', title: 'Cartera de proyectos', summary: 'Cada iniciativa con su etapa, fuentes, avance y atraso.', permission: 'projects.read', load: () => import('./pages/list/ProjectsPage.tsx') },
  { path: '/proyectos/$id', door: 'invest', title: 'Proyecto', listed: false, permission: 'projects.read', load: () => import('./pages/record/ProjectPage.tsx') },
]
