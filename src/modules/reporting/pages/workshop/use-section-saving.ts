import type { Block, FigureValue } from '#kernel'
import { api, blocksOf, isNarrative, type NarrativeBlock, newId, sameBlocks, toProblem } from '#design'
import type { EditorView } from 'prosemirror-view'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SectionView } from '../../contract.ts'
import type { SaveState } from './save-state.ts'

const PAUSE = 1200
const RETRY = 8000
const withoutAuthors = (blocks: readonly Block[]): NarrativeBlock[] => blocks.filter(isNarrative).map((block) => (block.type === 'paragraph' ? { type: 'paragraph', id: block.id, content: block.content } : block))

const sameFigure = (a: FigureValue, b: FigureValue): boolean => a.text === b.text && a.value === b.value && a.records.digest === b.records.digest && a.recipe.asOf.effectiveOn === b.recipe.asOf.effectiveOn && a.recipe.asOf.knownOn === b.recipe.asOf.knownOn

/** The frozen values the server answered take the place of those sent, without moving the caret nor entering the history. */
const takeFigures = (view: EditorView, sent: readonly NarrativeBlock[], stored: readonly NarrativeBlock[]): void => {
  const figures = (blocks: readonly NarrativeBlock[]) => blocks.flatMap((block) => (block.type === 'list' ? block.items.flat() : block.content)).flatMap((inline) => (inline.type === 'figure' ? [inline.figure] : []))
  const [before, after] = [figures(sent), figures(stored)]
  const change = view.state.tr.setMeta('addToHistory', false)
  const { selection } = view.state
  view.state.doc.descendants((node, at) => {
    if (node.type.name !== 'figure') return
    const index = before.indexOf(node.attrs['figure'] as FigureValue)
    const frozen = after[index]
    if (frozen && !sameFigure(frozen, node.attrs['figure'] as FigureValue)) change.setNodeMarkup(at, undefined, { ...node.attrs, figure: frozen })
  })
  if (change.docChanged) view.dispatch(selection.empty ? change : change.setSelection(selection.map(change.doc, change.mapping)))
}

/**
 * Saves a section a moment after the writing stops, on leaving the page and on Ctrl+S. A newer version stored by another person
 * is never written over: it stops in `conflict` with both texts. A lost connection is tried again; the text stays in the page.
 */
export const useSectionSaving = (report: string, section: SectionView, onState: (state: SaveState) => void, onSaved: () => void) => {
  const [state, set] = useState<SaveState>({ kind: 'clean' })
  const facts = useRef({ version: section.version, base: withoutAuthors(section.content), view: undefined as EditorView | undefined, saving: false, again: false, stopped: false, timer: 0 as ReturnType<typeof setTimeout> | 0 })
  const tell = useRef(onState)
  tell.current = onState
  const say = useCallback((next: SaveState) => { set(next); tell.current(next) }, [])
  const written = useCallback((): NarrativeBlock[] => (facts.current.view ? withoutAuthors(blocksOf(facts.current.view.state.doc)) : facts.current.base.slice()), [])
  const later = useCallback((wait: number, work: () => void) => { if (facts.current.timer) clearTimeout(facts.current.timer); facts.current.timer = setTimeout(work, wait) }, [])

  const save = useCallback(async (): Promise<void> => {
    const now = facts.current
    if (now.timer) clearTimeout(now.timer)
    if (now.saving) { now.again = true; return }
    const content = written()
    if (now.stopped || !now.view || sameBlocks(content, now.base)) { if (!now.stopped) say({ kind: 'clean' }); return }
    now.saving = true
    say({ kind: 'saving' })
    try {
      const { result } = await api.act<{ version: number; content: Block[] }>('reporting/save-section', { report, key: section.key, version: now.version, content }, { key: newId() })
      const stored = withoutAuthors(result.content)
      now.version = result.version
      now.base = stored
      if (now.view && !now.view.isDestroyed) takeFigures(now.view, content, stored)
      say({ kind: sameBlocks(written(), now.base) ? 'saved' : 'writing' })
      onSaved()
    } catch (error) {
      const problem = toProblem(error)
      const current = problem.status === 412 ? (problem.body.facts?.['current'] as { content?: Block[]; version?: number } | undefined) : undefined
      if (current?.content && current.version !== undefined) {
        now.stopped = true
        say({ kind: 'conflict', conflict: { base: now.base, theirs: withoutAuthors(current.content), theirVersion: current.version, detail: problem.body.detail ?? '' } })
      } else {
        say({ kind: 'failed', problem })
        if (problem.status === 0 || problem.status >= 500) later(RETRY, () => void save())
      }
    } finally {
      now.saving = false
      if (now.again && !now.stopped) { now.again = false; later(PAUSE, () => void save()) }
    }
  }, [report, section.key, say, written, later, onSaved])

  const changed = useCallback(() => { if (facts.current.stopped) return; say({ kind: 'writing' }); later(PAUSE, () => void save()) }, [say, later, save])
  /** After a conflict: what is in the editor is written over the version that was shown. */
  const resolve = useCallback((version: number) => { Object.assign(facts.current, { version, stopped: false }); say({ kind: 'writing' }); void save() }, [say, save])

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => { if (!sameBlocks(written(), facts.current.base)) { void save(); event.preventDefault() } }
    const hiding = () => { if (document.visibilityState === 'hidden') void save() }
    window.addEventListener('beforeunload', leaving)
    document.addEventListener('visibilitychange', hiding)
    return () => {
      window.removeEventListener('beforeunload', leaving)
      document.removeEventListener('visibilitychange', hiding)
      void save()
    }
  }, [save, written])

  /** What another person stored while nothing was being written here; undefined when ours is the newest or there is something unsaved. */
  const newer = section.version > facts.current.version && !facts.current.stopped && !facts.current.saving && sameBlocks(written(), facts.current.base) ? withoutAuthors(section.content) : undefined
  const adopt = useCallback((blocks: readonly NarrativeBlock[], version: number) => { facts.current.base = blocks.slice(); facts.current.version = version }, [])
  return { state, save, changed, resolve, newer, adopt, attach: (view: EditorView | undefined) => { if (view) facts.current.view = view }, written }
}
