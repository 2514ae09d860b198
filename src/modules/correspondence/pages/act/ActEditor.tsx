import type { FigureValue } from '#kernel'
import { Button, Checkbox, documentOf, EditorTools, Fields, insertFigure, isNarrative, MergeVersions, Notice, ProblemView, ProseEditor, Select, TextField, useFigureSheet } from '#design'
import type { EditorView } from 'prosemirror-view'
import { useMemo, useReducer, useState } from 'react'
import type { ActView } from '../../contract.ts'
import { LinesField } from '../LinesField.tsx'
import { FigureDialog } from './FigureDialog.tsx'
import type { ActConflict, Heading, useActSaving } from './use-act-saving.ts'

const words = { clean: '', writing: 'Sin guardar', saving: 'Guardando…', saved: 'Guardado', failed: 'No se guardó' } as const
const none: ReadonlyMap<string, string> = new Map()

const LABELS: readonly (readonly [keyof Heading, string])[] = [['subject', 'Materia'], ['addressees', 'A quién se dirige'], ['distribution', 'Distribución'], ['references', 'Antecedentes que se citan'], ['signerRole', 'Lo firma'], ['restricted', 'Reservado']]
const told = (value: string | boolean, key: keyof Heading, view: ActView): string => (typeof value === 'boolean' ? (value ? 'Sí' : 'No') : key === 'signerRole' ? (view.signers.find(({ role }) => role === value)?.title ?? value) : value)

/** Somebody stored the draft meanwhile: both texts and headings, chosen one by one. When it already left its drafter, what was written can only be copied. */
const Clash = ({ view, saving, conflict, editor }: { view: ActView; saving: ReturnType<typeof useActSaving>; conflict: ActConflict; editor: EditorView | undefined }) => {
  if (!conflict.stillDraft) return <Notice tone="warning" title="El borrador ya no se puede editar" urgent><p>Otra persona lo movió mientras usted escribía. Su texto sigue aquí: cópielo antes de salir. <Button onPress={() => window.location.reload()}>Ver cómo quedó</Button></p></Notice>
  const { heading } = saving
  const fields = LABELS.map(([key, label]) => ({ key, label, mine: told(heading[key], key, view), theirs: told(conflict.heading[key], key, view), ...(heading[key] === conflict.stored[key] ? { suggested: 'theirs' as const } : conflict.heading[key] === conflict.stored[key] ? { suggested: 'mine' as const } : {}) }))
  return (
    <MergeVersions title={view.act.title} detail={conflict.detail} base={conflict.base} mine={saving.written()} theirs={conflict.theirs} fields={fields}
      onSettle={(blocks, sides) => {
        if (editor) editor.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, documentOf(blocks).content))
        saving.resolve(conflict, Object.fromEntries(LABELS.map(([key]) => [key, sides[key] === 'theirs' ? conflict.heading[key] : heading[key]])) as Heading)
      }} />
  )
}

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
      {saving.conflict ? <Clash view={view} saving={saving} conflict={saving.conflict} editor={editor} /> : problem && <ProblemView problem={problem} />}
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
