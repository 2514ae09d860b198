import { api, Button, Fields, FileChoice, FormDialog, newId, ProblemView, RadioGroup, type StoredFile, TextField, useAct, useAddress } from '#design'
import type { SupplierView } from '../../contract.ts'
import { supplierHref } from '../../hrefs.ts'

type Draft = { id: string; rut: string; name: string; kind: 'legal' | 'natural'; activity: string; city: string }
const KINDS = [{ value: 'legal', title: 'Persona jurídica' }, { value: 'natural', title: 'Persona natural' }] as const

const SupplierFields = ({ values, set, error, fixedRut = false }: { values: Draft; set: (patch: Partial<Draft>) => void; error: (field: string) => string | undefined; fixedRut?: boolean }) => (
  <>
    <Fields columns={2}>
      <TextField label="RUT" name="rut" value={values.rut} onChange={(rut) => set({ rut })} error={error('rut')} required disabled={fixedRut} reason={fixedRut ? 'Otro RUT es otro proveedor; uno mal escrito se corrige con «Corregir el RUT».' : undefined} />
      <RadioGroup label="Clase" value={values.kind} onChange={(kind) => set({ kind })} choices={KINDS} />
    </Fields>
    <TextField label="Razón social o nombre" name="name" value={values.name} onChange={(name) => set({ name })} error={error('name')} required />
    <Fields columns={2}>
      <TextField label="Rubro" name="activity" value={values.activity} onChange={(activity) => set({ activity })} error={error('activity')} required={false} />
      <TextField label="Ciudad" name="city" value={values.city} onChange={(city) => set({ city })} error={error('city')} required={false} />
    </Fields>
  </>
)
export const AddSupplier = () => {
  const { go } = useAddress()
  return (
    <FormDialog<Draft, Draft> button="Agregar un proveedor" icon="add" kind="primary" title="Agregar un proveedor" action="registry/add-supplier" refresh={['registry']} done="Proveedor agregado" submit="Agregar"
      start={() => ({ id: newId(), rut: '', name: '', kind: 'legal', activity: '', city: '' })} input={(values) => values} onDone={({ id }) => go(supplierHref(id))}>
      {(draft) => <SupplierFields {...draft} />}
    </FormDialog>
  )
}
export const ChangeSupplier = ({ supplier }: { supplier: SupplierView }) => (
  <FormDialog<Draft, unknown> button="Corregir los datos" icon="edit" kind="plain" size="compact" title="Corregir los datos del proveedor" action="registry/change-supplier" refresh={['registry', 'evidence']} done="Datos corregidos" submit="Guardar"
    labels={{ name: 'Nombre', activity: 'Rubro', city: 'Ciudad', kind: 'Clase' }} start={() => supplier} input={({ id, name, kind, activity, city }) => ({ id, name, kind, activity, city, active: supplier.active, version: supplier.version })}>
    {(draft) => <SupplierFields {...draft} fixedRut />}
  </FormDialog>
)
type RutDraft = { rut: string; reason: string; source: string; file: StoredFile | undefined }
/** A RUT typed wrong, with the reason and the document that shows the right one. One that another supplier has is not taken from it. */
export const CorrectRut = ({ supplier }: { supplier: SupplierView }) => (
  <FormDialog<RutDraft, object> button="Corregir el RUT" icon="edit" kind="plain" size="compact" title="Corregir el RUT del proveedor" action="registry/correct-supplier-rut" refresh={['registry', 'evidence', 'projects']} done="RUT corregido" submit="Corregir"
    start={() => ({ rut: '', reason: '', source: '', file: undefined })} input={({ file, ...values }) => ({ id: supplier.id, version: supplier.version, ...values, ...(file ? { fileHash: file.hash } : {}) })}>
    {({ values, set, error }) => (
      <>
        <p>Es el mismo proveedor con el RUT mal escrito: sus contratos y pagos lo siguen. Si es otra empresa, agréguela como otro proveedor.</p>
        <TextField label="RUT correcto" name="rut" value={values.rut} onChange={(rut) => set({ rut })} error={error('rut')} required />
        <TextField label="Razón" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} maxLength={300} required />
        <TextField label="Documento que lo muestra" help="La cédula del SII, la escritura o la factura, con su número." name="source" value={values.source} onChange={(source) => set({ source })} error={error('source')} maxLength={200} required />
        <FileChoice label="Archivo del documento (opcional)" file={values.file} onFile={(file) => set({ file })} />
      </>
    )}
  </FormDialog>
)
/** A supplier with contracts is never erased: it stops being offered, and the notice takes it back. */
export const SetSupplierActive = ({ supplier }: { supplier: SupplierView }) => {
  const { rut: _rut, ...fields } = supplier
  const act = useAct<typeof fields, { version: number }>('registry/change-supplier', {
    refresh: ['registry', 'evidence'], done: supplier.active ? 'El proveedor deja de ofrecerse' : 'El proveedor vuelve a ofrecerse',
    undo: ({ result }, input) => api.act('registry/change-supplier', { ...input, active: supplier.active, version: result.version }),
  })
  return <>{act.problem && <ProblemView problem={act.problem} />}<Button busy={act.running} onPress={() => void act.run({ ...fields, active: !supplier.active })}>{supplier.active ? 'Dejar de ofrecer' : 'Volver a ofrecer'}</Button></>
}
