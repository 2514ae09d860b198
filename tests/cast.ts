import type { Actor, Visibility } from '#kernel'
import { defaultRoles } from '#registry'

/** The people of every test. Their accounts exist in the town (tests/town.ts). */
export const COMMUNE = '99001'
export const OTHER_COMMUNE = '99002'
const LABELS: readonly Visibility[] = ['public', 'council', 'internal', 'restricted']

/** Somebody with the permissions of these default roles. */
export const person = (accountId: string, name: string, title: string, roles: readonly string[], commune = COMMUNE): Actor => {
  const held = defaultRoles.filter(({ key }) => roles.includes(key))
  return {
    commune, accountId, name,
    offices: held.map((role) => ({ role: role.key, title, substitute: false })),
    permissions: new Set(held.flatMap(({ permissions }) => permissions)),
    clearances: LABELS.filter((label) => label === 'public' || held.some(({ clearances }) => clearances.includes(label))),
  }
}
export const rosa = person('00000000-0000-4000-8000-00000000000a', 'Rosa Painemal', 'Directora de SECPLA', ['planning_director'])
export const tomas = person('00000000-0000-4000-8000-00000000000b', 'Tomás Arriagada', 'Director de Administración y Finanzas', ['finance'])
export const marcela = person('00000000-0000-4000-8000-00000000000c', 'Marcela Quidel', 'Concejala', ['councillor'])
export const ivan = person('00000000-0000-4000-8000-00000000000d', 'Iván Sepúlveda', 'Profesional de SECPLA', ['planning_analyst'])
export const berta = person('00000000-0000-4000-8000-00000000000e', 'Berta Lagos', 'Secretaria Municipal', ['clerk'])
export const carla = person('00000000-0000-4000-8000-00000000000f', 'Carla Muñoz', 'Directora de Control', ['control'])
export const dario = person('00000000-0000-4000-8000-000000000010', 'Darío Vega', 'Administrador del sistema', ['admin_tech'])
export const alcaldesa = person('00000000-0000-4000-8000-000000000011', 'Ana Huenchumil', 'Alcaldesa', ['mayor'])
/** The planning director of the other commune: what she sees of this one must be nothing. */
export const stranger = person('00000000-0000-4000-8000-000000000012', 'Olga Ríos', 'Directora de SECPLA', ['planning_director'], OTHER_COMMUNE)
export const visita: Actor = { commune: COMMUNE, accountId: '00000000-0000-4000-8000-000000000099', name: 'Visita', offices: [], permissions: new Set(), clearances: ['public'] }
export const everybody = [rosa, tomas, marcela, ivan, berta, carla, dario, alcaldesa, stranger]
