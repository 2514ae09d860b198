import { Fields, FormDialog, newId, NumberField, Select, TextField } from '#design'
import type { IndicatorView } from '../../contract.ts'

type Draft = { code: string; name: string; unit: string; formula: string; direction: IndicatorView['direction']; accrual: IndicatorView['accrual']; unitId: string | null }
type Edit = { values: Draft; set: (patch: Partial<Draft>) => void; error: (field: string) => string | undefined }
type Start = Draft & { id: string; base: number | null; baseYear: number | null; baseSource: string; target: number | null; targetYear: number | null }
const refresh = ['plan', 'evidence', 'figures']
const YEARS = { minimum: 1990, maximum: 2100 }

const IndicatorFields = ({ values, set, error }: Edit) => (
  <>
    <Fields columns={2}>
      <TextField label="Código" name="code" value={values.code} onChange={(code) => set({ code })} error={error('code')} required />
      <TextField label="Unidad de medida" name="unit" value={values.unit} onChange={(unit) => set({ unit })} error={error('unit')} required />
    </Fields>
    <TextField label="Nombre" name="name" value={values.name} onChange={(name) => set({ name })} error={error('name')} required />
    <TextField label="Fórmula o criterio de conteo" name="formula" lines={2} value={values.formula} onChange={(formula) => set({ formula })} error={error('formula')} required />
    <Fields columns={2}>
      <Select label="Sentido" value={values.direction} onChange={(direction) => set({ direction })} choices={[{ value: 'up', title: 'Debe subir' }, { value: 'down', title: 'Debe bajar' }, { value: 'keep', title: 'Debe mantenerse' }]} />
      <Select label="Se mide" value={values.accrual} onChange={(accrual) => set({ accrual })} choices={[{ value: 'level', title: 'Como nivel a la fecha' }, { value: 'yearly', title: 'Acumulado en el año' }]} />
    </Fields>
  </>
)
/** A new indicator brings its baseline, or says that there is none, and may bring its first goal. */
export const AddIndicator = ({ nodeId }: { nodeId: string }) => (
  <FormDialog<Start, unknown> button="Agregar un indicador" icon="add" size="compact" title="Agregar un indicador" wide action="plan/add-indicator" refresh={refresh} done="Indicador agregado" submit="Agregar"
    start={() => ({ id: newId(), code: '', name: '', unit: '', formula: '', direction: 'up', accrual: 'level', unitId: null, base: null, baseYear: null, baseSource: '', target: null, targetYear: null })}
    input={({ base, baseYear, baseSource, target, targetYear, ...values }) => ({ ...values, nodeId, baseline: { value: base, ...(base === null ? { absence: 'no-data' } : {}), year: baseYear, source: baseSource }, targets: target === null || targetYear === null ? [] : [{ year: targetYear, value: target }] })}>
    {({ values, set, error }) => (
      <>
        <IndicatorFields values={values} set={set} error={error} />
        <Fields columns={3}>
          <NumberField label="Línea base" help="Vacía si no hay dato." unit={values.unit || 'valor'} decimals={2} value={values.base} onChange={(base) => set({ base })} error={error('baseline/value')} required={false} />
          <TextField label="Año de la base" name="baseline/year" inputMode="numeric" value={values.baseYear === null ? '' : String(values.baseYear)} onChange={(text) => set({ baseYear: /^\d{1,4}$/.test(text) ? Number(text) : null })} error={error('baseline/year')} required />
          <TextField label="Fuente de la base" name="baseline/source" value={values.baseSource} onChange={(baseSource) => set({ baseSource })} error={error('baseline/source')} required />
          <NumberField label="Primera meta" unit={values.unit || 'valor'} decimals={2} value={values.target} onChange={(target) => set({ target })} required={false} />
          <TextField label="Año de la meta" name="targets/0/year" inputMode="numeric" value={values.targetYear === null ? '' : String(values.targetYear)} onChange={(text) => set({ targetYear: /^\d{1,4}$/.test(text) ? Number(text) : null })} error={error('targets/0/year')} required={false} />
        </Fields>
      </>
    )}
  </FormDialog>
)
export const ChangeIndicator = ({ indicator }: { indicator: IndicatorView }) => (
  <FormDialog<Draft, unknown> button="Corregir la ficha" icon="edit" kind="plain" size="compact" title={`Corregir el indicador ${indicator.code}`} wide action="plan/change-indicator" refresh={refresh} done="Ficha corregida" submit="Guardar" labels={{ code: 'Código', name: 'Nombre', unit: 'Unidad', formula: 'Fórmula' }}
    start={() => ({ code: indicator.code, name: indicator.name, unit: indicator.unit, formula: indicator.formula, direction: indicator.direction, accrual: indicator.accrual, unitId: indicator.unitId })} input={(values) => ({ ...values, id: indicator.id, version: indicator.version })}>
    {(draft) => <IndicatorFields {...draft} />}
  </FormDialog>
)
/** The goal of a year; the one before stays in the history. */
export const SetTarget = ({ indicator, year }: { indicator: IndicatorView; year: number }) => (
  <FormDialog<{ year: string; value: number | null; reason: string }, unknown> button="Fijar una meta" kind="plain" size="compact" title={`Meta del indicador ${indicator.code}`} action="plan/set-target" refresh={refresh} done="Meta fijada" submit="Fijar" start={() => ({ year: String(year), value: null, reason: '' })} input={({ year: text, value, reason }) => ({ indicatorId: indicator.id, year: Number(text), value, reason })}>
    {({ values, set, error }) => (
      <>
        <Fields columns={2}>
          <TextField label="Año" name="year" help={`Entre ${YEARS.minimum} y ${YEARS.maximum}.`} inputMode="numeric" value={values.year} onChange={(text) => set({ year: text })} error={error('year')} required />
          <NumberField label="Meta" name="value" unit={indicator.unit} decimals={2} value={values.value} onChange={(value) => set({ value })} error={error('value')} required />
        </Fields>
        <TextField label="Motivo, si cambia una meta anterior" name="reason" value={values.reason} onChange={(reason) => set({ reason })} required={false} />
      </>
    )}
  </FormDialog>
)
