import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '#design'
import type { DraftConflict, GivenView, ItemView } from '../../contract.ts'
import { sameWords } from '../../drafts/draft-conflict.ts'
import { lackOf, mistakeOf } from '../../items/answer-rule.ts'
import { type Channel, problemOf, type Written } from './channel.ts'

const PAUSE_MS = 600
export const blankAnswer: GivenView = { value: null, text: '', noNews: false, comment: '', fileHash: null, fileName: '' }
export const isOpen = ({ state }: ItemView): boolean => state !== 'sent' && state !== 'accepted'
const bare = ({ value, text, noNews, comment, fileHash, fileName }: GivenView): GivenView => ({ value, text, noNews, comment, fileHash, fileName })
const startOf = (items: readonly ItemView[]): ReadonlyMap<string, GivenView> => new Map(items.filter(isOpen).map((item) => [item.id, item.draft ? bare(item.draft) : blankAnswer]))
const marksOf = (items: readonly ItemView[]): Map<string, string | null> => new Map(items.map((item) => [item.id, item.draft?.revision ?? null]))
const NONE: ReadonlyMap<string, DraftConflict> = new Map()

/**
 * What is being written on the page, kept on the server a moment after the person stops; what cannot be understood waits on the page. Where
 * another person wrote meanwhile nothing is written over: both words wait until somebody chooses.
 */
export const useAnswers = (items: readonly ItemView[], channel: Channel) => {
  const [given, setGiven] = useState(() => startOf(items))
  const [saving, setSaving] = useState<'idle' | 'waiting' | 'saving' | 'saved'>('idle')
  const [problem, setProblem] = useState<ApiProblem>()
  const [conflicts, setConflicts] = useState(NONE)
  const dirty = useRef(new Set<string>())
  const marks = useRef(marksOf(items))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** One saving at a time: the next waits for the marks of this one. */
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const current = useRef(given)
  current.current = given
  const disputed = useRef(conflicts)
  disputed.current = conflicts
  const tell = useCallback((told: readonly DraftConflict[]) => {
    if (told.length === 0) return
    const next = new Map([...disputed.current, ...told.map((one) => [one.itemId, one] as const)])
    disputed.current = next
    setConflicts(next)
  }, [])
  const save = useCallback(async (): Promise<boolean> => {
    const ready = items.flatMap((item): Written[] => {
      const one = current.current.get(item.id)
      if (!one || !dirty.current.has(item.id) || disputed.current.has(item.id) || mistakeOf(item, one) !== undefined) return []
      const { fileName: _name, ...words } = one
      return [{ itemId: item.id, ...words, base: marks.current.get(item.id) ?? null }]
    })
    if (ready.length === 0) return disputed.current.size === 0
    setSaving('saving')
    for (const { itemId } of ready) dirty.current.delete(itemId)
    try {
      const { saved, conflicts: told } = await channel.save(ready)
      for (const { itemId, revision } of saved) marks.current.set(itemId, revision)
      tell(told)
      setSaving(dirty.current.size > 0 ? 'waiting' : 'saved')
      setProblem(undefined)
      return told.length === 0
    } catch (error) {
      for (const { itemId } of ready) dirty.current.add(itemId)
      setSaving('waiting')
      setProblem(problemOf(error))
      return false
    }
  }, [items, channel, tell])
  const keep = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    const next = turn.current.then(save)
    turn.current = next
    return next
  }, [save])
  const change = (id: string, patch: Partial<GivenView>) => {
    setGiven((old) => new Map(old).set(id, { ...(old.get(id) ?? blankAnswer), ...patch }))
    dirty.current.add(id)
    setSaving('waiting')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(), PAUSE_MS)
  }
  /** Ends a dispute: mine goes over what was seen, or theirs comes to the page. */
  const settle = (id: string, whose: 'mine' | 'theirs') => {
    const conflict = disputed.current.get(id)
    if (!conflict) return
    marks.current.set(id, conflict.theirs?.revision ?? null)
    const next = new Map(disputed.current)
    next.delete(id)
    disputed.current = next
    setConflicts(next)
    if (whose === 'mine') dirty.current.add(id)
    else {
      dirty.current.delete(id)
      setGiven((old) => new Map(old).set(id, conflict.theirs ? bare(conflict.theirs) : blankAnswer))
    }
    if (whose === 'mine') void keep()
  }
  useEffect(() => {
    // What is still waiting leaves before the page does.
    const leave = () => void keep()
    const hide = () => { if (document.visibilityState === 'hidden') leave() }
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => { removeEventListener('pagehide', leave); document.removeEventListener('visibilitychange', hide); leave() }
  }, [keep])
  const open = items.filter(isOpen)
  const lacking = open.flatMap((item) => { const why = lackOf(item, given.get(item.id) ?? null); return why ? [{ item, why }] : [] })
  /** The page takes what the server has: after a workbook, or when another person wrote. */
  const reset = useCallback((next: readonly ItemView[]) => {
    dirty.current.clear()
    marks.current = marksOf(next)
    setGiven(startOf(next))
  }, [])
  /** What another person left on the server and this page has not shown is put before the reader, beside their own words. */
  const compare = useCallback((next: readonly ItemView[]) => {
    tell(next.flatMap((item): DraftConflict[] => {
      if (!isOpen(item) || (item.draft?.revision ?? null) === (marks.current.get(item.id) ?? null)) return []
      if (item.draft && sameWords(item.draft, current.current.get(item.id) ?? blankAnswer)) { marks.current.set(item.id, item.draft.revision); return [] }
      return [{ itemId: item.id, kind: 'draft', theirs: item.draft }]
    }))
  }, [tell])
  const seen = (): Record<string, string | null> => Object.fromEntries(open.map(({ id }) => [id, marks.current.get(id) ?? null]))
  return { given, change, keep, saving, problem, open, lacking, reset, conflicts, settle, compare, seen }
}
export type Answers = ReturnType<typeof useAnswers>
