import { formatPesos, type Pesos } from '#kernel'
import type { AmountUnit } from './amounts.ts'
import type { Amounts } from './balance.ts'
import { type BalanceKind, fieldTitle, type Phase } from './fields.ts'
import type { ProblemCode } from './located-problem.ts'

/** A broken rule of one row: the phase whose cell is blamed, and the sentence. */
export type Broken = { readonly code: ProblemCode; readonly phase: Phase; readonly what: string }

/** Each figure rounded to thousands leaves up to one thousand of difference among three. */
export const roundingStep = (unit: AmountUnit): number => (unit === 'thousands' ? 1000 : 0)
const title = (phase: Phase): string => fieldTitle[phase].toLowerCase()

type Equality = { readonly code: ProblemCode; readonly phase: Phase; readonly left: Pesos; readonly right: number; readonly saying: string }
const equality = ({ code, phase, left, right, saying }: Equality, step: number): Broken | undefined => {
  const difference = left - right
  if (difference === 0) return undefined
  const what = `${saying}: el archivo dice ${formatPesos(left)} y resultan ${formatPesos(right)}.`
  return Math.abs(difference) <= step ? { code: 'rounding', phase, what } : { code, phase, what }
}

const NONE: Broken[] = []
/** Most rows are sound, and nothing is built for them. */
const soundEqualities = ({ initial, modification, adjusted, commitment, accrued, paid, outstandingDebt, availableBalance, collected, receivable }: Amounts): boolean =>
  (initial === undefined || modification === undefined || adjusted === undefined || adjusted === initial + modification) &&
  (outstandingDebt === undefined || accrued === undefined || paid === undefined || outstandingDebt === accrued - paid) &&
  (receivable === undefined || accrued === undefined || collected === undefined || receivable === accrued - collected) &&
  (availableBalance === undefined || adjusted === undefined || commitment === undefined || availableBalance === adjusted - commitment)

/** Identities that hold for details and for sums alike: vigente = inicial + modificaciones, deuda = devengado − pagado… */
export const brokenEqualities = (amounts: Amounts, step: number): Broken[] => {
  const { initial, modification, adjusted, precommitment, commitment, accrued, paid, outstandingDebt, availableBalance, collected, receivable } = amounts
  if (soundEqualities(amounts)) return NONE
  const found: (Broken | undefined)[] = []
  if (initial !== undefined && modification !== undefined && adjusted !== undefined && adjusted !== initial + modification)
    found.push(equality({ code: 'adjusted-broken', phase: 'adjusted', left: adjusted, right: initial + modification, saying: 'El vigente no es el inicial más las modificaciones' }, step))
  if (outstandingDebt !== undefined && accrued !== undefined && paid !== undefined && outstandingDebt !== accrued - paid)
    found.push(equality({ code: 'debt-broken', phase: 'outstandingDebt', left: outstandingDebt, right: accrued - paid, saying: 'La deuda exigible no es lo devengado menos lo pagado' }, step))
  if (receivable !== undefined && accrued !== undefined && collected !== undefined && receivable !== accrued - collected)
    found.push(equality({ code: 'income-broken', phase: 'receivable', left: receivable, right: accrued - collected, saying: 'Lo por percibir no es lo devengado menos lo percibido' }, step))
  if (availableBalance !== undefined && adjusted !== undefined && commitment !== undefined) {
    // Vendors call «saldo» any of three: vigente − obligado, vigente − preobligado − obligado, vigente − devengado.
    const readings = [commitment, (precommitment ?? 0) + commitment, ...(accrued === undefined ? [] : [accrued])].map((used) => adjusted - used)
    const nearest = readings.reduce((best, value) => (Math.abs(availableBalance - value) < Math.abs(availableBalance - best) ? value : best))
    found.push(equality({ code: 'balance-differs', phase: 'availableBalance', left: availableBalance, right: nearest, saying: 'El saldo presupuestario no es lo vigente menos lo obligado' }, step))
  }
  return found.filter((broken) => broken !== undefined)
}

const notOver = (code: ProblemCode, phase: Phase, value: Pesos | undefined, limit: Phase, most: Pesos | undefined, step: number): Broken | undefined => {
  if (value === undefined || most === undefined || value - most <= 0) return undefined
  const what = `Lo ${title(phase)} (${formatPesos(value)}) supera lo ${title(limit)} (${formatPesos(most)}).`
  return value - most <= step ? { code: 'rounding', phase, what } : { code, phase, what }
}

const NEVER_NEGATIVE = ['precommitment', 'commitment', 'accrued', 'paid', 'outstandingDebt', 'collected', 'receivable'] as const satisfies readonly Phase[]

const negative = (amounts: Amounts): Broken | undefined => {
  const { precommitment = 0, commitment = 0, accrued = 0, paid = 0, outstandingDebt = 0, collected = 0, receivable = 0 } = amounts
  if (precommitment >= 0 && commitment >= 0 && accrued >= 0 && paid >= 0 && outstandingDebt >= 0 && collected >= 0 && receivable >= 0) return undefined
  for (const phase of NEVER_NEGATIVE) {
    const value = amounts[phase]
    if (value === undefined || value >= 0) continue
    const because = phase === 'outstandingDebt' ? ' (lo pagado superaría lo devengado)' : phase === 'receivable' ? ' (lo percibido superaría lo devengado)' : ''
    return { code: 'negative-amount', phase, what: `El signo menos deja ${title(phase)} en ${formatPesos(value)}${because}.` }
  }
  return undefined
}

/** Every identity of a detail row (I2, I3, I5, I6 of the budget rules): all that are broken, at once. A negative amount speaks for its chain. */
export const brokenRules = (amounts: Amounts, kind: BalanceKind, step: number): Broken[] => {
  const found = brokenEqualities(amounts, step)
  const minus = negative(amounts)
  if (minus) return [minus, ...found]
  const { adjusted, commitment, accrued, paid, collected } = amounts
  const over = (value: Pesos | undefined, most: Pesos | undefined): boolean => value !== undefined && most !== undefined && value > most
  if (kind === 'income' ? !over(collected, accrued) : !over(commitment, adjusted) && !over(accrued, commitment) && !over(paid, accrued)) return found
  const told = [...found]
  const chain = kind === 'income'
    ? [notOver('income-broken', 'collected', collected, 'accrued', accrued, step)]
    : [
        notOver('over-budget', 'commitment', commitment, 'adjusted', adjusted, step),
        notOver('chain-broken', 'accrued', accrued, 'commitment', commitment, step),
        notOver('chain-broken', 'paid', paid, 'accrued', accrued, step),
      ]
  for (const broken of chain) if (broken) told.push(broken)
  return told
}

const CUMULATIVE = ['accrued', 'paid', 'collected'] as const satisfies readonly Phase[]

/** Cumulative phases that fell below the month before, by more than the rounding of the file may hide. */
export const brokenMonth = (amounts: Amounts, before: Amounts | undefined, slack = 0): Broken[] => {
  if (!before || !((before.accrued ?? 0) > (amounts.accrued ?? Infinity) || (before.paid ?? 0) > (amounts.paid ?? Infinity) || (before.collected ?? 0) > (amounts.collected ?? Infinity))) return NONE
  const found: Broken[] = []
  for (const phase of CUMULATIVE) {
    const now = amounts[phase]
    const old = before[phase]
    if (now !== undefined && old !== undefined && now < old - slack)
      found.push({ code: 'month-backwards', phase, what: `El acumulado de ${title(phase)} baja: el mes anterior era ${formatPesos(old)} y ahora dice ${formatPesos(now)}.` })
  }
  return found
}
