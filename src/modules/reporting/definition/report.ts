import type { LawId } from '#kernel'

/** One chapter of the table of contents: what other modules write, what people write in it, or what the report writes of itself. */
export type ReportChapter = {
  readonly key: string
  readonly title: string
  /** Chapters of other modules by id; a module key alone takes all of its chapters. */
  readonly from?: readonly string[]
  /** Sections people write, in order, beside the computed heading of the same name. */
  /** `beside`: id of the computed heading it follows, when neither its key nor its title says it. */
  readonly sections?: readonly { readonly key: string; readonly title: string; readonly beside?: string }[]
  readonly computed?: 'reservations' | 'sources'
  /** Unit whose data fill it, as printed in a reservation. */
  readonly informant?: string
}
/** `$period` in a parameter is the period of the report. */
export type Highlight = { readonly label: string; readonly figure: string; readonly parameters?: Readonly<Record<string, string>>; readonly note?: string }
export type ReportDefinition = {
  readonly id: string
  readonly title: string
  readonly audience: string
  readonly unit: string
  readonly every: 'half-year'
  /** The duty it fulfils and the law that says what it must hold. */
  readonly duty: LawId
  readonly law: LawId
  readonly chapters: readonly ReportChapter[]
  /** Row of figures that opens the first chapter. */
  readonly highlights?: readonly Highlight[]
  /** Ready sentences with figures, offered by the editor. */
  readonly phrases?: readonly { readonly title: string; readonly template: string }[]
}
/** A report is a table of contents. Chapters of other modules that no line names are added before what is computed. */
export const defineReport = (definition: ReportDefinition): ReportDefinition => definition
