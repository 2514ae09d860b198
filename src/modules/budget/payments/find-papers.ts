import { can, type Day, formatPesos, yearOf } from '#kernel'
import type { Finder } from '#platform/actions'
import { sql, type Tx } from '#platform/database'
import { certificateStates } from '../certificates/take-certificate.ts'
import type { CertificateRow } from '../certificates/certificate.store.ts'
import { documentText } from '../movements/document.ts'

/** Papers looked through for each question, the newest first. */
const MOST = 200
const lineHref = (line: string, more: Readonly<Record<string, string>> = {}): string => `/presupuestar/lineas/${line}${Object.keys(more).length > 0 ? `?${new URLSearchParams(more)}` : ''}`
/** Every stem inside a text, without accents: ñ is found by n, as in the rest of the search. */
const says = (text: ReturnType<typeof sql>, stems: readonly string[]) => sql`replace(platform.sort_key(${text}), '~', '') like all (${stems.map((stem) => `%${stem.replace(/[\\%_]/g, '\\$&')}%`)}::text[])`
type PaidRow = { number: string; date: Day | null; line_id: string; amount: number; text: string }

const paid = (tx: Tx, stems: readonly string[], to: Day, knownSeq: number, year: number | undefined) => tx.all<PaidRow>(sql`
  select m.document_number as number, m.document_date as date, (array_agg(m.line_id order by m.payment desc, m.line_id))[1] as line_id, sum(m.payment::float8) as amount, max(m.text) as text
  from budget.movements m join evidence.posted p on p.commune = m.commune and p.entry_id = m.entry_id
  where m.commune = ${tx.commune} and m.document_kind in ('payment-decree', 'reversal') and m.payment <> 0 and m.document_number <> '' and m.effective_on <= ${to} and p.seq <= ${knownSeq} ${year ? sql`and m.year = ${year}` : sql``}
    and ${says(sql`m.document_number || ' ' || m.text || ' decreto de pago'`, stems)}
  group by m.document_number, m.document_date having sum(m.payment::float8) <> 0 order by m.document_date desc nulls last, m.document_number desc limit ${MOST}`)

/** Payment decrees by number or by what they pay; one that was taken back is not there. */
export const findPayments: Finder = {
  kind: 'payment', title: 'Pagos', allowed: can('budget.read'),
  find: async ({ stems, year }, context) => (await paid(context.tx, stems, context.asOf.effectiveOn, await context.knownSeq(), year)).map((row) => ({
    kind: 'payment', id: `${row.number} ${row.date ?? ''}`, title: documentText('payment-decree', row.number, row.date, 'payment'), subtitle: [formatPesos(row.amount), row.text].filter(Boolean).join(' · '), href: lineHref(row.line_id, { fase: 'payment', texto: row.number }), ...(row.date ? { year: yearOf(row.date) } : {}),
  })),
}
/** Certificates of available budget by number or by what they are for. */
export const findCertificates: Finder = {
  kind: 'certificate', title: 'Certificados de disponibilidad', allowed: can('budget.read'),
  find: async ({ stems, year }, { tx, knownSeq, asOf }) => (await tx.all<CertificateRow>(sql`
    select c.id, c.year, c.number, c.line_id, c.amount, c.purpose, c.state, c.requested_on from budget.certificates c join evidence.posted p on p.commune = c.commune and p.entry_id = c.entry_id
    where c.commune = ${tx.commune} and p.seq <= ${await knownSeq()} and c.requested_on <= ${asOf.effectiveOn} ${year ? sql`and c.year = ${year}` : sql``} and ${says(sql`c.number || ' ' || c.purpose || ' certificado de disponibilidad'`, stems)}
    order by c.requested_on desc, c.id limit ${MOST}`)).map((row) => ({
    kind: 'certificate', id: row.id, title: row.number ? `Certificado de disponibilidad N.º ${row.number}` : 'Solicitud de certificado de disponibilidad', subtitle: [row.purpose, formatPesos(row.amount), certificateStates[row.state]].filter(Boolean).join(' · '), href: lineHref(row.line_id), year: row.year,
  })),
}
