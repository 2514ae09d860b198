import { defineProblem } from '#kernel'
import { communesInstalled } from '#registry'
import { ensureTemplate } from '#platform/database'
import { serveSystem } from '../server.ts'
import { openSystem } from '../system.ts'
import { type Command, say } from './command.ts'
import { configurationFrom } from './configuration-from.ts'

const portTaken = defineProblem<{ port: number }>({
  id: 'linea/puerto-en-uso', kind: 'conflict', title: 'El puerto ya está en uso',
  detail: ({ port }) => `Otro programa, quizá otra copia de Secplan, atiende en el puerto ${port}.`,
  remedy: 'Cierre el otro programa, o indique otro puerto con --port, por ejemplo --port 4320.',
})

/** Opens the data folder, loads the demonstration the first time and serves until interrupted. */
export const serve: Command = {
  name: 'serve',
  usage: 'serve [--empty] [--data CARPETA] [--port N] [--database postgres://…] [--host H --tls-cert F --tls-key F | --behind-proxy] [--public-address https://…]',
  help: 'Atiende el sistema. Sin opciones, con la comuna de demostración; con --empty, la primera configuración.',
  run: async (given, hooks) => {
    const configuration = configurationFrom(given)
    const started = performance.now()
    const template = configuration.databaseUrl ? undefined : await ensureTemplate()
    const system = await openSystem(configuration, { template })
    const communes = await system.database.asOwner((tx) => communesInstalled(tx))
    if (configuration.demonstration && communes.length === 0) {
      say(`Cargando la comuna de demostración en ${configuration.dataFolder}/ …`)
      const { loadDemonstration } = await import('../demonstration/load.ts')
      await loadDemonstration(system, configuration.dataFolder, (share, message) => say(`  ${String(Math.round(share * 100)).padStart(3)} %  ${message}`))
    }
    await hooks.beforeListening?.()
    const server = await serveSystem(system, configuration).catch(async (error: NodeJS.ErrnoException) => {
      await system.close()
      throw error.code === 'EADDRINUSE' ? portTaken({ port: configuration.port }) : error
    })
    say(`\nSecplan está listo en ${((performance.now() - started) / 1000).toFixed(1)} s: ${server.address}`)
    say(`Datos en la carpeta ${configuration.databaseUrl ? 'del servidor PostgreSQL' : configuration.dataFolder}. Para terminar, Ctrl+C.`)
    await new Promise<void>((resolve) => {
      const stop = () => resolve()
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
    })
    say('Cerrando…')
    await server.close()
    process.exit(0)
  },
}
