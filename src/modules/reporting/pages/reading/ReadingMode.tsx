import type { Block, DocumentBody } from '#kernel'
import { BlockList, Button, ProblemView, ReferencePlace, scrollToBlock, Seal, ThinLoader, useAddress, useAddressParam } from '#design'
import { useEffect, useMemo } from 'react'
import type { ReportView } from '../../contract.ts'
import { usePreview } from '../report-data.ts'
import { stateLook } from '../words.ts'
import { Letterhead } from './Letterhead.tsx'
import { headingNumbers, objectLabels } from './numbering.ts'

type Chapter = { readonly id: string; readonly title: string; readonly blocks: readonly Block[] }
/** Cuts a document at its first-level headings. */
export const chaptersOf = (blocks: readonly Block[]): readonly Chapter[] => {
  const chapters: { id: string; title: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.type === 'heading' && block.level === 1) chapters.push({ id: block.id, title: block.content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join(''), blocks: [] })
    const last = chapters.at(-1)
    if (last) last.blocks.push(block)
    else chapters.push({ id: 'opening', title: 'Apertura', blocks: [block] })
  }
  return chapters
}

/** Arrows and page keys pass from chapter to chapter, Esc leaves. They rest while something floats or is being written. */
const useReadingKeys = (move: (count: number) => void, leave: () => void) => useEffect(() => {
  const listen = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"], .scroller, [contenteditable="true"]')) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowRight') move(1)
    else if (event.key === 'ArrowLeft') move(-1)
    else if (event.key === 'Escape' && !document.querySelector('.figure-sheet')) leave()
    else return
    event.preventDefault()
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}, [move, leave])

/** A document read aloud in a room: large letter, a chapter at a time, figures still open. Printing gives the whole document. */
export const DocumentReading = ({ body, above, onLeave }: { body: DocumentBody; above: React.ReactNode; onLeave: () => void }) => {
  const { blocks, title } = body
  const chapters = useMemo(() => chaptersOf(blocks), [blocks])
  const labels = useMemo(() => ({ headings: headingNumbers(blocks), objects: objectLabels(blocks) }), [blocks])
  const [wanted, open] = useAddressParam('parte', chapters[0]?.id ?? '')
  const at = Math.max(0, chapters.findIndex(({ id }) => id === wanted))
  const move = (count: number) => { const to = chapters[at + count]; if (to) { open(to.id); window.scrollTo({ top: 0 }) } }
  useReadingKeys(move, onLeave)
  const [before, after] = [chapters[at - 1], chapters[at + 1]]
  const toReference = (id: string) => { const place = chapters.find((chapter) => chapter.blocks.some((block) => block.id === id)); if (place) { open(place.id); scrollToBlock(id) } }
  return (
    <ReferencePlace.Provider value={toReference}><div className="reading on-surface">
      <div className="reading-bar">
        <span className="reading-title">{above} <h1>{title}</h1></span>
        <span className="actions"><label className="visually-hidden" htmlFor="reading-chapter">Capítulo</label>
          <select id="reading-chapter" className="input" value={chapters[at]?.id} onChange={({ target }) => open(target.value)}>{chapters.map((chapter, index) => <option key={chapter.id} value={chapter.id}>{index + 1}. {chapter.title}</option>)}</select>
          <Button kind="plain" onPress={() => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())}>Pantalla completa</Button>
          <Button kind="plain" icon="print" onPress={() => window.print()}>Imprimir</Button>
          <Button onPress={onLeave}>Salir (Esc)</Button></span>
      </div>
      {chapters.map((chapter, index) => <article key={chapter.id} className={index === at ? 'prose report-prose reading-page' : 'prose report-prose reading-page paper-only'} aria-label={chapter.title}>{index === 0 && <Letterhead body={body} />}<BlockList blocks={chapter.blocks} labels={labels} /></article>)}
      <nav className="reading-turn" aria-label="Otros capítulos">
        {before ? <Button kind="plain" icon="left" onPress={() => move(-1)}>{before.title}</Button> : <span />}
        {after && <Button kind="plain" onPress={() => move(1)}>Sigue: {after.title}</Button>}
      </nav>
    </div></ReferencePlace.Provider>
  )
}

/** The report as it would be issued now, to be read in a meeting. */
export const ReadingMode = ({ view }: { view: ReportView }) => {
  const { set } = useAddress()
  const { data, problem, loading } = usePreview(view.report.id, true)
  const look = stateLook[view.report.state]
  return (
    <>
      <ThinLoader active={loading && !data} label="Componiendo el documento" />
      {problem && <ProblemView problem={problem} />}
      {data && <DocumentReading body={data.body} above={<Seal tone={look.tone} shape={look.shape}>{look.text}</Seal>} onLeave={() => set({ vista: undefined, parte: undefined })} />}
    </>
  )
}
