import type { Day } from './day.ts'

/** V read in an official text · S secondary source · M from memory · M? uncertain. M and M? are shown «por confirmar». */
export type Confidence = 'V' | 'S' | 'M' | 'M?'
export type LawValue = {
  readonly from: Day
  readonly value: unknown
  readonly norm: string
  readonly article?: string
  readonly link?: string
  readonly note?: string
  readonly confidence: Confidence
}
export type LawParameter = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly kind: 'number' | 'text' | 'list' | 'table' | 'boolean'
  /** May a local ordinance or Asesoría Jurídica win over the national value? */
  readonly local?: boolean
  readonly values: readonly LawValue[]
  readonly expected?: readonly { readonly from?: Day; readonly note: string }[]
}
export const needsConfirmation = (value: LawValue): boolean => value.confidence === 'M' || value.confidence === 'M?'

/** The law in force. Every question names the date of the act. */
export type Law = {
  /** The value in force on the day with its citation. Throws when the id is unknown or nothing was in force yet. */
  readonly at: (id: string, on: Day) => LawValue
  readonly number: (id: string, on: Day) => number
  readonly list: (id: string, on: Day) => readonly unknown[]
  readonly parameters: () => readonly LawParameter[]
}

const inForce = (parameter: LawParameter, on: Day): LawValue | undefined =>
  parameter.values.filter((value) => value.from <= on).reduce<LawValue | undefined>((best, value) => (!best || value.from >= best.from ? value : best), undefined)

/** A book of law over parameters; later parameters with the same id (rows of the database) win from their own dates on. */
export const lawBook = (parameters: readonly LawParameter[]): Law => {
  const byId = new Map<string, LawParameter>()
  for (const parameter of parameters) {
    const known = byId.get(parameter.id)
    byId.set(parameter.id, known ? { ...known, values: [...known.values.filter((old) => !parameter.values.some((value) => value.from === old.from)), ...parameter.values] } : parameter)
  }
  const at = (id: string, on: Day): LawValue => {
    const parameter = byId.get(id)
    if (!parameter) throw new RangeError(`No existe el parámetro legal ${id}`)
    const value = inForce(parameter, on)
    if (!value) throw new RangeError(`El parámetro legal ${id} no tiene valor vigente al ${on}`)
    return value
  }
  const typed = <T>(id: string, on: Day, check: (value: unknown) => value is T): T => {
    const { value } = at(id, on)
    if (!check(value)) throw new TypeError(`El parámetro legal ${id} no tiene la forma esperada`)
    return value
  }
  return {
    at,
    number: (id, on) => typed(id, on, (value): value is number => typeof value === 'number'),
    list: (id, on) => typed(id, on, (value): value is unknown[] => Array.isArray(value)),
    parameters: () => [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
