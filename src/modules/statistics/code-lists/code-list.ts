import { type Day, sortKey } from '#kernel'

/** A code in its time. Codes are text and never change their meaning; a name is only an alias. */
export type CodeEntry = {
  readonly code: string; readonly label: string; readonly level: string; readonly parent: string
  /** First and last day it is in force; null has no limit that the list knows. */
  readonly validFrom: Day | null; readonly validUntil: Day | null
  readonly replacedBy: readonly string[]; readonly aliases: readonly string[]; readonly note: string
}
export type CodeList = { readonly key: string; readonly title: string; readonly description: string; readonly source: string; /** Comes with the program. */ readonly national: boolean; readonly codes: readonly CodeEntry[] }

export const inForce = ({ validFrom, validUntil }: CodeEntry, on: Day): boolean => (validFrom === null || validFrom <= on) && (validUntil === null || on <= validUntil)

/** What a code of any time is called on a day: itself when it is in force, those that replaced it when it no longer is, those it came from before it was. Empty when the list does not know it. */
export const codeOn = (list: CodeList, code: string, on: Day): readonly string[] => {
  const entry = list.codes.find((one) => one.code === code)
  if (!entry) return []
  if (inForce(entry, on)) return [code]
  if (entry.validUntil !== null && entry.validUntil < on) return entry.replacedBy.flatMap((next) => codeOn(list, next, on))
  return list.codes.filter(({ replacedBy }) => replacedBy.includes(code)).flatMap((before) => codeOn(list, before.code, on))
}
/** The code a name means on a day, by label or alias; undefined when none or more than one does. */
export const codeNamed = (list: CodeList, name: string, on: Day, level?: string): string | undefined => {
  const key = sortKey(name.trim())
  const found = list.codes.filter((entry) => inForce(entry, on) && (level === undefined || entry.level === level) && [entry.label, ...entry.aliases].some((word) => sortKey(word) === key))
  return found.length === 1 ? found[0]?.code : undefined
}
