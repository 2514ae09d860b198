import type { Town } from '../../../../tests/town.ts'
import { tomas } from '../../../../tests/cast.ts'
import { newLine } from '../lines/line.ts'
import { openBudget } from '../lines/open-budget.ts'

/** A budget of Villa Prueba for tests: $10.000.000 on both sides in 2026, unless told. Amounts in whole pesos. */
export const small = {
  licences: newLine({ year: 2026, account: '115-03-01-000-000-000' }),
  fcm: newLine({ year: 2026, account: '115-08-03-000-000-000' }),
  staff: newLine({ year: 2026, account: '215-21-01-000-000-000', area: '1' }),
  services: newLine({ year: 2026, account: '215-22-05-000-000-000', area: '2', programme: '202' }),
  closing: newLine({ year: 2026, account: '215-35-00-000-000-000' }),
}
export const openSmallBudget = (town: Town) => town.as(tomas).does(openBudget, {
  year: 2026, agreement: '120/2025', decreeNumber: '1500', decreeOn: '2025-12-20',
  lines: [
    { account: '115-03-01', amount: 4_000_000 }, { account: '115-08-03', amount: 6_000_000 },
    { account: '215-21-01', area: '1', amount: 6_000_000 }, { account: '215-22-05', area: '2', programme: '202', amount: 3_500_000 }, { account: '215-35', amount: 500_000 },
  ],
})
export const invoice = (number: string, date: string) => ({ kind: 'invoice', number, date })
export const order = (number: string, date: string) => ({ kind: 'purchase-order', number, date })
export const decree = (number: string, date: string) => ({ kind: 'payment-decree', number, date })
