import { type ChartBlock, counted, formatDay, formatNumber } from '#kernel'
import { ButtonLink, Chart, Checkbox, DataTable, DefinitionList, FormDialog, newId, NumberField, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, Select, TextField, ThinLoader, useApi, useEvidence, useMay, usePageName, useRouteParam } from '#design'
import { datasetHref } from '../../hrefs.ts'
import { registerPeriodicityTitle, type RegisterView } from '../../registers/register-contract.ts'
import { registersHref } from '../../registers/register-hrefs.ts'
import { useDataDates } from '../use-data-dates.ts'

const REFRESH = ['statistics', 'evidence']
type Draft = { period: string; values: Readonly<Record<string, number | null>>; none: boolean; reason: string }
const RecordPeriod = ({ register }: { register: RegisterView }) => {
  const start = (): Draft => { const period = register.periods.find(({ values }) => register.fields.some(({ key }) => !(key in values))) ?? register.periods.at(-1); return { period: period?.id ?? '', values: period?.values ?? {}, none: false, reason: '' } }
  return (
    <FormDialog<Draft, unknown> button="Anotar un período" icon="add" kind="primary" reason={register.periods.length === 0 ? 'Todavía no termina el primer período' : undefined} title={register.title} action="statistics/record-register" refresh={REFRESH} done="Anotado; el conjunto de datos se actualiza en un momento" submit="Anotar" start={start}
      input={({ period, values, none, reason }) => ({ id: newId(), registerId: register.id, period, reason, values: register.fields.filter(({ key }) => none || typeof values[key] === 'number').map(({ key }) => ({ field: key, value: none ? null : (values[key] ?? null) })) })}>
      {({ values, set, error }) => {
        const before = register.periods.find(({ id }) => id === values.period)?.values ?? {}
        return (
          <>
            <Select label="Período" name="period" value={values.period} onChange={(period) => set({ period, values: register.periods.find(({ id }) => id === period)?.values ?? {} })} choices={[...register.periods].reverse().map(({ id, title }) => ({ value: id, title }))} error={error('period')} />
            <Checkbox checked={values.none} onChange={(none) => set({ none })}>No aplica en este período</Checkbox>
            {!values.none && register.fields.map(({ key, title, unit, decimals }) => <NumberField key={key} label={title} name={key} unit={unit} decimals={decimals} minimum={0} value={values.values[key] ?? null} onChange={(value) => set({ values: { ...values.values, [key]: value } })} />)}
            {Object.keys(before).length > 0 && <TextField label="Motivo de la corrección" name="reason" lines={2} help="Ese período ya tiene datos: si cambian, diga por qué." value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required={false} />}
          </>
        )
      }}
    </FormDialog>
  )
}
const Retire = ({ register }: { register: RegisterView }) => (
  <FormDialog<{ reason: string }, unknown> button={register.retiredOn ? 'Volver a llevarlo' : 'Dejar de llevarlo'} title={register.title} action="statistics/retire-register" refresh={REFRESH} done="Anotado" submit="Anotar" start={() => ({ reason: '' })} input={({ reason }) => ({ id: register.id, version: register.version, reason })}>
    {({ values, set, error }) => <TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
  </FormDialog>
)
const chartOf = ({ title, fields, periods, unitName }: RegisterView, field: RegisterView['fields'][number]): ChartBlock => {
  const values = periods.map(({ values: said }) => said[field.key] ?? null)
  const known = values.filter((value) => value !== null)
  return {
    type: 'chart', id: field.key, kind: 'lines', title: fields.length > 1 ? field.title : title, subtitle: `${field.unit}, por período`, categories: periods.map(({ title: name }) => name), series: [{ name: field.title, values, role: 'subject' }], unit: 'count', show: { decimals: field.decimals },
    alternative: `${field.title}: ${counted(known.length, 'período con dato', 'períodos con dato')}, entre ${formatNumber(Math.min(...known), field.decimals)} y ${formatNumber(Math.max(...known), field.decimals)} ${field.unit}.`, source: `registro propio, ${unitName}`,
  }
}
const said = (value: number | null | undefined, decimals = 0): string => (value === undefined ? 'sin dato' : value === null ? 'no aplica' : formatNumber(value, decimals))

/** A register as a series: what each period said, its corrections and the data set it feeds. */
const RegisterPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useDataDates()
  const mayRetire = useMay('statistics.manage')
  const { data, problem } = useApi<RegisterView>('statistics/show-register', { id, effectiveOn, knownOn })
  const evidence = useEvidence('register', data ? id : '')
  usePageName(data?.title, [{ title: 'Registros propios', href: registersHref }])
  if (!data || data.id !== id) return problem ? <><PageTitle title="Registro propio" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando el registro" />
  const drawn = data.fields.filter(({ key }) => data.periods.filter(({ values }) => typeof values[key] === 'number').length > 1)
  return (
    <>
      <RecordPage title={data.title} above={<><span>{registerPeriodicityTitle[data.periodicity]}</span>{data.retiredOn && <Seal tone="neutral">ya no se lleva</Seal>}</>} lead={data.counted || undefined} actions={<><PrintButton /><ButtonLink href={datasetHref(id)}>Conjunto de datos</ButtonLink>{data.mayManage && !data.retiredOn && <RecordPeriod register={data} />}</>}
        thread={[{ id: 'unit', kind: 'Responde', name: data.unitName, state: 'full' }, { id: 'register', kind: 'Registro', name: data.title, state: 'here' }, { id: 'dataset', kind: 'Datos', name: 'conjunto de datos', href: datasetHref(id), state: data.periods.some(({ values }) => Object.keys(values).length > 0) ? 'full' : 'empty' }]}
        summary={<>
          {drawn.map((field) => <Chart key={field.key} block={chartOf(data, field)} />)}
          <DataTable caption="Serie" sort="none" rows={data.periods} rowKey={({ id: period }) => period} source={`registro propio, ${data.unitName}`} empty={<p className="source">Todavía no termina el primer período.</p>}
            columns={[{ key: 'period', title: 'Período', text: ({ title }) => title }, ...data.fields.map(({ key, title, unit, decimals }) => ({ key, title: `${title} (${unit})`, align: 'right' as const, text: ({ values }: RegisterView['periods'][number]) => said(values[key], decimals), number: ({ values }: RegisterView['periods'][number]) => values[key] ?? null }))]} />
          {data.revisions.length > 0 && <Section title="Correcciones" id="correcciones"><DataTable caption="Correcciones" hideCaption sort="none" phone="lines" rows={data.revisions} rowKey={({ period, field, on, after }) => `${period} ${field} ${on} ${after ?? ''}`} columns={[{ key: 'period', title: 'Período', text: ({ period }) => period }, { key: 'field', title: 'Dato', text: ({ field }) => field }, { key: 'before', title: 'Antes', align: 'right', text: ({ before }) => said(before) }, { key: 'after', title: 'Después', align: 'right', text: ({ after }) => said(after) }, { key: 'reason', title: 'Motivo', text: ({ reason }) => reason }, { key: 'who', title: 'Quién', text: ({ post }) => post }, { key: 'on', title: 'Fecha', text: ({ on }) => formatDay(on) }]} /></Section>}
        </>}
        data={<DefinitionList columns={2} items={[{ term: 'Unidad', value: data.unitName }, { term: 'Cada cuánto', value: registerPeriodicityTitle[data.periodicity] }, { term: 'Desde', value: formatDay(data.startsOn) }, { term: 'Se pide por', value: 'las solicitudes de actualización' }]} />}
        dataActions={mayRetire ? <Retire register={data} /> : undefined} {...evidence} />
      <PrintFoot text={`${data.title}. Hechos al ${formatDay(effectiveOn)}; conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default RegisterPage
