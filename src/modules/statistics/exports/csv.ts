import { type Cube, cubeSize, cubeStrides, cubeValue } from '../model/cube.ts'
import { statuses } from '../model/status.ts'
import { absenceAt } from './cell-text.ts'
import { seenGrid } from './seen-grid.ts'
import { noteLines, sourceLine } from './table-notes.ts'

/** `chilean`: semicolon and decimal comma, as Excel in Chile opens it. `international`: comma and point. Both UTF-8. */
export type CsvKind = 'chilean' | 'international'
const RULES = { chilean: { separator: ';', comma: ',' }, international: { separator: ',', comma: '.' } } as const
const BOM = '\ufeff'

/** A formula in a text would run when the file is opened. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-[\d.,]*$/.test(text) ? `'${text}` : text)
const quoted = (text: string, separator: string): string => (text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const writer = (kind: CsvKind) => {
  const { separator, comma } = RULES[kind]
  return {
    text: (text: string): string => quoted(harmless(text), separator),
    number: (value: number): string => quoted(String(value).replace('.', comma), separator),
    line: (cells: readonly string[]): string => `${cells.join(separator)}\r\n`,
  }
}

/** The table as it is seen: title, headings, rows, notes and source under it. Numbers keep all their digits. */
export const seenCsv = (cube: Cube, kind: CsvKind, layer: Readonly<Record<string, string>> = {}): string => {
  const write = writer(kind)
  const grid = seenGrid(cube, layer)
  const heads = grid.rowVariables.length || 1
  const lines = [write.line([write.text(cube.title)])]
  for (const { variable, code } of grid.layer) lines.push(write.line([write.text(`${variable.title}: ${code.label}`)]))
  grid.columnVariables.forEach((variable, level) => {
    const corner = Array.from({ length: heads }, (_, index) => (level === grid.columnVariables.length - 1 ? (grid.rowVariables[index]?.title ?? '') : index === heads - 1 ? variable.title : ''))
    lines.push(write.line([...corner.map(write.text), ...grid.columns.map(({ codes }) => write.text(codes[level]?.label ?? ''))]))
  })
  if (grid.columnVariables.length === 0) lines.push(write.line([...grid.rowVariables.map(({ title }) => write.text(title)), write.text(cube.measures[0]?.title ?? 'Valor')]))
  grid.rows.forEach(({ codes }, row) => {
    const head = Array.from({ length: heads }, (_, index) => write.text(codes[index]?.label ?? ''))
    lines.push(write.line([...head, ...grid.columns.map((_, column) => {
      const index = grid.at(row, column)
      const value = cubeValue(cube, index)
      return value === null ? write.text(statuses[absenceAt(cube, index)].text) : write.number(value)
    })]))
  })
  lines.push(write.line([]))
  for (const note of [...noteLines(cube), `Fuente: ${sourceLine(cube)}`]) lines.push(write.line([write.text(note)]))
  return `${BOM}${lines.join('')}`
}

/** One line an observation, with codes and labels: what another program reads. Streams, for it may be a million lines. */
export function* observationCsv(cube: Cube, kind: CsvKind): Generator<string> {
  const write = writer(kind)
  const strides = cubeStrides(cube)
  const dimensions = cube.variables.map((variable, index) => ({ variable, stride: strides[index] ?? 1 }))
  yield BOM + write.line([...dimensions.flatMap(({ variable: { key, title } }) => [write.text(`${key}_codigo`), write.text(title)]), 'valor', 'estado', 'unidad'])
  for (let index = 0, size = cubeSize(cube); index < size; index++) {
    const value = cubeValue(cube, index)
    const told = value === null ? absenceAt(cube, index) : cube.statuses.get(index)
    const codes = dimensions.flatMap(({ variable, stride }) => {
      const code = variable.codes[Math.floor(index / stride) % variable.codes.length]
      return [write.text(code?.code ?? ''), write.text(code?.label ?? '')]
    })
    yield write.line([...codes, value === null ? '' : write.number(value), write.text(told ? statuses[told].title : ''), write.text(cube.measures[index % Math.max(1, cube.measures.length)]?.unit ?? '')])
  }
}
