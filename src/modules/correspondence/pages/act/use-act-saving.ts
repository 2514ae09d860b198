import type { Block } from '#kernel'
import { api, type ApiProblem, blocksOf, isNarrative, type NarrativeBlock, newId, sameBlocks, toProblem } from '#design'
import type { EditorView } from 'prosemirror-view'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActView } from '../../contract.ts'
import { linesOf } from '../LinesField.tsx'

const PAUSE = 1200
/** What another person stored while this one wrote: the refusal of a stale save carries it whole. */
type Current = { readonly state: ActView['act']['state']; readonly subject: string; readonly signerRole: string; readonly addressees: readonly string[]; readonly distribution: readonly string[]; readonly references: readonly string[]; readonly restricted: boolean; readonly content: readonly Block[]; readonly version: number }
export type ActConflict = { readonly base: readonly NarrativeBlock[]; readonly theirs: readonly NarrativeBlock[]; readonly stored: Heading; readonly heading: Heading; readonly version: number; readonly stillDraft: boolean; readonly detail: string }
export type Heading = { readonly subject: string; readonly signerRole: string; readonly addressees: string; readonly distribution: string; readonly references: string; readonly restricted: boolean }
export type Saving = 'clean' | 'writing' | 'saving' | 'saved' | 'failed'
const linesText = (lines: readonly string[]): string => lines.join('\n')
export const headingOf = ({ act }: ActView): Heading => ({ subject: act.subject, signerRole: act.signerRole, addressees: act.addressees.join('\n'), distribution: act.distribution.join('\n'), references: act.references.join('\n'), restricted: act.restricted })
const plain = (blocks: readonly Block[]): NarrativeBlock[] => blocks.filter(isNarrative).map((block) => (block.type === 'paragraph' ? { type: 'paragraph', id: block.id, content: block.content } : block))

/** Saves text and heading a moment after the writing stops, on Ctrl+S and on leaving. What another person stored is never written over: the problem says both. */
export const useActSaving = (view: ActView, onSaved: () => void) => {
  const [state, say] = useState<Saving>('clean')
  const [problem, fail] = useState<ApiProblem>()
  const [conflict, clash] = useState<ActConflict>()
  const [heading, setHeading] = useState<Heading>(() => headingOf(view))
  const facts = useRef({ version: view.act.version, content: plain(view.act.content), stored: headingOf(view), heading: headingOf(view), editor: undefined as EditorView | undefined, saving: false, again: false, stopped: false, timer: undefined as ReturnType<typeof setTimeout> | undefined })
  const told = useRef(onSaved)
  told.current = onSaved
  const written = useCallback((): NarrativeBlock[] => (facts.current.editor ? plain(blocksOf(facts.current.editor.state.doc)) : facts.current.content), [])
  const dirty = useCallback(() => !sameBlocks(written(), facts.current.content) || JSON.stringify(facts.current.heading) !== JSON.stringify(facts.current.stored), [written])

  const save = useCallback(async (): Promise<boolean> => {
    const now = facts.current
    clearTimeout(now.timer)
    if (now.saving) { now.again = true; return false }
    if (now.stopped) return false
    if (!dirty()) { say((old) => (old === 'saved' ? old : 'clean')); return true }
    now.saving = true
    say('saving')
    const [content, sent] = [written(), now.heading]
    try {
      const { result } = await api.act<{ version: number; content: Block[] }>('correspondence/save-act', {
        id: view.act.id, version: now.version, subject: sent.subject, signerRole: sent.signerRole, addressees: linesOf(sent.addressees), distribution: linesOf(sent.distribution), references: linesOf(sent.references), restricted: sent.restricted, content,
      }, { key: newId() })
      Object.assign(now, { version: result.version, content: plain(result.content), stored: sent })
      fail(undefined)
      say(dirty() ? 'writing' : 'saved')
      told.current()
      return true
    } catch (error) {
      const found = toProblem(error)
      const current = found.status === 412 ? (found.body.facts?.['current'] as Current | undefined) : undefined
      if (found.status === 412) now.stopped = true
      if (current) clash({ base: now.content, theirs: plain(current.content), stored: now.stored, version: current.version, stillDraft: current.state === 'draft', detail: found.body.detail ?? '', heading: { subject: current.subject, signerRole: current.signerRole, addressees: linesText(current.addressees), distribution: linesText(current.distribution), references: linesText(current.references), restricted: current.restricted } })
      fail(found)
      say('failed')
      return false
    } finally {
      now.saving = false
      if (now.again) { now.again = false; now.timer = setTimeout(() => void save(), PAUSE) }
    }
  }, [view.act.id, written, dirty])

  const changed = useCallback(() => { if (facts.current.stopped) return; say('writing'); clearTimeout(facts.current.timer); facts.current.timer = setTimeout(() => void save(), PAUSE) }, [save])
  const set = (patch: Partial<Heading>) => { const next = { ...facts.current.heading, ...patch }; facts.current.heading = next; setHeading(next); changed() }
  /** Goes on over the version that the other person stored, with what was chosen of each; the editor was written with it as one step. */
  const resolve = (settled: ActConflict, chosen: Heading) => {
    Object.assign(facts.current, { version: settled.version, content: settled.theirs, stored: settled.heading, heading: chosen, stopped: false })
    setHeading(chosen)
    clash(undefined)
    fail(undefined)
    void save()
  }
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => { if (dirty()) { void save(); event.preventDefault() } }
    window.addEventListener('beforeunload', leaving)
    return () => { window.removeEventListener('beforeunload', leaving); void save() }
  }, [save, dirty])
  return { state, problem, conflict, resolve, written, heading, set, save, changed, version: () => facts.current.version, attach: (editor: EditorView | undefined) => { if (editor) facts.current.editor = editor } }
}
