import { expect, test } from 'vitest'
import { chosenColumns, columnsText, moveKey } from './chosen-columns.ts'
import type { TableColumn } from './columns.ts'

type Row = { readonly name: string }
const column = (key: string): TableColumn<Row> => ({ key, title: key.toUpperCase(), text: ({ name }) => name })
const columns = ['name', 'stage', 'cost', 'unit'].map(column)
const keysOf = (text: string) => chosenColumns(columns, text).map(({ key }) => key)

test('sin elección se ven todas; elegidas, las elegidas y en su orden', () => {
  expect(keysOf('')).toEqual(['name', 'stage', 'cost', 'unit'])
  expect(keysOf('name,cost,stage')).toEqual(['name', 'cost', 'stage'])
  expect(keysOf(columnsText(['name', 'unit']))).toEqual(['name', 'unit'])
})
test('la primera no se quita, y una elección de otra tabla no es de ésta', () => {
  expect(keysOf('cost,stage')).toEqual(['name', 'stage', 'cost', 'unit'])
  expect(keysOf('name,opened,closed,owner')).toEqual(['name', 'stage', 'cost', 'unit'])
})
test('una columna que ya no existe, o que este cargo no ve, se salta; las demás quedan', () => {
  expect(keysOf('name,retired,cost')).toEqual(['name', 'cost'])
  expect(keysOf('name,cost,cost')).toEqual(['name', 'cost'])
})
test('mover no pasa de los bordes ni quita de su lugar a la primera', () => {
  expect(moveKey(['name', 'stage', 'cost'], 'cost', -1)).toEqual(['name', 'cost', 'stage'])
  expect(moveKey(['name', 'stage', 'cost'], 'stage', -1)).toEqual(['name', 'stage', 'cost'])
  expect(moveKey(['name', 'stage', 'cost'], 'cost', 1)).toEqual(['name', 'stage', 'cost'])
  expect(moveKey(['name', 'stage', 'cost'], 'name', 1)).toEqual(['name', 'stage', 'cost'])
})
