import { expect, test } from 'vitest'
import { addVertex, begin, borderOf, moveVertex, redo, removeVertex, shapeOf, type Sketch, sketchOf, snapped, undo } from './drawing.ts'

const zone = (id: string): Sketch => ({ id, code: id, name: id, note: '', parts: [[[]]] })
const far = (one: readonly [number, number], other: readonly [number, number]) => Math.hypot(one[0] - other[0], one[1] - other[1])

test('tres vértices hacen una zona cerrada; dos, ninguna', () => {
  let drawing = begin([zone('a')])
  drawing = addVertex(drawing, 'a', -1, [0, 0])
  drawing = addVertex(drawing, 'a', 0, [1, 0])
  expect(shapeOf(drawing.zones[0] as Sketch)).toBeNull()
  drawing = addVertex(drawing, 'a', 1, [1, 1])
  expect(shapeOf(drawing.zones[0] as Sketch)).toEqual({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] })
})
test('deshacer y rehacer vuelven al mismo dibujo', () => {
  const one = addVertex(begin([zone('a')]), 'a', -1, [0, 0])
  const two = moveVertex(one, 'a', 0, [5, 5])
  expect(undo(two).zones).toEqual(one.zones)
  expect(redo(undo(two)).zones).toEqual(two.zones)
  expect(borderOf(removeVertex(two, 'a', 0).zones[0])).toEqual([])
})
test('una figura de dos partes con hueco entra y sale igual', () => {
  const shape = { type: 'MultiPolygon', coordinates: [[[[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 0], [2, 0], [2, 1], [1, 0]]], [[[9, 9], [10, 9], [10, 10], [9, 9]]]] } as const
  expect(shapeOf(sketchOf({ id: 'a', code: '1', name: '', note: '', shape }))).toEqual(shape)
})
test('un vértice cercano de otra zona se toma exacto; uno lejano, no', () => {
  const other: Sketch = { ...zone('b'), parts: [[[[1, 1], [2, 2], [3, 1]]]] }
  expect(snapped([1.05, 1], [other], 0.1, far)).toEqual([1, 1])
  expect(snapped([1.5, 1], [other], 0.1, far)).toEqual([1.5, 1])
})
