import { counted, formatDay } from '#kernel'
import { Button, DataTable, EmptyState, StateBadge, useAddress } from '#design'
import { type DutyView, stateWords, type YearView } from '../contract.ts'
import { headed, headedColumns, type Headed } from './headings.ts'
import { about, citation, dutyHref, leftText, monthOfText, stateLook } from './words.ts'

/** From so many rows the list goes month by month. */
const LONG = 25
const shortMonth = (month: string): string => monthOfText(month).slice(0, 3)
const monthTitle = (month: string, count: number): string => { const text = monthOfText(month); return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}, ${counted(count, 'deber', 'deberes')}` }

/** Every duty of the year in a list that sorts, prints and goes to Excel; when it is long and nobody sorted it, month by month. */
export const DutyTable = ({ view, loading, filtered, onClear }: { view: YearView; loading: boolean; filtered: boolean; onClear: () => void }) => {
  const { search } = useAddress()
  const monthOf = ({ due }: DutyView): string => due.slice(0, 7)
  const grouped = view.duties.length > LONG && !search['orden']
  const rows: readonly Headed<DutyView>[] = grouped ? headed(view.duties, ({ key }) => key, monthOf, (month, own) => monthTitle(month, own.length)) : view.duties.map((row) => ({ key: row.key, row }))
  return (
    <>
      {grouped && <nav className="month-jumps" aria-label="Meses de la lista">{[...new Set(view.duties.map(monthOf))].map((month) => <a key={month} href={`#mes-${month}`} aria-current={month === view.today.slice(0, 7) ? 'date' : undefined}>{shortMonth(month)}</a>)}</nav>}
      <DataTable<Headed<DutyView>> caption={`Deberes de ${view.year}`} subtitle={`${view.duties.length} de ${view.total}, al ${formatDay(view.today)}`} loading={loading} rows={rows} rowKey={({ key }) => key} rowHref={({ row }) => row && dutyHref(row.key)} rowKind={({ row }) => (row ? 'row' : 'group')} phone="lines" landscape
        source="normativa vigente, con los feriados de la comuna" notes={view.duties.some(({ confidence }) => confidence.startsWith('M')) ? ['Los plazos «por confirmar» esperan la confirmación de Asesoría Jurídica.'] : []}
        empty={<EmptyState title={filtered ? 'Ningún deber cumple lo pedido' : 'Sin deberes en este año'} actions={filtered ? <Button onPress={onClear}>Quitar los filtros</Button> : undefined}>{filtered ? 'Cambie o quite algún filtro.' : 'Lo que venció antes de instalar el sistema queda en el archivo anterior.'}</EmptyState>}
        columns={headedColumns<DutyView>([
          { key: 'title', title: 'Deber', width: '30%', text: ({ title }) => title, render: (duty) => <>{duty.title}{duty.local && <small className="soft"> propio</small>}</> },
          { key: 'period', title: 'De qué', text: about },
          { key: 'due', title: 'Vence', text: ({ due }) => formatDay(due), render: (duty) => <>{formatDay(duty.due)}{leftText(duty) && <small className="soft"> {leftText(duty)}</small>}</> },
          { key: 'deliver', title: 'Último día hábil', text: ({ deliverBy }) => formatDay(deliverBy) },
          { key: 'owner', title: 'Responde', text: ({ owner, acting }) => (acting ? `${acting.name} (por ausencia en ${owner?.name ?? ''})` : (owner?.name ?? 'sin responsable')) },
          { key: 'state', title: 'Estado', text: ({ state }) => stateWords[state], render: ({ state }) => <StateBadge tone={stateLook[state].tone} shape={stateLook[state].knot}>{stateWords[state]}</StateBadge> },
          { key: 'norm', title: 'Norma', width: '22%', text: (duty) => `${citation(duty)}${duty.confidence.startsWith('M') ? ' (por confirmar)' : ''}` },
        ], ({ key, heading }) => <span id={`mes-${key}`}>{heading}</span>)} />
    </>
  )
}
