import { communesInstalled } from '#registry'
import { loadDemonstration } from '../demonstration/load.ts'
import { configurationFrom } from './configuration-from.ts'
import { type Command, complain, say } from './command.ts'
import { withSystem } from './open.ts'

/** Loads the demonstration without serving it. */
export const demo: Command = {
  name: 'demo',
  usage: 'demo [--data CARPETA | --database postgres://…]',
  help: 'Carga las comunas de demostración en una carpeta o base vacía, sin atender.',
  run: async (given) =>
    withSystem(given, async (system) => {
      const installed = await system.database.asOwner((tx) => communesInstalled(tx))
      if (installed.length) {
        complain(`Ya hay comunas aquí: ${installed.map(({ name }) => name).join(', ')}. Use una carpeta nueva con --data.`)
        return 1
      }
      await loadDemonstration(system, configurationFrom(given).dataFolder, (share, message) => say(`  ${String(Math.round(share * 100)).padStart(3)} %  ${message}`))
      return 0
    }),
}
