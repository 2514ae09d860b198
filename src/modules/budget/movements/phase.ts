/** The phases of the budget ledger. Expenditure runs initial → modification → precommitment → commitment → accrual → payment; income ends in collection. */
export const ledgerPhases = ['initial', 'modification', 'precommitment', 'commitment', 'accrual', 'payment', 'collection'] as const
export type LedgerPhase = (typeof ledgerPhases)[number]
export type LineKind = 'income' | 'expenditure'

export const phaseTitle: Record<LedgerPhase, string> = {
  initial: 'Presupuesto inicial', modification: 'Modificación', precommitment: 'Preobligado', commitment: 'Obligado', accrual: 'Devengado', payment: 'Pagado', collection: 'Percibido',
}

/** Whole pesos by phase; positions follow `ledgerPhases`. */
export type PhaseSums = readonly [initial: number, modification: number, precommitment: number, commitment: number, accrual: number, payment: number, collection: number]
export const noSums: PhaseSums = [0, 0, 0, 0, 0, 0, 0]
export const phaseIndex = { initial: 0, modification: 1, precommitment: 2, commitment: 3, accrual: 4, payment: 5, collection: 6 } as const satisfies Record<LedgerPhase, number>

export const addSums = (a: PhaseSums, b: PhaseSums): PhaseSums => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4], a[5] + b[5], a[6] + b[6]]
export const subtractSums = (a: PhaseSums, b: PhaseSums): PhaseSums => [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3], a[4] - b[4], a[5] - b[5], a[6] - b[6]]

/** Amounts of one phase, the others zero. */
export const onlyPhase = (phase: LedgerPhase, amount: number): PhaseSums => ledgerPhases.map((one) => (one === phase ? amount : 0)) as unknown as PhaseSums

/** Presupuesto vigente (identity I2). */
export const adjustedOf = (sums: PhaseSums): number => sums[0] + sums[1]
/** Saldo disponible after certificates and commitments (identity I4, with what is reserved). */
export const availableOf = (sums: PhaseSums): number => sums[0] + sums[1] - sums[2] - sums[3]
/** Deuda exigible (identity I5). */
export const outstandingOf = (sums: PhaseSums): number => sums[4] - sums[5]
/** Por percibir (identity I6). */
export const receivableOf = (sums: PhaseSums): number => sums[4] - sums[6]
