import { counted, type Day, dayFrom, formatDay, yearOf } from '#kernel'
import { Button, ComboBox, DataTable, DateField, EmptyState, Fields, FormActions, FormDialog, newId, PageTitle, PrintButton, PrintFoot, Section, Select, StateBadge, TextField, useApi, useSession } from '#design'
import { type PendingPeriod, type RegisterLine, type RegisterPeriodicity, registerPeriodicities, registerPeriodicityTitle, type RegistersAnswer } from '../../registers/register-contract.ts'
import { registerPresets } from '../../registers/presets.ts'
import { registerHref } from '../../registers/register-hrefs.ts'
import { useDataDates } from '../use-data-dates.ts'

type Field = { readonly key: string; readonly title: string; readonly unit: string; readonly decimals: number }
type Draft = { id: string; preset: string; title: string; counted: string; unitId: string | null; periodicity: RegisterPeriodicity; startsOn: Day | null; fields: readonly Field[] }
const OWN = 'propio'
const blank = (index: number): Field => ({ key: `dato${index}`, title: '', unit: '', decimals: 0 })
const NewRegister = ({ units }: { units: RegistersAnswer['units'] }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<Draft, unknown> button="Nuevo registro" icon="add" kind="primary" wide title="Nuevo registro propio" action="statistics/create-register" refresh={['statistics']} done="Registro creado: la unidad lo responde en la próxima solicitud de actualización" submit="Crear" start={() => ({ id: newId(), preset: OWN, title: '', counted: '', unitId: null, periodicity: 'month', startsOn: dayFrom(yearOf(today), 1, 1), fields: [blank(1)] })}
      input={({ preset: _preset, ...values }) => ({ ...values, unitId: values.unitId ?? '', startsOn: values.startsOn ?? '' })}>
      {({ values, set, error }) => (
        <>
          <Select label="Empezar de" value={values.preset} onChange={(preset) => { const found = registerPresets.find(({ key }) => key === preset); set(found ? { preset, title: found.title, counted: found.counted, periodicity: found.periodicity, fields: found.fields } : { preset }) }} choices={[{ value: OWN, title: 'uno nuevo' }, ...registerPresets.map(({ key, title }) => ({ value: key, title }))]} />
          <TextField label="Nombre" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
          <TextField label="Qué se cuenta" name="counted" lines={2} help="Lo que lee la unidad al responder." value={values.counted} onChange={(text) => set({ counted: text })} error={error('counted')} required={false} />
          <Fields columns={2}>
            <ComboBox label="Unidad que responde" name="unitId" value={values.unitId} onChange={(unitId) => set({ unitId })} choices={units.map(({ id, name }) => ({ value: id, title: name }))} error={error('unitId')} required />
            <Select label="Cada cuánto" name="periodicity" value={values.periodicity} onChange={(value) => set({ periodicity: value as RegisterPeriodicity })} choices={registerPeriodicities.map((value) => ({ value, title: registerPeriodicityTitle[value] }))} />
            <DateField label="Desde" name="startsOn" value={values.startsOn} onChange={(startsOn) => set({ startsOn })} error={error('startsOn')} required />
          </Fields>
          {values.fields.map((field, index) => {
            const change = (patch: Partial<Field>) => set({ fields: values.fields.map((one, at) => (at === index ? { ...one, ...patch } : one)) })
            return (
              <Fields key={field.key} columns={2}>
                <TextField label={`Dato ${index + 1}`} name={`fields/${index}/title`} value={field.title} onChange={(title) => change({ title })} error={error(`fields/${index}/title`)} required />
                <TextField label={`Unidad del dato ${index + 1}`} name={`fields/${index}/unit`} help="permisos, toneladas, atenciones" value={field.unit} onChange={(unit) => change({ unit })} error={error(`fields/${index}/unit`)} required />
              </Fields>
            )
          })}
          <FormActions><Button size="compact" icon="add" onPress={() => set({ fields: [...values.fields, blank(values.fields.length + 1)] })}>Otro dato</Button>{values.fields.length > 1 && <Button size="compact" onPress={() => set({ fields: values.fields.slice(0, -1) })}>Quitar el último</Button>}</FormActions>
        </>
      )}
    </FormDialog>
  )
}

/** What the municipality counts by itself, and who owes which period. */
const RegistersPage = () => {
  const { effectiveOn, knownOn } = useDataDates()
  const { data, problem, loading } = useApi<RegistersAnswer>('statistics/list-registers', { effectiveOn, knownOn })
  return (
    <>
      <PageTitle title="Registros propios" lead={data && data.registers.length > 0 && (data.pending.length > 0 ? `${counted(data.pending.length, 'período falta', 'períodos faltan')} por responder.` : 'Todos los períodos están respondidos.')} actions={<><PrintButton />{data?.mayManage && <NewRegister units={data.units} />}</>} />
      <DataTable<RegisterLine> caption="Registros" hideCaption sort="page" phone="lines" loading={loading} problem={problem} rows={data?.registers} rowKey={({ id }) => id} rowHref={({ id }) => registerHref(id)} source="registros propios de la municipalidad" empty={<EmptyState title="Aún no hay registros propios">Cree uno de los que vienen listos: permisos, patentes, atenciones, residuos. Cada unidad responde su período una vez y queda como serie.</EmptyState>}
        columns={[
          { key: 'title', title: 'Registro', width: '32%', text: ({ title }) => title }, { key: 'unit', title: 'Unidad', text: ({ unitName }) => unitName }, { key: 'each', title: 'Cada', text: ({ periodicity }) => registerPeriodicityTitle[periodicity] }, { key: 'last', title: 'Último período', text: ({ lastPeriod }) => lastPeriod || '—' },
          { key: 'pending', title: 'Faltan', align: 'right', text: ({ pending }) => String(pending), number: ({ pending }) => pending }, { key: 'state', title: 'Estado', text: ({ retired, pending }) => (retired ? 'ya no se lleva' : pending > 0 ? 'con períodos pendientes' : 'al día'), render: ({ retired, pending }) => <StateBadge tone={retired ? 'neutral' : pending > 0 ? 'warning' : 'good'}>{retired ? 'ya no se lleva' : pending > 0 ? 'con períodos pendientes' : 'al día'}</StateBadge> },
        ]} />
      {data && data.pending.length > 0 && <Section title="Quién falta" id="pendientes" aside={data.mayManage ? <a href="/rendir/solicitudes/nueva">Pedirlos en una solicitud</a> : undefined}>
        <DataTable<PendingPeriod> caption="Quién falta" hideCaption sort="page" phone="lines" rows={data.pending} rowKey={({ registerId, period }) => `${registerId} ${period}`} rowHref={({ registerId }) => registerHref(registerId)} columns={[{ key: 'unit', title: 'Unidad', text: ({ unitName }) => unitName }, { key: 'register', title: 'Registro', text: ({ title }) => title }, { key: 'period', title: 'Período', text: ({ periodTitle }) => periodTitle }, { key: 'missing', title: 'Datos que faltan', align: 'right', text: ({ missing, of }) => `${missing} de ${of}`, number: ({ missing }) => missing }]} />
      </Section>}
      <PrintFoot text={`Registros propios. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default RegistersPage
