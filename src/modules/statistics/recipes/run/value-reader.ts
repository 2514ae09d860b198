import type { Cell } from '#platform/spreadsheets'
import { isObservationStatus, type ObservationStatus, statuses } from '../../model/status.ts'
import type { MeasureRule, NumberFormat } from '../model/measure-rule.ts'
import { numberFromText } from '../text/number-text.ts'
import { fold, textOf } from '../text/plain-text.ts'
import type { FindingBook, Place } from './findings.ts'
import type { StatusWords } from './status-words.ts'

export type ReadValue = { readonly value: number | null; readonly status: ObservationStatus | null }
export type ValueReader = (cell: Cell, place: Place, mark?: string) => ReadValue | undefined
export type ValueContext = { readonly numbers: NumberFormat; readonly empty: ObservationStatus | 'nothing'; readonly words: StatusWords; readonly findings: FindingBook }

const FORMATS = ['es', 'en', 'plain'] as const
/** «1.234 p», «1.234 (e)»: a number with its mark. */
const MARKED = /^(.*\d%?)\s*\(?([a-z]{1,2})\)?$/i

/** Reads the cells of a measure: number, absence with its name, or a finding. Undefined: nothing is there. */
export const valueReader = (rule: MeasureRule, { numbers, empty, words, findings }: ValueContext): ValueReader => {
  const format = rule.numbers ?? numbers
  const name = `«${rule.title}»`
  const standing = new Map(Object.entries(rule.words).map(([text, value]) => [fold(text), value]))
  const sentinels = new Map(Object.entries(rule.sentinels).map(([text, status]) => [Number(text), status]))
  const fromPercent = (points: number): number => (rule.percent === 'points' ? points : points / 100)
  const refuse = (kind: string, place: Place, text: string, remedy: string): undefined => { findings.add(`${kind} en ${name}`, 'stops', place, text, remedy); return undefined }
  const settle = (value: number, place: Place, status: ObservationStatus | null, percent = false): ReadValue => {
    const sentinel = sentinels.get(value)
    if (sentinel && isObservationStatus(sentinel)) return { value: null, status: sentinel }
    const scaled = rule.scale === 1 || percent ? value : value * rule.scale
    if ((rule.range?.min !== undefined && scaled < rule.range.min) || (rule.range?.max !== undefined && scaled > rule.range.max)) findings.add(`valor fuera de rango en ${name}`, 'warns', place, `${name}: ${textOf(scaled)} está fuera de lo que puede ser (${rule.range.min ?? 'sin mínimo'} a ${rule.range.max ?? 'sin máximo'}).`, 'Compare con el archivo de quien publica: suele ser otra unidad (%, M$) o una columna corrida.')
    return { value: scaled, status }
  }
  const fromText = (raw: string, place: Place): ReadValue | undefined => {
    const text = rule.suffix && raw.endsWith(rule.suffix) ? raw.slice(0, -rule.suffix.length).trim() : raw
    const stands = standing.get(fold(text))
    if (stands !== undefined) return settle(stands, place, null)
    const absence = words.absence(text)
    if (absence) return { value: null, status: absence }
    const number = numberFromText(text, format)
    if (number) return settle(number.percent ? fromPercent(number.value) : number.value, place, null, number.percent)
    const marked = MARKED.exec(text)
    const [status, beside] = [marked?.[2] ? words.mark(marked[2]) : undefined, marked?.[1] ? numberFromText(marked[1].trim(), format) : undefined]
    if (status && statuses[status].hasValue && beside) return settle(beside.percent ? fromPercent(beside.value) : beside.value, place, status, beside.percent)
    const other = FORMATS.find((one) => one !== format && numberFromText(text, one))
    if (other) return refuse('número con otro formato', place, `${name}: «${text}» no está escrito como dice la receta (${FORMAT_WORDS[format]}).`, `Parece ${FORMAT_WORDS[other]}. Si toda la columna viene así, cambie el formato en la receta.`)
    return refuse('texto que no es número', place, `${name}: «${text.slice(0, 80)}» no es un número ni una marca conocida.`, 'Diga en la receta qué significa ese texto (un estado como «Sin dato», o un número), o corrija la celda.')
  }
  return (cell, place, mark) => {
    const status = mark ? (words.mark(mark) ?? null) : null
    // Some publishers repeat the number as text in the column of the marks: it says nothing more.
    if (mark && !status && !FORMATS.some((one) => numberFromText(mark, one))) return refuse('marca desconocida', place, `${name}: no se conoce la marca «${mark}».`, 'Diga en la receta qué estado es.')
    const absent = status && !statuses[status].hasValue ? status : null
    const plain = (): ReadValue | undefined => {
      if (cell === null || cell === '') return absent ? { value: null, status: absent } : empty === 'nothing' ? undefined : { value: null, status: empty }
      if (typeof cell === 'number') return settle(cell, place, null)
      if (typeof cell === 'string') { const text = textOf(cell); return text === '' ? (empty === 'nothing' ? undefined : { value: null, status: empty }) : fromText(text, place) }
      if (typeof cell === 'boolean') return standing.size > 0 ? fromText(textOf(cell), place) : refuse('celda lógica', place, `${name}: la celda dice ${cell ? 'VERDADERO' : 'FALSO'}.`, 'Diga en la receta qué número le corresponde.')
      if ('percent' in cell) return settle(rule.percent === 'points' ? cell.percent * 100 : cell.percent, place, null, true)
      if ('date' in cell) return refuse('fecha donde va un número', place, `${name}: hay una fecha (${cell.date}) donde va un número.`, 'Excel convierte «1-2» o «3/5» en fechas: corrija la celda, o revise si las columnas están corridas.')
      return refuse('celda con error', place, `${name}: la celda tiene un error de fórmula (${cell.error}).`, 'Abra el archivo en Excel, corrija la fórmula, guárdelo y vuelva a subirlo.')
    }
    const read = plain()
    return absent ? { value: null, status: absent } : read && status && read.value !== null ? { value: read.value, status } : read
  }
}
const FORMAT_WORDS: Readonly<Record<NumberFormat, string>> = { es: 'con punto de miles y coma decimal, 1.234,5', en: 'con coma de miles y punto decimal, 1,234.5', plain: 'sin miles y con punto decimal, 1234.5' }
