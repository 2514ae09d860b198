import { ButtonLink, EmptyState, fileHref, PageTitle, PlaceLink, PrintButton, ProblemView, StateBadge, ThinLoader, type Tone, VerticalThread } from '#design'
import type { DutyView } from '../contract.ts'
import { reportHref, useDuties } from './report-data.ts'
import './reporting.css'
import { citation, dutyLook, evidenceText, fullDay } from './words.ts'

const knots: Record<DutyView['state'], 'done' | 'half' | 'empty' | 'bad'> = { fulfilled: 'done', issued: 'half', pending: 'empty', overdue: 'bad' }
const toneOf = (duty: DutyView): Tone => (duty.state === 'fulfilled' && duty.late ? 'warning' : dutyLook[duty.state].tone)

const Duty = ({ duty }: { duty: DutyView }) => (
  <div className="duty">
    <div>
      <h2>{duty.report ? <PlaceLink href={reportHref(duty.report)}>{duty.title}, {duty.periodTitle}</PlaceLink> : `${duty.title}, ${duty.periodTitle}`}</h2>
      <p>Hasta el <b>{fullDay(duty.due)}</b>{duty.deliverBy !== duty.due && <>; conviene entregarlo a más tardar el {fullDay(duty.deliverBy)}, último día hábil</>}.</p>
      <p className="small soft">{citation(duty)}{duty.confidence.startsWith('M') ? '. Plazo por confirmar con Asesoría Jurídica' : ''}</p>
    </div>
    <div>
      <StateBadge tone={toneOf(duty)}>{dutyLook[duty.state].text}{duty.state === 'fulfilled' && duty.late ? ', fuera de plazo' : ''}</StateBadge>
      <p className="small">{duty.evidence ? <>{evidenceText(duty.evidence)}, edición {duty.evidence.edition}{duty.evidence.fileHash && <> · <a href={fileHref(duty.evidence.fileHash)} download>acuse</a></>}</>
        : duty.state === 'issued' ? 'Emitido: falta que la Secretaría Municipal registre la entrega.' : duty.report ? 'En preparación; sin prueba de entrega.' : 'Sin prueba de entrega.'}</p>
    </div>
  </div>
)

/** Deberes de informar: each half-year with its date by law, and what proves that it was delivered. */
const DutiesPage = () => {
  const { data, problem, loading } = useDuties(8)
  return (
    <>
      <PageTitle title="Deberes de informar al Concejo" lead="Un deber por semestre, con su fecha según la ley. Lo cumple la entrega: un acuse de recibo o la sesión en que se dio cuenta." actions={<><ButtonLink href="/calendario">Calendario legal</ButtonLink><ButtonLink href="/rendir/informes">Informes</ButtonLink><PrintButton /></>} />
      <ThinLoader active={loading && !data} label="Buscando los deberes" />
      {problem && <ProblemView problem={problem} />}
      {data && data.duties.length === 0 && <EmptyState title="Sin deberes registrados"><p>La normativa cargada no trae este deber.</p></EmptyState>}
      {data && data.duties.length > 0 && <VerticalThread className="duties" label="Deberes por semestre" items={data.duties.map((duty) => ({ id: `${duty.duty}-${duty.period}`, state: knots[duty.state], content: <Duty duty={duty} /> }))} />}
      <p className="source">Plazos de la <a href="/normativa">normativa vigente</a>, con días hábiles según los feriados cargados.</p>
    </>
  )
}
export default DutiesPage
