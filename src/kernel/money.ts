/** Money is whole Chilean pesos (CLP has no cents). Thousands («M$») exist only in presentation. */
export type Pesos = number & { readonly __unit: 'CLP' }

/** Brands a whole number as pesos. Throws RangeError when it is not a safe integer: a fraction of a peso is a defect of the caller. */
export const pesos = (amount: number): Pesos => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`No es un monto en pesos enteros: ${amount}`)
  return (amount === 0 ? 0 : amount) as Pesos
}

export const zeroPesos = pesos(0)

export const addPesos = (amounts: Iterable<Pesos>): Pesos => {
  let total = 0
  for (const amount of amounts) total += amount
  return pesos(total)
}

export const subtractPesos = (left: Pesos, right: Pesos): Pesos => pesos(left - right)

/**
 * Rounds pesos to thousands so that the rounded parts add up to the rounded total (largest remainder, identity I12).
 * The total is rounded half away from zero; the differences go to the parts with the largest remainders.
 * Order is kept. Returns whole thousands.
 */
export const thousandsThatTie = (parts: readonly Pesos[]): number[] => {
  const total = parts.reduce<number>((sum, part) => sum + part, 0)
  const target = Math.sign(total) * Math.round(Math.abs(total) / 1000)
  const floors = parts.map((part) => Math.floor(part / 1000))
  const missing = target - floors.reduce((sum, floor) => sum + floor, 0)
  const order = parts
    .map((part, index) => ({ index, remainder: part - Math.floor(part / 1000) * 1000 }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const result = [...floors]
  for (const { index } of order.slice(0, Math.max(0, missing))) result[index] = (result[index] ?? 0) + 1
  return result
}
