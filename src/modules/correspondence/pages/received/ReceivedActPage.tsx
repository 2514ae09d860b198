import { formatDay } from '#kernel'
import { BlockList, ButtonLink, DefinitionList, PageTitle, PrintButton, PrintFoot, ProblemView, Reading, Section, ThinLoader, useApi, usePageName, useRouteParam } from '#design'
import { kindTitle, receivedWhy, type ReceivedView } from '../../contract.ts'
import { useActDates } from '../use-act-dates.ts'
import '../acts.css'

const LIST = '/actos/recibidos'
/** A signed act as it was given to who reads: its text and its signed copy, nothing of its circuit. */
const ReceivedActPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useActDates()
  const { data, problem, loading } = useApi<ReceivedView>('correspondence/open-received', { id, effectiveOn, knownOn })
  usePageName(data?.title, [{ title: 'Actos que le llegaron', href: LIST }])
  if (problem && !data) return <><PageTitle title="Acto que le llegó" /><ProblemView problem={problem} action={<ButtonLink href={LIST}>Ver lo que le llegó</ButtonLink>} /></>
  if (!data || data.id !== id) return <><PageTitle title="Acto que le llegó" /><ThinLoader active={loading} label="Abriendo el acto" /></>
  const file = (format: string): string => `/api/correspondence/file?act=${id}&format=${format}`
  return (
    <>
      <PageTitle title={data.title} above={kindTitle[data.kind]} lead={data.subject} actions={<><PrintButton />{data.signedCopy && <ButtonLink kind="primary" href={file('signed')} download icon="download">Ejemplar firmado</ButtonLink>}<ButtonLink href={file('pdf')} download icon="download">PDF</ButtonLink></>} />
      <Reading>
        <article className="act-paper" aria-label="Texto del acto">
          <p className="act-heading">{data.body.title}</p>
          <p className="act-office">{data.body.commune.municipality}, {data.body.commune.unit}</p>
          <div className="prose report-prose"><BlockList blocks={data.body.blocks} /></div>
          <p className="source">Código de verificación <b>{data.verificationCode}</b>. Huella {data.fingerprint.slice(0, 16)}… <a href={`/rendir/verificar?codigo=${data.verificationCode}`}>Comprobar</a></p>
        </article>
        <Section title="Cómo le llegó" level={3}><DefinitionList columns={2} items={[{ term: 'Le llegó', value: formatDay(data.deliveredOn) }, { term: 'Por qué', value: receivedWhy[data.why] }, { term: 'Firmado', value: formatDay(data.signedOn) }, { term: 'Fecha del acto', value: formatDay(data.actOn) }]} /></Section>
      </Reading>
      <PrintFoot text={`${data.title}. Huella ${data.fingerprint}`} />
    </>
  )
}
export default ReceivedActPage
