import { BlockList, type Labels } from '#design'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { ChapterView, ReportView } from '../../contract.ts'
import { Comments } from './Comments.tsx'
import { SectionHead } from './SectionHead.tsx'

const ReadSection = ({ view, sectionKey, labels }: { view: ReportView; sectionKey: string; labels: Labels }) => {
  const section = view.sections.find(({ key }) => key === sectionKey)
  const [observing, observe] = useState(false)
  if (!section) return null
  return (
    <section className="report-section" id={`seccion-${section.key}`} aria-label={section.title}>
      <SectionHead report={view} section={section} onObserve={() => observe(true)} />
      {section.content.length ? <BlockList blocks={section.content} labels={labels} /> : <p className="soft">Nadie ha escrito esta sección.</p>}
      <Comments report={view} section={section} observing={observing} blockNow={() => undefined} onClose={() => observe(false)} />
    </section>
  )
}

/** A chapter for who reads and observes: everything in its place, nothing editable. */
export const ChapterReader = ({ view, chapter, labels, state }: { view: ReportView; chapter: ChapterView; labels: Labels; state: ReactNode }) => (
  <>
    <div className="workshop-bar"><span className="soft">{view.may.edit === true ? 'Abriendo el editor' : view.may.edit}</span><span className="bar-state">{state}</span></div>
    <article className="prose report-prose" aria-label={chapter.title}>
      {chapter.parts.map((part) => (part.type === 'blocks' ? <BlockList key={part.blocks[0]?.id ?? 'blocks'} blocks={part.blocks} labels={labels} /> : <ReadSection key={part.key} view={view} sectionKey={part.key} labels={labels} />))}
    </article>
  </>
)
