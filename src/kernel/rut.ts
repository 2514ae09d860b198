/** RUT, the Chilean tax and identity number: digits and a check digit modulo 11. */
export type Rut = string & { readonly __kind: 'rut' }

/** Check digit for the number (multipliers 2…7 from the right): 0–9 or K. */
export const checkDigit = (digits: string): string => {
  let factor = 2
  let sum = 0
  for (const digit of [...digits].reverse()) {
    sum += Number(digit) * factor
    factor = factor === 7 ? 2 : factor + 1
  }
  const rest = 11 - (sum % 11)
  return rest === 11 ? '0' : rest === 10 ? 'K' : String(rest)
}

/** Reads a RUT with or without dots and dash. Undefined when the shape or the check digit is wrong. Canonical form: 69191100-4. */
export const readRut = (text: string): Rut | undefined => {
  const clean = text.trim().toUpperCase().replace(/[.\s]/g, '')
  const parts = /^(\d{1,8})-?([\dK])$/.exec(clean)
  if (!parts) return undefined
  const digits = String(Number(parts[1]))
  return digits !== '0' && checkDigit(digits) === parts[2] ? (`${digits}-${parts[2]}` as Rut) : undefined
}

/** «69.191.100-4». */
export const formatRut = (rut: Rut): string => {
  const [digits = '', check = ''] = rut.split('-')
  return `${digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.')}-${check}`
}
