import type { ReadContext } from '#platform/actions'
import { remembered } from '#evidence'
import type { Catalog } from '../catalog.ts'
import type { PreviewView } from '../contract.ts'
import type { ReportRow } from '../drafts/report.store.ts'
import { composeReport } from './compose-report.ts'

/** What a query makes of a report as it stands: made once while nothing is written. */
export const rememberedOf = <T>(catalog: Catalog, context: ReadContext, report: ReportRow, part: string, make: () => Promise<T>): Promise<T> =>
  remembered(catalog, context, [report.id, report.version, part], make)

/** The whole document as it would be issued now, for queries. The answer is shared: nobody writes in it. */
export const composedHere = (catalog: Catalog, context: ReadContext, report: ReportRow): Promise<PreviewView> =>
  rememberedOf(catalog, context, report, 'document', () => composeReport(catalog, context, report))
