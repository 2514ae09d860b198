import type { Position, Ring, Shape } from '../../shapes.ts'
import { partsOf } from '../../shapes.ts'

/** A flat drawing of a commune in metres, true enough to be looked at; what is measured is measured by the server on UTM. */
export type Sheet = { readonly put: (position: Position) => readonly [number, number]; readonly take: (point: readonly [number, number]) => Position }
const DEGREE = 111_195
export const sheetAt = ([longitude, latitude]: Position): Sheet => {
  const across = DEGREE * Math.cos((latitude * Math.PI) / 180)
  return { put: ([x, y]) => [(x - longitude) * across, (latitude - y) * DEGREE], take: ([x, y]) => [longitude + x / across, latitude - y / DEGREE] }
}
/** The window over the sheet: its middle and its width, in metres. Its height follows the proportion of the place where it is drawn. */
export type View = { readonly x: number; readonly y: number; readonly width: number }
export const boxText = ({ x, y, width }: View, proportion: number): string => `${x - width / 2} ${y - (width * proportion) / 2} ${width} ${width * proportion}`
export const zoomed = (view: View, times: number, about: readonly [number, number] = [view.x, view.y]): View => {
  const width = Math.min(400_000, Math.max(80, view.width / times))
  const real = width / view.width
  return { width, x: about[0] + (view.x - about[0]) * real, y: about[1] + (view.y - about[1]) * real }
}
export const pointsOf = (shapes: readonly Shape[]): readonly Position[] => shapes.flatMap((shape) => partsOf(shape).flatMap((part) => part[0] ?? []))
/** The window in which all these shapes are seen, with some air. */
export const viewOf = (shapes: readonly Shape[], sheet: Sheet, proportion: number): View => {
  const points = pointsOf(shapes).map(sheet.put)
  if (points.length === 0) return { x: 0, y: 0, width: 4000 }
  let [west, east, top, low] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of points) { west = Math.min(west, x); east = Math.max(east, x); top = Math.min(top, y); low = Math.max(low, y) }
  return { x: (west + east) / 2, y: (top + low) / 2, width: Math.max(300, east - west, (low - top) / proportion) * 1.12 }
}
const ringPath = (ring: Ring, sheet: Sheet): string => `M${ring.map((position) => sheet.put(position).map((value) => Math.round(value * 10) / 10).join(',')).join('L')}Z`
export const shapePath = (shape: Shape, sheet: Sheet): string => partsOf(shape).flatMap((part) => part.map((ring) => ringPath(ring, sheet))).join('')
/** A round length of about a quarter of the window. */
export const scaleOf = (width: number): { readonly metres: number; readonly text: string } => {
  const power = 10 ** Math.floor(Math.log10(width / 4))
  const metres = ([5, 2, 1].find((step) => step * power <= width / 4) ?? 1) * power
  return { metres, text: metres >= 1000 ? `${metres / 1000} km` : `${metres} m` }
}
