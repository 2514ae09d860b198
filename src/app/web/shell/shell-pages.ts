import type { PageRoute } from '#design'

/** Pages of the shell, which belong to no module. */
export const shellPages: readonly PageRoute[] = [
  { path: '/', door: 'work', title: 'Mi trabajo', listed: false, load: () => import('../pages/HomePage.tsx') },
  { path: '/cuenta', door: 'work', title: 'Cuenta y preferencias', summary: 'Tema, densidad y contraseña.', load: () => import('../pages/AccountPage.tsx') },
  { path: '/normativa', door: 'account', title: 'Normativa vigente', summary: 'Cada plazo, tope y valor legal que usa el sistema, con su norma y desde cuándo rige.', load: () => import('../pages/LawPage.tsx') },
  { path: '/sistema', door: 'work', title: 'Sistema', summary: 'Salud, respaldos y trabajos.', permission: 'system.operate', load: () => import('../pages/SystemPage.tsx') },
  { path: '/bitacora', door: 'account', title: 'Bitácora', summary: 'Todo lo que se ha hecho, por quién y en qué cargo, con su cadena comprobable.', permission: 'evidence.audit', load: () => import('../pages/LedgerPage.tsx') },
  { path: '/buscar', door: 'work', title: 'Buscar', summary: 'Registros, texto dentro de los documentos, acuerdos, cifras, normativa y manual.', load: () => import('../pages/search/SearchPage.tsx') },
  { path: '/historia', door: 'account', title: 'Historia de un registro', listed: false, load: () => import('../pages/HistoryPage.tsx') },
  { path: '/archivos/adoptar', door: 'work', title: 'Adoptar una carpeta', summary: 'Traer un archivo que ya existe, con sus carpetas, revisado y en un solo asiento.', permission: 'evidence.attach', load: () => import('../pages/files/AdoptionsPage.tsx') },
  { path: '/archivos/adoptar/$id', door: 'work', title: 'Carpeta', listed: false, permission: 'evidence.attach', load: () => import('../pages/files/AdoptionPage.tsx') },
  { path: '/archivos/$id', door: 'work', title: 'Archivo', listed: false, load: () => import('../pages/files/FilePage.tsx') },
  { path: '/ayuda', door: 'work', title: 'Ayuda', summary: 'Una guía por tarea, para leer o imprimir.', load: () => import('../pages/HelpPage.tsx') },
  { path: '/ayuda/manual/$id', door: 'work', title: 'Manual', listed: false, load: () => import('../pages/ManualPage.tsx') },
  { path: '/atajos', door: 'work', title: 'Atajos del teclado', listed: false, load: () => import('../pages/ShortcutsPage.tsx') },
  { path: '/ayuda/demostracion', door: 'work', title: 'Datos de demostración', listed: false, load: () => import('../pages/DemonstrationPage.tsx') },
  { path: '/ayuda/problemas/$', door: 'work', title: 'Ayuda sobre un problema', listed: false, load: () => import('../pages/ProblemPage.tsx') },
]
