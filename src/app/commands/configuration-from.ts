import { Problem } from '#kernel'
import { type Configuration, isLoopback } from '../configuration.ts'
import type { Arguments } from './arguments.ts'

const DEFAULT_PORT = 4310

const refuse = (detail: string, remedy: string) => new Problem('linea/opcion', 'input', 'No se puede iniciar así', detail, remedy, undefined)

/** Options and environment as a configuration; what is unsafe is refused here, before anything opens. */
export const configurationFrom = (given: Arguments): Configuration => {
  const empty = given.flag('empty')
  const host = given.option('host') ?? '127.0.0.1'
  const tls = given.option('tls-cert') && given.option('tls-key') ? { cert: given.option('tls-cert') ?? '', key: given.option('tls-key') ?? '' } : undefined
  const behindProxy = given.flag('behind-proxy')
  const demonstration = !empty && !given.option('data')?.match(/(^|[\\/])datos$/) && !given.flag('no-demo')
  if (!isLoopback(host) && !tls && !behindProxy) throw refuse(`Atender en ${host} sin cifrado expondría las contraseñas en la red.`, 'Agregue --tls-cert y --tls-key, o --behind-proxy si un servidor con HTTPS está delante. El manual lo explica paso a paso.')
  if (!isLoopback(host) && demonstration) throw refuse('Las cuentas de demostración tienen contraseña conocida y sólo se permiten en este equipo.', 'Use --empty para un sistema propio, o quite --host.')
  const port = Number(given.option('port') ?? process.env['PORT'] ?? DEFAULT_PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw refuse(`«${given.option('port')}» no es un puerto.`, 'Use un número entre 1024 y 65535.')
  const clock = given.option('clock')
  return {
    dataFolder: given.option('data') ?? (empty ? 'datos' : 'datos-demo'),
    databaseUrl: given.option('database') ?? process.env['DATABASE_URL'],
    host, port, tls, behindProxy, demonstration,
    fixedInstant: clock,
    publicAddress: given.option('public-address'),
  }
}
