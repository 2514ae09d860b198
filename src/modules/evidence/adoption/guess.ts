import { fold } from '../search/fold.ts'

/** What a path tells of a file: the year, the unit and the codes written in its folders or its name. */
export type PathGuess = { readonly year?: number; readonly unit?: string; readonly codes: readonly string[] }
export type UnitName = { readonly code: string; readonly name: string }

/** BIP: seven or eight digits and a check digit. Accounts of the classifier, with dots or dashes: 215.31.02.004. Tenders: 1509-5-LE24. */
const CODES: readonly RegExp[] = [/(?<![\d.])\d{7,8}-[\dk](?![\d-])/gi, /(?<![\d.-])(?:115|215)[.-]\d{2}(?:[.-]\d{2,3}){0,3}(?![\d])/g, /(?<![\d-])\d{3,7}-\d{1,4}-(?:l[1epqrs]|l1|le|lp|lq|lr|co|ag|se)\d{2,3}(?!\d)/gi, /(?<!\d)[34]0\d{6}(?![\d-])/g]

const unitIn = (segment: string, units: readonly UnitName[]): string | undefined => {
  const words = fold(segment).split(/[^\p{L}\p{N}]+/u)
  return units.find(({ code, name }) => words.includes(fold(code)) || fold(segment).includes(fold(name)))?.name
}

/** Reads a path «2024/DOM/40012345-0 Plaza/acta.pdf». What is nearest to the file wins. */
export const guessFromPath = (path: string, units: readonly UnitName[]): PathGuess => {
  const segments = path.split('/').reverse()
  let year: number | undefined
  for (const segment of segments) {
    const found = [...segment.matchAll(/(?<!\d)(?:19[89]\d|20[0-4]\d)(?!\d)/g)].map(([text]) => Number(text))
    if (found[0] !== undefined) { year = found.at(-1); break }
  }
  const unit = segments.map((segment) => unitIn(segment, units)).find(Boolean)
  const codes = segments.flatMap((segment) => CODES.flatMap((code) => [...segment.matchAll(code)].map(([text]) => text)))
  return { ...(year ? { year } : {}), ...(unit ? { unit } : {}), codes: [...new Set(codes)] }
}
