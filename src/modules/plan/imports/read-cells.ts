/** Items of a cell: numbered or bulleted parts, paragraphs, or parts between semicolons. A paragraph that goes on with a small letter belongs to the one before. */
export const splitItems = (lines: readonly string[]): string[] => {
  const joined: string[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last !== undefined && /^[a-záéíóúñ(]/.test(line) && !/[.;:]$/.test(last) && !/^[a-z]\)/.test(line)) joined[joined.length - 1] = `${last} ${line}`
    else joined.push(line)
  }
  const [only] = joined
  const parts = joined.length === 1 && only ? splitLine(only) : joined
  return parts.map((part) => part.replace(/^(?:[-•·▪–*]\s*|\(?\d{1,2}[.)°]-?\s+|[a-z]\)\s*)/, '').replace(/[;.]$/, '').trim()).filter((part) => part.length > 0)
}
const splitLine = (line: string): string[] => {
  const marks = [...line.matchAll(/(?:^|\s)\(?(\d{1,2})[.)]\s+/g)]
  // Only 1, 2, 3… in order is a numbering; «2.1 km» or «el 30. » is not.
  if (marks.length > 1 && marks.every((mark, index) => Number(mark[1]) === index + 1)) return line.split(/(?:^|\s)\(?\d{1,2}[.)]\s+/).filter(Boolean)
  return line.includes(';') ? line.split(/\s*;\s*/).filter(Boolean) : [line]
}

const NOTHING = /^(s\/?i|s\/?d|n\/?a|sin (informaci[oó]n|dato|l[ií]nea.*|medici[oó]n)|no (existe|hay|disponible|aplica).*|por (definir|determinar|levantar).*|-+|–)$/i
const RELATIVE = /(aument|increment|reduc|disminu|baj)\w*\s+(en|un|al menos)/i
export type Measure = { readonly value: number | null; readonly unit: string; readonly year: number | null; readonly says: string; readonly doubt?: string }
const numberOf = (text: string): number => Number(/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text.replace(',', '.'))

/** A value with its unit and its year: «85 % al 2030» is 85, %, 2030. What has no single number is said, never guessed. */
export const readMeasure = (text: string): Measure => {
  const says = text.replace(/[\s\u00a0]+/g, ' ').trim()
  const year = Number(/\b(20[1-5]\d)\b(?!.*\b20[1-5]\d\b)/.exec(says)?.[1] ?? 0) || null
  if (says === '' || NOTHING.test(says)) return { value: null, unit: '', year, says }
  const numbers = [...says.matchAll(/\d+(?:[.,]\d+)*/g)].filter((found) => !(year && found[0] === String(year)) && !/^\(?20[1-5]\d/.test(says.slice(found.index)))
  const [first] = numbers
  if (!first) return { value: null, unit: '', year, says, doubt: `«${says}» no trae un número` }
  const after = says.slice((first.index ?? 0) + first[0].length)
  const unit = /^\s*%/.test(after) ? '%' : (/^\s+([a-záéíóúñü³²/]+(?:\s+(?:de\s+)?[a-záéíóúñü]+)?)/i.exec(after)?.[1] ?? '').replace(/\s+(al|a|en|por|para|hasta|desde)$/i, '').replace(/^(al|a|en|por|para|hasta|desde)\b.*$/i, '')
  const value = numberOf(first[0])
  if (!Number.isFinite(value)) return { value: null, unit, year, says, doubt: `«${says}» no se entiende como número` }
  if (RELATIVE.test(says)) return { value: null, unit, year, says, doubt: `«${says}» es un cambio respecto de la base, no un valor` }
  return { value, unit, year, says, ...(numbers.length > 1 ? { doubt: `«${says}» trae ${numbers.length} números: se tomó el primero` } : {}) }
}
/** Values for `count` indicators of one cell: as many as there are, or the same for all when `shared`. */
export const distribute = (lines: readonly string[], count: number, shared: boolean): { readonly values: readonly string[]; readonly matched: boolean } => {
  const whole = lines.join(' ').trim()
  if (count <= 1) return { values: [whole], matched: true }
  const items = splitItems(lines)
  if (items.length === count) return { values: items, matched: true }
  return { values: Array.from({ length: count }, (_, index) => (shared || index === 0 ? whole : '')), matched: shared || whole === '' }
}
