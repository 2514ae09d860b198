import type { FigureValue } from '#kernel'
import { Button, Checkbox, EditorTools, Fields, insertFigure, isNarrative, Notice, ProblemView, ProseEditor, Select, TextField, useFigureSheet } from '#design'
import type { EditorView } from 'prosemirror-view'
import { useMemo, useReducer, useState } from 'react'
import type { ActView } from '../../contract.ts'
import { LinesField } from '../LinesField.tsx'
import { FigureDialog } from './FigureDialog.tsx'
import type { useActSaving } from './use-act-saving.ts'

const words = { clean: '', writing: 'Sin guardar', saving: 'Guardando…', saved: 'Guardado', failed: 'No se guardó' } as const
const none: ReadonlyMap<string, string> = new Map()

/** The draft as it is written: heading, text with its figures, to whom it goes. The same editor of the reports. */
export const ActEditor = ({ view, saving }: { view: ActView; saving: ReturnType<typeof useActSaving> }) => {
  const [editor, place] = useState<EditorView>()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const [asking, ask] = useState(false)
  const [opened, remember] = useState<FigureValue>()
  const sheet = useFigureSheet()
  const chips = useMemo(() => ({ live: view.chips, ...(opened ? { opened } : {}) }), [view.chips, opened])
  const { heading, set, problem } = saving
  return (
    <>
      <div className="act-bar">
        <EditorTools view={editor} label="Edición del texto" onAsk={() => ask(true)} />
        <span role="status" className="soft">{words[saving.state]}</span>
      </div>
      {problem && (problem.status === 412
        ? <Notice tone="warning" title="Otra persona guardó este borrador antes que usted" urgent><p>Copie lo que escribió y abra la versión guardada. Nada suyo la reemplazó. <Button onPress={() => window.location.reload()}>Abrir la versión guardada</Button></p></Notice>
        : <ProblemView problem={problem} />)}
      <article className="act-paper" aria-label="Texto del acto">
        <p className="act-mark">BORRADOR</p>
        <p className="act-heading">{view.body.title}</p>
        <TextField label="Materia" name="subject" value={heading.subject} onChange={(subject) => set({ subject })} error={problem?.field('subject')} required />
        <div className="prose report-prose">
          <ProseEditor label={`Texto de ${view.act.title}`} blocks={view.act.content.filter(isNarrative)} chips={chips} labels={none} onRefer={() => undefined} onAsk={() => ask(true)} onSave={() => void saving.save()}
            onReady={(ready) => { place(ready); saving.attach(ready) }} onMove={(_view, text) => { redraw(); if (text) saving.changed() }} onOpen={(figure, chip) => { remember(figure); sheet.open(figure, chip) }} />
        </div>
        <Fields columns={2}>
          <LinesField label="A quién se dirige" name="addressees" value={heading.addressees} onChange={(addressees) => set({ addressees })} error={problem?.field('addressees')} required={false} />
          <LinesField label="Distribución" name="distribution" value={heading.distribution} onChange={(distribution) => set({ distribution })} required={false} />
        </Fields>
        <Fields columns={2}>
          <LinesField label="Antecedentes que se citan (ANT.)" name="references" value={heading.references} onChange={(references) => set({ references })} required={false} />
          <Select label="Lo firma" value={heading.signerRole} onChange={(signerRole) => set({ signerRole })} choices={view.signers.map(({ role, title }) => ({ value: role, title }))} error={problem?.field('signerRole')} />
        </Fields>
        <Checkbox checked={heading.restricted} onChange={(restricted) => set({ restricted })}>Reservado: sólo lo ven los cargos con esa reserva</Checkbox>
      </article>
      {asking && <FigureDialog onClose={() => { ask(false); editor?.focus() }} onPick={(figure) => { ask(false); if (editor) { insertFigure(figure)(editor.state, editor.dispatch); editor.focus() } }} />}
    </>
  )
}
