import type { PageRoute } from '#design'

export const pages: readonly PageRoute[] = [
  { path: '/ordenar/zonas', door: 'territory', title: 'Unidades vecinales y zonas', summary: 'Unidades vecinales, sectores y localidades con su acto, su mapa y su gente.', permission: 'territory.read', load: () => import('./pages/ZoneSetsPage.tsx') },
  { path: '/ordenar/zonas/cargar', door: 'territory', title: 'Cargar zonas', listed: false, permission: 'territory.edit', load: () => import('./pages/LoadZonesPage.tsx') },
  { path: '/ordenar/zonas/$id', door: 'territory', title: 'Conjunto de zonas', listed: false, permission: 'territory.read', load: () => import('./pages/ZoneSetPage.tsx') },
  { path: '/ordenar/zonas/$id/dibujar', door: 'territory', title: 'Dibujar zonas', listed: false, permission: 'territory.edit', load: () => import('./pages/DrawZonesPage.tsx') },
  { path: '/ordenar/influencia', door: 'territory', title: 'Áreas de influencia', summary: 'Cuánta gente vive cerca de un lugar, con lo que los datos no alcanzan a contar.', permission: 'territory.read', load: () => import('./pages/InfluencePage.tsx') },
]
