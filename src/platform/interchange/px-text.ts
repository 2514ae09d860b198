import { NotReadable } from './cube.ts'

/** `KEYWORD[language]("variable","value")=…`, its values as texts. Words without quotes (YES, numbers, TLIST) come in `bare`. */
export type PxEntry = { readonly keyword: string; readonly language: string; readonly of: readonly string[]; readonly texts: readonly string[]; readonly bare: string }

const SPACE = /\s/
const skipSpace = (text: string, from: number): number => {
  let at = from
  while (at < text.length && SPACE.test(text.charAt(at))) at++
  return at
}
/** Text between quotes that opens at `from`; adjacent quoted pieces without comma are one text cut in lines. */
const quoted = (text: string, from: number): { text: string; next: number } => {
  let whole = ''
  let at = from
  while (text.charAt(at) === '"') {
    const close = text.indexOf('"', at + 1)
    if (close === -1) throw new NotReadable('damaged', 'Hay una comilla que no se cierra.')
    whole += text.slice(at + 1, close)
    at = skipSpace(text, close + 1)
  }
  return { text: whole, next: at }
}
const values = (text: string, from: number): { texts: string[]; bare: string; next: number } => {
  const texts: string[] = []
  let bare = ''
  let at = skipSpace(text, from)
  while (at < text.length && text.charAt(at) !== ';') {
    if (text.charAt(at) === '"') {
      const found = quoted(text, at)
      texts.push(found.text)
      at = found.next
    } else bare += text.charAt(at++)
  }
  return { texts, bare: bare.trim(), next: at + 1 }
}
const HEAD = /^([A-Z][A-Z0-9-]*)(?:\[([\w-]+)\])?\s*(?:\(((?:"[^"]*"|[^")])*)\))?\s*=/i

/** Entries of a PX file up to DATA, and where the data begin. A word that does not start an entry is a broken file. */
export const pxEntries = (text: string): { entries: PxEntry[]; data: number } => {
  const entries: PxEntry[] = []
  let at = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  while (at < text.length) {
    const head = HEAD.exec(text.slice(at, at + 4000))
    if (!head) throw new NotReadable('damaged', `No se entiende «${text.slice(at, at + 30).trim()}».`)
    const keyword = (head[1] ?? '').toUpperCase()
    at += head[0].length
    if (keyword === 'DATA') return { entries, data: at }
    const { next, ...found } = values(text, at)
    entries.push({ keyword, language: head[2] ?? '', of: [...(head[3] ?? '').matchAll(/"([^"]*)"/g)].map(([, name]) => name ?? ''), ...found })
    at = skipSpace(text, next)
  }
  throw new NotReadable('damaged', 'No trae la palabra DATA: está cortado.')
}

/** The data as written: numbers, quoted symbols and, in the sparse form, quoted keys. */
export function* pxData(text: string, from: number): Generator<string> {
  const token = /"([^"]*)"|[^\s,;"]+|;/g
  token.lastIndex = from
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === ';') return
    yield found[1] === undefined ? found[0] : `"${found[1]}`
  }
}
