/** One order for Spanish text on every engine: accents ignored, ñ after n. The SQL function `platform.sort_key` says the same. */
export const sortKey = (text: string): string =>
  text.toLowerCase().replace(/ñ/g, 'n~').normalize('NFD').replace(/[\u0300-\u036f]/g, '')

export const byText = (a: string, b: string): number => {
  const [left, right] = [sortKey(a), sortKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
