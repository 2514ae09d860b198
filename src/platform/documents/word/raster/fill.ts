import type { Pixels } from './png.ts'
import type { Point } from './true-type.ts'

const SUBROWS = 4

/** Fills contours (non-zero winding) over a picture, with smooth edges: exact across, four samples down. */
export const fillContours = (pixels: Pixels, contours: readonly (readonly Point[])[], colour: readonly [number, number, number]): void => {
  const edges = contours.flatMap((contour) => contour.map((from, at) => ({ from, to: contour[(at + 1) % contour.length] ?? from }))).filter(({ from, to }) => from[1] !== to[1])
  if (edges.length === 0) return
  let [low, high, left, right] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { from, to } of edges) {
    low = Math.min(low, from[1], to[1])
    high = Math.max(high, from[1], to[1])
    left = Math.min(left, from[0], to[0])
    right = Math.max(right, from[0], to[0])
  }
  const range = [Math.max(0, Math.floor(left)), Math.min(pixels.width, Math.ceil(right))] as const
  const cover = new Float32Array(pixels.width)
  for (let y = Math.max(0, Math.floor(low)); y < Math.min(pixels.height, Math.ceil(high)); y++) {
    cover.fill(0, range[0], range[1])
    for (let sub = 0; sub < SUBROWS; sub++) addSpans(cover, edges, y + (sub + 0.5) / SUBROWS)
    blend(pixels, y, cover, range, colour)
  }
}

type Edge = { readonly from: Point; readonly to: Point }

const addSpans = (cover: Float32Array, edges: readonly Edge[], y: number): void => {
  const crossings: { x: number; turn: number }[] = []
  for (const { from, to } of edges) {
    if (from[1] <= y === to[1] <= y) continue
    crossings.push({ x: from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]), turn: to[1] > from[1] ? 1 : -1 })
  }
  crossings.sort((a, b) => a.x - b.x)
  let winding = 0
  crossings.forEach(({ x, turn }, at) => {
    winding += turn
    const next = crossings[at + 1]
    if (winding !== 0 && next) addSpan(cover, x, next.x)
  })
}

const addSpan = (cover: Float32Array, from: number, to: number): void => {
  const start = Math.max(0, from)
  const end = Math.min(cover.length, to)
  for (let x = Math.floor(start); x < end; x++) cover[x] = (cover[x] ?? 0) + (Math.min(end, x + 1) - Math.max(start, x)) / SUBROWS
}

const blend = ({ width, rgb }: Pixels, y: number, cover: Float32Array, [left, right]: readonly [number, number], colour: readonly [number, number, number]): void => {
  for (let x = left; x < right; x++) {
    const share = Math.min(1, cover[x] ?? 0)
    if (share === 0) continue
    const at = (y * width + x) * 3
    for (let part = 0; part < 3; part++) rgb[at + part] = Math.round((rgb[at + part] ?? 0) * (1 - share) + (colour[part] ?? 0) * share)
  }
}
