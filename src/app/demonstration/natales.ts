import type { Day } from '#kernel'
import { addPastAccounts, addPastFundingSources, addPastLines, addPastMovements, type LedgerPhase, newLine, onlyPhase } from '#budget'
import { bulkEvidence, fileRows } from '#evidence'
import type { Scope } from '#platform/database'
import { demoBytes, natalesBalance, natalesFacts } from '../../../demo/index.ts'
import type { System } from '../system.ts'
import { loadPeople, steadyId } from './people.ts'
import { newTimeline } from './timeline.ts'

const YEAR = 2017
const ON = '2017-06-30' as Day
const RECORDED = '2017-07-10T10:00:00-04:00'
const THOUSAND = 1000
type Row = { readonly code: string; readonly name: string; readonly initial: number; readonly adjusted: number; readonly committed: number; readonly position: number }

const amount = (text: string): number => Number(text.replaceAll('.', '')) * THOUSAND
/** Rows of the published page, in pesos. A denomination may hold separators; amounts are the last five fields. */
const readRows = (bytes: Uint8Array): Row[] =>
  new TextDecoder('latin1').decode(bytes).split(/\r?\n/).slice(1).filter((line) => line.trim()).map((line, index) => {
    const fields = line.split(';')
    const [initial = '0', adjusted = '0', committed = '0'] = fields.slice(-5)
    return { code: fields[1] ?? '', name: fields.slice(2, -5).join(';'), initial: amount(initial), adjusted: amount(adjusted), committed: amount(committed), position: index + 1 }
  })
/** `21-01-001-000-000` is above `21-01-001-002-002`. */
const isAbove = (parent: string, child: string): boolean => parent !== child && child.startsWith(parent.replace(/(-0+)+$/, '-'))

/**
 * Natales, the second commune: the accounts of its published (and partial) balance of June 2017 enter as opening balances, each tied
 * to its row of the file. Subtotals are left out, because their accounts are the ones that count.
 */
export const loadNatales = async (system: System, scope: Scope): Promise<void> => {
  const facts = natalesFacts()
  const timeline = newTimeline(system.database, scope)
  const bytes = demoBytes(natalesBalance.path)
  const { hash, size } = await system.services.files.put(bytes)
  const rows = readRows(bytes)
  const leaves = rows.filter(({ code }) => !rows.some((other) => isAbove(code, other.code)) && !code.startsWith('00'))
  const accountId = scope.accountId
  const entryId = timeline.add({ id: steadyId(facts.commune.code, 'entry', 'opening'), action: 'budget.load-opening', accountId, recordedAt: RECORDED, effectiveOn: ON, draft: { name: 'opening-loaded', summary: `Saldos de apertura del balance publicado de junio de ${YEAR} (${leaves.length} cuentas)`, facts: { rows: leaves.length, file: hash } } })
  await system.database.write(scope, async (tx) => {
    await loadPeople(tx, facts)
    await fileRows(tx).add({ hash, name: natalesBalance.name, mediaType: 'text/csv', size, visibility: 'public', uploadedBy: accountId, at: new Date(RECORDED).toISOString() })
    await addPastFundingSources(tx, facts.fundingSources.map((source) => ({ ...source, entryId })))
    await addPastAccounts(tx, leaves.map(({ code, name }) => ({ account: `215-${code}`, name, openedBy: 'Balance publicado', openedOn: ON, entryId })))
    const lines = leaves.map(({ code }) => newLine({ year: YEAR, account: `215-${code}`, funding: 'MUN' }))
    await addPastLines(tx, lines, entryId)
    const step = (row: Row, index: number, phase: LedgerPhase, value: number) => ({
      entryId, line: lines[index]?.id ?? '', year: YEAR, effectiveOn: ON, amounts: onlyPhase(phase, value), documentKind: 'opening', documentNumber: `balance de junio de ${YEAR}, fila ${row.position}`, documentDate: ON,
      text: `${row.name}, según el balance publicado`,
    })
    await addPastMovements(tx, leaves.flatMap((row, index) => [
      step(row, index, 'initial', row.initial),
      ...(row.adjusted === row.initial ? [] : [step(row, index, 'modification' as const, row.adjusted - row.initial)]),
      ...(row.committed === 0 ? [] : [step(row, index, 'commitment' as const, row.committed)]),
    ]).filter(({ amounts }) => amounts.some((value) => value !== 0)))
    await bulkEvidence(tx).index(lines.map((line, index) => ({ kind: 'budget-line', id: line.id, title: leaves[index]?.name ?? line.account, subtitle: `${line.account} · ${YEAR}`, href: `/presupuestar/lineas/${line.id}` })))
  })
  await timeline.appendUpTo()
}
