import type { ReadContext } from '#platform/actions'
import { personStore } from '#registry'
import { accountNames, shortCode } from '../accounts/account-tree.ts'
import type { CertificateView } from '../answers.ts'
import { certificateStore } from '../certificates/certificate.store.ts'
import { certificateStates } from '../certificates/take-certificate.ts'
import { cubeStore } from '../execution/cube.store.ts'
import { lineStore } from '../lines/line.store.ts'

/** Certificates of a year, or of one line, with the names of who asked and who issued. */
export const certificatesOf = async (context: ReadContext, year: number, line?: string): Promise<CertificateView[]> => {
  const rows = await certificateStore(context.tx).list(year, line)
  if (rows.length === 0) return []
  const people = await personStore(context.tx).namesOfAccounts(rows.flatMap(({ requested_by: asked, issued_by: issued }) => (issued ? [asked, issued] : [asked])))
  const lines = new Map((await lineStore(context.tx).byIds([...new Set(rows.map(({ line_id: id }) => id))])).map((one) => [one.id, one]))
  const names = accountNames(await cubeStore(context.tx).localAccounts())
  return rows.map((row): CertificateView => {
    const account = lines.get(row.line_id)?.account ?? ''
    return {
      id: row.id, number: row.number, line: row.line_id, account: account ? shortCode(account) : '', name: account ? names.nameOf(account) : '', amount: row.amount, purpose: row.purpose, state: row.state, stateTitle: certificateStates[row.state],
      requestedBy: people.get(row.requested_by) ?? '', requestedOn: row.requested_on, issuedBy: (row.issued_by && people.get(row.issued_by)) || '', issuedOn: row.issued_on, reason: row.reason, version: row.version, mine: row.requested_by === context.actor.accountId,
    }
  })
}
