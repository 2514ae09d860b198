import type { Permission } from '#kernel'

const all = (...verbs: readonly string[]): readonly Permission[] => verbs.map((verb) => `correspondence.${verb}`)
const HEAD = all('read', 'draft', 'visa', 'sign', 'notify')

/** What each office does with acts and correspondence. Who drafts an act neither grants it a visa nor signs it: the rule is of each act, not of the office. Only the clerk numbers. */
export const actPermissions: Readonly<Record<string, readonly Permission[]>> = {
  mayor: all('read', 'sign'), city_manager: HEAD, planning_director: HEAD, planning_section_head: HEAD, planning_analyst: all('read', 'draft', 'sign', 'notify'), urban_adviser: all('read', 'draft', 'sign'),
  finance: HEAD, works: HEAD, community: HEAD, control: all('read', 'draft', 'visa', 'sign'), legal: HEAD, unit_requester: HEAD, security: HEAD, education: HEAD, health: HEAD,
  councillor: all('received'),
  clerk: all('read', 'draft', 'visa', 'number', 'sign', 'notify', 'receive', 'configure'),
}
