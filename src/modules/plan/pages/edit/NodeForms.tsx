import type { Day } from '#kernel'
import { api, Button, ComboBox, DateField, Fields, FormDialog, newId, Notice, NumberField, ProblemView, Select, TextField, useAct, useApi, useSession } from '#design'
import type { NodeView } from '../../contract.ts'

type Kind = NodeView['kind']
type Draft = { code: string; name: string; description: string; unitId: string | null }
type Edit = { values: Draft; set: (patch: Partial<Draft>) => void; error: (field: string) => string | undefined }
const words: Record<Kind, string> = { axis: 'eje', objective: 'objetivo', programme: 'programa' }
const refresh = ['plan', 'evidence', 'figures']

const NodeFields = ({ values, set, error }: Edit) => {
  const units = useApi<{ units: readonly { id: string; name: string; active: boolean }[] }>('registry/list-units').data?.units ?? []
  return (
    <>
      <Fields columns={2}>
        <TextField label="Código" name="code" value={values.code} onChange={(code) => set({ code })} error={error('code')} required />
        <ComboBox label="Unidad responsable" name="unitId" value={values.unitId} onChange={(unitId) => set({ unitId })} choices={units.filter(({ active }) => active).map(({ id, name }) => ({ value: id, title: name }))} required={false} />
      </Fields>
      <TextField label="Nombre" name="name" value={values.name} onChange={(name) => set({ name })} error={error('name')} required />
      <TextField label="Descripción" name="description" lines={3} value={values.description} onChange={(description) => set({ description })} error={error('description')} required={false} />
    </>
  )
}
/** Adds an axis, or what hangs from a node. */
export const AddNode = ({ kind, planId, parents }: { kind: Kind; planId: string; parents: readonly Pick<NodeView, 'id' | 'code' | 'name'>[] }) => (
  <FormDialog<Draft & { id: string; parentId: string | null }, unknown> button={`Agregar un ${words[kind]}`} icon="add" size="compact" reason={kind !== 'axis' && parents.length === 0 ? 'Agregue antes un eje.' : undefined} title={`Agregar un ${words[kind]}`} action="plan/add-node" refresh={refresh} done={`Se agregó el ${words[kind]}`} submit="Agregar"
    start={() => ({ id: newId(), code: '', name: '', description: '', unitId: null, parentId: parents.length === 1 ? (parents[0]?.id ?? null) : null })} input={({ unitId, parentId, ...values }) => ({ ...values, kind, planId, ...(unitId ? { unitId } : {}), ...(parentId ? { parentId } : {}) })}>
    {({ values, set, error }) => <>{kind !== 'axis' && parents.length > 1 && <Select label="Cuelga de" name="parentId" value={values.parentId} onChange={(parentId) => set({ parentId })} choices={parents.map(({ id, code, name }) => ({ value: id, title: `${code} ${name}` }))} error={error('parentId')} required />}<NodeFields values={values} set={set} error={error} /></>}
  </FormDialog>
)
export const ChangeNode = ({ node }: { node: NodeView }) => (
  <FormDialog<Draft, unknown> button="Corregir" icon="edit" kind="plain" size="compact" title={`Corregir el ${words[node.kind]} ${node.code}`} action="plan/change-node" refresh={refresh} done="Corregido" submit="Guardar" labels={{ code: 'Código', name: 'Nombre', description: 'Descripción' }}
    start={() => ({ code: node.code, name: node.name, description: node.description, unitId: node.unitId })} input={(values) => ({ ...values, id: node.id, version: node.version })}>
    {(draft) => <NodeFields {...draft} />}
  </FormDialog>
)
/** Another parent, or another place among its siblings. */
export const MoveNode = ({ node, parents }: { node: NodeView; parents: readonly Pick<NodeView, 'id' | 'code' | 'name'>[] }) => (
  <FormDialog<{ parentId: string | null; place: number | null }, unknown> button="Trasladar" kind="plain" size="compact" title={`Trasladar el ${words[node.kind]} ${node.code}`} action="plan/move-node" refresh={refresh} done="Trasladado" submit="Trasladar"
    start={() => ({ parentId: node.parentId, place: node.place + 1 })} input={({ parentId, place }) => ({ id: node.id, version: node.version, parentId, place: Math.max(0, (place ?? 1) - 1) })}>
    {({ values, set, error }) => <>{parents.length > 0 && <Select label="Cuelga de" name="parentId" value={values.parentId} onChange={(parentId) => set({ parentId })} choices={parents.map(({ id, code, name }) => ({ value: id, title: `${code} ${name}` }))} error={error('parentId')} />}<NumberField label="Lugar entre los suyos" name="place" unit="N.º" value={values.place} onChange={(place) => set({ place })} minimum={1} error={error('place')} /></>}
  </FormDialog>
)
/** Takes a retirement back, from the record itself, while the term to undo lasts. */
export const Restore = ({ what, action, id }: { what: string; action: 'plan/restore-node' | 'plan/restore-indicator'; id: string }) => {
  const restore = useAct<{ id: string }>(action, { refresh, done: 'De vuelta en el plan' })
  return <Notice tone="data" title={`Se retiró ${what}`} action={<Button icon="undo" busy={restore.running} onPress={() => void restore.run({ id })}>Deshacer el retiro</Button>}>{restore.problem ? <ProblemView problem={restore.problem} /> : <p>Dejó de contar en el plan. Lo medido se conserva y el retiro se puede deshacer.</p>}</Notice>
}
/** Closed with a date and a reason: what was measured stays. */
export const Retire = ({ what, action, id, version }: { what: string; action: 'plan/retire-node' | 'plan/retire-indicator'; id: string; version: number }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<{ on: Day | null; reason: string }, unknown> button="Retirar" kind="danger" size="compact" title={`Retirar ${what}`} action={action} refresh={refresh} done="Retirado del plan" undo={() => api.act(action.replace('retire', 'restore'), { id })} submit="Retirar" start={() => ({ on: today, reason: '' })} input={(values) => ({ ...values, id, version })}>
      {({ values, set, error }) => <><p>Deja de contar desde la fecha; lo medido se conserva.</p><DateField label="Desde" name="on" value={values.on} onChange={(on) => set({ on })} error={error('on')} required /><TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
    </FormDialog>
  )
}
/** The first step where there is no plan yet. */
export const CreatePlan = () => (
  <FormDialog<{ id: string; name: string; startsOn: Day | null; endsOn: Day | null; agreement: string; note: string }, unknown> button="Crear el plan" icon="add" kind="primary" title="Crear un plan de desarrollo comunal" action="plan/create-plan" refresh={refresh} done="Plan creado" submit="Crear"
    start={() => ({ id: newId(), name: '', startsOn: null, endsOn: null, agreement: '', note: '' })} input={(values) => values}>
    {({ values, set, error }) => (
      <>
        <TextField label="Nombre" name="name" value={values.name} onChange={(name) => set({ name })} error={error('name')} required />
        <Fields columns={2}><DateField label="Rige desde" name="startsOn" value={values.startsOn} onChange={(startsOn) => set({ startsOn })} error={error('startsOn')} required /><DateField label="Hasta" name="endsOn" value={values.endsOn} onChange={(endsOn) => set({ endsOn })} error={error('endsOn')} required /></Fields>
        <TextField label="Acuerdo del Concejo" name="agreement" value={values.agreement} onChange={(agreement) => set({ agreement })} required={false} />
      </>
    )}
  </FormDialog>
)
