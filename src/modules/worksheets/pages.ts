import type { PageRoute } from '#design'

/** Whoever may edit some list in Excel. */
const EDIT = ['registry.administer', 'registry.suppliers', 'plan.edit', 'plan.measure', 'projects.edit', 'projects.progress', 'calendar.manage', 'calendar.assign', 'council.record', 'council.follow', 'correspondence.receive'] as const
export const pages: readonly PageRoute[] = [
  { path: '/planillas', door: 'work', title: 'Planillas editadas', summary: 'Las listas que se editan en Excel, lo que volvió cambiado y cómo deshacerlo.', permission: EDIT, load: () => import('./pages/WorksheetsPage.tsx') },
  { path: '/planillas/$id', door: 'work', title: 'Subir planilla editada', listed: false, permission: EDIT, load: () => import('./pages/UploadPage.tsx') },
  { path: '/planillas/grilla/$id', door: 'work', title: 'Editar en grilla', listed: false, permission: EDIT, load: () => import('./pages/SheetGridPage.tsx') },
  { path: '/planillas/cargas/$id', door: 'work', title: 'Recibo de una planilla', listed: false, permission: EDIT, load: () => import('./pages/LoadPage.tsx') },
]
