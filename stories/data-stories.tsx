import { useState } from 'react'
import { formatNumber } from '#kernel'
import { BlockTable, type CellMark, DataTable, DefinitionList, DocumentList, Grid, type GridColumn, GridLegend, HistoryList, MiniBar, Pagination, RecordPage, Seal, Section, SheetPicture, type SheetRow, StateBadge, type TableColumn } from '#design'
import { spending } from './samples.ts'

type Payment = { id: string; period: string; gross: number; physical: number; state: 'paid' | 'pending' }
const payments: readonly Payment[] = [{ id: '1', period: 'enero–febrero', gross: 62_480, physical: 0.08, state: 'paid' }, { id: '2', period: 'marzo', gross: 52_067, physical: 0.14, state: 'paid' }, { id: '3', period: 'abril–mayo', gross: 137_160, physical: 0.3, state: 'paid' }, { id: '4', period: 'junio', gross: 73_188, physical: 0.374, state: 'pending' }]
const columns: readonly TableColumn<Payment>[] = [
  { key: 'id', title: 'N.º', text: ({ id }) => id }, { key: 'period', title: 'Período', text: ({ period }) => period },
  { key: 'gross', title: 'Bruto', align: 'right', text: ({ gross }) => formatNumber(gross), number: ({ gross }) => gross },
  { key: 'physical', title: 'Físico', align: 'right', text: ({ physical }) => `${formatNumber(physical * 100, 1)} %`, number: ({ physical }) => physical, render: ({ physical }) => <>{formatNumber(physical * 100, 1)} % <MiniBar share={physical} mark={0.5} /></> },
  { key: 'state', title: 'Estado', text: ({ state }) => state, render: ({ state }) => state === 'paid' ? <StateBadge tone="good">pagado</StateBadge> : <StateBadge tone="warning">por pagar, DAF</StateBadge> },
]
export const TableStories = () => {
  const [page, turn] = useState(2)
  return (
    <Section title="Tablas" aside="Filetes horizontales, cifras a la derecha, orden en la dirección">
      <BlockTable block={spending} exports={[{ title: 'Excel', href: '/api/files/x' }]} />
      <DataTable caption="Estados de pago" subtitle="M$ nominales · 4 de 12" columns={columns} rows={payments} rowKey={({ id }) => id} rowHref={({ id }) => `#${id}`} totals={[{ id: 'Total', period: '', gross: 324_895, physical: 0.374, state: 'pending' }]} source="libro de obra digital" phone="lines" />
      <Pagination page={page} pages={12} total={1282} onPage={turn} />
      <DataTable caption="Sin resultados" columns={columns} rows={[]} rowKey={({ id }) => id} />
    </Section>
  )
}

type Line = { code: string; name: string; current: number; months: readonly (number | null)[] }
const start: readonly Line[] = [{ code: '215-22-05-001', name: 'Electricidad', current: 414_500, months: [31_204, 30_118, 29_870, 33_402] }, { code: '215-22-05-002', name: 'Agua', current: 41_300, months: [3110, 3087, 3204, 3118] }, { code: '215-22-08-001', name: 'Servicios de aseo', current: 988_200, months: [82_350, 82_350, -4100, 82_350] }]
const gridColumns: readonly GridColumn<Line>[] = [
  { key: 'code', title: 'Cuenta', kind: 'text', read: ({ code }) => code, frozen: true, width: 130 }, { key: 'name', title: 'Denominación', kind: 'text', read: ({ name }) => name, width: 180 }, { key: 'current', title: 'Vigente', kind: 'computed', read: ({ current }) => current },
  ...['Ene', 'Feb', 'Mar', 'Abr'].map<GridColumn<Line>>((title, index) => ({ key: title, title, kind: 'pesos', read: ({ months }) => months[index] ?? null, write: (line, value) => ({ ...line, months: line.months.map((old, at) => (at === index ? (typeof value === 'number' ? value : null) : old)) }) })),
  { key: 'total', title: 'Total', kind: 'computed', read: ({ months }) => months.reduce<number>((sum, value) => sum + (value ?? 0), 0) },
]
export const GridStories = () => {
  const [lines, change] = useState(start)
  const [unsaved, add] = useState<ReadonlySet<string>>(new Set(['215-22-05-002·Abr']))
  const mark = (line: Line, column: string): CellMark => ({
    unsaved: unsaved.has(`${line.code}·${column}`), comment: line.name === 'Agua' && column === 'Feb' ? 'Boleta pendiente' : undefined, followed: line.name === 'Servicios de aseo' && column === 'Ene',
    error: line.name === 'Servicios de aseo' && column === 'Mar' && (line.months[2] ?? 0) < 0 ? 'Marzo, Servicios de aseo: el devengado no puede ser negativo. Si es una reversa, regístrela como ajuste con su decreto.' : undefined,
  })
  return (
    <Section title="Grilla" aside="Se maneja como Excel: flechas, Enter, Ctrl C, Ctrl V, Ctrl Z">
      <Grid label="Devengado por cuenta y mes" columns={gridColumns} rows={lines} rowKey={({ code }) => code} mark={mark} onChange={(next, changes) => { change(next); add(new Set([...unsaved, ...changes.map(({ rowKey, column }) => `${rowKey}·${column}`)])) }} />
      <GridLegend />
    </Section>
  )
}

const sheetRows: readonly SheetRow[] = [
  { number: 1, role: 'title', cells: [{ text: 'I. MUNICIPALIDAD DE LONCOCHE', span: 5 }] }, { number: 2, role: 'title', cells: [{ text: 'BALANCE DE EJECUCIÓN PRESUPUESTARIA ACUMULADO (M$)', span: 5 }] },
  { number: 5, role: 'header-above', cells: [{ text: '', span: 2 }, { text: 'Presupuesto', span: 2 }, { text: 'Deuda' }] }, { number: 6, role: 'header', cells: [{ text: 'Cuenta' }, { text: 'Denominación' }, { text: 'Inicial', numeric: true }, { text: 'Vigente', numeric: true }, { text: 'Exigible', numeric: true }] },
  { number: 7, role: 'subtotal', cells: [{ text: '21' }, { text: 'C X P GASTOS EN PERSONAL' }, { text: '3.612.000', numeric: true }, { text: '3.684.200', numeric: true }, { text: '553', numeric: true }] }, { number: 8, role: 'data', cells: [{ text: '21-01-001-001-000' }, { text: 'SUELDOS BASE' }, { text: '612.400', numeric: true }, { text: '612.400', numeric: true }, { text: '0', numeric: true }] },
  { number: 9, role: 'gap', cells: [{ text: 'filas 9 a 37, sin novedad' }] }, { number: 38, role: 'repeated', cells: [{ text: 'Cuenta' }, { text: 'Denominación' }, { text: 'Inicial', numeric: true }, { text: 'Vigente', numeric: true }, { text: 'Exigible', numeric: true }] },
  { number: 39, role: 'data', cells: [{ text: '22-05-001-000-000' }, { text: 'ELECTRICIDAD' }, { text: '402.000', numeric: true }, { text: '414.500', numeric: true }, { text: '17.240-', numeric: true, problem: 'El signo menos va al final' }] },
]
export const SheetStories = () => {
  const [header, point] = useState({ from: 5, to: 6 })
  return <Section title="La hoja, tal como llegó" aside="Señale la fila del encabezado; lo demás se propone"><div className="stack"><SheetPicture label="Hoja «Gastos junio»" rows={sheetRows} columnCount={5} header={header} onHeader={point} /></div></Section>
}
export const RecordStories = () => (
  <Section title="Registro" aside="Cinco partes, siempre en este orden" level={2}>
    <RecordPage title="Mejoramiento costanera río Cruces, tramo urbano" above={<><span>Proyecto</span><span>BIP <b>40052318-0</b></span><Seal tone="data">En ejecución</Seal><Seal tone="bad">Atrasado 41 días</Seal></>}
      thread={[{ id: 'o', kind: 'Objetivo 2.3', name: 'Ciudad que mira al río', value: 'PLADECO 2022–2030', href: '#', state: 'full' }, { id: 'p', kind: 'Proyecto', name: 'Costanera río Cruces', value: 'M$ 1.548.200', state: 'here' }, { id: 'l', kind: 'Licitación', name: '3199-14-LR25', value: '4 ofertas', href: '#', state: 'done' }, { id: 'e', kind: 'Estados de pago', name: '4 de 12', href: '#', state: 'half' }, { id: 'r', kind: 'Resultado', name: '1,2 km en uso', value: 'meta 12-2026', state: 'missing' }]}
      summary={<p>Resumen del registro.</p>} data={<DefinitionList items={[{ term: 'Unidad técnica', value: 'Dirección de Obras Municipales' }, { term: 'Lugar', value: 'Loncoche urbano, ribera norte' }, { term: 'Garantía', value: null, absence: 'falta renovarla' }, { term: 'Plazo vigente', value: '300 días' }]} />}
      documents={<DocumentList items={[{ id: 'd', title: 'Estado de pago N.º 4', href: '#', note: 'PDF firmado, 14-07-2026', version: 'v2' }]} />} documentCount={38}
      history={<HistoryList items={[{ id: 'h', at: '2026-07-18T15:05:00Z', who: 'P. Antilef', what: 'Avance físico', from: '34,9 %', to: '37,4 %' }]} />} historyCount={112} />
  </Section>
)
