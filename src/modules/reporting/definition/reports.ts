import { notFound } from '#platform/actions'
import { councilHalfYear } from './council-half-year.report.ts'
import type { ReportDefinition } from './report.ts'

/** Every report the product makes. */
export const reportDefinitions: readonly ReportDefinition[] = [councilHalfYear]

/** The definition of a kind of report. Throws `ausente/no-existe`. */
export const definitionOf = (kind: string): ReportDefinition => {
  const found = reportDefinitions.find(({ id }) => id === kind)
  if (!found) throw notFound({ what: `el tipo de informe ${kind}` })
  return found
}
/** Sections people write, in the order of the document. */
export const sectionsOf = (definition: ReportDefinition) => definition.chapters.flatMap((chapter) => (chapter.sections ?? []).map((section) => ({ ...section, chapter: chapter.key, chapterTitle: chapter.title })))
