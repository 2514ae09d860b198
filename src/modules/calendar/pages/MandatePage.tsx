import { useEffect } from 'react'
import { formatDay } from '#kernel'
import { Chip, DataTable, Knot, PageTitle, PrintButton, PrintFoot, ProblemView, StateBadge, ThinLoader, useAddress, useApi, useAsOf } from '#design'
import { type BoardView, type FunctionState, type FunctionView, functionWords } from '../contract.ts'
import { headed, headedColumns, type Headed } from './headings.ts'
import { MonthStates, monthsText, sixMonthsTitle, useSixMonths } from './MonthStates.tsx'
import { functionLook } from './words.ts'
import './calendar.css'

const PARTS = { G: 'Funciones generales', I: 'Departamento de Informática y Estadística', E: 'Planificación Económica y Financiera', S: 'Planificación Social' } as const
const STATES: readonly FunctionState[] = ['overdue', 'due-soon', 'on-track', 'unavailable']
const proofText = ({ proofs }: FunctionView): string => proofs.map(({ text }) => text).join('; ')

/** The 32 knots of the mandate on one thread. */
const Strip = ({ functions }: { functions: readonly FunctionView[] }) => (
  <nav className="mandate-strip" aria-label="Las funciones y su estado">
    {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => (
      <div key={part} style={{ flexGrow: functions.filter((one) => one.part === part).length }}>
        <p>{PARTS[part]}</p>
        <ol>{functions.filter((one) => one.part === part).map((one) => <li key={one.code}><a href={`#${one.code}`} className={`tone-${functionLook[one.state].tone}`} title={`${one.title}: ${functionWords[one.state]}`}><Knot state={functionLook[one.state].knot} /><span>{one.code}</span><span className="visually-hidden">, {functionWords[one.state]}</span></a></li>)}</ol>
      </div>
    ))}
  </nav>
)
const Proofs = ({ one }: { one: FunctionView }) => (one.state === 'unavailable' ? <span className="faint">la función se cumple hoy fuera del sistema</span> : (
  <ul className="proofs">{one.proofs.map((proof) => <li key={proof.text} className={proof.holds ? undefined : 'tone-bad'}>{proof.href ? <a href={proof.href}>{proof.text}</a> : proof.text}</li>)}</ul>
))

/** The mandate, function by function: state, the rule that decides it, the proof of the period and the next date. */
const MandatePage = () => {
  const { search, set } = useAddress()
  const { effectiveOn, knownOn } = useAsOf()
  const { data, problem, loading } = useApi<BoardView>('calendar/mandate', { effectiveOn, knownOn })
  const state = STATES.find((one) => one === search['estado'])
  useEffect(() => { const id = window.location.hash.slice(1); if (id && data) document.getElementById(id)?.scrollIntoView({ block: 'center' }) }, [data])
  const months = useSixMonths(data)
  const shown = data?.functions.filter((one) => !state || one.state === state)
  const rows = shown && headed(shown, ({ code }) => code, ({ part }) => part, (part) => PARTS[part as keyof typeof PARTS])
  return (
    <>
      <PageTitle title="El mandato, función por función" lead="Las 32 funciones que el reglamento entrega a la Secretaría, con la regla que decide su estado y la prueba del período." actions={<PrintButton />} />
      <ThinLoader active={loading} label="Reuniendo las pruebas" />
      {problem && <ProblemView problem={problem} />}
      {data && <Strip functions={data.functions} />}
      {data && <div className="actions mandate-chips" role="group" aria-label="Estado"><Chip pressed={!state} onPress={() => set({ estado: undefined }, { replace: true })}>Todas {data.functions.length}</Chip>{STATES.map((one) => <Chip key={one} pressed={state === one} onPress={() => set({ estado: state === one ? undefined : one }, { replace: true })}><Knot state={functionLook[one].knot} /> {functionWords[one]} {data.counts[one]}</Chip>)}</div>}
      <DataTable<Headed<FunctionView>> caption="Funciones de la Secretaría Comunal de Planificación" hideCaption phone="lines" landscape loading={loading} rows={rows} rowKey={({ key }) => key} rowKind={({ row }) => (row ? 'row' : 'group')} rowClass={({ row }) => (row?.state === 'unavailable' ? 'faded' : undefined)} sort="none"
        source={data?.source} notes={data ? [`Estado calculado al ${formatDay(data.on)}. Verde solo con prueba fechada del período. Los meses anteriores se juzgan a su último día, con lo que hoy se sabe de entonces: barra baja al día, marco por vencer, barra llena atrasada.`] : []}
        columns={headedColumns<FunctionView>([
          { key: 'code', title: 'Cód.', text: ({ code }) => code, render: ({ code }) => <span id={code}>{code}</span> }, { key: 'title', title: 'Función', width: '24%', text: ({ title }) => title },
          { key: 'state', title: 'Estado', text: ({ state: one }) => functionWords[one], render: ({ state: one }) => <StateBadge tone={functionLook[one].tone} shape={functionLook[one].knot}>{functionWords[one]}</StateBadge> },
          { key: 'months', title: sixMonthsTitle(months), text: ({ code, state: one }) => (one === 'unavailable' ? '' : monthsText(months, code)), render: ({ code, state: one }) => (one === 'unavailable' ? <></> : <MonthStates months={months} code={code} />) },
          { key: 'rule', title: 'Regla que lo decide', width: '20%', text: ({ rule, parameters }) => `${rule} (${parameters.join('; ')})`, render: ({ rule, parameters }) => <>{rule}<br /><small className="soft">{parameters.join('; ')}</small></> }, { key: 'proof', title: 'Prueba del período', text: proofText, render: (one) => <Proofs one={one} /> },
          { key: 'next', title: 'Próxima fecha', text: ({ next }) => (next ? formatDay(next) : ''), render: ({ next, nextHref }) => (next ? nextHref ? <a href={nextHref}>{formatDay(next)}</a> : formatDay(next) : '–') }, { key: 'unit', title: 'Responde', text: ({ unit }) => unit ?? '' },
        ], ({ heading }) => heading)} />
      <PrintFoot text={`Tablero del mandato, conocido al ${formatDay(knownOn)}`} />
    </>
  )
}
export default MandatePage
