import { type Actor, Problem } from '#kernel'
import { ensureTemplate } from '#platform/database'
import { communesInstalled } from '#registry'
import { systemActor } from '#platform/actions'
import { defaultRoles } from '#registry'
import { openSystem, type System } from '../system.ts'
import type { Arguments } from './arguments.ts'
import { configurationFrom } from './configuration-from.ts'

/** Opens the system for a command and closes it in every case. */
export const withSystem = async <T>(given: Arguments, work: (system: System) => Promise<T>): Promise<T> => {
  const configuration = configurationFrom(given)
  const system = await openSystem(configuration, { template: configuration.databaseUrl ? undefined : await ensureTemplate() })
  try {
    return await work(system)
  } finally {
    await system.close()
  }
}

/** The commune of a command: the one named, or the only one (the first of the demonstration). */
export const communeOf = async (system: System, given: Arguments): Promise<string> => {
  const installed = await system.database.asOwner((tx) => communesInstalled(tx))
  const wanted = given.option('commune')
  const found = wanted ? installed.find(({ commune, name }) => commune === wanted || name.toLowerCase() === wanted.toLowerCase()) : installed[0]
  if (!found) throw new Problem('linea/comuna', 'absent', 'No está esa comuna', wanted ? `«${wanted}» no está instalada aquí.` : 'Este sistema aún no tiene comuna.', installed.length ? `Use --commune con una de: ${installed.map(({ commune, name }) => `${commune} ${name}`).join(', ')}.` : 'Ejecute primero «npm start» o «npm start -- --empty».', undefined)
  return found.commune
}

/** Who acts from the command line: the operator of the machine, with the business permissions of a planning and finance office. */
export const operator = (commune: string): Actor => ({
  ...systemActor(commune, [...new Set(defaultRoles.flatMap(({ permissions }) => permissions))]),
  name: 'Línea de comandos',
  offices: [{ role: 'operator', title: 'Operación desde la línea de comandos', substitute: false }],
})
