import type { PxEntry } from './px-text.ts'

/** Looks keywords up in the language that is read; what has no translation falls back to the main language. */
export type PxFacts = {
  readonly language: string
  readonly texts: (keyword: string, ...of: string[]) => readonly string[]
  readonly text: (keyword: string, ...of: string[]) => string | undefined
  readonly bare: (keyword: string, ...of: string[]) => string | undefined
  readonly all: (keyword: string) => readonly PxEntry[]
  /** Name of a variable in the read language, and back to the one of the main language. */
  readonly translated: (variable: string) => string
}
const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, index) => one === b[index])

/** Spanish is read when the file has it; otherwise its main language. */
export const pxFacts = (entries: readonly PxEntry[]): PxFacts => {
  const main = entries.find(({ keyword }) => keyword === 'LANGUAGE')?.texts[0] ?? ''
  const offered = entries.find(({ keyword }) => keyword === 'LANGUAGES')?.texts ?? []
  const language = main.startsWith('es') ? '' : (offered.find((one) => one.startsWith('es')) ?? '')
  const names = (wanted: string): string[] => ['STUB', 'HEADING'].flatMap((keyword) => entries.find((entry) => entry.keyword === keyword && entry.language === wanted)?.texts ?? [])
  const [own, read] = [names(''), language ? names(language) : []]
  const translated = (variable: string): string => (read.length === own.length ? (read[own.indexOf(variable)] ?? variable) : variable)
  const find = (keyword: string, of: readonly string[]): PxEntry | undefined => {
    const mine = entries.filter((entry) => entry.keyword === keyword)
    return mine.find((entry) => language && entry.language === language && same(entry.of, of.map((one, index) => (index === 0 ? translated(one) : one)))) ?? mine.find((entry) => entry.language === '' && same(entry.of, of))
  }
  return {
    language: language || main, translated,
    texts: (keyword, ...of) => find(keyword, of)?.texts ?? [],
    text: (keyword, ...of) => find(keyword, of)?.texts.join(' '),
    bare: (keyword, ...of) => find(keyword, of)?.bare,
    all: (keyword) => {
      const mine = entries.filter((entry) => entry.keyword === keyword)
      const wanted = mine.filter((entry) => entry.language === language)
      return wanted.length > 0 ? wanted : mine.filter((entry) => entry.language === '')
    },
  }
}
