import { expect, test } from 'vitest'
import { changesOf, idsIn } from './changes.ts'

const unit = '11111111-0000-4000-8000-000000000001'
const titles = new Map([[unit, 'Dirección de Obras']])
test('cada cambio se dice con su nombre y sus dos valores', () => {
  const before = { id: 'x', version: 1, name: 'Plaza', totalCost: 1_500_000, unitId: null, active: true, starts_on: '2026-03-01', stage: 'design' }
  expect(changesOf(before, { ...before, version: 2, name: 'Plaza de Armas', totalCost: 2_000_000, unitId: unit, active: false, starts_on: '2026-04-01', stage: 'execution' }, titles)).toEqual([
    { label: 'Nombre', from: 'Plaza', to: 'Plaza de Armas' }, { label: 'Costo total', from: '$1.500.000', to: '$2.000.000' }, { label: 'Unidad', from: 'nada', to: 'Dirección de Obras' },
    { label: 'Activo', from: 'sí', to: 'no' }, { label: 'Empieza el', from: '01-03-2026', to: '01-04-2026' }, { label: 'Etapa', from: 'diseño', to: 'ejecución' },
  ])
})
test('lo igual no se dice; lo nuevo se dice desde nada, y de lo reservado no se dice el título', () => {
  expect(changesOf({ name: 'a' }, { name: 'a' }, titles)).toEqual([])
  expect(changesOf(undefined, { name: 'a', note: '', supplier: '22222222-0000-4000-8000-000000000002' }, titles)).toEqual([{ label: 'Nombre', from: 'nada', to: 'a' }, { label: 'Proveedor', from: 'nada', to: 'otro registro' }])
  expect(idsIn([{ a: unit, b: 1 }, undefined])).toEqual([unit])
})
