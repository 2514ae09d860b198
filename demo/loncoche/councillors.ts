import type { Day } from '#kernel'
import type { PersonFact } from '../facts.ts'
import { inventedRut } from './people.ts'

const NAMES = [['elba-huaiquil', 'Elba Huaiquil Torres', 'Concejala'], ['mario-cisternas', 'Mario Cisternas Pino', 'Concejal'], ['teresa-lienlaf', 'Teresa Lienlaf Novoa', 'Concejala'], ['hugo-barria', 'Hugo Barría Soto', 'Concejal']] as const
/** The four councillors without account that complete the six in office (LOCM 72). Invented people, like every person of the demonstration. */
export const councillors: readonly PersonFact[] = NAMES.map(([key, name, title], index) => ({ key, name, rut: inventedRut(42_300_000 + index * 61_331), email: `${key.replace('-', '.')}@loncoche.demo`, unit: 'ALC', roles: ['councillor'], offices: [{ role: 'councillor', title, from: '2024-12-06' as Day }] }))
