import type { Inline } from '#kernel'
import { Icon, Menu, useApi } from '#design'
import { toggleMark } from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import type { ReactNode } from 'react'
import { documentOf } from '../../editor/blocks.ts'
import { isInside, toggleBlock, toggleList } from '../../editor/commands.ts'
import { narrative } from '../../editor/schema.ts'
import { ChipStrip } from './ChipStrip.tsx'
import { useDesk } from './desk.ts'

const { nodes, marks } = narrative

/** A button of the bar: keeps the caret where it is, says when it is on, and rests while nothing is being written. */
const Tool = ({ label, keys, on = false, off = false, run, children }: { label: string; keys?: string; on?: boolean; off?: boolean; run: () => void; children: ReactNode }) => (
  <button type="button" className="button plain compact tool" aria-label={label} aria-keyshortcuts={keys} title={keys ? `${label} (${keys.replace('Control', 'Ctrl')})` : label} aria-pressed={on} aria-disabled={off || undefined}
    onMouseDown={(event) => event.preventDefault()} onClick={() => { if (!off) run() }}>{children}</button>
)

const insertPhrase = (content: readonly Inline[]): Command => (state, dispatch) => {
  const paragraph: Node | undefined = documentOf([{ type: 'paragraph', id: '', content }]).firstChild ?? undefined
  if (paragraph) dispatch?.(state.tr.replaceSelectionWith(paragraph.copy(paragraph.content), false).scrollIntoView())
  return true
}

/** N, C, title, figure, phrase and lists, for the section that has the caret. */
export const EditorToolbar = ({ report, state }: { report: string; state: ReactNode }) => {
  const { desk, ask, refer } = useDesk()
  const { view } = desk
  const { data } = useApi<{ phrases: readonly { title: string; content: readonly Inline[] }[] }>('reporting/phrases', { report })
  const run = (command: Command) => () => { if (!view) return; command(view.state, view.dispatch); view.focus() }
  const has = (mark: 'strong' | 'em') => Boolean(view && (view.state.storedMarks ?? view.state.selection.$from.marks()).some(({ type }) => type.name === mark))
  const inside = (type: Parameters<typeof isInside>[1], attributes?: Record<string, unknown>) => Boolean(view && isInside(view.state, type, attributes))
  const off = !view
  return (
    <div className="workshop-bar editor-bar">
      <div className="tools" role="toolbar" aria-label={desk.sectionTitle ? `Edición de ${desk.sectionTitle}` : 'Edición: ponga el cursor en una sección'}>
        <Tool label="Negrita" keys="Control+B" on={has('strong')} off={off} run={run(toggleMark(marks.strong))}><b>N</b></Tool>
        <Tool label="Cursiva" keys="Control+I" on={has('em')} off={off} run={run(toggleMark(marks.em))}><i className="serif">C</i></Tool>
        <Tool label="Título" keys="Control+Alt+3" on={inside(nodes.heading)} off={off} run={run(toggleBlock(nodes.heading, { level: 3 }))}>Título</Tool>
        <Tool label="Insertar una cifra" keys="Control+Space" off={off} run={ask}>Cifra <kbd>=</kbd></Tool>
        <Tool label="Referir a una tabla o gráfico" keys="Control+Alt+T" off={off} run={refer}>Referencia</Tool>
        {data && data.phrases.length > 0 && (
          <span onMouseDown={(event) => event.preventDefault()}><Menu button="Frase" label="Frase con cifras" className="button plain compact tool" groups={[{ title: 'Se escriben con sus cifras', entries: data.phrases.map(({ title, content }) => ({ id: title, title, note: content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('').slice(0, 120), disabled: off, onPress: run(insertPhrase(content)) })) }]} /></span>
        )}
        <Tool label="Lista" keys="Control+Shift+8" on={inside(nodes.list, { ordered: false })} off={off} run={run(toggleList(false))}><span aria-hidden="true">•</span> Lista</Tool>
        <Tool label="1. Lista numerada" keys="Control+Shift+7" on={inside(nodes.list, { ordered: true })} off={off} run={run(toggleList(true))}>1. Lista</Tool>
        <Tool label="Nota destacada" on={inside(nodes.note)} off={off} run={run(toggleBlock(nodes.note, { tone: 'info' }))}>Nota</Tool>
        <Tool label="Deshacer" keys="Control+Z" off={!view || undoDepth(view.state) === 0} run={run(undo)}><Icon name="undo" /></Tool>
        <Tool label="Rehacer" keys="Control+Y" off={!view || redoDepth(view.state) === 0} run={run(redo)}><span className="flipped"><Icon name="undo" /></span></Tool>
      </div>
      <span className="bar-state">{state}</span>
      <ChipStrip />
    </div>
  )
}
