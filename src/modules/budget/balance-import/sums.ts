import { formatPesos } from '#kernel'
import type { Amounts } from './balance.ts'
import { coveringScopes, everywhere, type ScannedRow } from './classify.ts'
import { fieldTitle, type Phase, phases, plain } from './fields.ts'
import type { Report } from './located-problem.ts'

/** Sums of details by phase; `unread` marks phases where some detail could not be read, so that its sums accuse nobody. */
export type Sums = { readonly amounts: Float64Array; count: number; unread: number }
export const noSums = (): Sums => ({ amounts: new Float64Array(phases.length), count: 0, unread: 0 })
const more = (to: Float64Array, index: number, amount: number | undefined): void => { if (amount) to[index] = (to[index] as number) + amount }
/** Adds in the order of `phases`, written out because every row of a large file passes here several times. */
export const addTo = (sums: Sums, amounts: Amounts, unread: number): void => {
  const to = sums.amounts
  more(to, 0, amounts.initial); more(to, 1, amounts.modification); more(to, 2, amounts.adjusted); more(to, 3, amounts.precommitment)
  more(to, 4, amounts.commitment); more(to, 5, amounts.accrued); more(to, 6, amounts.paid); more(to, 7, amounts.outstandingDebt)
  more(to, 8, amounts.availableBalance); more(to, 9, amounts.collected); more(to, 10, amounts.receivable)
  sums.count++
  sums.unread |= unread
}
const copy = ({ amounts, count, unread }: Sums): Sums => ({ amounts: amounts.slice(), count, unread })

export type Detail = { readonly item: ScannedRow; readonly amounts: Amounts; readonly unread: number }
export type Stated = { readonly item: ScannedRow; readonly amounts: Amounts }
export type SumChecks = { readonly columns: ReadonlyMap<Phase, number>; readonly step: number; readonly report: Report }

/** Difference that rounding each part to thousands may leave: half a thousand a part, and half for the sum itself. */
const tolerance = (sums: Sums, step: number): number => (step === 0 ? 0 : step * Math.ceil((sums.count + 1) / 2))

const differs = ({ columns, step, report }: SumChecks, item: ScannedRow, phase: Phase, says: number, adds: number, sums: Sums, what: string, code: 'subtotal-differs' | 'total-differs'): void => {
  const difference = says - adds
  const small = Math.abs(difference) <= tolerance(sums, step)
  report(small ? 'rounding-difference' : code, { row: item.row, column: columns.get(phase) ?? 0 }, formatPesos(says),
    `${what} (${fieldTitle[phase].toLowerCase()}): el archivo dice ${formatPesos(says)}, sus cuentas suman ${formatPesos(adds)}, diferencia ${formatPesos(difference)}.`)
}

type Node = { readonly stated: Stated; readonly sums: Sums; /** Differences already told by subtotals below. */ readonly explained: Float64Array; readonly scopes: readonly string[] }
const nodeId = (scope: string, long: string): string => `${scope}>${long}`

const gather = (details: readonly Detail[], nodes: ReadonlyMap<string, Node>): void => {
  const targets = new Map<string, Node[]>()
  for (const { item, amounts, unread } of details) {
    if (!item.account) continue
    const id = nodeId(item.scopeId, item.account.long)
    let found = targets.get(id)
    if (!found) {
      const { ancestors, long } = item.account
      found = coveringScopes(item.scope).flatMap((scope) => [...ancestors, ...(scope === item.scopeId ? [] : [long])].flatMap((upper) => nodes.get(nodeId(scope, upper)) ?? []))
      targets.set(id, found)
    }
    for (const node of found) addTo(node.sums, amounts, unread)
  }
}

/** Checks each subtotal against the accounts under it. The deepest wrong one is told; those above that only inherit it are not. */
export const checkSubtotals = (subtotals: readonly Stated[], details: readonly Detail[], checks: SumChecks): void => {
  if (subtotals.length === 0) return
  const nodes = new Map<string, Node>()
  for (const stated of subtotals) {
    const { account, scopeId, scope } = stated.item
    if (account) nodes.set(nodeId(scopeId, account.long), { stated, sums: noSums(), explained: new Float64Array(phases.length), scopes: coveringScopes(scope) })
  }
  gather(details, nodes)
  const deepestFirst = [...nodes.values()].sort((a, b) => (b.stated.item.account?.depth ?? 0) - (a.stated.item.account?.depth ?? 0) || (b.stated.item.scopeId.length - a.stated.item.scopeId.length))
  for (const { stated, sums, explained, scopes } of deepestFirst) {
    const { item, amounts } = stated
    phases.forEach((phase, index) => {
      const says = amounts[phase]
      if (says === undefined || !checks.columns.has(phase) || (sums.unread & (1 << index)) !== 0) return
      const adds = sums.amounts[index] as number
      const unexplained = says - adds - (explained[index] as number)
      if (says === adds || unexplained === 0) return
      differs(checks, item, phase, says, adds, sums, `El subtotal ${item.account?.long ?? ''} no cuadra`, 'subtotal-differs')
      for (const scope of scopes) for (const upper of item.account?.ancestors ?? []) {
        const above = nodes.get(nodeId(scope, upper))
        if (above) above.explained[index] = (above.explained[index] as number) + unexplained
      }
    })
  }
}

/** What a total row could be the sum of, where it stands. */
type Candidate = { readonly name: string; readonly sums: Sums }
export type TotalsTrace = { readonly see: (detail: Detail) => void; readonly total: (stated: Stated) => void; readonly check: (checks: SumChecks) => void }

const mentions = (text: string): { subtitle?: string; kind?: 'income' | 'expenditure' } => {
  const words = plain(text)
  const kind = /\bINGRESO/.test(words) === /\bGASTO/.test(words) ? undefined : /\bINGRESO/.test(words) ? 'income' : 'expenditure'
  return { subtitle: /\bSUBT(?:ITULO)?\D{0,3}(\d{2})\b/.exec(words)?.[1], kind }
}

/**
 * Follows the sheet from top to bottom so that a total anywhere (at the head, in the middle, at the foot of an area or of the file) is
 * compared with what it may add up: the whole file, its kind, its block, its subtítulo, all so far, or all since the last total.
 */
export const traceTotals = (): TotalsTrace => {
  const whole = noSums()
  const byKind = { income: noSums(), expenditure: noSums() }
  const byScope = new Map<string, Sums>()
  const bySubtitle = new Map<string, Sums>()
  let since = noSums()
  const pending: { stated: Stated; soFar: Candidate[] }[] = []
  const at = (map: Map<string, Sums>, key: string): Sums => {
    let sums = map.get(key)
    if (!sums) map.set(key, (sums = noSums()))
    return sums
  }
  const see = ({ item, amounts, unread }: Detail): void => {
    if (!item.account) return
    for (const sums of [whole, since, byKind[item.account.kind], at(bySubtitle, item.account.long.slice(0, 6))]) addTo(sums, amounts, unread)
    if (item.scopeId !== everywhere) for (const scope of coveringScopes(item.scope)) if (scope !== everywhere) addTo(at(byScope, scope), amounts, unread)
  }
  const total = (stated: Stated): void => {
    pending.push({ stated, soFar: [{ name: 'las cuentas anteriores', sums: copy(whole) }, { name: 'las cuentas desde el total anterior', sums: since }] })
    since = noSums()
  }
  const candidates = ({ item }: Stated, soFar: readonly Candidate[]): Candidate[] => {
    const said = mentions(item.text)
    if (said.subtitle) return [...bySubtitle].filter(([code]) => code.endsWith(said.subtitle ?? '')).map(([, sums]) => ({ name: `las cuentas del subtítulo ${said.subtitle}`, sums }))
    const kind = said.kind ?? item.totalOf
    const kinds: Candidate[] = kind ? [{ name: kind === 'income' ? 'los ingresos' : 'los gastos', sums: byKind[kind] }] : [{ name: 'las cuentas del archivo', sums: whole }, { name: 'los ingresos', sums: byKind.income }, { name: 'los gastos', sums: byKind.expenditure }]
    const block = byScope.get(item.scopeId)
    return [...(block ? [{ name: 'las cuentas del bloque', sums: block }] : []), ...kinds, ...soFar]
  }
  const check = (checks: SumChecks): void => {
    for (const { stated, soFar } of pending) {
      const told = phases.flatMap((phase, index) => { const says = stated.amounts[phase]; return says === undefined || !checks.columns.has(phase) ? [] : [{ phase, index, says }] })
      const wrong = ({ sums }: Candidate): typeof told => told.filter(({ index, says }) => (sums.unread & (1 << index)) === 0 && says !== sums.amounts[index])
      const distance = (candidate: Candidate): number => wrong(candidate).reduce((sum, { index, says }) => sum + Math.abs(says - (candidate.sums.amounts[index] as number)), 0)
      const options = candidates(stated, soFar)
      const best = options.reduce<Candidate | undefined>((chosen, option) => (!chosen || distance(option) < distance(chosen) ? option : chosen), undefined)
      if (!best) continue
      for (const { phase, index, says } of wrong(best)) {
        differs(checks, stated.item, phase, says, best.sums.amounts[index] as number, best.sums, `«${stated.item.text}» no cuadra con ${best.name}`, 'total-differs')
      }
    }
  }
  return { see, total, check }
}
