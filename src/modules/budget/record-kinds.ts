import { formatThousands, monthNames } from '#kernel'
import type { ReadContext, RecordKind, RecordSummary } from '#platform/actions'
import { accountNames, shortCode } from './accounts/account-tree.ts'
import { amendmentTitle } from './amendments/amendment-figures.ts'
import { amendmentStates, amendmentStore } from './amendments/amendment.store.ts'
import { carryStates } from './carry-over/carry-over-contract.ts'
import { carryOverStore } from './carry-over/carry-over.store.ts'
import { importStates, importStore } from './imports/import.store.ts'
import { lineSummaries } from './line-summaries.store.ts'
import { programmeStore } from './programmes/programme.store.ts'

/** Only identifiers that can be of our tables: others would break the whole batch. */
const uuids = (ids: readonly string[]): string[] => ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id))

const summariseLines = async (ids: readonly string[], context: ReadContext): Promise<RecordSummary[]> => {
  const { lines, names } = await lineSummaries(context.tx, uuids(ids), context.asOf.effectiveOn, await context.knownSeq())
  const { nameOf } = accountNames(names)
  return lines.map(({ id, kind, account, adjusted, executed }) => ({
    kind: 'budget-line', id, step: 'Línea', title: `${shortCode(account)} ${nameOf(account)}`, detail: `${formatThousands(adjusted)} vigente · ${formatThousands(executed)} ${kind === 'income' ? 'percibido' : 'devengado'}`, href: `/presupuestar/lineas/${id}`,
  }))
}

export const recordKinds: readonly RecordKind[] = [
  { kind: 'programme', title: 'Programa', position: 2, summarise: async (ids, { tx }) => (await programmeStore(tx).byIds(uuids(ids))).map(({ id, code, name }) => ({ kind: 'programme', id, step: 'Programa', title: name, detail: `Programa ${code}`, href: `/presupuestar/lineas?programa=${encodeURIComponent(code)}` })) },
  { kind: 'budget-line', title: 'Línea presupuestaria', position: 4, summarise: summariseLines },
  { kind: 'amendment', title: 'Modificación presupuestaria', position: 0, summarise: async (ids, { tx }) => (await amendmentStore(tx).byIds(uuids(ids))).map((row) => ({ kind: 'amendment', id: row.id, step: 'Modificación', title: `Modificación N.º ${row.number} de ${row.year}`, detail: amendmentTitle(row.kind), href: `/presupuestar/modificaciones/${row.id}`, state: amendmentStates[row.state] })) },
  { kind: 'carry-over', title: 'Arrastre entre años', position: 0, summarise: async (ids, { tx }) => (await carryOverStore(tx).byIds(uuids(ids))).map((row) => ({ kind: 'carry-over', id: row.id, step: 'Arrastre', title: `Arrastre de ${row.from_year} a ${row.from_year + 1}`, href: `/presupuestar/arrastre/${row.id}`, state: carryStates[row.state] })) },
  { kind: 'balance-import', title: 'Carga de balance', position: 0, summarise: async (ids, { tx }) => (await importStore(tx).byIds(uuids(ids))).map((row) => ({ kind: 'balance-import', id: row.id, step: 'Carga', title: `Balance de ${monthNames[row.month - 1]} de ${row.year}`, detail: row.file_name, href: `/presupuestar/cargas/${row.id}`, state: importStates[row.state] })) },
]
