import { can, formatDay } from '#kernel'
import { defineFigure, digestOf, type FigureResult, type ReadContext } from '#platform/actions'
import { z } from 'zod'
import { actKindTitle } from '../contract.ts'
import { conceptHref } from '../hrefs.ts'
import { type ConceptRow, conceptStore, type OfficialRow } from './concept.store.ts'

const parameters = z.object({ concept: z.string().max(60), period: z.string().max(40).optional(), label: z.string().max(200).optional() })
type Parameters = z.output<typeof parameters>
type Adopted = { readonly concept?: ConceptRow; readonly row?: OfficialRow }

/** The adoption in force then: of the period asked for, or of the newest one that has any. */
const adopted = async ({ concept: code, period }: Parameters, context: ReadContext): Promise<Adopted> => {
  const store = conceptStore(context.tx)
  const concept = await store.byCode(code)
  if (!concept) return {}
  const rows = await store.adoptions({ knownSeq: await context.knownSeq(), on: context.asOf.effectiveOn }, concept.id)
  const wanted = period ?? rows.map((row) => row.period).sort().at(-1)
  const row = rows.find((one) => one.period === wanted)
  return row ? { concept, row } : { concept }
}
const actOf = (row: OfficialRow): string => `${actKindTitle[row.act_kind]} N.º ${row.act_number}, ${formatDay(row.act_on)}`
const originOf = (row: OfficialRow): string => (row.source_title ? `${row.source_title}, versión ${row.version_number ?? ''}` : 'documento adjunto al acto')

/** The adopted figure of a concept, for reports: it says its period, its act and where it was taken from. */
export const officialFigure = defineFigure({
  id: 'statistics/official-figure',
  title: ({ label, concept, period }) => `${label ?? `Cifra oficial: ${concept}`}${period ? ` (${period})` : ''}`,
  unit: 'measure',
  method: 'Último valor adoptado como oficial para el concepto y el período, conocido y vigente en las dos fechas, con el acto que lo adopta y la celda o el documento de donde se tomó.',
  parameters, allowed: can('statistics.read'),
  compute: async (input, context): Promise<FigureResult> => {
    const { concept, row } = await adopted(input, context)
    if (!concept || !row) return { value: null, absence: 'no-data', count: 0, digest: digestOf([]) }
    return { value: row.value, status: 'firm', count: 1, digest: digestOf([row.id, String(row.value)]), formula: [{ label: `${concept.title} ${row.period}`, text: `${actOf(row)}; ${originOf(row)}; en ${concept.unit}` }] }
  },
  trail: async (input, context) => {
    const { concept, row } = await adopted(input, context)
    if (!concept || !row) return { records: [], total: 0, sum: 0, sumUnit: 'measure', note: 'Aún no hay una cifra adoptada para ese concepto y período.' }
    return {
      records: [{ id: row.id, documentTitle: actOf(row), documentDate: row.act_on, text: originOf(row), amount: row.value, amountUnit: 'measure', href: conceptHref(concept.code), ...(row.file_hash ? { fileHash: row.file_hash } : {}), ...(row.codes ? { locator: Object.values(row.codes).join(' · ') } : {}) }],
      total: 1, sum: row.value, sumUnit: 'measure', ...(concept.reconciliation ? { note: concept.reconciliation } : {}),
    }
  },
})
