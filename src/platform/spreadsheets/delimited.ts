import { SheetPacker, textTable, type CellLimits } from './pack.ts'
import type { PackedWorkbook } from './sheet.ts'
import { decodeText } from './text-encoding.ts'
import { Unreadable } from './unreadable.ts'

const SEPARATORS = [';', '\t', ',', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

const fieldsIn = (line: string, separator: string): number => {
  let quoted = false
  let count = 1
  for (const character of line) {
    if (character === '"') quoted = !quoted
    else if (character === separator && !quoted) count++
  }
  return count
}

/** The separator that cuts most of the first lines into the same number of fields. Undefined when none cuts anything. */
export const detectSeparator = (text: string): Separator | undefined => {
  const lines = text.slice(0, 60_000).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 200)
  const rated = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => fieldsIn(line, separator)).filter((count) => count > 1)
    const sorted = [...counts].sort((a, b) => a - b)
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 0
    const alike = counts.filter((count) => count === usual).length
    return { separator, score: alike * Math.min(usual, 12) }
  })
  const best = rated.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.separator : undefined
}

/** Cuts delimited text into the packer. Quotes may hold separators, line ends and doubled quotes. Every cell is text. */
export const scanDelimited = (text: string, separator: string, packer: SheetPacker): void => {
  const mark = separator.charCodeAt(0)
  let at = 0
  let row = 0
  let column = 0
  const place = (value: string): void => { if (value !== '') packer.text(row, column, value) }
  while (at < text.length) {
    if (text.charCodeAt(at) === 34) {
      let close = text.indexOf('"', at + 1)
      while (close !== -1 && text.charCodeAt(close + 1) === 34) close = text.indexOf('"', close + 2)
      if (close === -1) throw new Unreadable('damaged')
      place(text.slice(at + 1, close).replaceAll('""', '"'))
      at = close + 1
      // Whatever follows a closing quote up to the separator belongs to nobody and is skipped.
      while (at < text.length && text.charCodeAt(at) !== mark && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++
    } else {
      const from = at
      let code = text.charCodeAt(at)
      while (at < text.length && code !== mark && code !== 10 && code !== 13) code = text.charCodeAt(++at)
      if (at > from) place(text.slice(from, at))
    }
    const code = text.charCodeAt(at)
    if (code === mark) column++
    else if (at < text.length) {
      if (code === 13 && text.charCodeAt(at + 1) === 10) at++
      row++
      column = 0
    }
    at++
  }
}

const isBinary = (text: string): boolean => {
  let odd = 0
  const sample = text.slice(0, 4000)
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) odd++
  }
  return odd > sample.length * 0.01
}

/** Reads .csv or .txt of any encoding and separator as a workbook of one sheet. */
export const readDelimited = (file: Buffer, limits: CellLimits): PackedWorkbook => {
  const { text, encoding } = decodeText(file)
  if (text.trim() === '') throw new Unreadable('empty')
  if (isBinary(text)) throw new Unreadable('not-a-spreadsheet')
  // Excel writes the separator on a first line of its own.
  const declared = /^sep=(.)\r?\n/i.exec(text)
  const separator = declared?.[1] ?? detectSeparator(text)
  if (!separator) throw new Unreadable('not-a-spreadsheet')
  const packer = new SheetPacker(textTable(), limits)
  scanDelimited(declared ? text.slice(declared[0].length) : text, separator, packer)
  return { format: 'csv', encoding, separator, sheets: [packer.close({ name: 'Hoja1' })] }
}
