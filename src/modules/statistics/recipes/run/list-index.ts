import type { ListCode } from '../model/code-list.ts'
import { fold } from '../text/plain-text.ts'

/** How names are compared: without accents, case, punctuation nor double spaces. */
export const nameKey = (text: string): string => fold(text).replace(/[^a-z0-9ñ ]+/g, ' ').replace(/\s+/g, ' ').trim()

export type ListIndex = {
  readonly byCode: (code: string) => ListCode | undefined
  /** By alias or name, at a level when said; a name that two codes have is nobody's. */
  readonly byName: (name: string, level?: string) => ListCode | undefined
}
const ambiguous = Symbol('two')
const indexed = new WeakMap<readonly ListCode[], ListIndex>()

/** Index of a code list, made once for each list. */
export const listIndex = (list: readonly ListCode[]): ListIndex => {
  const known = indexed.get(list)
  if (known) return known
  const codes = new Map(list.map((one) => [one.code, one]))
  const names = new Map<string, ListCode | typeof ambiguous>()
  const note = (key: string, one: ListCode): void => {
    const before = names.get(key)
    names.set(key, before && before !== one ? ambiguous : one)
  }
  for (const one of list) {
    if (one.former) continue
    for (const key of new Set([one.label, ...(one.aliases ?? [])].map(nameKey))) {
      note(`*:${key}`, one)
      if (one.level) note(`${one.level}:${key}`, one)
    }
  }
  const index: ListIndex = {
    byCode: (code) => codes.get(code),
    byName: (name, level) => { const found = names.get(`${level ?? '*'}:${nameKey(name)}`); return found === ambiguous ? undefined : found },
  }
  indexed.set(list, index)
  return index
}
