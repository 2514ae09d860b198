import type { Day } from './day.ts'

/**
 * A habit of the office that the program needs as a number: how many days are given to answer, how near is near. Not law: each municipality
 * changes it, with its history, and without a change the usual value holds.
 */
export type Practice = {
  /** `requests.term`: the module and the habit. */
  readonly key: string
  readonly title: string
  /** What it decides, in a sentence. */
  readonly help: string
  /** «días hábiles», «puntos». */
  readonly unit: string
  /** «día hábil», «punto»: for one. */
  readonly one: string
  readonly usual: number
  readonly minimum: number
  readonly maximum: number
}
export type PracticeChange = { readonly id: string; readonly on: Day; readonly who: string; readonly value: number; readonly reason: string }
/** A habit as a page shows it: what holds today, and every change, the newest first. */
export type PracticeView = Practice & { readonly value: number; readonly changes: readonly PracticeChange[] }

/** «1 día hábil», «8 días hábiles». */
export const practiceText = ({ unit, one }: Pick<Practice, 'unit' | 'one'>, value: number): string => `${value}\u00a0${value === 1 ? one : unit}`

/** Why a value cannot be a habit, in words; undefined when it can. */
export const practiceMistake = ({ minimum, maximum, unit }: Practice, value: number): string | undefined =>
  Number.isInteger(value) && value >= minimum && value <= maximum ? undefined : `Escriba un entero de ${minimum} a ${maximum} ${unit}`
