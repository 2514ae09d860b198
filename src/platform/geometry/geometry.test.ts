import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { closeGeometry, geometry, onPlane, planeOf, type Position, type Shape } from './index.ts'

afterAll(closeGeometry)
/** Loncoche: UTM zone 18 south. */
const HERE: Position = [-72.63, -39.37]
const plane = planeOf({ west: HERE[0], east: HERE[0], south: HERE[1], north: HERE[1] })
const [EAST, NORTH] = plane.toPlane(HERE)
/** A square of metres, its lower left corner so many metres from Loncoche. */
const square = (x: number, y: number, side: number, hole = 0): Shape => {
  const ring = (left: number, low: number, size: number): Position[] => [[left, low], [left + size, low], [left + size, low + size], [left, low + size], [left, low]].map(([a = 0, b = 0]) => plane.toGlobe([EAST + a, NORTH + b]))
  return { type: 'Polygon', coordinates: hole ? [ring(x, y, side), ring(x + 1, y + 1, hole)] : [ring(x, y, side)] }
}

test('grados y metros: los de PROJ, y de vuelta', () => {
  // PostGIS 3.3 (PROJ, EPSG:32718) gives (704160.83, 5639483.54) for (-72.63, -39.37).
  expect(plane.zone).toBe(18)
  expect(EAST).toBeCloseTo(704_160.83, 1)
  expect(NORTH).toBeCloseTo(5_639_483.54, 1)
  const [longitude, latitude] = plane.toGlobe([EAST, NORTH])
  expect(longitude).toBeCloseTo(HERE[0], 8)
  expect(latitude).toBeCloseTo(HERE[1], 8)
})
test('el área de un cuadrado con hueco', async () => {
  const [one, two] = await geometry({ ask: 'measure', shapes: [square(0, 0, 1000), square(0, 0, 1000, 400)] })
  expect(one?.areaM2).toBeCloseTo(1_000_000, -1)
  expect(two?.areaM2).toBeCloseTo(840_000, -1)
})
test('la parte de cada unidad dentro de un área de influencia', async () => {
  // A square of 1 km over four units: half of the first, a quarter of the second, all of the third, nothing of the fourth.
  const shares = await geometry({ ask: 'shares', of: square(0, 0, 1000), units: [square(-500, 0, 1000), square(500, 500, 1000), square(100, 100, 200), square(5000, 5000, 10)] })
  expect(shares.map(({ unit }) => unit)).toEqual([0, 1, 2])
  expect(shares.map(({ share }) => Math.round(share * 1000) / 1000)).toEqual([0.5, 0.25, 1])
})
test('lo que nadie cubre, y lo que dos se disputan', async () => {
  const whole = square(0, 0, 1000)
  const uncovered = await geometry({ ask: 'uncovered', of: whole, by: [square(0, 0, 500), square(250, 0, 500)] })
  // 500 × 500 plus 250 × 500 new metres of 1,000,000.
  expect(uncovered.share).toBeCloseTo(1 - 0.375, 3)
  expect((await geometry({ ask: 'uncovered', of: whole, by: [] })).share).toBe(1)
  expect((await geometry({ ask: 'uncovered', of: whole, by: [whole] })).shape).toBeNull()
  const crossings = await geometry({ ask: 'crossings', shapes: [square(0, 0, 500), square(250, 0, 500), square(2000, 0, 10)] })
  expect(crossings).toHaveLength(1)
  expect(crossings[0]?.areaM2).toBeCloseTo(125_000, -1)
})
test('un borde que se cruza se dice con su lugar, y se repara', async () => {
  const bow: Shape = { type: 'Polygon', coordinates: [[[-72, -39], [-71.9, -38.9], [-71.9, -39], [-72, -38.9], [-72, -39]]] }
  expect(await geometry({ ask: 'check', shape: square(0, 0, 10) })).toMatchObject({ valid: true })
  const wrong = await geometry({ ask: 'check', shape: bow })
  expect(wrong).toMatchObject({ valid: false, reason: 'El borde se cruza consigo mismo' })
  expect(wrong.at?.[0]).toBeCloseTo(-71.95, 6)
  const repaired = await geometry({ ask: 'repair', shape: bow })
  expect(repaired?.type).toBe('MultiPolygon')
})
test('un círculo de 500 metros alrededor de un punto', async () => {
  const circle = await geometry({ ask: 'buffer', around: HERE, metres: 500 })
  const [measures] = await geometry({ ask: 'measure', shapes: [circle] })
  // A polygon of 96 sides is 0.07 % smaller than the circle: π · 500² = 785,398.
  expect((measures?.areaM2 ?? 0) / (Math.PI * 250_000)).toBeCloseTo(0.9993, 3)
})
test('vecinos simplificados juntos siguen siendo vecinos', async () => {
  const wave = (up: number): Position[] => Array.from({ length: 41 }, (_, at): Position => [at * 25, 500 + Math.sin(at) * 20 + up * 0])
  const border = wave(0).map(([x, y]) => plane.toGlobe([EAST + x, NORTH + y]))
  const corner = (x: number, y: number): Position => plane.toGlobe([EAST + x, NORTH + y])
  const south: Shape = { type: 'Polygon', coordinates: [[corner(0, 0), corner(1000, 0), ...[...border].reverse(), corner(0, 0)]] }
  const north: Shape = { type: 'Polygon', coordinates: [[...border, corner(1000, 1000), corner(0, 1000), border[0] ?? HERE]] }
  const [one, two] = await geometry({ ask: 'simplify', shapes: [south, north], metres: 60 })
  if (!one || !two) throw new Error('two shapes expected')
  expect(one.coordinates.flat(2).length).toBeLessThan(south.coordinates.flat(2).length / 2)
  expect(await geometry({ ask: 'crossings', shapes: [one, two] })).toEqual([])
  const together = await geometry({ ask: 'union', shapes: [one, two] })
  const [measures] = await geometry({ ask: 'measure', shapes: [together ?? one] })
  expect(measures?.areaM2).toBeCloseTo(1_000_000, -2)
})
test('las partes de una figura repartida entre unidades suman la figura', async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }), fc.integer({ min: 50, max: 900 }), async (x, y, side) => {
    // Four quadrants of 2 km around the origin hold every square drawn inside them.
    const units = [square(0, 0, 2000), square(-2000, 0, 2000), square(0, -2000, 2000), square(-2000, -2000, 2000)]
    const shares = await geometry({ ask: 'shares', of: square(x, y, side), units })
    expect(shares.reduce((sum, { areaM2 }) => sum + areaM2, 0) / side ** 2).toBeCloseTo(1, 4)
  }), { numRuns: 15 })
})
test('una figura imposible es un problema con remedio, y la siguiente pregunta se responde', async () => {
  await expect(geometry({ ask: 'measure', shapes: [{ type: 'Polygon', coordinates: [[[0, 0], [1, 1]]] }] })).rejects.toMatchObject({ id: 'geometria/no-se-pudo' })
  expect(onPlane(square(0, 0, 10), plane).type).toBe('Polygon')
  expect(await geometry({ ask: 'check', shape: square(0, 0, 10) })).toMatchObject({ valid: true })
})
