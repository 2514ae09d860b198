/**
 * Reads a number as an office writes it: «1.234.567», «1234567», «−500», «(500)», «1.234,5», «$ 1.200».
 * Undefined when it is none. A single dot followed by three digits groups thousands, as everywhere in Chile.
 */
export const readNumber = (text: string): number | undefined => {
  const clean = text.replace(/[\s\u00a0$]/g, '').replace(/^M\$?/, '').replace(/[−–]/g, '-')
  const negative = /^-/.test(clean) || /-$/.test(clean) || /^\(.*\)$/.test(clean)
  const digits = clean.replace(/^-|-$|^\(|\)$/g, '')
  if (!/^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(digits)) return undefined
  const value = Number(digits.replaceAll('.', '').replace(',', '.'))
  return negative && value !== 0 ? -value : value
}
