import { columnName } from '#platform/spreadsheets'
import type { Finding } from '../../model/observations.ts'

/** After this many of one kind the rest is only counted: a person reads examples, not 40,000 lines. */
const MOST_OF_A_KIND = 100
export type Place = { readonly row?: number; readonly column?: number }

/** Gathers everything that is wrong in one pass, each with its place. */
export type FindingBook = {
  readonly add: (kind: string, severity: Finding['severity'], place: Place, text: string, remedy: string) => void
  readonly list: () => readonly Finding[]
  readonly stops: () => boolean
}
export const cellAt = ({ row, column }: Place): string => (column === undefined ? (row === undefined ? '' : String(row + 1)) : row === undefined ? columnName(column) : `${columnName(column)}${row + 1}`)

export const findingBook = (sheet: () => string): FindingBook => {
  const found: Finding[] = []
  const counts = new Map<string, number>()
  let stopping = false
  return {
    add: (kind, severity, place, text, remedy) => {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      if (severity === 'stops') stopping = true
      if (count <= MOST_OF_A_KIND) found.push({ severity, sheet: sheet(), cell: cellAt(place), text, remedy })
    },
    list: () => [
      ...found,
      ...[...counts].filter(([, count]) => count > MOST_OF_A_KIND).map(([kind, count]): Finding => ({ severity: 'warns', sheet: sheet(), cell: '', text: `Hay ${count - MOST_OF_A_KIND} avisos más como «${kind}».`, remedy: 'Corrija los primeros y vuelva a leer el archivo: suelen tener la misma causa.' })),
    ],
    stops: () => stopping,
  }
}
