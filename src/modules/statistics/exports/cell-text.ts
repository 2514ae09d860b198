import { formatNumber } from '#kernel'
import { type Cube, type CubeMeasure, cubeValue } from '../model/cube.ts'
import { type ObservationStatus, statuses } from '../model/status.ts'

/** Which measure a cell of the packed cube belongs to: the measures vary fastest. */
export const measureAt = ({ measures }: Cube, index: number): CubeMeasure | undefined => measures[index % Math.max(1, measures.length)]

/** Why a cell has no number: its status, or plain «sin dato» when nobody said. */
export const absenceAt = (cube: Cube, index: number): ObservationStatus => {
  const status = cube.statuses.get(index)
  return status && !statuses[status].hasValue ? status : 'no-data'
}

/** A cell as it is printed: «1.234,5», «1.234 p» when it carries a status, «..», «–» or «s» when there is no number. Never a silent zero. */
export const cellText = (cube: Cube, index: number): string => {
  const value = cubeValue(cube, index)
  if (value === null) return statuses[absenceAt(cube, index)].text
  const status = cube.statuses.get(index)
  const number = formatNumber(value, measureAt(cube, index)?.decimals ?? 0)
  return status && statuses[status].hasValue ? `${number} ${statuses[status].text}` : number
}

/** The symbols a table uses, each explained once, in the order of the house list. */
export const symbolsUsed = (cube: Cube): readonly string[] => {
  const used = new Set<ObservationStatus>(cube.statuses.values())
  const lines: string[] = []
  for (const [status, { text, title }] of Object.entries(statuses)) if (used.has(status as ObservationStatus)) lines.push(`${text} ${title.toLowerCase()}`)
  return lines
}
