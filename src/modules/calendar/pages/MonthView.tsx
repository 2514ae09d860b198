import { addDays, addMonths, type Day, day, formatDay, lastDayOfMonth, weekday, yearOf } from '#kernel'
import { Button, Knot, useAddress, useAddressParam } from '#design'
import { stateWords, type YearView } from '../contract.ts'
import { DutyLines } from './DutyLines.tsx'
import { dutyHref, monthOfText, stateLook } from './words.ts'

const WEEKDAYS = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo']
const monthOf = (on: Day): string => on.slice(0, 7)

/** A month as a sheet of the wall, Monday first; on a phone, its days in a list. */
export const MonthView = ({ view }: { view: YearView }) => {
  const { set } = useAddress()
  const usual = yearOf(view.today) === view.year ? monthOf(view.today) : `${view.year}-01`
  const [chosen] = useAddressParam('mes', usual)
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(chosen) ? chosen : usual
  const first = day(`${month}-01`)
  const last = lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))
  const start = addDays(first, -((weekday(first) + 6) % 7))
  const weeks: Day[][] = []
  for (let at = start; at <= last; at = addDays(at, 7)) weeks.push(Array.from({ length: 7 }, (_, index) => addDays(at, index)))
  const holidays = new Map(view.holidays.map(({ day: on, title }) => [on, title]))
  const due = view.duties.filter(({ due: on }) => monthOf(on) === month)
  const go = (months: number) => { const next = addMonths(first, months); set({ mes: monthOf(next), ano: String(yearOf(next)) }, { replace: true }) }
  return (
    <section className="month" aria-label={`Deberes de ${monthOfText(month)}`}>
      <div className="month-head"><Button icon="left" size="compact" label="Mes anterior" onPress={() => go(-1)}>Anterior</Button><h2>{monthOfText(month)}</h2><Button icon="right" size="compact" label="Mes siguiente" onPress={() => go(1)}>Siguiente</Button></div>
      <table className="month-sheet">
        <caption className="visually-hidden">{monthOfText(month)}</caption>
        <thead><tr>{WEEKDAYS.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((on) => (
                <td key={on} className={[monthOf(on) === month ? '' : 'other', holidays.has(on) || weekday(on) % 6 === 0 ? 'rest' : '', on === view.today ? 'today' : ''].join(' ').trim() || undefined}>
                  <span className="month-day">{Number(on.slice(8))}{holidays.has(on) && <small>{holidays.get(on)}</small>}{on === view.today && <small>hoy</small>}</span>
                  {monthOf(on) === month && <ul>{due.filter((duty) => duty.due === on).map((duty) => <li key={duty.key} className={`tone-${stateLook[duty.state].tone}`}><Knot state={stateLook[duty.state].knot} /><a href={dutyHref(duty.key)} title={`${stateWords[duty.state]}, ${duty.owner?.name ?? 'sin responsable'}`}>{duty.title}</a></li>)}</ul>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="month-list"><DutyLines duties={due} empty={`Nada vence en ${monthOfText(month)}.`} /></div>
      <p className="source">Feriados nacionales y regionales de la comuna al {formatDay(last)}.</p>
    </section>
  )
}
