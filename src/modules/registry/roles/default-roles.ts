import type { Permission, Visibility } from '#kernel'
import { actPermissions } from './act-permissions.ts'

export type RoleDefinition = { readonly key: string; readonly title: string; readonly legalBasis: string; readonly permissions: readonly Permission[]; readonly clearances: readonly Visibility[] }

const READ = ['plan.read', 'budget.read', 'projects.read', 'reporting.read', 'registry.read', 'council.read', 'council.answer', 'calendar.read', 'calendar.fulfil', 'calendar.assign', 'statistics.read', 'territory.read'] as const
const INSIDE: readonly Visibility[] = ['public', 'council', 'internal']

/**
 * The legal offices as roles, with what each may do by default (actors.md §2, basis LOCM): data of each commune, edited in the product.
 * Nobody here both drafts and approves the same act; technology holds no business permission.
 */
const legalOffices: readonly RoleDefinition[] = [
  { key: 'mayor', title: 'Alcaldía', legalBasis: 'LOCM 56, 63, 65', permissions: [...READ, 'reporting.approve', 'requests.read', 'council.sheet', 'statistics.adopt'], clearances: [...INSIDE, 'restricted'] },
  { key: 'councillor', title: 'Concejal', legalBasis: 'LOCM 71, 79, 80', permissions: ['reporting.read-issued', 'budget.read', 'plan.read', 'projects.read', 'council.read', 'calendar.read', 'council.receive', 'statistics.read', 'territory.read'], clearances: ['public', 'council'] },
  { key: 'city_manager', title: 'Administración municipal', legalBasis: 'LOCM 30', permissions: [...READ, 'calendar.manage', 'reporting.approve', 'requests.read', 'council.prepare', 'council.follow', 'council.sheet', 'statistics.adopt'], clearances: [...INSIDE, 'restricted'] },
  { key: 'planning_director', title: 'Dirección de SECPLA', legalBasis: 'LOCM 21', permissions: [...READ, 'calendar.manage', 'plan.edit', 'plan.import', 'plan.approve', 'projects.edit', 'projects.import', 'projects.approve', 'budget.amend', 'budget.import', 'budget.undo', 'reporting.review', 'reporting.issue', 'evidence.attach', 'registry.suppliers', 'registry.commune', 'registry.delegate', 'reporting.edit', 'requests.read', 'requests.manage', 'requests.review', 'requests.answer', 'council.prepare', 'council.follow', 'council.sheet', 'statistics.load', 'statistics.manage', 'statistics.adopt', 'statistics.restricted', 'territory.edit', 'territory.adopt'], clearances: [...INSIDE, 'restricted'] },
  { key: 'planning_section_head', title: 'Jefatura de sección SECPLA', legalBasis: 'Reglamento municipal', permissions: [...READ, 'plan.edit', 'plan.import', 'plan.approve', 'projects.edit', 'projects.import', 'projects.approve', 'budget.import', 'reporting.edit', 'reporting.review', 'evidence.attach', 'registry.suppliers', 'requests.read', 'requests.manage', 'requests.review', 'requests.answer', 'council.prepare', 'council.follow', 'council.sheet', 'statistics.load', 'statistics.manage', 'statistics.restricted', 'territory.edit', 'territory.adopt'], clearances: [...INSIDE, 'restricted'] },
  { key: 'planning_analyst', title: 'Profesional de SECPLA', legalBasis: 'Reglamento municipal', permissions: [...READ, 'plan.edit', 'plan.import', 'projects.edit', 'projects.import', 'budget.import', 'reporting.edit', 'evidence.attach', 'registry.suppliers', 'requests.read', 'requests.manage', 'requests.answer', 'council.prepare', 'statistics.load', 'territory.edit'], clearances: INSIDE },
  { key: 'urban_adviser', title: 'Asesoría urbana', legalBasis: 'LGUC 10', permissions: [...READ, 'evidence.attach', 'requests.answer', 'territory.edit'], clearances: INSIDE },
  { key: 'finance', title: 'Administración y Finanzas', legalBasis: 'LOCM 27', permissions: [...READ, 'budget.import', 'budget.undo', 'budget.pay', 'budget.commit', 'budget.amend', 'budget.open', 'budget.close-month', 'evidence.attach', 'registry.suppliers', 'requests.answer', 'council.prepare'], clearances: [...INSIDE, 'restricted'] },
  { key: 'works', title: 'Obras Municipales', legalBasis: 'LOCM 24', permissions: [...READ, 'projects.edit', 'projects.progress', 'evidence.attach', 'requests.answer', 'territory.edit'], clearances: INSIDE },
  { key: 'community', title: 'Desarrollo Comunitario', legalBasis: 'LOCM 22', permissions: [...READ, 'plan.measure', 'evidence.attach', 'requests.answer'], clearances: INSIDE },
  { key: 'control', title: 'Control', legalBasis: 'LOCM 29', permissions: [...READ, 'evidence.audit', 'reporting.review', 'requests.read', 'requests.answer'], clearances: [...INSIDE, 'restricted'] },
  { key: 'legal', title: 'Asesoría Jurídica', legalBasis: 'LOCM 28', permissions: [...READ, 'evidence.confirm-law', 'evidence.attach', 'requests.answer'], clearances: [...INSIDE, 'restricted'] },
  { key: 'clerk', title: 'Secretaría Municipal', legalBasis: 'LOCM 20', permissions: [...READ, 'calendar.manage', 'council.record', 'registry.commune', 'reporting.deliver', 'evidence.attach', 'requests.answer', 'council.prepare', 'council.follow'], clearances: [...INSIDE, 'restricted'] },
  { key: 'unit_requester', title: 'Jefatura de unidad', legalBasis: 'Reglamento municipal', permissions: [...READ, 'plan.measure', 'projects.progress', 'evidence.attach', 'requests.answer'], clearances: INSIDE },
  { key: 'security', title: 'Seguridad pública', legalBasis: 'LOCM 16 bis', permissions: [...READ, 'plan.measure', 'projects.progress', 'evidence.attach', 'requests.answer'], clearances: INSIDE },
  { key: 'education', title: 'Educación municipal', legalBasis: 'DFL 1-3063', permissions: [...READ, 'plan.measure', 'evidence.attach', 'requests.answer'], clearances: INSIDE },
  { key: 'health', title: 'Salud municipal', legalBasis: 'Ley 19.378', permissions: [...READ, 'plan.measure', 'evidence.attach', 'requests.answer'], clearances: INSIDE },
  { key: 'dpo', title: 'Encargado de protección de datos', legalBasis: 'Ley 21.719', permissions: ['evidence.audit', 'registry.suppress', 'registry.read'], clearances: INSIDE },
  { key: 'admin_tech', title: 'Administración del sistema', legalBasis: 'Reglamento municipal', permissions: ['registry.read', 'registry.administer', 'system.operate'], clearances: ['public'] },
]
export const defaultRoles: readonly RoleDefinition[] = legalOffices.map((role) => ({ ...role, permissions: [...role.permissions, ...(actPermissions[role.key] ?? [])] }))
