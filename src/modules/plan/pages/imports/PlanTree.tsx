import { useState } from 'react'
import { counted, formatNumber } from '#kernel'
import { Button, DataTable, Dialog, Form, FormActions, Section, Select, StateBadge, type TableColumn, TextField } from '#design'
import { type PlanPreview, type TreeItem, type TreeKind, treeKindTitle } from '../../imports/plan-import-contract.ts'
import type { PlanImport } from './use-plan-import.ts'

const NONE = 'ninguna'
const hangsFrom: Readonly<Record<TreeKind, TreeKind | null>> = { axis: null, objective: 'axis', programme: 'objective', indicator: 'objective' }
const depth: Readonly<Record<TreeKind, number>> = { axis: 0, objective: 1, programme: 2, indicator: 2 }
const measureText = ({ indicator }: TreeItem): string => {
  if (!indicator) return ''
  const base = indicator.base === null ? 'sin base' : `base ${formatNumber(indicator.base, Number.isInteger(indicator.base) ? 0 : 1)}`
  const goals = indicator.targets.map(({ year, value }) => `${formatNumber(value, Number.isInteger(value) ? 0 : 1)} al ${year}`).join(', ') || (indicator.targetSays ? `meta sin número: «${indicator.targetSays}»` : 'sin meta')
  return [`${base} → ${goals}`, indicator.measure, indicator.frequency.toLowerCase()].filter(Boolean).join(' · ')
}
type Draft = { readonly item: TreeItem; readonly name: string; readonly code: string; readonly unitId: string; readonly parent: string; readonly parts: string }

/** Corrects one element: its name, code and unit, where it hangs, or in how many it is split. */
const CorrectItem = ({ draft, set, state, tree }: { draft: Draft; set: (draft: Draft | undefined) => void; state: PlanImport; tree: readonly TreeItem[] }) => {
  const { item } = draft
  const parents = tree.filter(({ kind }) => kind === hangsFrom[item.kind])
  const parts = draft.parts.split('\n').map((line) => line.trim()).filter((line) => line.length >= 3)
  const save = () => {
    if (parts.length > 1) state.edit({ op: 'split', id: item.id, names: parts })
    else if (draft.name !== item.name || draft.code !== item.code || draft.unitId !== item.unitId) state.edit({ op: 'change', id: item.id, name: draft.name, code: draft.code, unitId: draft.unitId })
    if (draft.parent !== (item.parent ?? '')) state.edit({ op: 'move', id: item.id, parent: draft.parent })
    set(undefined)
  }
  return (
    <Dialog title={`Corregir ${treeKindTitle[item.kind].toLowerCase()}`} open onClose={() => set(undefined)}>
      <Form label="Corregir en el árbol" onSubmit={save}>
        <TextField label="Nombre" lines={2} value={draft.name} onChange={(name) => set({ ...draft, name })} maxLength={250} />
        <TextField label="Código" value={draft.code} onChange={(code) => set({ ...draft, code })} maxLength={20} required={false} />
        {parents.length > 0 && <Select label={`Cuelga de ${item.kind === 'objective' ? 'el eje' : 'el objetivo'}`} value={draft.parent} onChange={(parent) => set({ ...draft, parent })} choices={parents.map(({ id, code, name }) => ({ value: id, title: `${code} ${name}` }))} />}
        <Select label="Unidad responsable" help={item.unitSays ? `El documento dice «${item.unitSays}».` : undefined} value={draft.unitId || NONE} onChange={(unitId) => set({ ...draft, unitId: unitId === NONE ? '' : unitId })} choices={[{ value: NONE, title: 'Sin unidad' }, ...(state.data?.units ?? []).map(({ id, name }) => ({ value: id, title: name }))]} />
        <TextField label="Partir en varios, uno por línea" required={false} lines={3} value={draft.parts} onChange={(text) => set({ ...draft, parts: text })} help="Úselo cuando una celda traía dos. Deje vacío para no partirlo." />
        <FormActions><Button onPress={() => set(undefined)}>Volver</Button><Button kind="primary" type="submit">Corregir</Button></FormActions>
      </Form>
    </Dialog>
  )
}
/** The tree that was understood, to be corrected by hand before it is loaded. */
export const PlanTree = ({ state, preview }: { state: PlanImport; preview: PlanPreview }) => {
  const [draft, set] = useState<Draft>()
  const columns: readonly TableColumn<TreeItem>[] = [
    { key: 'name', title: 'Elemento', text: ({ kind, code, name }) => `${treeKindTitle[kind]} ${code} ${name}`, render: (item) => <span className={`tree-${depth[item.kind]}`}><small className="soft">{treeKindTitle[item.kind]} {item.code}</small> {item.kind === 'axis' ? <b>{item.name}</b> : item.name}{item.placeholder && <> <StateBadge tone="bad">sin nombre en el documento</StateBadge></>}</span> },
    { key: 'what', title: 'Base, meta y unidad', text: measureText }, { key: 'unit', title: 'Responsable', text: ({ unitId, unitSays }) => state.data?.units.find(({ id }) => id === unitId)?.name ?? (unitSays ? `«${unitSays}», sin equivalente` : '') },
    { key: 'place', title: 'Viene de', text: ({ place }) => place }, { key: 'doubt', title: 'Dudas', text: ({ doubts }) => doubts.join('; '), render: ({ doubts }) => (doubts.length === 0 ? null : <StateBadge tone="warning">{doubts.join('; ')}</StateBadge>) },
    { key: 'do', title: 'Corregir', text: () => '', render: (item) => <span className="actions"><Button size="compact" label={`Corregir ${item.name}`} onPress={() => set({ item, name: item.name, code: item.code, unitId: item.unitId, parent: item.parent ?? '', parts: '' })}>Corregir</Button><Button size="compact" kind="plain" label={`Quitar ${item.name}`} onPress={() => state.edit({ op: 'drop', id: item.id })}>Quitar</Button></span> },
  ]
  const { axes, objectives, programmes, indicators } = preview.counts
  return (
    <Section title="El árbol que se entendió" aside={`${counted(axes, 'eje', 'ejes')} · ${counted(objectives, 'objetivo', 'objetivos')} · ${counted(programmes, 'programa', 'programas')} · ${counted(indicators, 'indicador', 'indicadores')}`}>
      {(state.choices?.edits.length ?? 0) > 0 && <div className="toolbar"><span>{counted(state.choices?.edits.length ?? 0, 'corrección', 'correcciones')} a mano.</span><Button size="compact" icon="undo" onPress={state.back}>Deshacer la última</Button></div>}
      <DataTable caption="Árbol del plan" hideCaption columns={columns} rows={preview.tree} rowKey={({ id }) => id} sort="none" phone="lines" empty={<p className="source">Todavía no se reconoce ningún eje ni objetivo: diga más abajo qué trae cada columna.</p>} />
      {draft && <CorrectItem draft={draft} set={set} state={state} tree={preview.tree} />}
    </Section>
  )
}
