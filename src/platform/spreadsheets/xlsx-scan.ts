import type { SheetPacker } from './pack.ts'
import { slot } from './sheet.ts'
import { Unreadable } from './unreadable.ts'
import { decodeXml } from './xml-text.ts'
import { richText } from './xlsx-strings.ts'
import { padOver, type Shown } from './xlsx-styles.ts'

const LT = 60, GT = 62, SLASH = 47, EQUALS = 61, SPACE = 32
/** A formula that nobody calculated: the file carries no value for it. */
export const NOT_CALCULATED = '#SIN-CALCULAR'

export type ScanContext = { readonly packer: SheetPacker; readonly strings: readonly string[]; readonly styles: readonly Shown[]; readonly date1904: boolean }
type Attributes = { at: number; closed: boolean; row: number; column: number; type: number; style: number; hidden: boolean }

const isWhole = (xml: Buffer, from: number, to: number): boolean => {
  if (to - from > 15 || to === from) return false
  for (let at = xml[from] === 45 ? from + 1 : from; at < to; at++) if ((xml[at] as number) < 48 || (xml[at] as number) > 57) return false
  return true
}
const readNumber = (xml: Buffer, from: number, to: number): number => {
  if (!isWhole(xml, from, to)) return Number(xml.toString('latin1', from, to))
  let value = 0
  const negative = xml[from] === 45
  for (let at = negative ? from + 1 : from; at < to; at++) value = value * 10 + (xml[at] as number) - 48
  return negative ? -value : value
}

/** Reads the attributes r, t, s and hidden of a `<row` or `<c` tag; `found.at` ends after the tag. */
const readAttributes = (xml: Buffer, from: number, end: number, found: Attributes): void => {
  let at = from
  found.closed = false; found.row = -1; found.column = -1; found.type = 0; found.style = -1; found.hidden = false
  while (at < end) {
    const byte = xml[at] as number
    if (byte === GT) { found.at = at + 1; return }
    if (byte === SLASH) { found.closed = true; found.at = at + 2; return }
    if (byte <= SPACE) { at++; continue }
    const name = at
    while (at < end && xml[at] !== EQUALS) at++
    const length = at - name
    at++
    const quote = xml[at++]
    const value = at
    while (at < end && xml[at] !== quote) at++
    if (length === 1) readAttribute(xml, xml[name] as number, value, at, found)
    else if (length === 6 && xml[name] === 104 && xml[name + 1] === 105) found.hidden = xml[value] === 49 || xml[value] === 116
    at++
  }
  throw new Unreadable('damaged')
}
const readAttribute = (xml: Buffer, name: number, from: number, to: number, found: Attributes): void => {
  if (name === 115) found.style = readNumber(xml, from, to)
  // s, str, inlineStr, b, e, d are told apart by their first letter and length.
  else if (name === 116) found.type = xml[from] === 115 && to - from > 1 ? 83 : (xml[from] as number)
  else if (name === 114) {
    let at = from
    let column = 0
    for (; at < to && (xml[at] as number) > 64; at++) column = column * 26 + ((xml[at] as number) & 31)
    found.column = column - 1
    found.row = readNumber(xml, at, to) - 1
  }
}

const putNumber = ({ packer, styles, date1904 }: ScanContext, row: number, column: number, value: number, style: number): void => {
  const shown = style < 0 ? undefined : styles[style]
  if (!shown || shown.kind === 'plain') packer.put(row, column, slot.number, value)
  else if (shown.kind === 'date') packer.put(row, column, slot.date, date1904 ? value + 1462 : value)
  else if (shown.kind === 'percent') packer.put(row, column, slot.percent, value)
  else packer.text(row, column, padOver(value, shown.pattern))
}

const putValue = (context: ScanContext, xml: Buffer, row: number, cell: Attributes, column: number, from: number, to: number): void => {
  const { packer, strings } = context
  if (cell.type === 0 || cell.type === 110) {
    if (to === from) return
    const value = readNumber(xml, from, to)
    if (Number.isNaN(value)) throw new Unreadable('odd')
    putNumber(context, row, column, value, cell.style)
  } else if (cell.type === 115) {
    const text = strings[readNumber(xml, from, to)]
    if (text === undefined) throw new Unreadable('damaged')
    if (text !== '') packer.text(row, column, text)
  } else if (cell.type === 98) packer.put(row, column, slot.boolean, xml[from] === 49 ? 1 : 0)
  else {
    const text = decodeXml(xml.toString('utf8', from, to))
    if (cell.type === 101) packer.error(row, column, text)
    else if (cell.type === 100) packer.text(row, column, text.slice(0, 10))
    else if (text !== '') packer.text(row, column, text)
  }
}

const scanCell = (context: ScanContext, xml: Buffer, row: number, column: number, cell: Attributes, end: number): number => {
  let at = cell.at
  let formula = false
  let valued = false
  while (at < end) {
    while (at < end && xml[at] !== LT) at++
    const next = xml[at + 1]
    if (next === SLASH && xml[at + 2] === 99) {
      if (formula && !valued) context.packer.error(row, column, NOT_CALCULATED)
      return at + 4
    }
    if (next === 118) {
      const from = xml.indexOf(GT, at) + 1
      if (xml[from - 2] === SLASH) { at = from; continue }
      let to = from
      while (to < end && xml[to] !== LT) to++
      putValue(context, xml, row, cell, column, from, to)
      valued = true
      at = to + 4
    } else if (next === 105) {
      const to = xml.indexOf('</is>', at)
      if (to === -1) throw new Unreadable('damaged')
      const text = richText(xml.toString('utf8', at, to))
      if (text !== '') context.packer.text(row, column, text)
      valued = true
      at = to + 5
    } else {
      if (next === 102) formula = true
      at++
    }
  }
  throw new Unreadable('damaged')
}

/** Reads `<sheetData>` byte by byte into the packer and returns the hidden rows. Prefixed or shuffled files are `odd`. */
export const scanSheetData = (xml: Buffer, from: number, end: number, context: ScanContext): number[] => {
  const hidden: number[] = []
  const tag: Attributes = { at: 0, closed: false, row: -1, column: -1, type: 0, style: -1, hidden: false }
  let at = from
  let row = -1
  let column = -1
  while (at < end) {
    if (xml[at] !== LT) { at++; continue }
    const next = xml[at + 1]
    const after = xml[at + 2] as number
    if (next === 99 && (after <= SPACE || after === GT || after === SLASH)) {
      readAttributes(xml, at + 2, end, tag)
      column = tag.column >= 0 ? tag.column : column + 1
      at = tag.closed ? tag.at : scanCell(context, xml, row, column, tag, end)
    } else if (next === 114 && after === 111) {
      readAttributes(xml, at + 4, end, tag)
      row = tag.row >= 0 ? tag.row : row + 1
      column = -1
      if (tag.hidden) hidden.push(row)
      at = tag.at
    } else at++
  }
  return hidden
}
