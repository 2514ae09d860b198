import type { Day } from '#kernel'
import { insertMany, sql, type Tx } from '#platform/database'
import type { FileFormat } from '../contract.ts'

export type EditionFiles = Readonly<Record<FileFormat, { readonly hash: string; readonly size: number }>>
export type EditionRow = {
  report_id: string; number: number; kind: string; period: string; mode: 'final' | 'reservations'; issued_on: Day; issued_by: string; effective_on: Day; known_on: Day; watermark: number
  title: string; fingerprint: string; verification_code: string; reservations: readonly string[]; files: EditionFiles; replaces: number | null; figures: number; seq: number
}
export type FrozenFigure = {
  key: string; figure_id: string; parameters: Readonly<Record<string, string>>; effective_on: Day; known_on: Day; title: string; unit: string
  value: number | null; text: string; status: string; records: number; digest: string; places: readonly string[]
}
export type NewEdition = Omit<EditionRow, 'figures' | 'seq'> & { readonly body: string; readonly entryId: string }

const COLUMNS = sql`e.report_id, e.number, e.kind, e.period, e.mode, e.issued_on, e.issued_by, e.effective_on, e.known_on, e.watermark, e.title, e.fingerprint, e.verification_code, e.reservations, e.files, e.replaces, p.seq,
  (select count(*) from reporting.edition_figures f where f.commune = e.commune and f.report_id = e.report_id and f.edition = e.number)::int as figures`

/** Editions exist from the moment their entry is posted; `knownSeq` is the last ledger number the reader knows. */
export const editionStore = (tx: Tx) => ({
  of: (report: string, knownSeq: number) => tx.all<EditionRow>(sql`select ${COLUMNS} from reporting.editions e join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id
    where e.commune = ${tx.commune} and e.report_id = ${report} and p.seq <= ${knownSeq} order by e.number desc`),
  all: (knownSeq: number) => tx.all<EditionRow>(sql`select ${COLUMNS} from reporting.editions e join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id
    where e.commune = ${tx.commune} and p.seq <= ${knownSeq} order by e.period desc, e.number desc`),
  get: (report: string, number: number) => tx.one<EditionRow>(sql`select ${COLUMNS} from reporting.editions e join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id
    where e.commune = ${tx.commune} and e.report_id = ${report} and e.number = ${number}`),
  body: async (report: string, number: number) =>
    (await tx.one<{ body: string }>(sql`select body from reporting.editions where commune = ${tx.commune} and report_id = ${report} and number = ${number}`))?.body,
  figures: (report: string, number: number) => tx.all<FrozenFigure>(sql`select key, figure_id, parameters, effective_on, known_on, title, unit, value, text, status, records, digest, places
    from reporting.edition_figures where commune = ${tx.commune} and report_id = ${report} and edition = ${number} order by key`),
  /** Editions that print a recipe, for «dónde más aparece». */
  withFigure: (key: string, knownSeq: number) => tx.all<{ report_id: string; number: number; title: string; text: string; places: readonly string[] }>(sql`
    select e.report_id, e.number, e.title, f.text, f.places from reporting.edition_figures f
    join reporting.editions e on e.commune = f.commune and e.report_id = f.report_id and e.number = f.edition
    join evidence.posted p on p.commune = e.commune and p.entry_id = e.entry_id
    where f.commune = ${tx.commune} and f.figure_id = ${key.split(';')[0]} and f.key = ${key} and p.seq <= ${knownSeq} order by e.issued_on desc, e.number desc limit 12`),
  add: async (row: NewEdition, figures: readonly FrozenFigure[]): Promise<void> => {
    await tx.run(sql`insert into reporting.editions (commune, report_id, number, kind, period, mode, issued_on, issued_by, effective_on, known_on, watermark, title, body, fingerprint, verification_code, reservations, files, replaces, entry_id)
      values (${tx.commune}, ${row.report_id}, ${row.number}, ${row.kind}, ${row.period}, ${row.mode}, ${row.issued_on}, ${row.issued_by}, ${row.effective_on}, ${row.known_on}, ${row.watermark}, ${row.title}, ${row.body},
        ${row.fingerprint}, ${row.verification_code}, ${JSON.stringify(row.reservations)}::jsonb, ${JSON.stringify(row.files)}::jsonb, ${row.replaces}, ${row.entryId})`)
    await tx.run(sql`insert into reporting.proofs (commune, report_id, edition, fingerprint, verification_code, title, issued_on, mode, replaces, hashes, entry_id)
      values (${tx.commune}, ${row.report_id}, ${row.number}, ${row.fingerprint}, ${row.verification_code}, ${row.title}, ${row.issued_on}, ${row.mode}, ${row.replaces}, ${Object.values(row.files).map(({ hash }) => hash)}, ${row.entryId})`)
    if (figures.length) await insertMany(tx, 'reporting.edition_figures', figureColumns(tx.commune, row, figures))
  },
})

type BulkColumn = Parameters<typeof insertMany>[2][number]
const figureColumns = (commune: string, { report_id: report, number }: NewEdition, figures: readonly FrozenFigure[]): BulkColumn[] => {
  const column = (name: string, type: string, value: (figure: FrozenFigure) => unknown): BulkColumn => ({ name, type, values: figures.map(value) })
  return [
    column('commune', 'text', () => commune), column('report_id', 'uuid', () => report), column('edition', 'int', () => number), column('key', 'text', ({ key }) => key), column('figure_id', 'text', ({ figure_id: id }) => id),
    column('parameters', 'jsonb', ({ parameters }) => JSON.stringify(parameters)), column('effective_on', 'date', (figure) => figure.effective_on), column('known_on', 'date', (figure) => figure.known_on),
    column('title', 'text', ({ title }) => title), column('unit', 'text', ({ unit }) => unit), column('value', 'double precision', ({ value }) => value), column('text', 'text', ({ text }) => text),
    column('status', 'text', ({ status }) => status), column('records', 'bigint', ({ records }) => records), column('digest', 'text', ({ digest }) => digest),
    column('places', 'jsonb', ({ places }) => JSON.stringify(places)),
  ]
}
