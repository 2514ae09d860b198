import { byText } from '#kernel'

const DATE = /^(?:[a-zé]{3,9}\.?,? )?(\d{2})-(\d{2})-(\d{4})(.*)$/
const NUMBER = /^([−-]?)\s?(?:M?M?\$\s?)?([−-]?)(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?(?:\s.*)?$/

/** A text that begins with a date as the office writes it (22-07-2026), as one that orders by the calendar. */
const dateKey = (text: string): string | undefined => {
  const found = DATE.exec(text)
  return found ? `${found[3]}-${found[2]}-${found[1]}${found[4] ?? ''}` : undefined
}
/** A text that is a number as the office writes it («M$ −1.234», «12,5 %», «3 días»). An account code is not one. */
const numberKey = (text: string): number | undefined => {
  const found = NUMBER.exec(text.replaceAll('\u00a0', ' '))
  return found ? (found[1] || found[2] ? -1 : 1) * Number(`${(found[3] ?? '').replaceAll('.', '')}${(found[4] ?? '').replace(',', '.')}`) : undefined
}
type Key = string | number | undefined
const keysOf = (texts: readonly string[]): readonly Key[] => {
  for (const read of [dateKey, numberKey]) {
    const keys = texts.map((text) => (text === '' ? undefined : read(text)))
    if (keys.every((key, index) => key !== undefined || texts[index] === '')) return keys
  }
  return texts.map((text) => text || undefined)
}
const blank = /^(?:|–|-|—)$/

/**
 * The order of written values, as positions from first to last: dates by the calendar and numbers by their size when every
 * value of the column reads so, texts by the alphabet otherwise. What is empty goes last in both directions.
 */
export const orderOfTexts = (texts: readonly string[], descending = false): readonly number[] => {
  const keys = keysOf(texts.map((text) => (blank.test(text.trim()) ? '' : text.trim())))
  const sign = descending ? -1 : 1
  return texts.map((_, index) => index).sort((a, b) => {
    const [first, second] = [keys[a], keys[b]]
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined)
    return sign * (typeof first === 'number' && typeof second === 'number' ? first - second : byText(String(first), String(second)))
  })
}
