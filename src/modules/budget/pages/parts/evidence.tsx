import type { ReactNode } from 'react'
import { formatDay, type Day } from '#kernel'
import { api, DocumentList, HistoryList, ProblemView, useApi } from '#design'

type Documents = { readonly documents: readonly { readonly id: string; readonly title: string; readonly file_hash: string; readonly version: number; readonly attached_on: Day; readonly name: string }[] }
type History = { readonly entries: readonly { readonly id: string; readonly seq: number; readonly summary: string; readonly recorded_at: string; readonly office: string | null; readonly effective_on: Day }[] }

/** Documents and history of a record, read from the ledger. */
export const useEvidence = (kind: string, id: string): { documents: ReactNode; documentCount: number | undefined; history: ReactNode; historyCount: number | undefined; entries: History['entries'] } => {
  const papers = useApi<Documents>('evidence/record-documents', { kind, id }, { enabled: id !== '' })
  const past = useApi<History>('evidence/record-history', { kind, id }, { enabled: id !== '' })
  const documents = papers.data?.documents ?? []
  const entries = past.data?.entries ?? []
  return {
    documents: papers.problem ? <ProblemView problem={papers.problem} /> : <DocumentList items={documents.map((one) => ({ id: one.id, title: one.title, href: api.file(one.file_hash), note: `${one.name}, ${formatDay(one.attached_on)}`, version: `v${one.version}`, download: true }))} />,
    documentCount: papers.data ? documents.length : undefined,
    history: past.problem ? <ProblemView problem={past.problem} /> : <HistoryList items={entries.slice(0, 30).map((one) => ({ id: one.id, at: one.recorded_at, who: one.office ?? 'Secplan', what: one.summary }))} />,
    historyCount: past.data ? entries.length : undefined, entries,
  }
}
