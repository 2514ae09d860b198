import type { Day } from '#kernel'
import type { DemoFacts, LocalAccountFact, ReportFact } from '../facts.ts'
import { longCode, staffAccounts } from './accounts.ts'
import { readAnchors } from './anchors.ts'
import { commune, fundingSources, institutions, units } from './commune.ts'
import { councilSessions } from './council.ts'
import { CLOCK } from './days.ts'
import { projectAccount, scaledCertificates } from './ledger/works.ts'
import { writeLedger } from './ledger/year-book.ts'
import { firstHalf2026 } from './narrative/first-half-2026.ts'
import { secondHalf2025 } from './narrative/second-half-2025.ts'
import { observations } from './observations.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { projectTable } from './project-table.ts'
import { projectFacts } from './projects.ts'
import { programmes } from './programmes.ts'
import { suppliers } from './suppliers.ts'

const reports: readonly ReportFact[] = [
  { period: '2025-2', state: 'delivered', effectiveOn: '2025-12-31' as Day, knownOn: '2026-01-29' as Day, issuedAt: '2026-01-29T16:42:00-03:00', delivery: { on: '2026-01-30' as Day, receipt: 'Oficio ordinario N.º 87, recibido por Secretaría Municipal el 30-01-2026' }, drafter: 'marta-riffo', approver: 'carolina-manriquez', narrative: secondHalf2025 },
  { period: '2026-1', state: 'draft', effectiveOn: '2026-06-30' as Day, knownOn: '2026-07-22' as Day, drafter: 'marta-riffo', approver: 'carolina-manriquez', narrative: firstHalf2026 },
]

/** One local account per project, with its BIP code in the name as the ledgers do. */
const projectAccounts: readonly LocalAccountFact[] = projectTable.flatMap((row, order) => (row.account === undefined ? [] : [{ code: longCode(projectAccount(row, order)), name: row.bip ? `${row.name} (BIP ${row.bip})` : row.name }]))

/** Everything of the demonstration commune. Pure: the same facts every time. */
export const loncocheFacts = (): DemoFacts => {
  const sessions = councilSessions()
  const { lines, amendments, movements } = writeLedger(sessions)
  const anchors = readAnchors()
  const certificates = scaledCertificates(projectTable, Math.round(anchors.real('1103', 2023) * 1000 * anchors.from2023))
  return {
    commune, clock: CLOCK, units, people, suppliers, institutions, fundingSources, programmes, localAccounts: [...staffAccounts, ...projectAccounts],
    lines, amendments, movements, plan, projects: projectFacts(certificates), observations: observations(), council: { sessions }, reports,
  }
}
