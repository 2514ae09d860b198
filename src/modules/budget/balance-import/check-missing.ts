import type { BalanceRow } from './balance.ts'
import { hasAmounts } from './compare.ts'
import type { BalanceKind } from './fields.ts'
import { keyFromId } from './grain.ts'
import type { Work } from './row-entry.ts'

/** Lines loaded with amounts that no longer come: each is told, and their number is answered. */
export const checkMissing = ({ context, problems, choices }: Work, rows: readonly BalanceRow[]): number => {
  const { previous } = context
  if (!previous?.size) return 0
  const seen = new Set<string>()
  const accounts = new Set<string>()
  for (const { id, key } of rows) { seen.add(id); accounts.add(key.account) }
  let missing = 0
  for (const [id, amounts] of previous) {
    const kind: BalanceKind = id.startsWith('115') ? 'income' : 'expenditure'
    if (seen.has(id) || (choices.kind !== 'both' && choices.kind !== kind) || !hasAmounts(amounts)) continue
    missing++
    const { account, area, programme, costCentre } = keyFromId(id)
    const where = [area ? `área ${area}` : '', programme ? `programa ${programme}` : '', costCentre ? `centro de costo ${costCentre}` : ''].filter(Boolean).join(', ')
    problems.report('missing-account', undefined, account, accounts.has(account)
      ? `La cuenta ${account} viene en el archivo, pero no ${where ? `en ${where}` : 'sin área ni programa'}, donde estaba cargada con montos.`
      : `La línea ${account}${where ? `, ${where},` : ''} estaba cargada con montos y ya no viene en el archivo.`)
  }
  return missing
}
