import { pesos, sortKey } from '#kernel'
import type { Context } from './choices.ts'
import { phases } from './fields.ts'
import { cellSays } from './read-amounts.ts'
import { brokenMonth, brokenRules } from './row-checks.ts'
import type { Entry, Work } from './row-entry.ts'
import { slackOf } from './settle-rounding.ts'

const isFirstLoad = ({ previous, localAccounts }: Context): boolean => (previous?.size ?? 0) === 0 && (localAccounts?.length ?? 0) === 0

/** Reports at the account cell; what still stops rejects the row. */
export const checkAccount = ({ sheet, context, problems, accountColumn, nameColumn }: Work, { item, reasons }: Entry): void => {
  const account = item.account
  if (!account) return
  const place = { row: item.row, column: accountColumn }
  const says = (): string => cellSays(sheet.cell(item.row, accountColumn))
  if (account.standing === 'unknown') {
    const where = account.nearest ? `; lo más cercano es ${account.nearest.longCode} ${account.nearest.name}` : ''
    reasons.push(problems.report('unknown-account', place, says(), `La cuenta ${account.long} no existe en el clasificador ni en la municipalidad${where}.`).what)
  } else if (account.standing === 'new' && !isFirstLoad(context)) {
    const problem = problems.report('new-account', place, says(), `La cuenta ${account.long} es nueva bajo ${account.nearest?.longCode ?? ''} ${account.nearest?.name ?? ''}.`)
    if (problem.severity === 'stops') reasons.push(problem.what)
  } else if (account.standing === 'local' && account.name && item.name !== '' && nameColumn !== undefined && item.name !== account.name) {
    const accents = sortKey(item.name) === sortKey(account.name)
    problems.report('name-changed', { row: item.row, column: nameColumn }, item.name, accents ? 'La denominación cambió de tildes o mayúsculas; el código es el mismo.' : `La denominación era «${account.name}»; el código es el mismo.`)
  }
}

/** Reports the broken identities at their amounts; what still stops rejects the row. */
export const checkAmounts = ({ context, problems, reader, step }: Work, { item, key, id, amounts, reasons }: Entry): void => {
  const before = (context.previousMonth ?? context.previous)?.get(id)
  const broken = brokenRules(amounts, key.kind, step)
  for (const { code, phase, what } of before ? [...broken, ...brokenMonth(amounts, before, slackOf(step))] : broken) {
    const column = reader.columns.get(phase) ?? reader.list[0]?.column ?? 0
    const amount = amounts[phase]
    const problem = problems.report(code, { row: item.row, column }, amount === undefined ? '' : String(amount), what)
    if (problem.severity === 'stops') reasons.push(problem.what)
  }
}

/** A key that comes twice: the second is rejected, or added to the first when the person accepted it. */
export const checkDuplicate = ({ sheet, problems, accountColumn }: Work, entry: Entry, first: Entry | undefined): 'kept' | 'added' => {
  if (!first) return 'kept'
  const cell = sheet.address(first.item.row, accountColumn)
  const problem = problems.report('duplicate-account', { row: entry.item.row, column: accountColumn }, cellSays(sheet.cell(entry.item.row, accountColumn)), `La cuenta ${entry.key.account} ya viene en ${cell}.`)
  if (problem.severity === 'stops') { entry.reasons.push(problem.what); return 'kept' }
  for (const phase of phases) {
    const more = entry.amounts[phase]
    if (more !== undefined) first.amounts[phase] = pesos((first.amounts[phase] ?? 0) + more)
  }
  return 'added'
}
