import type { PageRoute } from '#design'

/** Reports in the making, or only those issued. */
const READS = ['reporting.read', 'reporting.read-issued'] as const

export const pages: readonly PageRoute[] = [
  { path: '/rendir/informes', door: 'account', title: 'Informes al Concejo', summary: 'El informe semestral de evaluación, del borrador a la entrega, con cada cifra abierta.', permission: READS, load: () => import('./pages/ReportsPage.tsx') },
  { path: '/rendir/informes/$id', door: 'account', title: 'Informe', listed: false, permission: READS, load: () => import('./pages/ReportPage.tsx') },
  { path: '/rendir/deberes', door: 'account', title: 'Deberes de informar', summary: 'Cada semestre con su fecha según la ley, y la prueba de su entrega.', permission: READS, load: () => import('./pages/DutiesPage.tsx') },
  { path: '/rendir/verificar', door: 'account', title: 'Verificar un documento', summary: 'Compruebe que un informe es el emitido: por su código, su huella o el archivo mismo.', load: () => import('./pages/VerifyPage.tsx') },
]
