import { EmptyState, type Labels, ProblemView, ReferencePlace, scrollToBlock, StateBadge, ThinLoader, useAddressParam, Workshop } from '#design'
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react'
import type { Block } from '#kernel'
import type { ChapterView, OutlineView, ReportView } from '../../contract.ts'
import { headingNumbers } from '../reading/numbering.ts'
import { useChapter } from '../report-data.ts'
import { ChapterReader } from './ChapterReader.tsx'
import { ChapterThread } from './ChapterThread.tsx'
import { Reservations } from './Reservations.tsx'
import type { SaveState } from './save-state.ts'

const ChapterDesk = lazy(() => import('./ChapterDesk.tsx').then(({ ChapterDesk: desk }) => ({ default: desk })))

/** The headings of a chapter numbered as in print, and its tables by the anchors of the whole document. */
const useLabels = (view: ReportView, outline: OutlineView, chapter: ChapterView | undefined): Labels => useMemo(() => {
  const before = outline.chapters.findIndex(({ key }) => key === chapter?.key)
  const blocks = chapter?.parts.flatMap((part): readonly Block[] => (part.type === 'blocks' ? part.blocks : (view.sections.find(({ key }) => key === part.key)?.content ?? []))) ?? []
  return { headings: headingNumbers(blocks, Math.max(0, before)), objects: new Map(outline.anchors.map(({ id, label }) => [id, label])) }
}, [view.sections, outline, chapter])

const Firm = ({ outline }: { outline: OutlineView }) => (
  <StateBadge tone={outline.total === 0 ? 'neutral' : outline.firm === outline.total ? 'good' : 'warning'}>{outline.total === 0 ? 'aún sin cifras' : `${outline.firm} de ${outline.total} cifras firmes`}</StateBadge>
)

/** Goes to the block named in the address once the chapter is on screen. */
const useAnchor = (chapter: ChapterView | undefined) => useEffect(() => {
  const id = decodeURIComponent(window.location.hash.slice(1))
  if (chapter && id) document.getElementById(id)?.scrollIntoView({ block: 'center' })
}, [chapter])

/** The workshop of a report: chapters, paper, reservations. */
export const ReportWorkshop = ({ view, outline, onSaving }: { view: ReportView; outline: OutlineView; onSaving: (section: string, state: SaveState) => void }) => {
  const [wanted, open] = useAddressParam('capitulo', outline.chapters[0]?.key ?? '')
  const current = outline.chapters.some(({ key }) => key === wanted) ? wanted : (outline.chapters[0]?.key ?? '')
  const { data, problem, loading } = useChapter(view.report.id, current, current !== '')
  const chapter = data?.key === current ? data : undefined
  const labels = useLabels(view, outline, chapter)
  const firm = <Firm outline={outline} />
  const tell = useCallback((key: string, state: SaveState) => onSaving(key, state), [onSaving])
  useAnchor(chapter)
  const reader = chapter && <ChapterReader view={view} chapter={chapter} labels={labels} state={firm} />
  const toReference = useCallback((id: string) => {
    const title = outline.anchors.find((anchor) => anchor.id === id)?.chapter
    const place = outline.chapters.find((one) => one.title === title)
    if (place) open(place.key)
    scrollToBlock(id)
  }, [outline, open])
  return (
    <ReferencePlace.Provider value={toReference}><Workshop sideLabel="Capítulos y reservas" side={<><ChapterThread view={view} outline={outline} current={current} /><Reservations report={view.report.id} gaps={outline.gaps} /></>}>
      <ThinLoader active={loading && !chapter} label="Calculando el capítulo" />
      {problem && !chapter && <ProblemView problem={problem} />}
      {chapter && chapter.parts.length === 0 && <EmptyState title="Este capítulo está vacío"><p>Ningún módulo ni persona escribe en él todavía.</p></EmptyState>}
      {chapter && (view.may.edit === true ? <Suspense fallback={reader}><ChapterDesk key={current} view={view} chapter={chapter} anchors={outline.anchors} labels={labels} state={firm} onState={tell} /></Suspense> : reader)}
    </Workshop></ReferencePlace.Provider>
  )
}
