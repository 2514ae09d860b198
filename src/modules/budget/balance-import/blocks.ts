import type { Sheet } from '#platform/spreadsheets'
import { plain } from './fields.ts'

/** A row that opens a block: every account below belongs to that area, programme or cost centre until the next one. */
export type BlockHeader = { readonly what: 'area' | 'programme' | 'costCentre'; readonly code: string; readonly name: string }

/** Áreas de gestión of the municipal budget (CGR accounting rules for municipalities). */
const AREAS: readonly (readonly [string, string])[] = [
  ['1', 'GESTION INTERNA'], ['2', 'SERVICIOS A LA COMUNIDAD'], ['3', 'ACTIVIDADES MUNICIPALES'], ['4', 'PROGRAMAS SOCIALES'], ['5', 'PROGRAMAS RECREACIONALES'], ['6', 'PROGRAMAS CULTURALES'],
]

/** Code of an area from «01», «1 Gestión Interna» or its name; the text itself when it is none of the six. */
export const areaCode = (text: string): string => {
  const words = plain(text)
  const number = /^0?(\d{1,2})\b/.exec(words)?.[1]
  if (number) return number
  const named = AREAS.find(([, name]) => words === name || words.startsWith(name) || name.startsWith(words))
  return words === '' ? '' : (named?.[0] ?? text.trim())
}

const accentless = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toUpperCase()

const OPENINGS: readonly (readonly [BlockHeader['what'], RegExp])[] = [
  ['area', /^AREA(?:\s+DE)?(?:\s+GESTION)?(?:\s+MUNICIPAL)?\s*(?:N[°º.]*)?\s*[:.-]?\s*(\d{1,2})?\s*[-:.]?\s*(.*)$/],
  ['programme', /^(?:SUB)?PROGRAMA\s*(?:N[°º.]*)?\s*[:.-]?\s*([\d][\d.\-]*)?\s*[-:.]?\s*(.*)$/],
  ['costCentre', /^CENTRO\s+(?:DE\s+)?COSTOS?\s*(?:N[°º.]*)?\s*[:.-]?\s*([\d][\d.\-]*)?\s*[-:.]?\s*(.*)$/],
]

const firstTexts = (sheet: Sheet, row: number): string => {
  const parts: string[] = []
  for (let column = 0; column < sheet.columnCount && parts.length < 3; column++) {
    const cell = sheet.cell(row, column)
    if (typeof cell === 'string' && cell.trim() !== '') parts.push(cell.trim())
    else if (typeof cell === 'number' && parts.length > 0 && Number.isInteger(cell) && cell < 1000) parts.push(String(cell))
  }
  return parts.join(' ')
}

/** Reads a row as the opening of a block: «ÁREA: 1 GESTIÓN INTERNA», «PROGRAMA 04.01 ADULTO MAYOR». Undefined otherwise. */
export const areaHeader = (sheet: Sheet, row: number): BlockHeader | undefined => {
  const head = sheet.cell(row, 0) ?? sheet.cell(row, 1) ?? sheet.cell(row, 2)
  if (typeof head !== 'string') return undefined
  const letter = head.trimStart().charCodeAt(0) & 0xdf
  // A, Á, P, S, C: nothing else opens a block, and most rows stop here.
  if (letter !== 65 && letter !== 0xc1 && letter !== 80 && letter !== 83 && letter !== 67) return undefined
  const text = accentless(firstTexts(sheet, row))
  for (const [what, opening] of OPENINGS) {
    const found = opening.exec(text)
    if (!found) continue
    const name = (found[2] ?? '').trim()
    const code = found[1] ?? (what === 'area' ? areaCode(name) : name)
    if (code === '' || (what === 'area' && !/^\d{1,2}$/.test(code))) return undefined
    return { what, code: what === 'area' ? String(Number(code)) : code.replace(/[.-]$/, ''), name }
  }
  return undefined
}
