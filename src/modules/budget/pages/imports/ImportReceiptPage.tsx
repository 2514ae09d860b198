import { useEffect } from 'react'
import { formatInstant, formatNumber, formatPesos, monthNames } from '#kernel'
import { api, ButtonLink, DefinitionList, DocumentList, FigureRow, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, StateBadge, ThinLoader, useApi, useEvidence, usePageName, useRouteParam, useThread } from '#design'
import type { ImportRecord, LedgerPhase } from '../../answers.ts'
import '../parts/budget.css'
import { importTones, kindText } from './ImportsPage.tsx'
import { UndoImport } from './UndoImport.tsx'

const phaseNames: readonly [LedgerPhase, string][] = [['initial', 'Presupuesto inicial'], ['modification', 'Modificaciones'], ['precommitment', 'Preobligado'], ['commitment', 'Obligado'], ['accrual', 'Devengado'], ['payment', 'Pagado'], ['collection', 'Percibido']]

/** The receipt of a load: what came, what changed, what was accepted, and how to take it back. */
const ImportReceiptPage = () => {
  const id = useRouteParam('id')
  const { data, problem, loading, again } = useApi<ImportRecord>('budget/show-import', { id })
  // Whoever arrives from the assistant carries what it knew before the load ended.
  useEffect(() => again(), [id])
  const title = data ? `Balance de ${monthNames[data.month - 1]} de ${data.year}` : 'Carga'
  usePageName(data && title, [{ title: 'Cargas', href: '/presupuestar/cargas' }])
  const evidence = useEvidence('balance-import', data ? id : '')
  const { stops } = useThread('balance-import', '', { kind: 'Carga', name: title, value: data?.fileName })
  if (!data) return problem ? <><PageTitle title="Carga" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando el recibo" />
  const { counts } = data
  const number = (value: number | undefined) => formatNumber(value ?? 0)
  return (
    <>
      <ThinLoader active={loading} />
      <RecordPage title={title} above={<><span>Carga de {kindText(data.kind) || 'balance'}</span><Seal tone={importTones[data.state]}>{data.stateTitle}</Seal></>}
        actions={<><PrintButton />{data.state === 'reading' ? <ButtonLink kind="primary" href={`/presupuestar/cargas/nueva?carga=${id}`}>Seguir la carga</ButtonLink> : <ButtonLink href="/presupuestar/ejecucion">Ver la ejecución</ButtonLink>}{data.state === 'loaded' && <UndoImport record={data} />}</>}
        notice={data.state === 'undone' ? <Notice tone="data" title="Esta carga se deshizo">Lo que escribió fue reversado por un asiento posterior; lo conocido entonces sigue a la vista con la fecha «conocido al».</Notice> : data.state === 'loaded' ? <Notice tone="good" title={`Cargada: ${number(counts.movements)} líneas cambiaron`}>Cada cifra que vino en este archivo termina en su celda. Si algo está mal, la carga se deshace entera.</Notice> : undefined}
        thread={stops}
        summary={<>
          <FigureRow label="Filas de la carga" items={[
            { label: 'nuevas', state: <StateBadge tone="good">nuevas</StateBadge>, text: number(counts.new) }, { label: 'cambian', state: <StateBadge tone="data">cambiaron</StateBadge>, text: number(counts.changed) },
            { label: 'iguales', state: <StateBadge tone="neutral">iguales</StateBadge>, text: number(counts.equal) }, { label: 'rechazadas', state: <StateBadge tone={counts.rejected ? 'bad' : 'neutral'}>rechazadas</StateBadge>, text: number(counts.rejected) },
          ]} />
          <Section title="Lo que se sumó al libro" aside="pesos; diferencia respecto de lo que había">
            <DefinitionList items={phaseNames.filter(([phase]) => data.totals[phase]).map(([phase, term]) => ({ term, value: <span className="num">{formatPesos(data.totals[phase] ?? 0)}</span> }))} />
            {phaseNames.every(([phase]) => !data.totals[phase]) && <p className="source">Ningún monto cambió.</p>}
          </Section>
          <Section title="Problemas que se aceptaron o pudieron esperar" aside={data.problems.length}>
            {data.problems.length === 0 ? <p className="source">Ninguno: la hoja llegó completa y cuadraba.</p> : <ul className="plain-list">{data.problems.map(({ what, cell, code }) => <li key={`${code}${cell}${what}`}><b>{cell ? `${data.sheet} · ${cell}` : data.sheet}</b> {what}</li>)}</ul>}
          </Section>
        </>}
        data={<DefinitionList items={[
          { term: 'Archivo', value: <a href={api.file(data.fileHash)} download>{data.fileName}</a> }, { term: 'Hoja', value: data.sheet }, { term: 'Receta', value: data.recipe, absence: 'no se recordó' }, { term: 'Mes', value: `${monthNames[data.month - 1]} de ${data.year}` },
          { term: 'Cargó', value: data.startedBy }, { term: 'Empezó', value: formatInstant(data.startedAt) },
        ]} />}
        documents={<DocumentList items={[{ id: data.fileHash, title: data.fileName, href: api.file(data.fileHash), note: 'archivo de origen', download: true }, ...(data.rejectedHash ? [{ id: data.rejectedHash, title: 'Filas rechazadas, con su razón', href: api.file(data.rejectedHash), download: true }] : [])]} />}
        documentCount={data.rejectedHash ? 2 : 1} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={`Recibo de la carga ${data.id.slice(0, 8)}`} />
    </>
  )
}
export default ImportReceiptPage
