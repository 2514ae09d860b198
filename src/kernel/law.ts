import type { Day } from './day.ts'
import type { LawId } from './law-ids.ts'
import { defineProblem } from './problem.ts'

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
export type LawKind = 'number' | 'text' | 'list' | 'table' | 'record' | 'boolean'
export type LawRow = Readonly<Record<string, unknown>>
export type LawParameter = {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly kind: LawKind
  /** May a local ordinance or Asesoría Jurídica win over the national value? */
  readonly local?: boolean
  readonly values: readonly LawValue[]
  readonly expected?: readonly { readonly from?: Day; readonly note: string }[]
}
export const needsConfirmation = (value: LawValue): boolean => value.confidence === 'M' || value.confidence === 'M?'

/** The law in force. Every question names the date of the act. Ids are checked by the compiler; `find` takes any text. */
export type Law = {
  /** The value in force on the day with its citation. Throws when the id is unknown or nothing was in force yet. */
  readonly at: (id: LawId, on: Day) => LawValue
  readonly number: (id: LawId, on: Day) => number
  readonly text: (id: LawId, on: Day) => string
  readonly boolean: (id: LawId, on: Day) => boolean
  readonly list: (id: LawId, on: Day) => readonly unknown[]
  /** Rows of a table parameter, each a record with the same keys. */
  readonly table: (id: LawId, on: Day) => readonly LawRow[]
  readonly record: (id: LawId, on: Day) => LawRow
  /** For ids that come from the database or an address: undefined when unknown or not yet in force. */
  readonly find: (id: string, on: Day) => LawValue | undefined
  readonly parameters: () => readonly LawParameter[]
}

/** The value of one parameter on a day: the one with the latest `from` not after it. Undefined before the first. */
export const inForce = (parameter: LawParameter, on: Day): LawValue | undefined =>
  parameter.values.filter((value) => value.from <= on).reduce<LawValue | undefined>((best, value) => (!best || value.from >= best.from ? value : best), undefined)

const isRow = (value: unknown): value is LawRow => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A date before the first value known of a norm: somebody wrote a year too far back, or ahead. */
export const lawSilent = defineProblem<{ id: string; on: Day }>({
  id: 'norma/sin-valor-en-la-fecha', kind: 'rule',
  title: 'La norma no tiene valor en esa fecha',
  detail: ({ id, on }) => `El parámetro legal ${id} no tiene valor vigente al ${on}.`,
  remedy: 'Revise el año o la fecha escrita; en Normativa vigente se ve desde cuándo rige cada valor.',
})

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
    if (!value) throw lawSilent({ id, on })
    return value
  }
  const typed = <T>(check: (value: unknown) => value is T) => (id: LawId, on: Day): T => {
    const { value } = at(id, on)
    if (!check(value)) throw new TypeError(`El parámetro legal ${id} no tiene la forma esperada`)
    return value
  }
  const find = (id: string, on: Day): LawValue | undefined => {
    const parameter = byId.get(id)
    return parameter && inForce(parameter, on)
  }
  return {
    at,
    number: typed((value): value is number => typeof value === 'number'),
    text: typed((value): value is string => typeof value === 'string'),
    boolean: typed((value): value is boolean => typeof value === 'boolean'),
    list: typed((value): value is unknown[] => Array.isArray(value)),
    table: typed((value): value is LawRow[] => Array.isArray(value) && value.every(isRow)),
    record: typed(isRow),
    find,
    parameters: () => [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
