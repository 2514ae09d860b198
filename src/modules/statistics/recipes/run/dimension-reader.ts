import type { Cell } from '#platform/spreadsheets'
import type { CodeLists } from '../model/code-list.ts'
import type { DimensionRule } from '../model/dimension-rule.ts'
import { type FootnoteKind, withoutMarks } from '../text/footnotes.ts'
import { fold, textOf } from '../text/plain-text.ts'
import { CodeBook } from './code-facts.ts'
import type { FindingBook, Place } from './findings.ts'
import { type MadeCode, ruleCode } from './rule-code.ts'

export type DimensionReader = { readonly rule: DimensionRule; readonly book: CodeBook; readonly read: (cell: Cell, place: Place, textOfColumn?: (header: string) => string) => string | undefined }
export type ReaderContext = { readonly lists: CodeLists; readonly findings: FindingBook; readonly footnotes: FootnoteKind; readonly notes: ReadonlyMap<string, string>; readonly lineBreaks: 'space' | 'keep' }

type Read = MadeCode & { readonly label?: string; readonly marks?: readonly string[] }
const cut = (rule: DimensionRule, text: string): { text: string; label?: string; unit?: string } | undefined => {
  if (!rule.pattern) return { text }
  const groups = new RegExp(rule.pattern, 'su').exec(text)?.groups
  return groups ? { text: groups['code']?.trim() ?? text, label: groups['label']?.trim(), unit: groups['unit']?.trim() } : undefined
}

/** Reads the codes of a dimension, cell by cell, and keeps what it learnt of each. Equal texts are worked out once. */
export const dimensionReader = (rule: DimensionRule, { lists, findings, footnotes, notes, lineBreaks }: ReaderContext): DimensionReader => {
  const book = new CodeBook()
  const expected = rule.expected && new Set(rule.expected)
  const own = new Map(rule.codes.map((code) => [code.code, code]))
  const aliases = new Map(Object.entries(rule.aliases).map(([from, code]) => [fold(from), code]))
  const cache = new Map<string, Read>()
  let above = ''
  const make = (raw: string, cell: Cell, level?: string): Read => {
    const { text, marks } = withoutMarks(raw, footnotes, notes)
    const alias = aliases.get(fold(text))
    if (alias !== undefined) return { ...ruleCode(rule.code, alias, alias, lists, level), ...(own.has(alias) ? { code: alias, wrong: undefined, doubt: undefined } : {}), marks }
    const piece = cut(rule, text)
    if (!piece) return { wrong: `«${text.slice(0, 80)}» no tiene la forma que espera la receta` }
    const made = ruleCode(rule.code, piece.text, rule.pattern ? piece.text : marks.length > 0 ? text : cell, lists, level)
    const unit = piece.unit ? `Unidad: ${piece.unit}.` : ''
    return { ...made, label: made.label && made.label !== piece.text ? made.label : (piece.label ?? made.label ?? (rule.code.kind === 'padded' ? '' : piece.text)), note: [made.note, made.note?.includes(unit) ? '' : unit].filter(Boolean).join(' ') || undefined, marks }
  }
  const judge = ({ code, doubt, wrong }: Read, place: Place, text: string): string | undefined => {
    const name = `«${rule.title}»`
    if (wrong !== undefined || code === undefined || code === '') { findings.add(`valor que no sirve en ${name}`, 'stops', place, `${name}: ${wrong ?? 'no hay código'}.`, 'Corrija la celda, o diga en la receta qué código le corresponde (alias).'); return undefined }
    if (code.length > 80) { findings.add(`código largo en ${name}`, 'stops', place, `${name}: «${text.slice(0, 60)}…» es demasiado largo para ser un código.`, 'Si es un texto libre, márquelo como ignorado; si es una categoría, use códigos cortos.'); return undefined }
    if (doubt === 'serial' && !book.has(code)) findings.add(`fecha guardada como número en ${name}`, 'warns', place, `${name}: «${text}» es una fecha guardada como número; se leyó ${code}.`, 'Compruebe que sea la fecha que corresponde.')
    const stranger = (doubt === 'not-listed' && !own.has(code)) || (expected && !expected.has(code) && !own.has(code) && !rule.totals.some((total) => total.code === code))
    if (stranger && !book.has(code)) {
      if (rule.unknown === 'stop') findings.add(`categoría desconocida en ${name}`, 'stops', place, `${name}: no se conoce «${text}» (${code}).`, rule.role === 'place' ? 'Revise el código: si la comuna o región existe, falta en la lista de códigos; si no, es un error del archivo.' : 'Si es una categoría nueva, agréguela a la receta; si es un error de escritura, dígale su alias.')
      else if (rule.unknown !== 'accept') findings.add(`categoría nueva en ${name}`, 'warns', place, rule.unknown === 'retired' ? `${name}: «${text}» ya no está en el catálogo del publicador; se cargó marcada como retirada.` : `${name}: «${text}» no estaba antes; se cargó como ${code}.`, rule.unknown === 'retired' ? 'Nada que hacer: sus datos siguen disponibles, con la marca.' : 'Mire si es nueva o si otra cambió de nombre.')
    }
    return rule.unknown === 'stop' && stranger ? undefined : code
  }
  const learn = (code: string, read: Read): void => {
    if (book.has(code)) return
    const declared = own.get(code)
    const retired = rule.unknown === 'retired' && read.doubt === 'not-listed' ? 'Variable retirada: ya no está en el catálogo de quien publica.' : undefined
    book.note(code, declared?.label ?? rule.labels[code] ?? (read.label || code), { note: [declared?.note ?? read.note, retired, ...(read.marks ?? []).map((mark) => notes.get(mark))].filter(Boolean).join(' ') || undefined, parent: declared?.parent ?? read.parent, level: declared?.level ?? read.level })
  }
  const read: DimensionReader['read'] = (cell, place, textOfColumn) => {
    let text = textOf(cell, lineBreaks)
    if (text === '' && rule.fillDown) text = above
    above = text
    if (text === '') {
      if (rule.blank) { book.note(rule.blank.code, rule.blank.label); return rule.blank.code }
      findings.add(`celda vacía en «${rule.title}»`, 'stops', place, `«${rule.title}» está vacía.`, 'Complete la celda, o diga en la receta qué significa vacía (por ejemplo «Sin dato») o que repite la de arriba.')
      return undefined
    }
    if (typeof cell === 'object' && cell !== null && 'error' in cell) { findings.add('celda con error', 'stops', place, `«${rule.title}» tiene un error de fórmula (${cell.error}).`, 'Abra el archivo en Excel, corrija la fórmula, guárdelo y vuelva a subirlo.'); return undefined }
    const total = rule.totals.find((one) => fold(one.text) === fold(text))
    const delegated = total?.column ? (textOfColumn?.(total.column) ?? '') : ''
    const known = cache.get(`${text}\u001f${delegated}`)
    const made = known ?? (total?.code ? { code: total.code, label: own.get(total.code)?.label ?? text } : delegated ? make(delegated, delegated, total?.level) : make(text, text === textOf(cell, lineBreaks) ? cell : text))
    if (!known) cache.set(`${text}\u001f${delegated}`, made)
    const code = judge(made, place, delegated || text)
    if (code !== undefined) learn(code, made)
    return code
  }
  return { rule, book, read }
}
