import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSheets } from '#platform/spreadsheets'
import { worksheets } from '../../app/modules.ts'
import { cellText } from './compare/read-cell.ts'
import type { Comparison } from './contract.ts'
import { openFullTown } from './testing/town.fixture.ts'
import { definitions, everything, facts, roundTrip, upload } from './testing/worksheets.fixture.ts'

let town: Awaited<ReturnType<typeof openFullTown>>
beforeAll(async () => { town = await openFullTown() })
afterAll(() => town.close())
const compare = async (name: string, fileHash: string) => (await town.as(everything).does<Comparison>(worksheets.actions.compareWorksheet, { name, fileHash })).result

describe.each(definitions.map(({ name }) => name))('%s', (name) => {
  test('baja, vuelve sin tocar y no cambia nada', async () => {
    const { rows, columns } = await facts(town, everything, name)
    expect(rows.length).toBeGreaterThan(0)
    expect(columns.some(({ open }) => open)).toBe(true)
    expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length)
    const seen = await compare(name, await roundTrip(town, everything, name))
    expect([seen.lines, seen.notes, seen.missing]).toEqual([[], [], []])
    expect(seen.counts).toEqual({ equal: rows.length, changed: 0, conflict: 0, rejected: 0, unknown: 0, repeated: 0, missing: 0 })
  })
  test('guardada como texto separado por punto y coma, tampoco', async () => {
    const { rows } = await facts(town, everything, name)
    const { sheets } = await readSheets({ path: town.system.services.files.pathOf(await roundTrip(town, everything, name)) })
    const sheet = sheets.find(({ hidden }) => !hidden)
    if (!sheet) throw new Error('sin hoja')
    // As a spreadsheet in Spanish writes it: decimal comma, days with dashes, percentages with their sign.
    const shown = (row: number, column: number): string => {
      const cell = sheet.cell(row, column)
      if (typeof cell === 'number') return String(cell).replace('.', ',')
      if (cell !== null && typeof cell === 'object' && 'percent' in cell) return `${String(Math.round(cell.percent * 1e8) / 1e6).replace('.', ',')}%`
      if (cell !== null && typeof cell === 'object' && 'date' in cell) return `${cell.date.slice(8, 10)}-${cell.date.slice(5, 7)}-${cell.date.slice(0, 4)}`
      return typeof cell === 'string' ? cell : cellText(cell)
    }
    const text = Array.from({ length: sheet.rowCount }, (_, row) => Array.from({ length: sheet.columnCount }, (__, column) => `"${shown(row, column).replaceAll('"', '""')}"`).join(';')).join('\r\n')
    const seen = await compare(name, await upload(town, everything, 'planilla.csv', Buffer.from(text)))
    expect([seen.lines, seen.counts.equal]).toEqual([[], rows.length])
  })
})
