import { formatDay, yearOf } from '#kernel'
import { Button, ButtonLink, Fields, PageTitle, PrintButton, PrintFoot, ProblemView, SearchBox, Segmented, Select, ThinLoader, useAddress, useApi, useAsOf, useMay, useSession } from '#design'
import { stateWords, triggerWords, type YearView } from '../contract.ts'
import { DutyTable } from './DutyTable.tsx'
import { FeedDialog } from './FeedDialog.tsx'
import { MonthView } from './MonthView.tsx'
import { OccurrenceDialog } from './OccurrenceDialog.tsx'
import { YearWheel } from './YearWheel.tsx'
import './calendar.css'

const ALL = 'all'
const VIEWS = [{ value: 'rueda', title: 'Año' }, { value: 'mes', title: 'Mes' }, { value: 'lista', title: 'Lista' }] as const
type Showing = (typeof VIEWS)[number]['value']
const leadOf = ({ counts, total }: YearView): string => {
  const parts = [counts.late > 0 && `${counts.late} ${counts.late === 1 ? 'atrasado' : 'atrasados'}`, counts['due-soon'] > 0 && `${counts['due-soon']} por vencer`, `${counts.fulfilled + counts['fulfilled-late']} ${counts.fulfilled + counts['fulfilled-late'] === 1 ? 'cumplido' : 'cumplidos'}`].filter(Boolean)
  return `${total} deberes en el año: ${parts.join(', ')}.`
}

/** The legal calendar: the year as a wheel, a month, or a list, with the same filters. */
const CalendarPage = () => {
  const { search, set } = useAddress()
  const { today } = useSession().clock
  const { effectiveOn, knownOn } = useAsOf()
  const [manage, fulfil] = [useMay('calendar.manage'), useMay('calendar.fulfil')]
  const year = Number(search['ano'] ?? yearOf(today)) || yearOf(today)
  const showing: Showing = VIEWS.find(({ value }) => value === search['vista'])?.value ?? 'rueda'
  const input = { year, unit: search['unidad'], state: search['estado'], mandate: search['funcion'], text: search['q'], effectiveOn, knownOn }
  const { data, problem, loading } = useApi<YearView>('calendar/year', input)
  const change = (patch: Readonly<Record<string, string | undefined>>) => set(patch, { replace: true })
  const clear = () => change({ unidad: undefined, estado: undefined, funcion: undefined, q: undefined })
  const filtered = ['unidad', 'estado', 'funcion', 'q'].some((name) => search[name])
  const pick = (value: string): string | undefined => (value === ALL ? undefined : value)
  return (
    <>
      <PageTitle title="Calendario legal" lead={data && leadOf(data)} actions={<>{fulfil && <OccurrenceDialog waiting={data?.waiting ?? []} />}<FeedDialog />{manage && <ButtonLink href="/calendario/responsables">Responsables</ButtonLink>}<PrintButton /></>} />
      <div className="calendar-bar">
        <Segmented label="Vista" value={showing} choices={VIEWS} onChange={(value) => change({ vista: value })} />
        <div className="month-head"><Button icon="left" size="compact" onPress={() => change({ ano: String(year - 1), mes: undefined, semana: undefined })}>{String(year - 1)}</Button><b>{year}</b><Button icon="right" size="compact" onPress={() => change({ ano: String(year + 1), mes: undefined, semana: undefined })}>{String(year + 1)}</Button></div>
      </div>
      <div className={showing === 'lista' ? 'calendar-desk' : 'calendar-desk drawing-first'}>
        <div className="calendar-filters">
          <Fields columns={3}>
            <Select label="Unidad" value={search['unidad'] || ALL} onChange={(unit) => change({ unidad: pick(unit) })} choices={[{ value: ALL, title: 'Todas' }, { value: 'mine', title: 'Mi unidad' }, ...(data?.units ?? []).map(({ code, name }) => ({ value: code, title: name }))]} />
            <Select label="Estado" value={search['estado'] || ALL} onChange={(state) => change({ estado: pick(state) })} choices={[{ value: ALL, title: 'Todos' }, ...Object.entries(stateWords).map(([value, title]) => ({ value, title: `${title}${data ? ` (${data.counts[value as keyof typeof stateWords]})` : ''}` }))]} />
            <SearchBox label="Deber o norma" value={search['q'] ?? ''} onChange={(q) => change({ q })} />
          </Fields>
          {search['funcion'] && <p className="source">Solo lo que sirve a la función {search['funcion']} del mandato. <Button kind="plain" size="compact" onPress={() => change({ funcion: undefined })}>Quitar</Button></p>}
        </div>
        <ThinLoader active={loading} label="Contando los plazos" />
        {problem && <ProblemView problem={problem} />}
        <div className="calendar-view">
          {data && showing === 'rueda' && <YearWheel view={data} />}
          {data && showing === 'mes' && <MonthView view={data} />}
          {data && showing === 'lista' && <DutyTable view={data} loading={loading} filtered={filtered} onClear={clear} />}
        </div>
      </div>
      {data && data.waiting.length > 0 && <details className="calendar-waiting"><summary>Deberes sin fecha propia ({data.waiting.length})</summary><p className="soft">Su plazo comienza con un hecho: una solicitud, una factura, la aprobación de un plan.</p><ul>{data.waiting.map(({ code, title, trigger }) => <li key={code}>{title} <span className="faint">{triggerWords[trigger] ?? trigger}</span></li>)}</ul></details>}
      <PrintFoot text={`Calendario legal ${year}, conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default CalendarPage
