import type { FigureValue } from '#kernel'
import { blockAround, Button, documentOf, isNarrative, ProblemView, ProseEditor, useFigureSheet } from '#design'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReportView, SectionView } from '../../contract.ts'
import { Comments } from './Comments.tsx'
import { useDesk } from './desk.ts'
import type { SaveState } from './save-state.ts'
import { SectionConflict } from './SectionConflict.tsx'
import { SectionHead } from './SectionHead.tsx'
import { useSectionSaving } from './use-section-saving.ts'

type Props = { readonly view: ReportView; readonly section: SectionView; readonly onState: (key: string, state: SaveState) => void; readonly onSaved: () => void }

/** One section: who writes it, its text, its observations, and what to do when two people wrote at once. */
export const SectionEditor = ({ view: report, section, onState, onSaved }: Props) => {
  const saving = useSectionSaving(report.report.id, section, (state) => onState(section.key, state), onSaved)
  const { take, drop, ask, refer, labels } = useDesk()
  const { open, opened } = useFigureSheet()
  const [openFigure, remember] = useState<FigureValue>()
  const [observing, observe] = useState(false)
  const own = useRef<EditorView>(undefined)
  const chips = useMemo(() => ({ live: report.chips, ...(opened && openFigure ? { opened: openFigure } : {}) }), [report.chips, opened, openFigure])
  const { newer } = saving
  /** Writes other blocks in the editor, as one step that can be undone. */
  const write = (blocks: Parameters<typeof documentOf>[0]) => {
    const { current: editor } = own
    if (!editor) return
    const next = documentOf(blocks)
    editor.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, next.content))
  }
  useEffect(() => { if (newer) { saving.adopt(newer, section.version); write(newer) } }, [newer && section.version])
  const wasOpen = useRef(false)
  // Closing the sheet of a chip gives the caret back to the sentence it was in.
  useEffect(() => { if (wasOpen.current && !opened) own.current?.focus(); wasOpen.current = Boolean(opened && openFigure); if (!opened) remember(undefined) }, [opened])
  const onMove = (editor: EditorView, text: boolean) => { take(section.key, section.title, editor); if (text) saving.changed() }
  const blockNow = (): string | undefined => (own.current?.state.selection.$from.depth ? String(blockAround(own.current.state).node.attrs['id']) : undefined)
  return (
    <section className="report-section" id={`seccion-${section.key}`} aria-label={section.title}>
      <SectionHead report={report} section={section} onObserve={() => observe(true)} />
      {saving.state.kind === 'conflict' && <SectionConflict conflict={saving.state.conflict} title={section.title} mine={saving.written()} onSettle={(blocks, version) => { write(blocks); saving.resolve(version) }} />}
      <ProseEditor label={`Texto de ${section.title}`} blocks={section.content.filter(isNarrative)} chips={chips}
        onReady={(editor) => { if (editor) own.current = editor; else if (own.current) drop(own.current); saving.attach(editor) }}
        onMove={onMove} onAsk={ask} onRefer={refer} labels={labels} onSave={() => void saving.save()} onOpen={(figure, chip) => { remember(figure); open(figure, chip) }} />
      {saving.state.kind === 'failed' && <ProblemView problem={saving.state.problem} action={<Button size="compact" onPress={() => void saving.save()}>Guardar de nuevo</Button>} />}
      <Comments report={report} section={section} observing={observing} blockNow={blockNow} onClose={() => observe(false)} />
    </section>
  )
}
