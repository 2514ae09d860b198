import { api, Button, Fields, FormDialog, newId, ProblemView, RadioGroup, TextField, useAct, useAddress } from '#design'
import type { SupplierView } from '../../contract.ts'
import { supplierHref } from '../../hrefs.ts'

type Draft = { id: string; rut: string; name: string; kind: 'legal' | 'natural'; activity: string; city: string }
const KINDS = [{ value: 'legal', title: 'Persona jurídica' }, { value: 'natural', title: 'Persona natural' }] as const

const SupplierFields = ({ values, set, error, fixedRut = false }: { values: Draft; set: (patch: Partial<Draft>) => void; error: (field: string) => string | undefined; fixedRut?: boolean }) => (
  <>
    <Fields columns={2}>
      <TextField label="RUT" name="rut" value={values.rut} onChange={(rut) => set({ rut })} error={error('rut')} required disabled={fixedRut} reason={fixedRut ? 'Otro RUT es otro proveedor.' : undefined} />
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
/** A supplier with contracts is never erased: it stops being offered, and the notice takes it back. */
export const SetSupplierActive = ({ supplier }: { supplier: SupplierView }) => {
  const { rut: _rut, ...fields } = supplier
  const act = useAct<typeof fields, { version: number }>('registry/change-supplier', {
    refresh: ['registry', 'evidence'], done: supplier.active ? 'El proveedor deja de ofrecerse' : 'El proveedor vuelve a ofrecerse',
    undo: ({ result }, input) => api.act('registry/change-supplier', { ...input, active: supplier.active, version: result.version }),
  })
  return <>{act.problem && <ProblemView problem={act.problem} />}<Button busy={act.running} onPress={() => void act.run({ ...fields, active: !supplier.active })}>{supplier.active ? 'Dejar de ofrecer' : 'Volver a ofrecer'}</Button></>
}
