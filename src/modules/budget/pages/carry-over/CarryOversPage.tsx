import { useState } from 'react'
import { formatDay, formatPesos, yearOf } from '#kernel'
import { DataTable, EmptyState, FigureRow, Notice, NumberField, PageTitle, PrintButton, ProblemView, Section, Segmented, Select, StateBadge, ThinLoader, type Tone, useAddress, useAddressParam, useApi, useAsOf, useMay, useSession, Fields } from '#design'
import { type CarryKind, type CarryPreview, type CarryState, type CarrySummary, managementTitles } from '../../carry-over/carry-over-contract.ts'
import { useSettled } from '../parts/LinePicker.tsx'
import '../parts/budget.css'
import { CarryChanges, CarryLaws, CarryRows } from './CarryTables.tsx'
import { DraftCarryOver } from './DraftCarryOver.tsx'
import './carry-over.css'

export const carryTones: Readonly<Record<CarryState, Tone>> = { draft: 'warning', approved: 'good', withdrawn: 'neutral', undone: 'bad' }
const KINDS: readonly CarryKind[] = ['debt', 'commitment', 'receivable']
const managements = Object.entries(managementTitles).map(([value, title]) => ({ value, title }))

/** From the close of a year to the opening of the next: what passes, purchase by purchase, before anything is written. */
const CarryOversPage = () => {
  const { today } = useSession().clock
  const { effectiveOn, knownOn } = useAsOf()
  const { go } = useAddress()
  const may = useMay('budget.amend')
  const [yearText, chooseYear] = useAddressParam('ano')
  const [management, chooseManagement] = useAddressParam('gestion', 'municipal')
  const [coverage, chooseCoverage] = useAddressParam('cobertura', 'available')
  const [cash, put] = useState<{ available: number | null; advances: number | null; thirdParty: number | null }>({ available: null, advances: null, thirdParty: null })
  const fromYear = Number(yearText) || yearOf(today) - 1
  const asked = { available: cash.available ?? 0, advances: cash.advances ?? 0, thirdParty: cash.thirdParty ?? 0 }
  const settled = useSettled(JSON.stringify(asked))
  const preview = useApi<CarryPreview>('budget/preview-carry-over', { fromYear, management, coverage, ...(JSON.parse(settled) as typeof asked), effectiveOn, knownOn })
  const list = useApi<{ carryOvers: readonly CarrySummary[] }>('budget/list-carry-overs', { effectiveOn, knownOn })
  const { data } = preview
  const years = [...new Set([...(data?.years ?? []), fromYear])].sort((a, b) => b - a).map((year) => ({ value: String(year), title: `${year} a ${year + 1}` }))
  const alive = list.data?.carryOvers.find((one) => one.fromYear === fromYear && one.managementTitle === managementTitles[management as keyof typeof managementTitles] && (one.state === 'draft' || one.state === 'approved'))
  // Until the cash is told, what it lacks means nothing.
  const obstacles = (data?.obstacles ?? []).filter(({ about }) => about !== 'cash' || cash.available !== null)
  const why = !may ? 'Lo preparan SECPLA y Administración y Finanzas.' : alive ? `Ese año ya tiene un arrastre ${alive.stateTitle}.` : cash.available === null ? 'Escriba la caja disponible al 31 de diciembre.' : obstacles[0]?.text
  const field = (key: keyof typeof cash, label: string, help: string) => <NumberField label={label} help={help} name={key} value={cash[key]} onChange={(value) => put({ ...cash, [key]: value })} minimum={0} unit="pesos" />
  return (
    <>
      <ThinLoader active={preview.loading} />
      <PageTitle title="Arrastre al año siguiente" lead="La caja real, la deuda flotante y las obligaciones que un año cerrado deja al siguiente, compra por compra." actions={<PrintButton />} />
      <div className="toolbar">
        <Select label="Años" value={String(fromYear)} onChange={chooseYear} choices={years} />
        <Select label="Gestión" value={management} onChange={chooseManagement} choices={managements} />
        <Segmented label="Cómo se financia lo que pasa" value={coverage} choices={[{ value: 'available', title: 'Con lo disponible' }, { value: 'add', title: 'Aumentando la línea' }]} onChange={chooseCoverage} />
      </div>
      <Section title={`Caja al 31 de diciembre de ${fromYear}`}>
        <Fields columns={3}>
          {field('available', 'Disponibilidades', 'Banco y caja según la conciliación.')}{field('advances', 'Anticipos y fondos por rendir', 'Se suman.')}{field('thirdParty', 'Depósitos de terceros', 'Se restan: no son de la municipalidad.')}
        </Fields>
      </Section>
      {preview.problem && <ProblemView problem={preview.problem} />}
      {data && <div className="carry-over">
        {alive && <Notice tone="data" title={`El arrastre de ${fromYear} está ${alive.stateTitle}`}><a href={`/presupuestar/arrastre/${alive.id}`}>Abrirlo</a>. Abajo se ve lo que quedaría por registrar hoy.</Notice>}
        {obstacles.map(({ text }) => <Notice key={text} tone="warning" title="Todavía no se puede preparar">{text}</Notice>)}
        <FigureRow label="Lo que pasa" items={[
          { label: 'Saldo inicial de caja', text: cash.available === null ? '–' : formatPesos(data.totals.cash), note: 'disponibilidades + anticipos − terceros' }, { label: 'Deuda flotante', text: formatPesos(data.totals.debt) },
          { label: 'Obligaciones sin devengar', text: formatPesos(data.totals.commitment) }, { label: 'Por percibir', text: formatPesos(data.totals.receivable) }, { label: 'Ya registrado', text: formatPesos(data.totals.already), note: `en ${data.year}` },
        ]} />
        {cash.available === null ? <p className="source">Escriba las disponibilidades para ver qué cambia en el presupuesto {data.year}.</p> : <CarryChanges changes={data.changes} year={data.year} />}
        {KINDS.map((kind) => <CarryRows key={kind} kind={kind} rows={data.rows} year={data.year} fromYear={data.fromYear} drafted />)}
        <Section title="Regla aplicada"><p className="soft">Los certificados sin orden de compra no pasan: se piden de nuevo con el presupuesto del año.</p><CarryLaws laws={data.laws} /></Section>
        <p className="actions no-print"><DraftCarryOver reason={why} fromYear={fromYear} management={management} coverage={coverage} cash={asked} onDone={(id) => go(`/presupuestar/arrastre/${id}`)} /></p>
      </div>}
      <DataTable caption="Arrastres preparados" subtitle="pesos nominales" rows={list.data?.carryOvers} loading={list.loading} problem={list.problem} rowKey={({ id }) => id} rowHref={({ id }) => `/presupuestar/arrastre/${id}`} source="libro presupuestario, Secplan"
        empty={<EmptyState title="Aún no se prepara ninguno">Al cerrar diciembre se prepara el primero: quien lo prepara no lo aprueba.</EmptyState>}
        columns={[
          { key: 'years', title: 'Años', text: ({ fromYear: from, year }) => `${from} a ${year}`, number: ({ fromYear: from }) => from }, { key: 'management', title: 'Gestión', text: ({ managementTitle }) => managementTitle },
          { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle }) => <StateBadge tone={carryTones[state]}>{stateTitle}</StateBadge> },
          { key: 'decree', title: 'Decreto', text: ({ decreeNumber, decreeOn }) => [decreeNumber, decreeOn && formatDay(decreeOn)].filter(Boolean).join(', ') },
          ...(['cash', 'debt', 'commitment', 'receivable'] as const).map((key) => ({ key, title: { cash: 'Caja', debt: 'Deuda flotante', commitment: 'Obligaciones', receivable: 'Por percibir' }[key], align: 'right' as const, number: ({ totals }: CarrySummary) => totals[key], text: ({ totals }: CarrySummary) => formatPesos(totals[key]) })),
        ]} />
    </>
  )
}
export default CarryOversPage
