import type { AmendmentFact, SessionFact } from '../../facts.ts'
import { longCode } from '../accounts.ts'
import { dayNumber, dayText, numberOf, openFrom } from '../days.ts'
import type { AmendmentRow } from './amendment-table.ts'
import type { Book } from './book.ts'

export type InForce = ReadonlyMap<string, number>

/** `215-22-04-012/204@MUN` → key of the line. Throws when no such line exists: a slip of the table. */
const lineNamed = (book: Book, year: number, name: string): string => {
  const [path = '', source = ''] = name.split('@')
  const [account = '', ...rest] = path.split('/')
  const key = [year, longCode(account), ...rest, source].join('/')
  if (!book.lines().some((line) => line.key === key)) throw new RangeError(`No line ${key}`)
  return key
}

type Plan = { readonly book: Book; readonly year: number; readonly inForce: InForce; readonly rows: readonly AmendmentRow[]; readonly sessions: readonly SessionFact[]; /** Pesos that the opening cash turned out above its estimate (first amendment). */ readonly cashFound?: number }

/**
 * Writes the initial budget and its amendments so that initial + amendments is exactly what is in force, and each one balances
 * (identities I1 and I2). The decree follows the agreement by a few days; its date is the effective date.
 */
export const writeBudget = ({ book, year, inForce, rows, sessions, cashFound }: Plan): AmendmentFact[] => {
  const initial = new Map(inForce)
  const amendments = rows.map((row, index): AmendmentFact => {
    const given = row.changes.filter(([, amount]) => amount !== 0).map(([name, thousands]) => ({ line: lineNamed(book, year, name), amount: thousands * 1000 }))
    const income = given.filter((change) => change.line.includes('/115-')).reduce((sum, change) => sum + change.amount, 0)
    const spending = given.filter((change) => change.line.includes('/215-')).reduce((sum, change) => sum + change.amount, 0)
    const lines = row.kind === 'opening-cash' && cashFound !== undefined
      ? [{ line: lineNamed(book, year, '115-15@MUN'), amount: cashFound }, ...given, { line: lineNamed(book, year, '215-35/101@MUN'), amount: cashFound - spending }]
      : given
    if (!(row.kind === 'opening-cash' && cashFound !== undefined) && income !== spending) throw new RangeError(`Amendment ${index + 1} of ${year}: ${income} ≠ ${spending}`)
    const session = sessions.find((one) => one.date === row.session)
    if (!session) throw new RangeError(`No session on ${row.session}`)
    const decree = dayText(openFrom(numberOf(row.session) + 4))
    for (const { line, amount } of lines) initial.set(line, (initial.get(line) ?? 0) - amount)
    return { number: index + 1, year, date: decree, kind: row.kind, reason: row.reason, session: { number: session.number, date: session.date }, agreement: `Acuerdo N.º ${session.number * 4 + 1}`, decree: { number: `Decreto Alcaldicio ${200 + index * 131}-${year}`, date: decree }, lines }
  })
  const approved = year === 2025 ? 'Decreto Alcaldicio 2.118-2024' : 'Decreto Alcaldicio 2.204-2025'
  for (const [line, amount] of initial) book.post({ line, phase: 'initial', amount, on: dayNumber(year, 1, 1), recorded: openFrom(dayNumber(year, 1, 2)), kind: 'decree', paper: `presupuesto ${year}`, paperOn: dayNumber(year - 1, 12, 15), number: approved, text: `Presupuesto inicial ${year}`, desk: 'presupuesto' })
  for (const one of amendments) for (const { line, amount } of one.lines) book.post({ line, phase: 'modification', amount, on: numberOf(one.date), kind: 'decree', paper: `modificación ${one.number} ${year}`, number: one.decree.number, text: `Modificación presupuestaria N.º ${one.number}: ${one.reason}`, desk: 'presupuesto' })
  return amendments
}
