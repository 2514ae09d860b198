export type Point = readonly [number, number]
export type Glyph = { readonly advance: number; readonly contours: readonly (readonly Point[])[] }
export type Font = { readonly unitsPerEm: number; readonly glyph: (character: string) => Glyph }

const CURVE_STEPS = 5

/** Reads the outlines of a static TrueType font (cmap format 4, glyf). Enough for the fonts this product ships. Heights grow upwards. */
export const readFont = (bytes: Buffer): Font => {
  const tables = new Map(Array.from({ length: bytes.readUInt16BE(4) }, (_, at) => [bytes.toString('latin1', 12 + 16 * at, 16 + 16 * at), bytes.readUInt32BE(20 + 16 * at)] as const))
  const at = (name: string): number => tables.get(name) ?? 0
  const long = bytes.readInt16BE(at('head') + 50) === 1
  const offsetOf = (index: number): number => (long ? bytes.readUInt32BE(at('loca') + 4 * index) : 2 * bytes.readUInt16BE(at('loca') + 2 * index))
  const metrics = bytes.readUInt16BE(at('hhea') + 34)
  const map = characterMap(bytes, at('cmap'))
  const outline = (index: number): Point[][] => (offsetOf(index) === offsetOf(index + 1) ? [] : readOutline(bytes, at('glyf') + offsetOf(index), outline))
  const cache = new Map<string, Glyph>()
  return {
    unitsPerEm: bytes.readUInt16BE(at('head') + 18),
    glyph: (character) => {
      const known = cache.get(character)
      if (known) return known
      const index = map(character.codePointAt(0) ?? 0)
      const read = { advance: bytes.readUInt16BE(at('hmtx') + 4 * Math.min(index, metrics - 1)), contours: outline(index) }
      cache.set(character, read)
      return read
    },
  }
}

const characterMap = (bytes: Buffer, cmap: number): ((code: number) => number) => {
  const subtables = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, at) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * at))
  const table = subtables.find((offset) => bytes.readUInt16BE(offset) === 4)
  if (table === undefined) return () => 0
  const size = bytes.readUInt16BE(table + 6)
  return (code) => {
    for (let at = 0; at < size; at += 2) {
      if (code > bytes.readUInt16BE(table + 14 + at)) continue
      const first = bytes.readUInt16BE(table + 16 + size + at)
      if (code < first) return 0
      const delta = bytes.readInt16BE(table + 16 + 2 * size + at)
      const place = table + 16 + 3 * size + at
      const range = bytes.readUInt16BE(place)
      if (range === 0) return (code + delta) & 65535
      const index = bytes.readUInt16BE(place + range + 2 * (code - first))
      return index === 0 ? 0 : (index + delta) & 65535
    }
    return 0
  }
}

const readOutline = (bytes: Buffer, start: number, outline: (index: number) => Point[][]): Point[][] => {
  const count = bytes.readInt16BE(start)
  return count < 0 ? readComposite(bytes, start + 10, outline) : readSimple(bytes, start + 10, count)
}

const readSimple = (bytes: Buffer, start: number, count: number): Point[][] => {
  const ends = Array.from({ length: count }, (_, at) => bytes.readUInt16BE(start + 2 * at))
  const total = (ends.at(-1) ?? -1) + 1
  let at = start + 2 * count
  at += 2 + bytes.readUInt16BE(at)
  const flags: number[] = []
  while (flags.length < total) {
    const flag = bytes.readUInt8(at++)
    flags.push(flag)
    if (flag & 8) for (let repeat = bytes.readUInt8(at++); repeat > 0; repeat--) flags.push(flag)
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? bytes.readUInt8(at++) : -bytes.readUInt8(at++)
      else if (!(flag & same)) {
        value += bytes.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = axis(2, 16)
  const ys = axis(4, 32)
  let from = 0
  return ends.map((end) => {
    const points = Array.from({ length: end - from + 1 }, (_, order) => ({ x: xs[from + order] ?? 0, y: ys[from + order] ?? 0, on: ((flags[from + order] ?? 0) & 1) === 1 }))
    from = end + 1
    return flatten(points)
  })
}

type Node = { readonly x: number; readonly y: number; readonly on: boolean }
const between = (a: Node, b: Node): Node => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true })

/** Quadratic curves to short segments; two control points in a row have a point of the curve halfway. */
const flatten = (nodes: readonly Node[]): Point[] => {
  const full = nodes.flatMap((node, at) => {
    const next = nodes[(at + 1) % nodes.length] ?? node
    return !node.on && !next.on ? [node, between(node, next)] : [node]
  })
  const first = full.findIndex((node) => node.on)
  const ring = [...full.slice(first), ...full.slice(0, first)]
  return ring.flatMap((node, at): Point[] => {
    if (node.on) return [[node.x, node.y]]
    const [a, b] = [ring[at - 1] ?? node, ring[(at + 1) % ring.length] ?? node]
    return Array.from({ length: CURVE_STEPS - 1 }, (_, step) => {
      const t = (step + 1) / CURVE_STEPS
      return [(1 - t) ** 2 * a.x + 2 * t * (1 - t) * node.x + t * t * b.x, (1 - t) ** 2 * a.y + 2 * t * (1 - t) * node.y + t * t * b.y] as const
    })
  })
}

/** Accented letters: the parts are moved, none of these fonts scales them. */
const readComposite = (bytes: Buffer, start: number, outline: (index: number) => Point[][]): Point[][] => {
  const result: Point[][] = []
  let at = start
  for (let more = true; more; ) {
    const flags = bytes.readUInt16BE(at)
    const index = bytes.readUInt16BE(at + 2)
    at += 4
    const words = (flags & 1) !== 0
    const dx = words ? bytes.readInt16BE(at) : bytes.readInt8(at)
    const dy = words ? bytes.readInt16BE(at + 2) : bytes.readInt8(at + 1)
    at += (words ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0)
    result.push(...outline(index).map((contour) => contour.map(([x, y]): Point => [x + dx, y + dy])))
    more = (flags & 32) !== 0
  }
  return result
}
