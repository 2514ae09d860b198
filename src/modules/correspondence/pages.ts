import type { PageRoute } from '#design'

const permission = 'correspondence.read'
export const pages: readonly PageRoute[] = [
  { path: '/actos', door: 'account', title: 'Actos y correspondencia', summary: 'Oficios, decretos, certificados y memorandos, del borrador a la notificación.', permission, load: () => import('./pages/lists/ActsPage.tsx') },
  { path: '/actos/firma', door: 'account', title: 'Mesa de firma', summary: 'Lo que espera su visto bueno, su número, su firma o su notificación.', permission, load: () => import('./pages/lists/DeskPage.tsx') },
  { path: '/actos/partes', door: 'account', title: 'Libro de partes', summary: 'La correspondencia que llega, a quién va y hasta cuándo se contesta.', permission, load: () => import('./pages/lists/IncomingPage.tsx') },
  { path: '/actos/libros', door: 'account', title: 'Libros de números', summary: 'Cada número del año: el acto que lo lleva, el anulado y el dado en papel.', permission, load: () => import('./pages/lists/BooksPage.tsx') },
  { path: '/actos/circuitos', door: 'account', title: 'Circuitos de los actos', summary: 'El orden de los vistos buenos y los cargos que firman cada clase.', permission, load: () => import('./pages/lists/CircuitsPage.tsx') },
  { path: '/actos/recibidos', door: 'account', title: 'Actos que le llegaron', summary: 'Los actos firmados que le notificaron o que van en la carpeta de su sesión.', permission: 'correspondence.received', load: () => import('./pages/received/ReceivedPage.tsx') },
  { path: '/actos/recibidos/$id', door: 'account', title: 'Acto que le llegó', listed: false, permission: 'correspondence.received', load: () => import('./pages/received/ReceivedActPage.tsx') },
  { path: '/actos/nuevo', door: 'account', title: 'Redactar un acto', listed: false, permission: 'correspondence.draft', load: () => import('./pages/new/NewActPage.tsx') },
  { path: '/actos/$id', door: 'account', title: 'Acto', listed: false, permission, load: () => import('./pages/act/ActPage.tsx') },
]
