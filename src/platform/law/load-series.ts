import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, day } from '#kernel'
import { readCsv } from './csv.ts'
import { lawFolder } from './load-law.ts'

/** `day` is the day the value holds for: the first of the month for UTM and IPC, that very day for the UF. */
export type SeriesPoint = { readonly day: Day; readonly month: string; readonly value: number }
/** utm: pesos per UTM of the month · uf: pesos per UF on the day · ipc: index of the month, one spliced base. */
export type SeriesName = 'utm' | 'uf' | 'ipc'

const known = new Map<SeriesName, readonly SeriesPoint[]>()

const read = (name: SeriesName): readonly SeriesPoint[] => {
  const file = `law/series/${name}.csv`
  const points = readCsv(readFileSync(join(lawFolder(), 'series', `${name}.csv`), 'utf8'), file).map((row): SeriesPoint => {
    const on = day(row['day'] ?? '')
    const value = Number(row['value'])
    if (!(value > 0)) throw new Error(`${file}: el valor del ${on} no es un número positivo`)
    return { day: on, month: on.slice(0, 7), value }
  })
  points.forEach((point, index) => {
    const previous = points[index - 1]
    if (previous && previous.day >= point.day) throw new Error(`${file}: ${point.day} no sigue a ${previous.day}`)
  })
  return points
}

/** The published series carried by the package, in date order, gaps left as gaps. Newer values live in the database. */
export const loadSeries = (name: SeriesName): readonly SeriesPoint[] => {
  const points = known.get(name) ?? read(name)
  known.set(name, points)
  return points
}

/** The value of a month (`2026-06`); undefined when the series has none: it is never carried forward silently. */
export const seriesValue = (points: readonly SeriesPoint[], month: string): number | undefined => points.find((point) => point.month === month)?.value
