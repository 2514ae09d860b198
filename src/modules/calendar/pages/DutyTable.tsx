import { formatDay } from '#kernel'
import { Button, DataTable, EmptyState, StateBadge } from '#design'
import { type DutyView, stateWords, type YearView } from '../contract.ts'
import { about, citation, dutyHref, leftText, stateLook } from './words.ts'

/** Every duty of the year in a list that sorts, prints and goes to Excel. */
export const DutyTable = ({ view, loading, filtered, onClear }: { view: YearView; loading: boolean; filtered: boolean; onClear: () => void }) => (
  <DataTable<DutyView> caption={`Deberes de ${view.year}`} subtitle={`${view.duties.length} de ${view.total}, al ${formatDay(view.today)}`} loading={loading} rows={view.duties} rowKey={({ key }) => key} rowHref={({ key }) => dutyHref(key)} phone="lines" landscape
    source="normativa vigente, con los feriados de la comuna" notes={view.duties.some(({ confidence }) => confidence.startsWith('M')) ? ['Los plazos «por confirmar» esperan la confirmación de Asesoría Jurídica.'] : []}
    empty={<EmptyState title={filtered ? 'Ningún deber cumple lo pedido' : 'Sin deberes en este año'} actions={filtered ? <Button onPress={onClear}>Quitar los filtros</Button> : undefined}>{filtered ? 'Cambie o quite algún filtro.' : 'Lo que venció antes de instalar el sistema queda en el archivo anterior.'}</EmptyState>}
    columns={[
      { key: 'title', title: 'Deber', width: '30%', text: ({ title }) => title, render: (duty) => <>{duty.title}{duty.local && <small className="soft"> propio</small>}</> },
      { key: 'period', title: 'De qué', text: about },
      { key: 'due', title: 'Vence', text: ({ due }) => formatDay(due), render: (duty) => <>{formatDay(duty.due)}{leftText(duty) && <small className="soft"> {leftText(duty)}</small>}</> },
      { key: 'deliver', title: 'Último día hábil', text: ({ deliverBy }) => formatDay(deliverBy) },
      { key: 'owner', title: 'Responde', text: ({ owner, acting }) => (acting ? `${acting.name} (por ausencia en ${owner?.name ?? ''})` : (owner?.name ?? 'sin responsable')) },
      { key: 'state', title: 'Estado', text: ({ state }) => stateWords[state], render: ({ state }) => <StateBadge tone={stateLook[state].tone} shape={stateLook[state].knot}>{stateWords[state]}</StateBadge> },
      { key: 'norm', title: 'Norma', width: '22%', text: (duty) => `${citation(duty)}${duty.confidence.startsWith('M') ? ' (por confirmar)' : ''}` },
    ]} />
)
