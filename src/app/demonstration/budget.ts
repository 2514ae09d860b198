import type { Day } from '#kernel'
import { addDays, dayFrom, lastDayOfMonth } from '#kernel'
import type { Database, Scope } from '#platform/database'
import { bulkEvidence, kinds, relations, stableId } from '#evidence'
import {
  addPastAccounts, addPastAmendments, addPastFundingSources, addPastLines, addPastMonthStates, addPastMovements, addPastProgrammes, type Line, newLine, onlyPhase, type PastMovement,
} from '#budget'
import type { DemoFacts, LineFact, MovementFact } from '../../../demo/index.ts'
import { type DemoIds, steadyId } from './people.ts'
import type { Timeline } from './timeline.ts'

const CHUNK = 2000
/** Hour at which each office types its papers is in the facts; the opening of the budget comes before all of them. */
const OPENING = '2024-12-27T12:00:00-03:00'

const groups = <T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> => {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const known = found.get(key(row))
    if (known) known.push(row)
    else found.set(key(row), [row])
  }
  return found
}

const TITLES: Record<string, string> = { presupuesto: 'Presupuesto', contabilidad: 'Contabilidad', caja: 'Caja', adquisiciones: 'Adquisiciones', tesoreria: 'Tesorería', remuneraciones: 'Remuneraciones' }
const batchTitle = (batch: string): string => `${TITLES[batch.split('-')[0] ?? ''] ?? 'Contabilidad'}: registros del día`

/** The budget of the demonstration: lines, programmes, amendments, months and every movement under its own past entry. */
export const loadBudget = async (database: Database, scope: Scope, facts: DemoFacts, ids: DemoIds, timeline: Timeline, progress: (share: number) => void): Promise<void> => {
  const { code: commune } = facts.commune
  const finance = ids.accounts.get('tomas-venegas') ?? scope.accountId
  const id = (kind: string, code: string) => stableId(commune, kind, code)
  const opening = timeline.add({ id: steadyId(commune, 'entry', 'budget-opening'), action: 'budget.open-budget', accountId: finance, recordedAt: OPENING, effectiveOn: '2025-01-01', draft: { name: 'budget-opened', summary: 'Se abrieron las líneas, programas y fuentes del presupuesto' } })
  const projectIds = new Map(facts.projects.map(({ code }) => [code, id(kinds.project, code)]))
  const lines = new Map<string, Line>(facts.lines.map((line) => [line.key, asLine(line, ids, projectIds)]))
  const { suppliers } = ids
  await database.write(scope, async (tx) => {
    await addPastFundingSources(tx, facts.fundingSources.map((source) => ({ ...source, entryId: opening })))
    await addPastAccounts(tx, facts.localAccounts.map(({ code, name }) => ({ account: code, name, openedBy: 'Demostración', openedOn: '2025-01-01' as Day, entryId: opening })))
    await addPastProgrammes(tx, facts.programmes.map((programme) => ({
      id: id(kinds.budgetProgramme, programme.code), code: programme.code, name: programme.name, area: String(programme.area), unitId: ids.units.get(programme.unit), purpose: programme.purpose,
      women: programme.beneficiaries.women, men: programme.beneficiaries.men, cofog: programme.cofog, entryId: opening,
    })))
    await addPastLines(tx, [...new Map([...lines.values()].map((line) => [line.id, line])).values()], opening)
    const edges = [
      ...facts.programmes.filter(({ objectiveCode }) => objectiveCode).map(({ code, objectiveCode }) => ({ from: { kind: kinds.objective, id: id(kinds.objective, objectiveCode) }, relation: relations.budgetedBy, to: { kind: kinds.budgetProgramme, id: id(kinds.budgetProgramme, code) } })),
      ...facts.lines.filter(({ project }) => project).map((line) => ({ from: { kind: kinds.project, id: projectIds.get(line.project ?? '') ?? '' }, relation: relations.budgetedBy, to: { kind: kinds.budgetLine, id: lines.get(line.key)?.id ?? '' } })),
      ...facts.lines.filter(({ programme, project }) => programme && !project).map((line) => ({ from: { kind: kinds.budgetProgramme, id: id(kinds.budgetProgramme, line.programme ?? '') }, relation: relations.budgetedBy, to: { kind: kinds.budgetLine, id: lines.get(line.key)?.id ?? '' } })),
    ]
    await bulkEvidence(tx).link(opening, edges)
    await bulkEvidence(tx).index(facts.programmes.map((programme) => ({ kind: kinds.budgetProgramme, id: id(kinds.budgetProgramme, programme.code), title: `${programme.code} ${programme.name}`, subtitle: 'Programa presupuestario', href: `/presupuestar/lineas?programa=${programme.code}` })))
  })
  await loadAmendments(database, scope, facts, ids, lines, timeline)
  const amendmentOf = new Map(facts.amendments.map((amendment) => [amendment.decree.number, steadyId(commune, 'amendment', `${amendment.year}-${amendment.number}`)]))
  const all = movementsOf(facts, lines, suppliers, timeline, finance, amendmentOf)
  for (let from = 0; from < all.length; ) {
    let to = Math.min(from + CHUNK, all.length)
    while (to < all.length && all[to]?.entryId === all[to - 1]?.entryId) to += 1
    const part = all.slice(from, to)
    await database.write(scope, (tx) => addPastMovements(tx, part))
    from = to
    progress(from / all.length)
  }
  await closeMonths(database, scope, commune, finance, timeline)
}

const asLine = (line: LineFact, ids: DemoIds, projects: ReadonlyMap<string, string>): Line =>
  newLine({
    year: line.year, account: line.account, management: line.management, area: line.area ? String(line.area) : '', programme: line.programme ?? '', costCentre: line.costCentre ?? '',
    project: line.project ? (projects.get(line.project) ?? '') : '', funding: line.fundingSource, unitId: ids.units.get(line.unit) ?? null,
  })

/** Kinds of amendment as the budget names them. */
const AMENDMENT_KINDS: Readonly<Record<string, string>> = { 'opening-cash': 'opening-balance', 'new-project': 'new-programme', 'third-party': 'supplement' }

const loadAmendments = async (database: Database, scope: Scope, facts: DemoFacts, ids: DemoIds, lines: ReadonlyMap<string, Line>, timeline: Timeline) => {
  const { code: commune } = facts.commune
  const drafter = ids.accounts.get('marta-riffo') ?? scope.accountId
  await database.write(scope, (tx) => addPastAmendments(tx, facts.amendments.map((amendment) => {
    const id = steadyId(commune, 'amendment', `${amendment.year}-${amendment.number}`)
    const entryId = timeline.add({
      id: steadyId(commune, 'entry', 'amendment', `${amendment.year}-${amendment.number}`), action: 'budget.approve-amendment', accountId: ids.accounts.get('tomas-venegas') ?? scope.accountId,
      recordedAt: `${amendment.decree.date}T10:00:00-03:00`, effectiveOn: amendment.date,
      draft: { name: 'amendment-approved', summary: `Modificación presupuestaria N.º ${amendment.number} de ${amendment.year}`, record: { kind: 'amendment', id } },
    })
    return {
      id, year: amendment.year, number: amendment.number, kind: AMENDMENT_KINDS[amendment.kind] ?? amendment.kind, reason: amendment.reason, backgroundOn: addDays(amendment.session.date, -10), sessionNumber: String(amendment.session.number), sessionOn: amendment.session.date,
      agreement: amendment.agreement, decreeNumber: amendment.decree.number, decreeOn: amendment.decree.date, draftedBy: drafter, entryId,
      lines: amendment.lines.map(({ line, amount }) => ({ line: lines.get(line)?.id ?? '', amount })),
    }
  })))
}

/** Movements of each batch under one entry; the phases of one paper stay apart, so that each keeps its document. */
const movementsOf = (facts: DemoFacts, lines: ReadonlyMap<string, Line>, suppliers: ReadonlyMap<string, string>, timeline: Timeline, accountId: string, amendmentOf: ReadonlyMap<string, string>): PastMovement[] => {
  const { code: commune } = facts.commune
  const rows: PastMovement[] = []
  for (const [batch, movements] of groups(facts.movements, ({ batch: name }) => name)) {
    const [first] = movements
    if (!first) continue
    const effective = movements.reduce((latest, { effectiveOn }) => (effectiveOn > latest ? effectiveOn : latest), first.effectiveOn)
    const entryId = timeline.add({ id: steadyId(commune, 'entry', batch), action: 'budget.load-movements', accountId, recordedAt: first.recordedAt, effectiveOn: effective, draft: { name: 'movements-recorded', summary: `${batchTitle(batch)} (${movements.length})`, facts: { rows: movements.length } } })
    for (const movement of movements) rows.push(asMovement(movement, lines, suppliers, entryId, amendmentOf))
  }
  return rows
}
const asMovement = (movement: MovementFact, lines: ReadonlyMap<string, Line>, suppliers: ReadonlyMap<string, string>, entryId: string, amendmentOf: ReadonlyMap<string, string>): PastMovement => {
  const line = lines.get(movement.line)
  if (!line) throw new RangeError(`La demostración nombra una línea que no existe: ${movement.line}`)
  return {
    entryId, line: line.id, year: line.year, effectiveOn: movement.effectiveOn, amounts: onlyPhase(movement.phase, movement.amount),
    documentKind: movement.document.kind, documentNumber: movement.document.number, documentDate: movement.document.date, supplierId: movement.supplier ? (suppliers.get(movement.supplier) ?? null) : null,
    text: movement.text, chain: movement.chain ?? '', amendmentId: movement.phase === 'modification' ? (amendmentOf.get(movement.document.number) ?? null) : null,
  }
}

/** Months closed some two weeks after their end; June 2026 the day its balance arrived, July still open. */
const closeMonths = async (database: Database, scope: Scope, commune: string, accountId: string, timeline: Timeline) => {
  const months = [...Array.from({ length: 12 }, (_, month) => ({ year: 2025, month: month + 1 })), ...Array.from({ length: 6 }, (_, month) => ({ year: 2026, month: month + 1 }))]
  const rows = months.map(({ year, month }) => {
    const after = month === 12 ? dayFrom(year + 1, 1, 15) : dayFrom(year, month + 1, 15)
    const recordedAt = `${after}T18:30:00-03:00`
    const entryId = timeline.add({ id: steadyId(commune, 'entry', 'close', `${year}-${month}`), action: 'budget.close-month', accountId, recordedAt, effectiveOn: lastDayOfMonth(year, month), draft: { name: 'month-closed', summary: `Se cerró el mes ${String(month).padStart(2, '0')}-${year}`, record: { kind: 'month', id: `${year}-${String(month).padStart(2, '0')}` } } })
    return { year, month, version: 1, state: 'closed' as const, accountId, entryId }
  })
  await database.write(scope, (tx) => addPastMonthStates(tx, rows))
}
