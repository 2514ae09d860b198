import type { PageRoute } from '#design'

const READ = 'statistics.read'
export const pages: readonly PageRoute[] = [
  { path: '/conocer/datos', door: 'commune', title: 'Datos y catálogo', summary: 'Todo lo que la oficina tiene: conjuntos de datos con su fuente, estudios, planes y mapas.', permission: READ, load: () => import('./pages/catalogue/CataloguePage.tsx') },
  { path: '/conocer/datos/cargar', door: 'commune', title: 'Cargar datos', listed: false, permission: 'statistics.load', load: () => import('./pages/loads/LoadPage.tsx') },
  { path: '/conocer/datos/$id', door: 'commune', title: 'Conjunto de datos', listed: false, permission: READ, load: () => import('./pages/datasets/DatasetPage.tsx') },
  { path: '/conocer/cifras', door: 'commune', title: 'Cifras oficiales', summary: 'El valor adoptado de cada concepto, con su acto, su fuente y lo que dicen las otras fuentes.', permission: READ, load: () => import('./pages/official/OfficialPage.tsx') },
  { path: '/conocer/indicadores', door: 'commune', title: 'Indicadores', summary: 'Cómo va la comuna: valor, tendencia, meta, comparación, brechas y alertas..', permission: READ, load: () => import('./pages/indicators/BoardPage.tsx') },
  { path: '/conocer/indicadores/$id', door: 'commune', title: 'Indicador', listed: false, permission: READ, load: () => import('./pages/indicators/IndicatorPage.tsx') },
  { path: '/conocer/pendientes', door: 'commune', title: 'Datos pendientes', summary: 'Lo que ya debería haberse actualizado, y las cargas sin terminar.', permission: READ, load: () => import('./pages/datasets/OverduePage.tsx') },
  { path: '/conocer/solicitudes', door: 'commune', title: 'Solicitudes de datos', summary: 'Lo que piden unidades, servicios y ciudadanía, con su plazo, su respuesta y quién la recibió.', permission: READ, load: () => import('./pages/desk/DeskPage.tsx') },
  { path: '/conocer/solicitudes/plazos', door: 'commune', title: 'Plazos de la mesa', listed: false, permission: 'statistics.load', load: () => import('./pages/desk/DeskTermsPage.tsx') },
  { path: '/conocer/solicitudes/$id', door: 'commune', title: 'Solicitud de datos', listed: false, permission: READ, load: () => import('./pages/desk/DataRequestPage.tsx') },
  { path: '/conocer/registros', door: 'commune', title: 'Registros propios', summary: 'Permisos, patentes, atenciones y otros que las unidades cuentan cada período, y quién debe el suyo.', permission: READ, load: () => import('./pages/registers/RegistersPage.tsx') },
  { path: '/conocer/registros/$id', door: 'commune', title: 'Registro propio', listed: false, permission: READ, load: () => import('./pages/registers/RegisterPage.tsx') },
  { path: '/conocer/listas', door: 'commune', title: 'Listas de códigos', summary: 'Comunas, edades, sexos y listas propias, con su vigencia.', permission: READ, load: () => import('./pages/lists/CodeListsPage.tsx') },
  { path: '/conocer/listas/$id', door: 'commune', title: 'Lista de códigos', listed: false, permission: READ, load: () => import('./pages/lists/CodeListPage.tsx') },
  { path: '/conocer/cuadros', door: 'commune', title: 'Cuadros', summary: 'Cuadros, gráficos y mapas con los datos de la comuna, y los que se guardaron.', permission: READ, load: () => import('./pages/builder/TablesPage.tsx') },
  { path: '/conocer/cuadros/$id', door: 'commune', title: 'Cuadro', listed: false, permission: READ, load: () => import('./pages/builder/BuilderPage.tsx') },
  { path: '/conocer/cuadros/guardados/$id', door: 'commune', title: 'Cuadro guardado', listed: false, permission: READ, load: () => import('./pages/saved/SavedPage.tsx') },
]
