import { formatInstant, formatNumber, type Day } from '#kernel'
import { api, ButtonLink, DateField, DefinitionList, DocumentList, FigureRow, FormDialog, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, TextField, ThinLoader, useApi, useEvidence, useMay, usePageName, useRouteParam, useSession, useThread } from '#design'
import type { PlanImportAnswer } from '../../imports/plan-import-contract.ts'
import { stateTone } from './PlanImportsPage.tsx'

/** The receipt of a load of a plan: the draft it made, how to put it in force and how to take it back. */
const PlanImportReceiptPage = () => {
  const id = useRouteParam('id')
  const { today } = useSession().clock
  const mayAdopt = useMay('plan.edit')
  const { data, problem, loading } = useApi<PlanImportAnswer>('plan/show-import', { id })
  const record = data?.record
  const title = record ? record.planName || record.fileName : 'Carga'
  usePageName(record && title, [{ title: 'Cargas', href: '/plan/cargas' }])
  const evidence = useEvidence('plan-import', record ? id : '')
  const { stops } = useThread('plan-import', '', { kind: 'Carga', name: title, value: record?.fileName })
  if (!record) return problem ? <><PageTitle title="Carga" /><ProblemView problem={problem} /></> : <ThinLoader active label="Abriendo el recibo" />
  const undo = (
    <FormDialog<{ reason: string }, unknown> button="Deshacer la carga" icon="undo" kind="danger" title="Deshacer la carga" action="plan/undo-import" refresh={['plan', 'evidence']} done="Carga deshecha" submit="Deshacer" start={() => ({ reason: '' })} input={({ reason }) => ({ id, version: record.version, reason })}>
      {({ values, set, error }) => <><p>El borrador deja de estar y sus códigos quedan libres. Con la fecha «conocido al» se sigue viendo lo que decía.</p><TextField label="Razón" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} maxLength={300} /></>}
    </FormDialog>
  )
  const adopt = (
    <FormDialog<{ agreement: string; on: Day | null }, unknown> button="Poner en vigencia" icon="check" title="Poner el plan en vigencia" action="plan/adopt-plan" refresh={['plan', 'evidence']} done="El plan quedó en vigencia" submit="Poner en vigencia" start={() => ({ agreement: '', on: today })} input={({ agreement, on }) => ({ id: record.planId, version: record.planVersion, agreement, on })}>
      {({ values, set, error }) => <><TextField label="Acuerdo del Concejo" name="agreement" value={values.agreement} onChange={(agreement) => set({ agreement })} error={error('agreement')} maxLength={200} /><DateField label="Fecha del acuerdo" name="on" value={values.on} onChange={(on) => set({ on })} error={error('on')} required /></>}
    </FormDialog>
  )
  return (
    <>
      <ThinLoader active={loading} />
      <RecordPage title={title} above={<><span>Carga de un plan</span><Seal tone={stateTone[record.state]}>{record.stateTitle}</Seal></>} thread={stops}
        actions={<><PrintButton />{record.state === 'reading' ? <ButtonLink kind="primary" href={`/plan/cargas/nueva?carga=${id}`}>Seguir la carga</ButtonLink> : record.state === 'loaded' && <><ButtonLink kind="primary" href={`/plan?plan=${record.planId ?? ''}`}>Ver el plan</ButtonLink>{record.draft && mayAdopt && adopt}{record.draft && undo}</>}</>}
        notice={record.state === 'undone' ? <Notice tone="data" title="Esta carga se deshizo">El borrador ya no está; el plan que rige no cambió.</Notice> : record.state === 'loaded' ? <Notice tone={record.draft ? 'warning' : 'good'} title={record.draft ? 'El plan está en borrador' : 'El plan rige'}>{record.draft ? 'No cuenta en figuras ni informes hasta que se ponga en vigencia con el acuerdo del Concejo.' : 'Se puso en vigencia con su acuerdo.'}</Notice> : undefined}
        summary={<FigureRow label="Lo que se cargó" items={[['axes', 'ejes'], ['objectives', 'objetivos'], ['programmes', 'programas'], ['indicators', 'indicadores'], ['notUnderstood', 'filas sin entender']].map(([key = '', label = '']) => ({ label, text: formatNumber(record.counts[key] ?? 0) }))} />}
        data={<DefinitionList items={[{ term: 'Documento', value: <a href={api.file(record.fileHash)} download>{record.fileName}</a> }, { term: 'Plan', value: record.planName, absence: 'aún no se carga' }, { term: 'Cargó', value: record.startedBy }, { term: 'Empezó', value: formatInstant(record.startedAt) }]} />}
        documents={<DocumentList items={[{ id: record.fileHash, title: record.fileName, href: api.file(record.fileHash), note: 'documento de origen', download: true }, ...(record.rejectedHash ? [{ id: record.rejectedHash, title: 'Lo que no se entendió, con su razón', href: api.file(record.rejectedHash), download: true }] : [])]} />} documentCount={record.rejectedHash ? 2 : 1} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={`Recibo de la carga ${record.id.slice(0, 8)}`} />
    </>
  )
}
export default PlanImportReceiptPage
