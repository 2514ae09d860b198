import { counted, formatPercent } from '#kernel'
import { Button, ButtonLink, ComboBox, DataTable, Desk, EmptyState, PageTitle, Pagination, PrintButton, Select, type TableColumn, TextField, useAddressParam, useApi, useAsOf, useFilters, useMay, usePage, usePeriod } from '#design'
import { useEffect, useState } from 'react'
import type { Choices, LineList, LineView } from '../../answers.ts'
import { roundingNote, UnitChoice, type Unit, useUnit } from '../parts/amounts.tsx'
import { useSettled } from '../parts/LinePicker.tsx'
import { YearsWithData } from '../parts/YearsWithData.tsx'

const names = ['texto', 'tipo', 'titulo', 'area', 'programa', 'fuente', 'solo'] as const
const every = { value: 'todos', title: 'Todos' } as const
const only = [every, { value: 'available', title: 'Con saldo disponible' }, { value: 'debt', title: 'Con deuda exigible' }, { value: 'untouched', title: 'Sin ejecutar' }] as const

/** The search box writes the address when the person stops typing. */
const SearchBox = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => {
  const [text, type] = useState(value)
  const settled = useSettled(text, 300)
  useEffect(() => { if (settled !== value) onChange(settled) }, [settled])
  useEffect(() => { type(value) }, [value])
  return <TextField label="Buscar" help="Código, nombre, programa o unidad." type="search" value={text} onChange={type} />
}

const columnsOf = (unit: Unit): readonly TableColumn<LineView>[] => {
  const money = (key: 'initial' | 'amended' | 'adjusted' | 'committed' | 'accrued' | 'settled' | 'available', title: string): TableColumn<LineView> => ({ key, title, align: 'right', number: (line) => line[key], text: (line) => unit.write(line[key]) })
  return [
    { key: 'account', title: 'Línea', text: (line) => `${line.account} ${line.name}` },
    { key: 'programme', title: 'Programa', text: (line) => line.programmeName || line.areaName },
    money('adjusted', 'Vigente'), { ...money('committed', 'Obligado'), text: (line) => (line.kind === 'income' && line.id !== 'total' ? '' : unit.write(line.committed)) }, money('accrued', 'Devengado'), money('settled', 'Pagado o percibido'), money('available', 'Queda'),
    { key: 'rate', title: 'Ejecución', align: 'right', number: (line) => (line.adjusted ? line.accrued / line.adjusted : null), text: (line) => (line.adjusted ? formatPercent(line.accrued / line.adjusted) : '') },
  ]
}

/** All lines of the year. Filters, order and page live in the address; the totals are of everything found. */
const LinesPage = () => {
  const { period } = usePeriod()
  const { effectiveOn, knownOn } = useAsOf()
  const { values, change, clear, active } = useFilters(names)
  const [page, turn] = usePage()
  const [order] = useAddressParam('orden')
  const unit = useUnit()
  const mayAmend = useMay('budget.amend')
  const choices = useApi<Choices>('budget/list-choices', { year: period.year }).data
  const { data, problem, loading } = useApi<LineList>('budget/list-lines', {
    period: period.id, kind: values.tipo, title: values.titulo, area: values.area, programme: values.programa, funding: values.fuente, only: values.solo, text: values.texto, order, page, size: 50, effectiveOn, knownOn,
  })
  const pick = (name: (typeof names)[number]) => (value: string | null) => change({ [name]: !value || value === every.value ? undefined : value })
  const select = (label: string, name: (typeof names)[number], items: readonly { value: string; title: string }[]) => <Select label={label} value={values[name] || every.value} onChange={pick(name)} choices={[every, ...items]} />
  const total: LineView | undefined = data && data.rows[0] ? { ...data.rows[0], ...data.totals, id: 'total', account: '', name: `Total de ${counted(data.total, 'línea', 'líneas')}`, programmeName: '', areaName: '' } : undefined
  return (
    <>
      <PageTitle title="Líneas del presupuesto" lead={`Presupuesto ${period.year}, con lo que le queda a cada línea en ${period.title}.`}
        actions={<><PrintButton />{mayAmend && <ButtonLink icon="edit" href="/presupuestar/modificaciones/nueva">Preparar una modificación</ButtonLink>}</>} />
      <Desk filtersLabel="Filtros" filters={
        <div className="filters">
          <SearchBox value={values.texto} onChange={(text) => change({ texto: text || undefined })} />
          {select('Tipo', 'tipo', [{ value: 'expenditure', title: 'Gastos' }, { value: 'income', title: 'Ingresos' }])}
          {select('Subtítulo', 'titulo', (choices?.titles ?? []).filter(({ kind }) => !values.tipo || kind === values.tipo))}
          {select('Área de gestión', 'area', choices?.areas ?? [])}
          <ComboBox label="Programa" value={values.programa || null} onChange={pick('programa')} choices={choices?.programmes ?? []} placeholder="Todos" />
          {select('Fuente', 'fuente', choices?.funding ?? [])}
          {select('Mostrar', 'solo', only.slice(1))}
          {active > 0 && <Button kind="plain" icon="close" onPress={clear}>Quitar los filtros</Button>}
        </div>
      }>
        <div className="toolbar"><span className="soft" aria-live="polite">{data ? counted(data.total, 'línea', 'líneas') : 'Cargando'}</span><UnitChoice unit={unit} /></div>
        <DataTable caption="Líneas" subtitle={unit.subtitle} hideCaption columns={columnsOf(unit)} rows={data?.rows} rowKey={({ id }) => id} rowHref={({ id }) => (id === 'total' ? undefined : `/presupuestar/lineas/${id}`)} totals={total ? [total] : []}
          sort="server" loading={loading} problem={problem} landscape source="libro presupuestario, Secplan"
          notes={[...(unit.thousands ? [roundingNote] : []), '«Queda» es lo vigente menos lo preobligado y obligado en gastos, y lo vigente menos lo percibido en ingresos. Ejecución: devengado sobre vigente.', ...(values.tipo ? [] : ['El total mezcla ingresos y gastos; filtre por tipo para separarlos.'])]}
          empty={active > 0 ? <EmptyState title="Ninguna línea cumple lo pedido" actions={<Button onPress={clear}>Quitar los filtros</Button>}>Cambie o quite algún filtro.</EmptyState> : <EmptyState title={`Aún no se ha abierto el presupuesto de ${period.year}`}><YearsWithData year={period.year} /></EmptyState>} />
        {data && data.total > 0 && <Pagination page={data.page} pages={data.pages} total={data.total} onPage={turn} />}
      </Desk>
    </>
  )
}
export default LinesPage
