import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '#design'
import type { GivenView, ItemView } from '../../contract.ts'
import { lackOf, mistakeOf } from '../../items/answer-rule.ts'
import { type Channel, problemOf, type Written } from './channel.ts'

const PAUSE_MS = 600
export const blankAnswer: GivenView = { value: null, text: '', noNews: false, comment: '', fileHash: null, fileName: '' }
export const isOpen = ({ state }: ItemView): boolean => state !== 'sent' && state !== 'accepted'
const startOf = (items: readonly ItemView[]): ReadonlyMap<string, GivenView> => new Map(items.filter(isOpen).map((item) => [item.id, item.draft ?? blankAnswer]))
const written = (itemId: string, { fileName: _name, ...given }: GivenView): Written => ({ itemId, ...given })

/** What is being written on the page, kept on the server a moment after the person stops; what cannot be understood waits on the page. */
export const useAnswers = (items: readonly ItemView[], channel: Channel) => {
  const [given, setGiven] = useState(() => startOf(items))
  const [saving, setSaving] = useState<'idle' | 'waiting' | 'saving' | 'saved'>('idle')
  const [problem, setProblem] = useState<ApiProblem>()
  const dirty = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const current = useRef(given)
  current.current = given
  const keep = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    const ready = items.flatMap((item) => {
      const one = current.current.get(item.id)
      return dirty.current.has(item.id) && one && mistakeOf(item, one) === undefined ? [written(item.id, one)] : []
    })
    if (ready.length === 0) return true
    setSaving('saving')
    for (const { itemId } of ready) dirty.current.delete(itemId)
    return channel.save(ready).then(() => { setSaving(dirty.current.size > 0 ? 'waiting' : 'saved'); setProblem(undefined); return true }, (error: unknown) => {
      for (const { itemId } of ready) dirty.current.add(itemId)
      setSaving('waiting')
      setProblem(problemOf(error))
      return false
    })
  }, [items, channel])
  const change = (id: string, patch: Partial<GivenView>) => {
    setGiven((old) => new Map(old).set(id, { ...(old.get(id) ?? blankAnswer), ...patch }))
    dirty.current.add(id)
    setSaving('waiting')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(), PAUSE_MS)
  }
  useEffect(() => {
    // What is still waiting leaves before the page does.
    const leave = () => void keep()
    addEventListener('pagehide', leave)
    return () => { removeEventListener('pagehide', leave); leave() }
  }, [keep])
  const open = items.filter(isOpen)
  const lacking = open.flatMap((item) => { const why = lackOf(item, given.get(item.id) ?? null); return why ? [{ item, why }] : [] })
  const reset = useCallback((next: readonly ItemView[]) => { dirty.current.clear(); setGiven(startOf(next)) }, [])
  return { given, change, keep, saving, problem, open, lacking, reset }
}
export type Answers = ReturnType<typeof useAnswers>
