import { formatThousands, monthNames } from '#kernel'
import type { ReadContext, RecordKind, RecordSummary } from '#platform/actions'
import { shortCode } from './accounts/account-tree.ts'
import { amendmentTitle } from './amendments/amendment-figures.ts'
import { amendmentStates, amendmentStore } from './amendments/amendment.store.ts'
import { importStates, importStore } from './imports/import.store.ts'
import { lineStore } from './lines/line.store.ts'
import { namesOf } from './lines/demand-account.ts'
import { adjustedOf, noSums } from './movements/phase.ts'
import { programmeStore } from './programmes/programme.store.ts'

/** Only identifiers that can be of our tables: others would break the whole batch. */
const uuids = (ids: readonly string[]): string[] => ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id))

const summariseLines = async (ids: readonly string[], context: ReadContext): Promise<RecordSummary[]> => {
  const wanted = uuids(ids)
  const [lines, sums, names] = [await lineStore(context.tx).byIds(wanted), await lineStore(context.tx).sums(wanted, context.asOf.effectiveOn), await namesOf(context)]
  return lines.map((line) => {
    const own = sums.get(line.id) ?? noSums
    return { kind: 'budget-line', id: line.id, step: 'Línea', title: `${shortCode(line.account)} ${names.nameOf(line.account)}`, detail: `${formatThousands(adjustedOf(own))} vigente · ${formatThousands(line.kind === 'income' ? own[6] : own[4])} ${line.kind === 'income' ? 'percibido' : 'devengado'}`, href: `/presupuestar/lineas/${line.id}` }
  })
}

export const recordKinds: readonly RecordKind[] = [
  { kind: 'programme', title: 'Programa', position: 2, summarise: async (ids, { tx }) => (await programmeStore(tx).byIds(uuids(ids))).map(({ id, code, name }) => ({ kind: 'programme', id, step: 'Programa', title: name, detail: `Programa ${code}`, href: `/presupuestar/lineas?programa=${encodeURIComponent(code)}` })) },
  { kind: 'budget-line', title: 'Línea presupuestaria', position: 4, summarise: summariseLines },
  { kind: 'amendment', title: 'Modificación presupuestaria', position: 0, summarise: async (ids, { tx }) => (await amendmentStore(tx).byIds(uuids(ids))).map((row) => ({ kind: 'amendment', id: row.id, step: 'Modificación', title: `Modificación N.º ${row.number} de ${row.year}`, detail: amendmentTitle(row.kind), href: `/presupuestar/modificaciones/${row.id}`, state: amendmentStates[row.state] })) },
  { kind: 'balance-import', title: 'Carga de balance', position: 0, summarise: async (ids, { tx }) => (await importStore(tx).byIds(uuids(ids))).map((row) => ({ kind: 'balance-import', id: row.id, step: 'Carga', title: `Balance de ${monthNames[row.month - 1]} de ${row.year}`, detail: row.file_name, href: `/presupuestar/cargas/${row.id}`, state: importStates[row.state] })) },
]
