import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { TableBlock } from '#kernel'
import { type OutputSheet, readSheets, type Workbook, writeWorkbook } from './index.ts'
import { tableToSheet } from './table-to-sheet.ts'
import { neutralised, sheetNames } from './write-workbook.ts'

const roundTrip = async (sheets: OutputSheet[]): Promise<Workbook> => {
  const folder = mkdtempSync(join(tmpdir(), 'secplan-write-'))
  try {
    writeFileSync(join(folder, 'x.xlsx'), await writeWorkbook(sheets))
    return await readSheets({ path: join(folder, 'x.xlsx') })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('writes typed values, titles, notes and source as visible rows, and reads back equal', async () => {
  const book = await roundTrip([{
    name: 'Gastos [junio]', title: 'Gastos', subtitle: 'junio de 2026', notes: ['Cifras provisionales.'], source: 'balance de junio',
    columns: [{ title: 'Cuenta', format: 'code' }, { title: 'Devengado', format: 'pesos', group: 'Ejecución' }, { title: 'Avance', format: 'percent', group: 'Ejecución' }, { title: 'Fecha', format: 'day' }],
    rows: [{ cells: ['215-21', 302_000_000, 0.505, '2026-06-30'] }, { cells: ['TOTAL', 302_000_000, null, null], strong: true }],
  }])
  const sheet = book.sheets[0]
  expect(sheet?.name).toBe('Gastos  junio')
  expect(Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) => sheet?.row(row))).toEqual([
    ['Gastos'], ['junio de 2026'], [], [null, 'Ejecución'], ['Cuenta', 'Devengado', 'Avance', 'Fecha'],
    ['215-21', 302_000_000, { percent: 0.505 }, { date: '2026-06-30' }], ['TOTAL', 302_000_000], [], ['Cifras provisionales.'], ['Fuente: balance de junio'],
  ])
  expect(sheet?.merges).toEqual([{ top: 3, left: 1, bottom: 3, right: 2 }])
})

it('neutralises what a spreadsheet would run, not signed numbers', () => {
  expect(['=1+1', '+56 9', '-2+3', '@SUM(A1)', '-1.234', '-', 'Ñ=1', '\t=1'].map(neutralised)).toEqual(["'=1+1", "'+56 9", "'-2+3", "'@SUM(A1)", '-1.234', '-', 'Ñ=1', "'\t=1"])
  expect(sheetNames(['a/b', 'A b', 'x'.repeat(40)])).toEqual(['a b', 'A b (2)', 'x'.repeat(31)])
})

it('gives a table of a document with its numbers, its reasons for absence and its levels', () => {
  const table: TableBlock = {
    type: 'table', id: 't', title: 'Gasto por subtítulo', source: 'balance', columns: [{ key: 'n', title: 'Subtítulo', align: 'left' }, { key: 'v', title: 'Devengado', align: 'right', group: 'Junio' }],
    rows: [{ id: 'r', kind: 'total', cells: [{ type: 'text', text: 'Personal' }, { type: 'number', value: 1_234_567, unit: 'CLP', show: { thousands: true } }] }, { id: 's', level: 1, cells: [{ type: 'text', text: 'Otros' }, { type: 'empty', reason: 'sin dato' }] }],
  }
  expect(tableToSheet(table)).toMatchObject({
    name: 'Gasto por subtítulo', source: 'balance', columns: [{ title: 'Subtítulo', format: 'text' }, { title: 'Devengado', format: 'integer', group: 'Junio' }],
    rows: [{ strong: true, cells: [{ value: 'Personal', format: 'text' }, { value: 1_234_567, format: 'thousands' }] }, { indent: 1, cells: [{ value: 'Otros', format: 'text' }, { value: 'sin dato', format: 'text' }] }],
  })
})
