import type { Block, Day, DocumentBody, Inline } from '#kernel'
import { searchText, useApi } from '#design'
import type { ChapterView, DifferencesView, DutyView, FileFormat, OutlineView, PreviewView, ReportLine, ReportView } from '../contract.ts'

/** Everything the pages ask of this module, by its address. */
export const useReports = () => useApi<{ reports: readonly ReportLine[] }>('reporting/list-reports')
export const useDuties = (count: number) => useApi<{ duties: readonly DutyView[] }>('reporting/duties', { count })
/** Asked again while it is open, so that what another person writes is seen. */
export const useReport = (report: string, enabled: boolean) => useApi<ReportView>('reporting/open', { report }, { enabled, refreshEvery: 45_000 })
export const useOutline = (report: string, enabled: boolean) => useApi<OutlineView>('reporting/outline', { report }, { enabled })
export const useChapter = (report: string, key: string, enabled: boolean) => useApi<ChapterView>('reporting/chapter', { report, key }, { enabled })
export const usePreview = (report: string, enabled: boolean) => useApi<PreviewView>('reporting/preview', { report }, { enabled })
export const useDifferences = (report: string, edition: number) => useApi<DifferencesView>('reporting/differences', { report, edition }, { enabled: edition > 0 })
/** Answer of `reporting.edition`. */
export type IssuedEdition = {
  readonly body: DocumentBody; readonly fingerprint: string; readonly verificationCode: string; readonly issuedOn: Day; readonly number: number; readonly mode: 'final' | 'reservations'
  readonly reservations: readonly string[]; readonly others: readonly { readonly number: number; readonly issuedOn: Day; readonly mode: string }[]
}
export const useEdition = (report: string, edition: number) => useApi<IssuedEdition>('reporting/edition', { report, edition }, { enabled: edition > 0 })

export const fileHref = (file: { report: string; edition?: number; format: FileFormat; paper?: 'letter' | 'oficio' }): string => `/api/reporting/file${searchText(file)}`
export const reportHref = (id: string, search: Record<string, string | undefined> = {}): string => `/rendir/informes/${id}${searchText(search)}`

/** Names whose answers change with any act on a report. */
export const REFRESH = ['reporting']
const said = (content: readonly Inline[]): string => content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('')
/** Text of a block, for quotes, counts and comparisons. */
export const plainText = (block: Block): string => (block.type === 'list' ? block.items.map(said).join('; ') : 'content' in block ? said(block.content) : '')
