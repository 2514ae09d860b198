import { formatDay, formatPesos } from '#kernel'
import { DefinitionList, FigureRow, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, ThinLoader, useApi, useAsOf, useEvidence, usePageName, useRouteParam } from '#design'
import type { CarryRecord } from '../../carry-over/carry-over-contract.ts'
import '../parts/budget.css'
import { CarryChanges, CarryLaws, CarryRows } from './CarryTables.tsx'
import { ApproveCarryOver, UndoCarryOver, WithdrawCarryOver } from './CarryOverActions.tsx'
import { carryTones } from './CarryOversPage.tsx'

/** One passage between years: its path to the decree, what it wrote and from where each amount comes. */
const CarryOverPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const { data, problem, loading } = useApi<CarryRecord>('budget/show-carry-over', { id, effectiveOn, knownOn })
  const title = data ? `Arrastre de ${data.fromYear} a ${data.year}` : 'Arrastre'
  usePageName(data && title, [{ title: 'Arrastres', href: '/presupuestar/arrastre' }])
  const evidence = useEvidence('carry-over', id)
  if (!data) return problem ? <><PageTitle title="Arrastre" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando el arrastre" />
  const draft = data.state === 'draft'
  const notice = data.moved ? <Notice tone="warning" title="El libro cambió desde que se preparó">Lo que se ve es lo de hoy. Retírelo y prepárelo de nuevo para aprobarlo con estas cifras.</Notice>
    : draft ? <Notice tone="data" title="Todavía no cambia nada">{data.mine ? 'Usted lo preparó: debe aprobarlo otra persona.' : `Lo preparó ${data.draftedBy}.`}</Notice> : undefined
  return (
    <>
      <ThinLoader active={loading} />
      <RecordPage title={title} lead={`Gestión ${data.managementTitle.toLowerCase()}: lo que el año cerrado deja por pagar, por percibir y por devengar.`} above={<Seal tone={carryTones[data.state]}>{data.stateTitle}</Seal>} notice={notice}
        actions={<><PrintButton />{draft && <><WithdrawCarryOver record={data} /><ApproveCarryOver record={data} /></>}<UndoCarryOver record={data} /></>}
        thread={[
          { id: 'draft', kind: 'Preparado', name: data.draftedBy || 'preparado', state: draft ? 'here' : 'done' },
          { id: 'decree', kind: 'Decreto', name: data.decreeNumber || 'por decretar', value: data.decreeOn ? formatDay(data.decreeOn) : undefined, state: data.decreeNumber ? 'here' : 'missing' },
          { id: 'amendment', kind: 'Modificación', name: data.amendmentId ? 'primera del año' : 'sin modificación', href: data.amendmentId ? `/presupuestar/modificaciones/${data.amendmentId}` : undefined, state: data.amendmentId ? 'full' : 'missing' },
        ]}
        summary={<>
          <FigureRow label="Lo que pasa" items={[{ label: 'Saldo inicial de caja', text: formatPesos(data.totals.cash) }, { label: 'Deuda flotante', text: formatPesos(data.totals.debt) }, { label: 'Obligaciones sin devengar', text: formatPesos(data.totals.commitment) }, { label: 'Por percibir', text: formatPesos(data.totals.receivable) }]} />
          {draft && <CarryChanges changes={data.changes} year={data.year} />}
          {(['debt', 'commitment', 'receivable'] as const).map((kind) => <CarryRows key={kind} kind={kind} rows={data.rows} year={data.year} fromYear={data.fromYear} drafted={draft || data.state === 'withdrawn'} />)}
          <Section title="Regla aplicada"><CarryLaws laws={data.laws} /></Section>
        </>}
        data={<DefinitionList items={[
          { term: 'Disponibilidades', value: formatPesos(data.available) }, { term: 'Anticipos y fondos por rendir', value: formatPesos(data.advances) }, { term: 'Depósitos de terceros', value: formatPesos(data.thirdParty) },
          { term: 'Origen de la caja', value: data.cashSource }, { term: 'Financiamiento de lo que pasa', value: data.coverage === 'add' ? 'aumenta la línea' : 'usa primero lo disponible de la línea' }, { term: 'Preparó', value: data.draftedBy },
        ]} />}
        documents={evidence.documents} documentCount={evidence.documentCount} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={title} />
    </>
  )
}
export default CarryOverPage
