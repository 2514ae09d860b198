import { type AsOf, type Clock, isDay, today } from '#kernel'
import { inputRefused } from '#platform/actions'

/** The two dates of a request: `effectiveOn` and `knownOn`, today when absent. Neither may be in the future of the other's meaning. */
export const asOfFrom = (parameters: Record<string, string>, clock: Clock): AsOf => {
  const day = today(clock)
  const read = (name: 'effectiveOn' | 'knownOn') => {
    const text = parameters[name]
    if (!text) return day
    if (!isDay(text)) throw inputRefused({ what: 'las dos fechas' }, { errors: [{ pointer: `/${name}`, message: 'Escriba un día que exista, como 2026-06-30' }] })
    return text
  }
  return { effectiveOn: read('effectiveOn'), knownOn: read('knownOn') }
}
