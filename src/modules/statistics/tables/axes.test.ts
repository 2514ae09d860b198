import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CubeVariable } from '../model/cube.ts'
import type { Measure } from '../model/structure.ts'
import type { Worked } from './assemble.ts'
import { append, collapse, type Grid, permute, projected, stridesOf, take } from './axes.ts'
import { layout, moved, placesOf } from './layout.ts'
import { INCOMPLETE, markOf, NO_DATA, sumOf } from './marks.ts'
import { percentOf } from './percent.ts'
import { withTotals } from './totals.ts'

const positions = (size: number): readonly number[] => Array.from({ length: size }, (_, at) => at)
const cells = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1)
const sizesOf = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
/** Whole numbers, some of them unknown. */
const grids: fc.Arbitrary<Grid> = sizesOf.chain((sizes) =>
  fc.array(fc.option(fc.integer({ min: 0, max: 1000 }), { nil: Number.NaN, freq: 6 }), { minLength: cells(sizes), maxLength: cells(sizes) }).map((values) => ({ sizes, values: Float64Array.from(values), marks: new Uint8Array(values.length) })))
/** The coordinates of a position, written apart from the code under test. */
const coordinates = (sizes: readonly number[], at: number): readonly number[] => sizes.map((size, axis) => Math.floor(at / cells(sizes.slice(axis + 1))) % size)

test('las zancadas y las posiciones son las de un cubo por filas', () => {
  expect(stridesOf([2, 3, 4])).toEqual([12, 4, 1])
  expect([...projected([2, 3], [10, 1])]).toEqual([0, 1, 2, 10, 11, 12])
})
test('quitar ejes en cualquier orden da la suma directa, y lo que falta se dice', () => {
  fc.assert(fc.property(grids, fc.integer({ min: 0, max: 15 }), (grid, which) => {
    const gone = grid.sizes.map((_, axis) => axis).filter((axis) => (which >> axis) % 2 === 1)
    let sum = grid
    for (const axis of [...gone].reverse()) sum = collapse(sum, axis, positions(sum.sizes[axis] ?? 1))
    // Directly: every cell of the source goes to the cell that keeps its other coordinates.
    const groups = new Map<string, { total: number; known: number; missing: number }>()
    grid.values.forEach((value, at) => {
      const key = coordinates(grid.sizes, at).map((position, axis) => (gone.includes(axis) ? 0 : position)).join()
      const group = groups.get(key) ?? { total: 0, known: 0, missing: 0 }
      if (Number.isNaN(value)) group.missing++
      else { group.known++; group.total += value }
      groups.set(key, group)
    })
    sum.values.forEach((value, at) => {
      const group = groups.get(coordinates(sum.sizes, at).join())
      expect(value).toBe(group && group.known > 0 ? group.total : Number.NaN)
      if (group && group.known > 0) expect(sum.marks[at] === INCOMPLETE).toBe(group.missing > 0)
    })
  }))
})
test('permutar conserva cada número en sus coordenadas', () => {
  fc.assert(fc.property(grids.chain((grid) => fc.tuple(fc.constant(grid), fc.shuffledSubarray(grid.sizes.map((_, axis) => axis), { minLength: grid.sizes.length }))), ([grid, order]) => {
    const other = permute(grid, order)
    const strides = stridesOf(grid.sizes)
    other.values.forEach((value, at) => {
      const there = coordinates(other.sizes, at)
      expect(value).toBe(grid.values[order.reduce((sum, axis, position) => sum + (there[position] ?? 0) * (strides[axis] ?? 1), 0)])
    })
  }))
})
test('partir un eje y volver a juntarlo da lo mismo', () => {
  fc.assert(fc.property(grids, fc.nat(3), fc.nat(3), (grid, which, cut) => {
    const axis = which % grid.sizes.length
    const size = grid.sizes[axis] ?? 1
    const at = cut % (size + 1)
    expect(append(take(grid, axis, positions(size).slice(0, at)), axis, take(grid, axis, positions(size).slice(at)))).toEqual(grid)
  }))
})

const variable = (key: string, place: CubeVariable['place'], size: number, role: CubeVariable['role'] = 'category'): CubeVariable => ({ key, title: key, role, place, codes: positions(size).map((at) => ({ code: `${key}${at}`, label: `${key}${at}` })) })
const measure: Measure = { key: 'm', title: 'Personas', unit: 'personas', decimals: 0, adds: true }
const tables: fc.Arbitrary<Worked> = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns, layers]) =>
  fc.array(fc.integer({ min: 0, max: 500 }), { minLength: rows * columns * layers, maxLength: rows * columns * layers }).map((values) => ({
    variables: [variable('l', 'layer', layers), variable('r', 'row', rows), variable('c', 'column', columns), { key: 'measure', title: 'Medida', role: 'measure', place: 'column', codes: [{ code: 'm', label: 'Personas' }] }],
    measures: [{ key: 'm', title: 'Personas', unit: 'personas', decimals: 0 }], values: Float64Array.from(values), marks: new Uint8Array(values.length), notes: [],
  })))
test('los porcentajes de cada fila, de cada columna y de cada hoja suman 100, o no hay ninguno', () => {
  fc.assert(fc.property(tables, fc.constantFrom('row', 'column', 'table'), (table, of) => {
    const shares = percentOf(table, of, [measure])
    const sums = new Map<string, { share: number; total: number }>()
    shares.values.forEach((share, at) => {
      const [layer, row, column] = coordinates(table.variables.map(({ codes }) => codes.length), at)
      const key = [layer, of === 'row' ? row : '', of === 'column' ? column : ''].join()
      const sum = sums.get(key) ?? { share: 0, total: 0 }
      sums.set(key, { share: sum.share + (Number.isNaN(share) ? 0 : share), total: sum.total + (table.values[at] ?? 0) })
    })
    for (const { share, total } of sums.values()) expect(share).toBeCloseTo(total === 0 ? 0 : 100, 8)
  }))
})
test('con totales, el porcentaje del total de la fila es 100 y las partes no cambian', () => {
  fc.assert(fc.property(tables, (table) => {
    const [plain, totalled] = [percentOf(table, 'row', [measure]), percentOf(withTotals(table, { rows: true, columns: true }, [true]), 'row', [measure])]
    const { cell } = layout(totalled)
    const seen = layout(plain)
    for (let layer = 0; layer < seen.layers.count; layer++) for (let row = 0; row < seen.rows.count; row++) for (let column = 0; column < seen.columns.count; column++) {
      const [before, after] = [plain.values[seen.cell(row, column, layer)] ?? 0, totalled.values[cell(row, column, layer)] ?? 0]
      if (Number.isNaN(before)) expect(after).toBeNaN()
      else expect(after).toBeCloseTo(before, 10)
    }
  }))
})
test('mover variables no cambia ningún número: cada celda se encuentra por sus códigos', () => {
  fc.assert(fc.property(tables, fc.constantFrom('l', 'r', 'c', 'measure'), fc.constantFrom('row', 'column', 'layer'), (table, key, to) => {
    const start = placesOf(table)
    const places = moved(start, key, to)
    expect([...places.rows, ...places.columns, ...places.layers].sort()).toEqual(['c', 'l', 'measure', 'r'])
    const seen = layout(table, places)
    const found = new Set<number>()
    for (let layer = 0; layer < seen.layers.count; layer++) for (let row = 0; row < seen.rows.count; row++) for (let column = 0; column < seen.columns.count; column++) {
      const at = seen.cell(row, column, layer)
      found.add(at)
      const here = coordinates(table.variables.map(({ codes }) => codes.length), at)
      for (const [side, line] of [[seen.rows, row], [seen.columns, column], [seen.layers, layer]] as const)
        side.variables.forEach((one, level) => expect(side.codeAt(line, level)).toBe(one.codes[here[table.variables.indexOf(one)] ?? -1]))
    }
    expect(found.size).toBe(table.values.length)
  }))
})
test('los encabezados abarcan sus líneas: dos sexos en tres años', () => {
  const seen = layout({ variables: [variable('año', 'column', 3), variable('sexo', 'column', 2), variable('comuna', 'row', 2)] })
  expect([seen.columns.count, seen.columns.span(0), seen.columns.span(1)]).toEqual([6, 2, 1])
  expect(positions(6).filter((line) => seen.columns.begins(line, 0))).toEqual([0, 2, 4])
  expect(positions(6).map((line) => `${seen.columns.codeAt(line, 0)?.code} ${seen.columns.codeAt(line, 1)?.code}`)).toEqual(['año0 sexo0', 'año0 sexo1', 'año1 sexo0', 'año1 sexo1', 'año2 sexo0', 'año2 sexo1'])
})
test('sumar nunca calla lo que falta: casos hechos a mano', () => {
  const known = (value: number, mark = 0) => ({ value, mark })
  const without = (status: Parameters<typeof markOf>[0]) => ({ value: Number.NaN, mark: markOf(status) })
  expect(sumOf([known(1), known(2)])).toEqual({ value: 3, mark: 0 })
  expect(sumOf([known(1), without('not-received')])).toEqual({ value: 1, mark: INCOMPLETE })
  expect(sumOf([known(1), without('none'), without('not-applicable')])).toEqual({ value: 1, mark: 0 })
  expect(sumOf([without('none'), without('reserved')])).toEqual({ value: Number.NaN, mark: markOf('reserved') })
  expect(sumOf([known(1, markOf('provisional')), known(2, markOf('unreliable'))])).toEqual({ value: 3, mark: markOf('unreliable') })
  expect(sumOf([])).toEqual({ value: Number.NaN, mark: NO_DATA })
})
