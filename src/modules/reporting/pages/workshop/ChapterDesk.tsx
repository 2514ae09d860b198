import { type FigureValue, referenceText } from '#kernel'
import { BlockList, insertFigure, insertReference, type Labels } from '#design'
import { useQueryClient } from '@tanstack/react-query'
import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { Anchor, ChapterView, ReportView } from '../../contract.ts'
import { type Desk, DeskContext, type DeskActions } from './desk.ts'
import { EditorToolbar } from './EditorToolbar.tsx'
import { FigurePicker } from './FigurePicker.tsx'
import { ReferencePicker } from './ReferencePicker.tsx'
import type { SaveState } from './save-state.ts'
import { SectionEditor } from './SectionEditor.tsx'

const AFTER_SAVE = 2500

/** After a save, what depends on the text is asked again, once things calm down. */
const useRefreshLater = () => {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  return useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void client.invalidateQueries({ predicate: ({ queryKey }) => ['reporting/open', 'reporting/outline'].includes(String(queryKey[0])) }), AFTER_SAVE)
  }, [client])
}

/** A chapter being written: the bar, what the system computes and, between, what people write. Loaded only for who may edit. */
export const ChapterDesk = ({ view, chapter, anchors, labels, state, onState }: { view: ReportView; chapter: ChapterView; anchors: readonly Anchor[]; labels: Labels; state: ReactNode; onState: (key: string, state: SaveState) => void }) => {
  const [desk, change] = useState<Desk>({ tick: 0 })
  const [picking, pick] = useState<'figure' | 'reference'>()
  const refresh = useRefreshLater()
  const actions = useMemo((): Omit<DeskActions, 'desk' | 'labels'> => ({
    take: (section: string, sectionTitle: string, own: EditorView) => change((old) => ({ view: own, section, sectionTitle, tick: old.tick + 1 })),
    drop: (own: EditorView) => change((old) => (old.view === own ? { tick: old.tick + 1 } : old)),
    ask: () => pick('figure'), refer: () => pick('reference'),
  }), [])
  const objects = useMemo(() => new Map(anchors.map(({ id, label }) => [id, label])), [anchors])
  const put = (command: Command) => {
    pick(undefined)
    const { view: own } = desk
    if (own) setTimeout(() => { own.focus(); command(own.state, own.dispatch) }, 0)
  }
  const close = () => { pick(undefined); setTimeout(() => desk.view?.focus(), 0) }
  return (
    <DeskContext.Provider value={useMemo(() => ({ ...actions, desk, labels: objects }), [actions, desk, objects])}>
      <EditorToolbar report={view.report.id} state={state} />
      <article className="prose report-prose" aria-label={chapter.title}>
        {chapter.parts.map((part) => {
          if (part.type === 'blocks') return <BlockList key={part.blocks[0]?.id ?? 'blocks'} blocks={part.blocks} labels={labels} />
          const section = view.sections.find(({ key }) => key === part.key)
          return section && <SectionEditor key={`${view.report.id}-${part.key}`} view={view} section={section} onState={onState} onSaved={refresh} />
        })}
      </article>
      {picking === 'figure' && <FigurePicker report={view.report.id} section={desk.sectionTitle ?? ''} onPick={(figure: FigureValue) => put(insertFigure(figure))} onClose={close} />}
      {picking === 'reference' && <ReferencePicker anchors={anchors} onPick={({ id, label }) => put(insertReference(id, referenceText(label, '')))} onClose={close} />}
    </DeskContext.Provider>
  )
}
