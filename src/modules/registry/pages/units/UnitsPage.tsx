import { counted, type Day } from '#kernel'
import { Button, DataTable, DateField, EmptyState, Fields, FormDialog, newId, PageTitle, PrintButton, PrintFoot, ProblemView, Select, StateBadge, TextField, TodayOnly, useAct, useApi, useMay, useSession } from '#design'
import { unitKinds, unitKindTitle, type UnitView } from '../../contract.ts'
import { treeOf } from './tree.ts'

type Draft = { id: string; code: string; name: string; kind: (typeof unitKinds)[number]; parentId: string | null }
const ROOT = 'root'

const UnitFields = ({ values, set, error, units }: { values: Draft; set: (patch: Partial<Draft>) => void; error: (field: string) => string | undefined; units: readonly UnitView[] }) => (
  <>
    <TextField label="Nombre completo" name="name" value={values.name} onChange={(name) => set({ name })} error={error('name')} required />
    <Fields columns={2}>
      <TextField label="Sigla" name="code" value={values.code} onChange={(code) => set({ code })} error={error('code')} required />
      <Select label="Clase" value={values.kind} onChange={(kind) => set({ kind })} choices={unitKinds.map((kind) => ({ value: kind, title: unitKindTitle[kind] }))} />
    </Fields>
    <Select label="Depende de" name="parentId" value={values.parentId ?? ROOT} onChange={(parent) => set({ parentId: parent === ROOT ? null : parent })} error={error('parentId')} choices={[{ value: ROOT, title: 'De ninguna otra' }, ...units.filter(({ active, id }) => active && id !== values.id).map(({ id, name }) => ({ value: id, title: name }))]} />
  </>
)
const CloseUnit = ({ unit }: { unit: UnitView }) => {
  const act = useAct<{ id: string; version: number }>('registry/deactivate-unit', { refresh: ['registry'], done: `${unit.name} salió del organigrama` })
  return <>{act.problem && <ProblemView problem={act.problem} />}<Button kind="plain" size="compact" busy={act.running} label={`Cerrar ${unit.name}`} onPress={() => void act.run({ id: unit.id, version: unit.version })}>Cerrar</Button></>
}

/** A closed unit comes back from a day, with the act that says so. */
const ReopenUnit = ({ unit }: { unit: UnitView }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<{ on: Day | null; reason: string }, object> button="Reabrir" size="compact" kind="plain" title={`Reabrir ${unit.name}`} action="registry/reopen-unit" refresh={['registry', 'evidence']} done={`${unit.name} vuelve al organigrama`} submit="Reabrir"
      start={() => ({ on: today, reason: '' })} input={(values) => ({ id: unit.id, version: unit.version, ...values })}>
      {({ values, set, error }) => (
        <>
          <DateField label="Vigente otra vez desde" name="on" value={values.on} onChange={(on) => set({ on })} maximum={today} error={error('on')} required />
          <TextField label="Razón" help="El reglamento o decreto que la reabre. Queda en la historia." name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} maxLength={300} required />
        </>
      )}
    </FormDialog>
  )
}

/** The organisation as a tree; who administers adds, renames, moves, closes and reopens. */
const UnitsPage = () => {
  const may = useMay('registry.administer')
  const { data, problem, loading } = useApi<{ units: readonly UnitView[] }>('registry/list-units')
  const people = useApi<{ people: readonly { unitId: string | null; active: boolean }[] }>('registry/list-people').data?.people ?? []
  const units = data?.units
  const heads = (id: string): number => people.filter(({ unitId, active }) => active && unitId === id).length
  return (
    <>
      <PageTitle title="Unidades" lead={units && `${counted(units.filter(({ active }) => active).length, 'unidad vigente', 'unidades vigentes')} en el organigrama.`}
        actions={<><PrintButton />{may && units && <FormDialog<Draft, Draft> button="Agregar una unidad" icon="add" kind="primary" title="Agregar una unidad" action="registry/create-unit" refresh={['registry']} done="Unidad agregada" submit="Agregar" start={() => ({ id: newId(), code: '', name: '', kind: 'department', parentId: null })} input={(values) => values}>{(draft) => <UnitFields {...draft} units={units} />}</FormDialog>}</>} />
      {!may && <p className="source">El organigrama lo mantiene la administración del sistema.</p>}
      <TodayOnly why="es el organigrama en vigor; lo que decía antes está en la historia de cada unidad" />
      <DataTable caption="Organigrama" hideCaption worksheets={may ? [{ name: 'registry.units', title: 'Unidades' }] : []} sort="none" phone="lines" loading={loading} problem={problem} rows={units && treeOf(units)} rowKey={({ unit }) => unit.id} source="reglamento de organización interna"
        empty={<EmptyState title="Aún no hay unidades">Agregue la primera; las demás cuelgan de ella.</EmptyState>}
        columns={[
          { key: 'name', title: 'Unidad', width: '45%', text: ({ unit, depth }) => `${'  '.repeat(depth)}${unit.name}`, render: ({ unit, depth }) => <span style={{ paddingInlineStart: `${depth * 20}px`, display: 'inline-block' }}>{unit.name}</span> },
          { key: 'code', title: 'Sigla', text: ({ unit }) => unit.code }, { key: 'kind', title: 'Clase', text: ({ unit }) => (unit.kind in unitKindTitle ? unitKindTitle[unit.kind as Draft['kind']] : unit.kind) },
          { key: 'people', title: 'Personas', align: 'right', text: ({ unit }) => String(heads(unit.id)), number: ({ unit }) => heads(unit.id) },
          { key: 'state', title: 'Estado', text: ({ unit }) => (unit.active ? 'vigente' : 'cerrada'), render: ({ unit }) => <StateBadge tone={unit.active ? 'good' : 'neutral'}>{unit.active ? 'vigente' : 'cerrada'}</StateBadge> },
          ...(may && units ? [{ key: 'do', title: 'Acciones', text: () => '', render: ({ unit }: { unit: UnitView }) => (unit.active ? <span className="actions"><FormDialog<Draft, unknown> button="Cambiar" size="compact" kind="plain" title={`Cambiar ${unit.name}`} action="registry/change-unit" refresh={['registry']} done="Unidad cambiada" submit="Guardar" labels={{ name: 'Nombre', code: 'Sigla' }} start={() => ({ id: unit.id, code: unit.code, name: unit.name, kind: unit.kind as Draft['kind'], parentId: unit.parent_id })} input={(values) => ({ ...values, version: unit.version })}>{(draft) => <UnitFields {...draft} units={units} />}</FormDialog><CloseUnit unit={unit} /></span> : <ReopenUnit unit={unit} />) }] : []),
        ]} />
      <PrintFoot text="Organigrama municipal" />
    </>
  )
}
export default UnitsPage
