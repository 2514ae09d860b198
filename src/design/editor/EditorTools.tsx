import { toggleMark } from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { ReactNode } from 'react'
import { Icon } from '../icons/Icon.tsx'
import { isInside, toggleBlock, toggleList } from './commands.ts'
import { narrative } from './schema.ts'

const { nodes, marks } = narrative

/** A button of the bar: keeps the caret where it is, says when it is on, and rests while nothing is being written. */
export const EditorTool = ({ label, keys, on = false, off = false, run, children }: { label: string; keys?: string; on?: boolean; off?: boolean; run: () => void; children: ReactNode }) => (
  <button type="button" className="button plain compact tool" aria-label={label} aria-keyshortcuts={keys} title={keys ? `${label} (${keys.replace('Control', 'Ctrl')})` : label} aria-pressed={on} aria-disabled={off || undefined}
    onMouseDown={(event) => event.preventDefault()} onClick={() => { if (!off) run() }}>{children}</button>
)

/** N, C, title, figure, lists and note, for the text that has the caret. `children` go after the figure: what only one page offers. */
export const EditorTools = ({ view, label, onAsk, children }: { view: EditorView | undefined; label: string; onAsk: () => void; children?: ReactNode }) => {
  const run = (command: Command) => () => { if (!view) return; command(view.state, view.dispatch); view.focus() }
  const has = (mark: 'strong' | 'em') => Boolean(view && (view.state.storedMarks ?? view.state.selection.$from.marks()).some(({ type }) => type.name === mark))
  const inside = (type: Parameters<typeof isInside>[1], attributes?: Record<string, unknown>) => Boolean(view && isInside(view.state, type, attributes))
  const off = !view
  return (
    <div className="tools" role="toolbar" aria-label={label}>
      <EditorTool label="Negrita" keys="Control+B" on={has('strong')} off={off} run={run(toggleMark(marks.strong))}><b>N</b></EditorTool>
      <EditorTool label="Cursiva" keys="Control+I" on={has('em')} off={off} run={run(toggleMark(marks.em))}><i className="serif">C</i></EditorTool>
      <EditorTool label="Título" keys="Control+Alt+3" on={inside(nodes.heading)} off={off} run={run(toggleBlock(nodes.heading, { level: 3 }))}>Título</EditorTool>
      <EditorTool label="Insertar una cifra" keys="Control+Space" off={off} run={onAsk}>Cifra <kbd>=</kbd></EditorTool>
      {children}
      <EditorTool label="Lista" keys="Control+Shift+8" on={inside(nodes.list, { ordered: false })} off={off} run={run(toggleList(false))}><span aria-hidden="true">•</span> Lista</EditorTool>
      <EditorTool label="1. Lista numerada" keys="Control+Shift+7" on={inside(nodes.list, { ordered: true })} off={off} run={run(toggleList(true))}>1. Lista</EditorTool>
      <EditorTool label="Nota destacada" on={inside(nodes.note)} off={off} run={run(toggleBlock(nodes.note, { tone: 'info' }))}>Nota</EditorTool>
      <EditorTool label="Deshacer" keys="Control+Z" off={!view || undoDepth(view.state) === 0} run={run(undo)}><Icon name="undo" /></EditorTool>
      <EditorTool label="Rehacer" keys="Control+Y" off={!view || redoDepth(view.state) === 0} run={run(redo)}><span className="flipped"><Icon name="undo" /></span></EditorTool>
    </div>
  )
}
