import type { PageRoute } from '#design'

export const pages: readonly PageRoute[] = [
  { path: '/proveedores', door: 'invest', title: 'Proveedores', summary: 'Quién vende y construye para la municipalidad, por RUT, rubro y ciudad.', permission: 'registry.read', load: () => import('./pages/suppliers/SuppliersPage.tsx') },
  { path: '/proveedores/$id', door: 'invest', title: 'Proveedor', listed: false, permission: 'registry.read', load: () => import('./pages/suppliers/SupplierPage.tsx') },
  { path: '/registro', door: 'work', title: 'Registro', summary: 'La municipalidad por dentro: unidades, personas, cargos, instituciones y membrete.', permission: 'registry.read', load: () => import('./pages/RegistryPage.tsx') },
  { path: '/registro/unidades', door: 'work', title: 'Unidades', summary: 'El organigrama: direcciones, departamentos, secciones y oficinas.', permission: 'registry.read', load: () => import('./pages/units/UnitsPage.tsx') },
  { path: '/registro/personas', door: 'work', title: 'Personas y cargos', summary: 'Quién ejerce cada cargo, desde cuándo y quién subroga.', permission: 'registry.read', load: () => import('./pages/people/PeoplePage.tsx') },
  { path: '/registro/personas/$id', door: 'work', title: 'Persona', listed: false, permission: 'registry.read', load: () => import('./pages/people/PersonPage.tsx') },
  { path: '/registro/roles', door: 'work', title: 'Cargos y permisos', summary: 'Lo que cada cargo puede hacer en el sistema, con su base legal.', permission: 'registry.read', load: () => import('./pages/roles/RolesPage.tsx') },
  { path: '/registro/permisos', door: 'work', title: 'Matriz de permisos', summary: 'Cada acción y consulta del sistema por cada cargo: quién puede, quién no y qué más se exige.', permission: ['registry.administer', 'evidence.audit'], load: () => import('./pages/permissions/PermissionsPage.tsx') },
  { path: '/registro/instituciones', door: 'work', title: 'Instituciones', summary: 'Ministerios, servicios y organizaciones con que se trabaja.', permission: 'registry.read', load: () => import('./pages/institutions/InstitutionsPage.tsx') },
  { path: '/registro/comuna', door: 'work', title: 'Municipalidad y membrete', summary: 'Los datos y la imagen que encabezan cada documento.', permission: 'registry.read', load: () => import('./pages/commune/CommunePage.tsx') },
]
