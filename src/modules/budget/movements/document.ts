import { formatDay, type Day, monthNames } from '#kernel'
import type { LedgerPhase } from './phase.ts'

/** What stands behind a movement. Keys are stored; titles are for people. */
export const documentTitles = {
  budget: 'Presupuesto inicial', 'payment-decree': 'Decreto de pago', 'purchase-order': 'Orden de compra', invoice: 'Factura', contract: 'Contrato',
  payroll: 'Planilla de remuneraciones', receipt: 'Comprobante de ingreso', decree: 'Decreto', certificate: 'Certificado de disponibilidad', 'payment-certificate': 'Estado de pago', transfer: 'Transferencia',
  balance: 'Balance', opening: 'Saldo de apertura', reversal: 'Reverso', agreement: 'Acuerdo', deposit: 'Depósito',
} as const
export type DocumentKind = keyof typeof documentTitles

const isKnown = (kind: string): kind is DocumentKind => Object.hasOwn(documentTitles, kind)
export const documentTitle = (kind: string): string => (isKnown(kind) ? documentTitles[kind] : kind)

/** A number that brings its own words («Decreto Alcaldicio 200-2025», «DP 607-2025») is not called «N.º» again. */
const named = (title: string, number: string): string => {
  if (!number) return title
  if (!/^\p{L}/u.test(number)) return `${title} N.º ${number}`
  return number.split(' ')[0]?.toLowerCase() === title.split(' ')[0]?.toLowerCase() ? number : `${title} ${number}`
}

/** A certificate reserves budget before anything is owed. One behind an accrual says what was done and is owed: the payment certificate of a work. */
const kindIn = (kind: string, phase: LedgerPhase | undefined): string => (kind === 'certificate' && phase !== undefined && phase !== 'precommitment' && phase !== 'commitment' ? 'payment-certificate' : kind)

/** «Decreto de pago N.º 345 del 12-03-2026», «Balance de junio de 2026». The phase tells apart papers that share a name. */
export const documentText = (kind: string, number: string, date: Day | null, phase?: LedgerPhase): string => {
  if (kind === 'balance') {
    const [year, month] = number.split('-')
    return `Balance de ${monthNames[Number(month) - 1] ?? number} de ${year}`
  }
  return `${named(documentTitle(kindIn(kind, phase)), number)}${date ? ` del ${formatDay(date)}` : ''}`
}
