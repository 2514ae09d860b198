import type { Analytics, AskOptions, SpoolColumn, Written } from '#platform/analytics'
import type { Observations } from '../model/observations.ts'
import { statusColumn, type Structure } from '../model/structure.ts'

/** The order rows are written in: by place, then by period, so that a commune is in few groups of rows. */
export const sortColumns = ({ dimensions }: Structure): readonly string[] => [...dimensions].filter(({ role }) => role === 'place' || role === 'time').sort((a, b) => (a.role === b.role ? 0 : a.role === 'place' ? -1 : 1)).map(({ key }) => key)

/** Observations as the Parquet file of a version: its fingerprint is what the version keeps. */
export const writeObservations = (analytics: Analytics, { structure, rows, dimensions, measures, statuses }: Observations, options?: AskOptions): Promise<Written> => {
  const columns: SpoolColumn[] = [
    ...structure.dimensions.map(({ key }): SpoolColumn => ({ name: key, type: 'text', values: dimensions[key] ?? [] })),
    ...structure.measures.flatMap(({ key }): SpoolColumn[] => {
      const status = statuses[key]
      return [...(measures[key] ? [{ name: key, type: 'number' as const, values: measures[key] }] : []), ...(status?.some(Boolean) ? [{ name: statusColumn(key), type: 'text' as const, values: status }] : [])]
    }),
    ...(structure.weight && measures[structure.weight] ? [{ name: structure.weight, type: 'number' as const, values: measures[structure.weight] ?? [] }] : []),
  ]
  return analytics.writeParquet({ kind: 'columns', rows, columns }, { sortBy: sortColumns(structure) }, options)
}
