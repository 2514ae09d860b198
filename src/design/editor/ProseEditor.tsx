import type { FigureValue } from '#kernel'
import { newId } from '../client/api.ts'
import { EditorView } from 'prosemirror-view'
import { useEffect, useRef } from 'react'
import { type ChipFacts, chipFacts } from './chip-state.ts'
import { chipView } from './chip-view.ts'
import { referenceView, renumberReferences } from './reference-view.ts'
import type { NarrativeBlock } from './blocks.ts'
import { editorStateOf } from './editor-state.ts'

export type ProseEditorProps = {
  readonly label: string
  readonly blocks: readonly NarrativeBlock[]
  readonly chips: ChipFacts
  readonly onReady: (view: EditorView | undefined) => void
  /** Anything moved: caret, text or history. `text` when the document changed. */
  readonly onMove: (view: EditorView, text: boolean) => void
  readonly onAsk: () => void
  readonly onRefer: () => void
  /** «Tabla 3» by block: what references say now. */
  readonly labels: ReadonlyMap<string, string>
  readonly onOpen: (figure: FigureValue, chip: HTMLElement) => void
  readonly onSave: () => void
}

const openAt = (view: EditorView, at: number, open: ProseEditorProps['onOpen']): boolean => {
  const node = view.state.doc.nodeAt(at)
  const dom = view.nodeDOM(at)
  if (node?.type.name !== 'figure' || !(dom instanceof HTMLElement)) return false
  open(node.attrs['figure'] as FigureValue, dom)
  return true
}

/** The place where a section is written. It is opened once with its blocks; later changes go through its view. */
export const ProseEditor = (props: ProseEditorProps) => {
  const place = useRef<HTMLDivElement>(null)
  const current = useRef(props)
  current.current = props
  const viewed = useRef<EditorView>(undefined)
  useEffect(() => {
    if (!place.current) return
    const actions = {
      makeId: () => `n-${newId()}`, onAsk: () => current.current.onAsk(), onRefer: () => current.current.onRefer(), onSave: () => current.current.onSave(),
      onOpen: () => { const { current: view } = viewed; if (view) openAt(view, view.state.selection.from, current.current.onOpen) },
    }
    const view: EditorView = new EditorView(place.current, {
      state: editorStateOf(current.current.blocks, actions),
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': current.current.label, spellcheck: 'true', lang: 'es-CL', class: 'prose-editable' },
      nodeViews: { figure: (node) => chipView(node), reference: (node) => referenceView(node, () => current.current.labels) },
      handleClickOn: (own, _at, node, nodeAt, event) => { if (node.type.name !== 'figure' || event.shiftKey) return false; openAt(own, nodeAt, current.current.onOpen); return false },
      dispatchTransaction: (transaction) => { view.updateState(view.state.apply(transaction)); current.current.onMove(view, transaction.docChanged) },
      handleDOMEvents: { focus: (own) => { current.current.onMove(own, false); return false }, blur: () => { current.current.onSave(); return false } },
    })
    viewed.current = view
    current.current.onReady(view)
    return () => { viewed.current = undefined; current.current.onReady(undefined); view.destroy() }
  }, [])
  const { chips, labels } = props
  useEffect(() => { if (place.current) renumberReferences(place.current, labels) }, [labels])
  useEffect(() => { const { current: view } = viewed; if (view) view.dispatch(view.state.tr.setMeta(chipFacts, chips).setMeta('addToHistory', false)) }, [chips])
  return <div ref={place} className="prose-place" data-empty={props.blocks.length === 0 || undefined} />
}
