import type { PageRoute } from '#design'

/** The pages behind «Presupuestar». */
export const pages: readonly PageRoute[] = [
  { path: '/presupuestar/ejecucion', door: 'budget', title: 'Ejecución del presupuesto', summary: 'Ingresos y gastos del período, por cuenta, área, programa y objetivo, con cada cifra abierta.', permission: 'budget.read', load: () => import('./pages/execution/ExecutionPage.tsx') },
  { path: '/presupuestar/lineas', door: 'budget', title: 'Líneas del presupuesto', summary: 'Clasificador, área, programa y proyecto, con lo que queda en cada línea.', permission: 'budget.read', load: () => import('./pages/lines/LinesPage.tsx') },
  { path: '/presupuestar/lineas/$id', door: 'budget', title: 'Línea del presupuesto', listed: false, permission: 'budget.read', load: () => import('./pages/lines/LinePage.tsx') },
  { path: '/presupuestar/cargas', door: 'budget', title: 'Cargas de balances', summary: 'El balance mensual desde la planilla de cualquier proveedor, con su recibo.', permission: 'budget.read', load: () => import('./pages/imports/ImportsPage.tsx') },
  { path: '/presupuestar/cargas/nueva', door: 'budget', title: 'Cargar un balance', listed: false, permission: 'budget.import', load: () => import('./pages/imports/ImportAssistantPage.tsx') },
  { path: '/presupuestar/cargas/$id', door: 'budget', title: 'Carga', listed: false, permission: 'budget.read', load: () => import('./pages/imports/ImportReceiptPage.tsx') },
  { path: '/presupuestar/registrar', door: 'budget', title: 'Registrar', summary: 'Certificados, obligaciones, devengos, pagos e ingresos, con lo que queda en cada línea.', permission: 'budget.read', load: () => import('./pages/register/RegisterPage.tsx') },
  { path: '/presupuestar/modificaciones', door: 'budget', title: 'Modificaciones presupuestarias', summary: 'De la propuesta al decreto, con su cuadratura.', permission: 'budget.read', load: () => import('./pages/amendments/AmendmentsPage.tsx') },
  { path: '/presupuestar/modificaciones/nueva', door: 'budget', title: 'Preparar una modificación', listed: false, permission: 'budget.amend', load: () => import('./pages/amendments/NewAmendmentPage.tsx') },
  { path: '/presupuestar/modificaciones/$id', door: 'budget', title: 'Modificación presupuestaria', listed: false, permission: 'budget.read', load: () => import('./pages/amendments/AmendmentPage.tsx') },
  { path: '/presupuestar/meses', door: 'budget', title: 'Meses', summary: 'Qué meses están abiertos, en revisión o cerrados, y sus razones.', permission: 'budget.read', load: () => import('./pages/months/MonthsPage.tsx') },
  { path: '/presupuestar/apertura', door: 'budget', title: 'Apertura del año', summary: 'El presupuesto aprobado por el Concejo, línea por línea, con ingresos y gastos iguales.', permission: 'budget.open', load: () => import('./pages/opening/OpeningPage.tsx') },
  { path: '/presupuestar/arrastre', door: 'budget', title: 'Arrastre al año siguiente', summary: 'Saldo de caja, deuda flotante y obligaciones que un año cerrado deja al siguiente.', permission: 'budget.read', load: () => import('./pages/carry-over/CarryOversPage.tsx') },
  { path: '/presupuestar/arrastre/$id', door: 'budget', title: 'Arrastre', listed: false, permission: 'budget.read', load: () => import('./pages/carry-over/CarryOverPage.tsx') },
]
