import { type AsOf, isDay, Problem, readPeriod, today } from '#kernel'
import { figureBook, readContext, scopeOf } from '#platform/actions'
import { version } from '../version.ts'
import type { System } from '../system.ts'
import type { Arguments } from './arguments.ts'
import { type Command, say } from './command.ts'
import { communeOf, operator, withSystem } from './open.ts'

const COMMON = new Set(['vigente', 'conocido', 'data', 'database', 'commune', 'port', 'host', 'json', 'clock'])

/** The two dates of a command: `--vigente` and `--conocido`, in ISO or as the office writes them; the end of the period and today by default. */
export const asOfFromArguments = (system: System, given: Arguments): AsOf => {
  const period = given.option('period')
  const known = period ? readPeriod(period) : undefined
  if (period && !known) throw new Problem('linea/periodo', 'input', 'No se entiende el período', `«${period}» no es un período.`, 'Use 2026-06 (mes), 2026-T2 (trimestre), 2026-1 (semestre) o 2026 (año).', undefined)
  const read = (name: string, fallback: AsOf['knownOn']) => {
    const text = given.option(name)
    if (!text) return fallback
    if (!isDay(text)) throw new Problem('linea/dia', 'input', 'No se entiende el día', `«${text}» no es un día.`, 'Escríbalo como 2026-06-30.', undefined)
    return text
  }
  const now = today(system.clock)
  return { effectiveOn: read('vigente', known && known.to < now ? known.to : now), knownOn: read('conocido', now) }
}

export const figure: Command = {
  name: 'figure',
  usage: 'figure ID [--period 2026-1] [--PARÁMETRO VALOR …] [--vigente DÍA] [--conocido DÍA] [--json]',
  help: 'Calcula una cifra y muestra su valor, método, fechas y respaldo. Sin ID, las lista todas.',
  run: async (given) =>
    withSystem(given, async (system) => {
      const [id] = given.words
      if (!id) {
        for (const [known, definition] of [...system.figures].sort()) say(`${known}\n    ${definition.method}`)
        return 0
      }
      const commune = await communeOf(system, given)
      const actor = operator(commune)
      const parameters = Object.fromEntries(given.names.filter((name) => !COMMON.has(name)).map((name) => [name, given.option(name) ?? '']))
      const asOf = asOfFromArguments(system, given)
      return system.database.read(scopeOf(actor), async (tx) => {
        const book = figureBook(system.figures, readContext(system.services, tx, actor, asOf), version())
        const value = await book.get(id, parameters)
        if (given.flag('json')) say(JSON.stringify(value, null, 2))
        else say(`${value.title}: ${value.text}\n  ${book.definition(id).method}\n  hechos al ${asOf.effectiveOn}, conocido al ${asOf.knownOn}; ${value.records.count} registros, huella ${value.records.digest.slice(0, 16)}`)
        return 0
      })
    }),
}
