import type { Inline } from '#kernel'
import { documentOf, EditorTool, EditorTools, Menu, useApi } from '#design'
import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import type { ReactNode } from 'react'
import { ChipStrip } from './ChipStrip.tsx'
import { useDesk } from './desk.ts'

const insertPhrase = (content: readonly Inline[]): Command => (state, dispatch) => {
  const paragraph: Node | undefined = documentOf([{ type: 'paragraph', id: '', content }]).firstChild ?? undefined
  if (paragraph) dispatch?.(state.tr.replaceSelectionWith(paragraph.copy(paragraph.content), false).scrollIntoView())
  return true
}

/** The tools of every text, and what only a report offers: references and phrases with their figures. For the section that has the caret. */
export const EditorToolbar = ({ report, state }: { report: string; state: ReactNode }) => {
  const { desk, ask, refer } = useDesk()
  const { view } = desk
  const { data } = useApi<{ phrases: readonly { title: string; content: readonly Inline[] }[] }>('reporting/phrases', { report })
  const run = (command: Command) => () => { if (!view) return; command(view.state, view.dispatch); view.focus() }
  const off = !view
  return (
    <div className="workshop-bar editor-bar">
      <EditorTools view={view} label={desk.sectionTitle ? `Edición de ${desk.sectionTitle}` : 'Edición: ponga el cursor en una sección'} onAsk={ask}>
        <EditorTool label="Referencia a una tabla o gráfico" keys="Control+Alt+T" off={off} run={refer}>Referencia</EditorTool>
        {data && data.phrases.length > 0 && (
          <span onMouseDown={(event) => event.preventDefault()}><Menu button="Frase" label="Frase con cifras" className="button plain compact tool" groups={[{ title: 'Se escriben con sus cifras', entries: data.phrases.map(({ title, content }) => ({ id: title, title, note: content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('').slice(0, 120), disabled: off, onPress: run(insertPhrase(content)) })) }]} /></span>
        )}
      </EditorTools>
      <span className="bar-state">{state}</span>
      <ChipStrip />
    </div>
  )
}
