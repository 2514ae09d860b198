import { formatDay } from '#kernel'
import { BlockList, ButtonLink, EmptyState, Notice, PageTitle, ProblemView, Seal, ThinLoader, useAddress, usePageName } from '#design'
import { DocumentReading } from './reading/ReadingMode.tsx'
import { Letterhead } from './reading/Letterhead.tsx'
import { headingNumbers, objectLabels } from './reading/numbering.ts'
import { fileHref, reportHref, useEdition, useReports } from './report-data.ts'
import { shortPrint } from './words.ts'

/** An edition as it was frozen, for the Concejo and for whoever compares. Nothing in it moves. */
export const IssuedView = ({ id, edition }: { id: string; edition: number }) => {
  const { data: list, problem: unlisted, loading: listing } = useReports()
  const { go, search } = useAddress()
  const line = list?.reports.find((report) => report.id === id)
  const wanted = edition || line?.edition || 0
  const { data, problem, loading } = useEdition(id, wanted)
  usePageName(line?.periodTitle, [{ title: 'Informes al Concejo', href: '/rendir/informes' }])
  const failed = problem ?? unlisted
  if (failed) return <><PageTitle title="Informe" /><ProblemView problem={failed} /></>
  if (!data) return <><ThinLoader active={loading || listing} label="Abriendo la edición" />{list && wanted === 0 && <PageTitle title={line?.title ?? 'Informe'} />}{list && wanted === 0 && <EmptyState title="Este informe aún no se emite"><p>Cuando se emita, la edición quedará aquí para leerla y bajarla.</p></EmptyState>}</>
  const { body } = data
  if (search['vista'] === 'lectura') return <DocumentReading body={body} above={<Seal tone="data" shape="done">Edición {data.number}</Seal>} onLeave={() => go(reportHref(id, { edicion: String(data.number) }))} />
  const newest = data.others[0]?.number ?? data.number
  return (
    <>
      <PageTitle title={body.title} above={<><Seal tone={data.mode === 'final' ? 'good' : 'warning'} shape="done">Edición {data.number}{data.mode === 'reservations' ? ', con reservas' : ', final'}</Seal><span>Emitida el <b>{formatDay(data.issuedOn)}</b></span><span>Hechos al <b>{formatDay(body.asOf.effectiveOn)}</b>, conocido al <b>{formatDay(body.asOf.knownOn)}</b></span><span>Código <b className="code">{data.verificationCode}</b></span></>}
        actions={<><ButtonLink href={fileHref({ report: id, edition: data.number, format: 'docx' })} download icon="download">Word</ButtonLink><ButtonLink href={fileHref({ report: id, edition: data.number, format: 'pdf' })} download>PDF</ButtonLink><ButtonLink href={reportHref(id, { edicion: String(data.number), vista: 'lectura' })}>Leer en reunión</ButtonLink></>} />
      {newest > data.number && <Notice tone="warning" title={`La reemplaza la edición ${newest}`} action={<ButtonLink href={reportHref(id, { edicion: String(newest) })} size="compact">Abrirla</ButtonLink>}><p>Esta se conserva tal como se emitió.</p></Notice>}
      {data.reservations.length > 0 && <Notice tone="warning" title={`Emitido con ${data.reservations.length === 1 ? 'una reserva' : `${data.reservations.length} reservas`}`}><ul className="problem-errors">{data.reservations.map((text) => <li key={text}>{text}</li>)}</ul></Notice>}
      <article className="prose report-prose issued-paper on-surface" aria-label={body.title}><Letterhead body={body} /><BlockList blocks={body.blocks} labels={{ headings: headingNumbers(body.blocks), objects: objectLabels(body.blocks) }} /></article>
      <p className="fingerprint">huella {shortPrint(data.fingerprint, 16)}</p>
    </>
  )
}
