import { resolve } from 'node:path'
import { communesInstalled } from '#registry'
import { communeHealth } from '../operations/commune-health.ts'
import type { Finding } from '../operations/finding.ts'
import { machineHealth } from '../operations/machine-health.ts'
import { sweepSystem } from '../operations/sweep-unposted.ts'
import type { System } from '../system.ts'
import type { Arguments } from './arguments.ts'
import { configurationFrom } from './configuration-from.ts'
import { type Command, say } from './command.ts'
import { withSystem } from './open.ts'

/** Looks at the health of the system: backup, disk, lock, journal, and of each commune its chain, queue and law. Changes nothing. */
export const examine = async (system: System, given: Arguments): Promise<Finding[]> => {
  const findings = await machineHealth(resolve(configurationFrom(given).dataFolder), system.engine.kind)
  for (const commune of await system.database.asOwner((tx) => communesInstalled(tx))) findings.push(...(await communeHealth(system, commune)))
  return findings
}

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--reparar] [--json]',
  help: 'Revisa la salud: respaldo, disco, carpeta, bitácora, cola, filas sin asiento y valores de la norma por confirmar. Con --reparar borra antes lo que dejaron cargas interrumpidas.',
  run: async (given) =>
    withSystem(given, async (system) => {
      const repaired = given.flag('reparar') ? await sweepSystem(system) : []
      const findings = [...repaired, ...(await examine(system, given))]
      if (given.flag('json')) say(JSON.stringify(findings, null, 2))
      else for (const { state, what, remedy } of findings) say(`${state.padEnd(6)} ${what}${remedy ? `\n       ${remedy}` : ''}`)
      return findings.some(({ state }) => state === 'mal') ? 1 : 0
    }),
}
