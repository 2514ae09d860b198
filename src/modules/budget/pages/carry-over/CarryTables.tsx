import { type Confidence, formatPesos } from '#kernel'
import { DataTable, EmptyState, StateBadge, type TableColumn } from '#design'
import { type CarryChangeView, type CarryKind, type CarryLaw, type CarryLineView, type CarryRowView, carryTitles } from '../../carry-over/carry-over-contract.ts'

const LineName = ({ line }: { line: CarryLineView }) => (
  line.id === 'total' ? <>{line.name}</> : <>{line.exists ? <a href={`/presupuestar/lineas/${line.id}`}>{line.account} {line.name}</a> : <>{line.account} {line.name}</>}<small className="soft"> {[line.place, !line.exists && 'línea nueva'].filter(Boolean).join(' · ')}</small></>
)
const lineText = ({ account, name, place }: CarryLineView): string => [`${account} ${name}`, place].filter(Boolean).join(', ')
const money = <Row,>(key: string, title: string, read: (row: Row) => number): TableColumn<Row> => ({ key, title, align: 'right', number: read, text: (row) => formatPesos(read(row)) })

const why: Readonly<Record<CarryKind, string>> = {
  debt: 'Lo devengado y no pagado al 31 de diciembre se paga en el año nuevo por 34.07.',
  receivable: 'Lo devengado y no percibido se cobra en el año nuevo por 12.10. No aumenta el presupuesto.',
  commitment: 'Lo obligado y no devengado sigue en la misma línea del año nuevo, con su compra.',
}

/** One kind of what passes, purchase by purchase, from its line of the old year to that of the new one. */
export const CarryRows = ({ kind, rows, year, fromYear, drafted }: { kind: CarryKind; rows: readonly CarryRowView[]; year: number; fromYear: number; /** Nothing was written yet. */ drafted: boolean }) => {
  const own = rows.filter((row) => row.kind === kind)
  const columns: readonly TableColumn<CarryRowView>[] = [
    { key: 'from', title: `Línea de ${fromYear}`, text: ({ from }) => lineText(from), render: ({ from }) => <LineName line={from} /> },
    { key: 'text', title: 'De qué', text: ({ text }) => text || 'sin compra indicada' },
    { key: 'to', title: `Línea de ${year}`, text: ({ to }) => lineText(to), render: ({ to }) => <LineName line={to} /> },
    money('amount', 'Monto', ({ amount }) => amount), money('already', 'Ya registrado', ({ already }) => already), money('written', drafted ? 'Por registrar' : 'Registrado', ({ written }) => written),
  ]
  const sum = (read: (row: CarryRowView) => number): number => own.reduce((total, row) => total + read(row), 0)
  const [first] = own
  return (
    <DataTable caption={carryTitles[kind]} subtitle="pesos nominales" columns={columns} rows={own} rowKey={(row) => `${row.from.id} ${row.to.id} ${row.text} ${row.amount}`} source="libro presupuestario, Secplan" notes={[why[kind]]} landscape phone="lines"
      totals={first ? [{ ...first, from: { ...first.from, account: '', name: 'Total', place: '', exists: false, id: 'total' }, to: { ...first.to, account: '', name: '', place: '', exists: true, id: 'total' }, text: ' ', amount: sum(({ amount }) => amount), already: sum(({ already }) => already), written: sum(({ written }) => written) }] : []}
      empty={<EmptyState title={`${fromYear} no dejó ${carryTitles[kind].toLowerCase()}`}>{why[kind]}</EmptyState>} />
  )
}

/** What changes in the budget of the new year: it balances by itself. */
export const CarryChanges = ({ changes, year }: { changes: readonly CarryChangeView[]; year: number }) => (
  <DataTable caption={`Qué cambia en el presupuesto ${year}`} subtitle="pesos nominales, desde la fecha del decreto" rows={changes} rowKey={({ line, what }) => `${line.id} ${what}`} sort="none" phone="lines" source="libro presupuestario, Secplan"
    columns={[
      { key: 'line', title: 'Línea', text: ({ line }) => lineText(line), render: ({ line }) => <LineName line={line} /> }, { key: 'what', title: 'Por qué', text: ({ what }) => what },
      { key: 'side', title: 'Lado', text: ({ line }) => (line.kind === 'income' ? 'ingreso' : 'gasto') },
      money<CarryChangeView>('before', 'Vigente', ({ before }) => before), { key: 'amount', title: 'Cambio', align: 'right', number: ({ amount }) => amount, text: ({ amount }) => `${amount > 0 ? '+' : ''}${formatPesos(amount)}` }, money<CarryChangeView>('after', 'Quedaría', ({ after }) => after),
    ]} empty={<EmptyState title="El presupuesto no cambia">La caja y la deuda son las que ya estaban estimadas.</EmptyState>} />
)

const SURE: Readonly<Record<Confidence, string>> = { V: 'leída en la norma', S: 'de fuente secundaria', M: 'por confirmar', 'M?': 'por confirmar' }
/** The rules behind it, each with how sure it is. */
export const CarryLaws = ({ laws }: { laws: readonly CarryLaw[] }) => (
  <ul className="plain">{laws.map(({ what, norm, confidence }) => <li key={what}>{what}: {norm} <StateBadge tone={confidence === 'M' || confidence === 'M?' ? 'warning' : 'neutral'}>{SURE[confidence as Confidence] ?? confidence}</StateBadge></li>)}</ul>
)
