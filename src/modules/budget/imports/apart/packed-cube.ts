import type { Line } from '../../lines/line.ts'
import type { Cube, CubeLine } from '../../execution/cube.ts'
import type { LineKind, PhaseSums } from '../../movements/phase.ts'
import { noSums } from '../../movements/phase.ts'

/** What a load needs of a cube, in flat pieces that cross to the reading process in milliseconds: lines as one text, seven sums a line. */
export type PackedCube = { readonly year: number; readonly lines: string; readonly sums: Float64Array }
const FIELD = '\u001f'
const ROW = '\u001e'
const rowOf = (line: Line): string => [line.id, line.management, line.kind, line.account, line.area, line.programme, line.costCentre, line.project, line.funding].join(FIELD)
const lineOf = (row: string, year: number): Line => {
  const [id = '', management = '', kind, account = '', area = '', programme = '', costCentre = '', project = '', funding = ''] = row.split(FIELD)
  return { id, year, management, kind: kind as LineKind, account, area, programme, costCentre, project, funding, unitId: null }
}

export const packCube = (cube: Cube): PackedCube => {
  const lines: string[] = []
  const sums = new Float64Array(cube.lines.size * 7)
  for (const line of cube.lines.values()) {
    sums.set(line.sums, lines.length * 7)
    lines.push(rowOf(line))
  }
  return { year: cube.year, lines: lines.join(ROW), sums }
}

/** The cube again, with what a load looks at: keys and sums, without months, names nor counts. */
export const unpackCube = ({ year, lines, sums }: PackedCube): Cube => {
  const found = new Map<string, CubeLine>()
  const rows = lines === '' ? [] : lines.split(ROW)
  rows.forEach((row, index) => {
    const line = lineOf(row, year)
    const own = [...sums.subarray(index * 7, index * 7 + 7)] as unknown as PhaseSums
    found.set(line.id, { ...line, title: '', programmeName: line.programme, programmeId: null, cells: [], sums: own, counts: noSums })
  })
  return { year, lines: found, seq: 0 }
}
