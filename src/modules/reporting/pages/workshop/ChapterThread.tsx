import { counted } from '#kernel'
import { type Step, Steps } from '#design'
import type { OutlineView, ReportView } from '../../contract.ts'
import { plainText, reportHref } from '../report-data.ts'

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length
/** Words people wrote in a chapter. */
export const wordsOf = (view: ReportView, sections: readonly string[]): number =>
  view.sections.filter(({ key }) => sections.includes(key)).reduce((sum, { content }) => sum + content.reduce((count, block) => count + words(plainText(block)), 0), 0)

type Chapter = OutlineView['chapters'][number]
/** A contradiction weighs most; then what is unfinished; a chapter the system writes alone is always linked. */
export const chapterState = (view: ReportView, outline: Pick<OutlineView, 'gaps'>, chapter: Pick<Chapter, 'key' | 'sections'>, current: boolean): Step['state'] => {
  if (current) return 'here'
  if (outline.gaps.some(({ chapter: key, severity, kind }) => key === chapter.key && (severity === 'stops' || kind === 'late'))) return 'bad'
  const sections = view.sections.filter(({ key }) => chapter.sections.includes(key))
  if (sections.length === 0) return 'full'
  if (sections.every(({ ready }) => ready)) return 'done'
  return sections.some(({ content, ready }) => ready || content.length > 0) ? 'half' : 'empty'
}

/** The chapters as a thread, with what each one weighs and how it stands. */
export const ChapterThread = ({ view, outline, current }: { view: ReportView; outline: OutlineView; current: string }) => (
  <nav aria-label="Capítulos">
    <h2>Capítulos</h2>
    <Steps label="Capítulos del informe" steps={outline.chapters.map((chapter, index): Step => {
      const count = wordsOf(view, chapter.sections)
      const open = view.comments.filter(({ sectionKey, resolvedAt }) => !resolvedAt && chapter.sections.includes(sectionKey)).length
      return {
        id: chapter.key, title: `${index + 1}. ${chapter.title}`, state: chapterState(view, outline, chapter, chapter.key === current), href: reportHref(view.report.id, { capitulo: chapter.key }),
        note: [chapter.sections.length ? counted(count, 'pal.', 'pal.') : chapter.tables ? counted(chapter.tables, 'tabla', 'tablas') : 'auto', open ? `${open} obs.` : ''].filter(Boolean).join(' · '),
      }
    })} />
  </nav>
)
