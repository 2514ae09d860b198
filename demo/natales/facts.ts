import type { Day } from '#kernel'
import type { DemoFacts } from '../facts.ts'
import { inventedRut } from '../loncoche/people.ts'

/** A second commune with its own people and nothing else: its real balance comes in through the import. */
export const natalesFacts = (): DemoFacts => ({
  commune: { code: '12401', name: 'Natales', municipality: 'Municipalidad de Natales', region: 'Magallanes y de la Antártica Chilena', province: 'Última Esperanza' },
  clock: '2026-07-22T09:40:00-04:00',
  units: [
    { code: 'ALC', name: 'Alcaldía', kind: 'direction' }, { code: 'SECPLAN', name: 'Secretaría Comunal de Planificación', kind: 'direction', parent: 'ALC' },
    { code: 'DAF', name: 'Dirección de Administración y Finanzas', kind: 'direction', parent: 'ALC' }, { code: 'SECMUN', name: 'Secretaría Municipal', kind: 'direction', parent: 'ALC' },
  ],
  people: ([
    ['elena-mansilla', 'Elena Mansilla Barría', 'SECPLAN', 'planning_director', 'Directora de la Secretaría Comunal de Planificación'],
    ['hugo-cardenas', 'Hugo Cárdenas Oyarzún', 'DAF', 'finance', 'Director de Administración y Finanzas'],
    ['silvia-remolcoy', 'Silvia Remolcoy Ojeda', 'SECMUN', 'clerk', 'Secretaria Municipal'],
  ] as const).map(([key, name, unit, role, title], index) => ({ key, name, rut: inventedRut(41_300_000 + index * 51_377), email: `${key.replace('-', '.')}@natales.demo`, unit, roles: [role], offices: [{ role, title, from: '2024-12-06' as Day }] })),
  suppliers: [], institutions: [{ code: 'CONCEJO', name: 'Concejo Municipal de Natales', kind: 'municipal' }], fundingSources: [{ code: 'MUN', name: 'Fondos municipales' }],
  programmes: [], localAccounts: [], lines: [], amendments: [], movements: [],
  plan: { name: 'Plan de Desarrollo Comunal de Natales', from: '2022-01-01' as Day, to: '2026-12-31' as Day, agreement: 'sin dato', note: 'Comuna de demostración sin plan cargado.', axes: [], objectives: [], indicators: [] },
  projects: [], observations: [], council: { sessions: [] }, reports: [],
})
/** Real partial expenditure balance of June 2017 (M$, Latin-1, semicolon), from the municipality's transparency site; path under `demo/`. */
export const natalesBalance = { path: 'natales/data/balance-gastos-2017-06.csv', name: 'natales_balance_gastos_2017-06.csv', month: '2017-06' } as const
