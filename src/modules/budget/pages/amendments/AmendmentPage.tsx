import { formatDay, formatPesos } from '#kernel'
import { DataTable, DefinitionList, FigureRow, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, type TableColumn, ThinLoader, useApi, useAsOf, useEvidence, usePageName, useRouteParam } from '#design'
import type { AmendmentRecord } from '../../answers.ts'
import '../parts/budget.css'
import { amendmentTones } from './AmendmentsPage.tsx'
import { ApproveAmendment } from './ApproveAmendment.tsx'
import { UndoAmendment } from './UndoAmendment.tsx'
import { WithdrawAmendment } from './WithdrawAmendment.tsx'

type Row = AmendmentRecord['rows'][number]
const columns: readonly TableColumn<Row>[] = [
  { key: 'line', title: 'Línea', text: ({ line }) => `${line.account} ${line.name}`, render: ({ line }) => (line.id === 'total' ? line.name : <a href={`/presupuestar/lineas/${line.id}`}>{line.account} {line.name}</a>) },
  { key: 'programme', title: 'Programa', text: ({ line }) => line.programmeName || line.areaName },
  { key: 'before', title: 'Antes', align: 'right', number: ({ before }) => before, text: ({ before, line }) => (line.id === 'total' ? '' : formatPesos(before)) },
  { key: 'amount', title: 'Cambio', align: 'right', number: ({ amount }) => amount, text: ({ amount }) => `${amount > 0 ? '+' : ''}${formatPesos(amount)}` },
  { key: 'after', title: 'Después', align: 'right', number: ({ after }) => after, text: ({ after, line }) => (line.id === 'total' ? '' : formatPesos(after)) },
]
const total = (rows: readonly Row[], name: string): Row[] => {
  const [first] = rows
  return first ? [{ line: { ...first.line, id: 'total', account: '', name, programmeName: '', areaName: '' }, amount: rows.reduce((sum, { amount }) => sum + amount, 0), before: 0, after: 0 }] : []
}

/** An amendment: its balance, its lines, its path to the decree. */
const AmendmentPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const { data, problem, loading } = useApi<AmendmentRecord>('budget/show-amendment', { id, effectiveOn, knownOn })
  const title = data ? `Modificación N.º ${data.number} de ${data.year}` : 'Modificación'
  usePageName(data && title, [{ title: 'Modificaciones', href: '/presupuestar/modificaciones' }])
  const evidence = useEvidence('amendment', id)
  if (!data) return problem ? <><PageTitle title="Modificación" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando la modificación" />
  const income = data.rows.filter(({ line }) => line.kind === 'income')
  const spending = data.rows.filter(({ line }) => line.kind === 'expenditure')
  const table = (rows: readonly Row[], caption: string) => rows.length > 0 && <DataTable caption={caption} subtitle="pesos nominales" columns={columns} rows={rows} rowKey={({ line }) => line.id} totals={total(rows, `Suma de ${caption.toLowerCase()}`)} sort="none" />
  const done = data.state === 'approved'
  return (
    <>
      <ThinLoader active={loading} />
      <RecordPage title={title} lead={data.reason} above={<><span>{data.kindTitle}</span><Seal tone={amendmentTones[data.state]}>{data.stateTitle}</Seal></>}
        actions={<><PrintButton />{data.state === 'draft' && <><WithdrawAmendment record={data} /><ApproveAmendment record={data} /></>}{done && data.entryId && <UndoAmendment record={data} />}</>}
        notice={data.state === 'draft' ? <Notice tone="data" title="Todavía no cambia el presupuesto">Rige desde la fecha de su decreto, con el acuerdo del Concejo. {data.mine ? 'Usted la preparó: debe aprobarla otra persona.' : `La preparó ${data.draftedBy}.`}</Notice> : undefined}
        thread={[
          { id: 'draft', kind: 'Propuesta', name: data.draftedBy || 'preparada', state: data.state === 'draft' ? 'here' : 'done' },
          { id: 'notice', kind: 'Antecedentes', name: data.backgroundOn ? formatDay(data.backgroundOn) : 'por entregar', value: 'al Concejo', state: data.backgroundOn ? 'done' : 'missing' },
          { id: 'session', kind: 'Concejo', name: data.agreement || 'por acordar', value: data.sessionOn ? `sesión ${data.sessionNumber} del ${formatDay(data.sessionOn)}` : undefined, state: data.agreement ? 'done' : 'missing' },
          { id: 'decree', kind: 'Decreto', name: data.decreeNumber || 'por decretar', value: data.decreeOn ? formatDay(data.decreeOn) : undefined, state: done ? 'here' : 'missing' },
        ]}
        summary={<>
          <FigureRow label="Cuadratura" items={[{ label: 'Cambian los ingresos', text: formatPesos(data.income) }, { label: 'Cambian los gastos', text: formatPesos(data.expenditure) }, { label: 'Aumentos de gasto', text: formatPesos(data.moved) }, { label: 'Diferencia', text: formatPesos(data.income - data.expenditure), note: data.income === data.expenditure ? 'equilibrada' : 'no equilibra' }]} />
          <Section title="Líneas">{table(income, 'Ingresos')}{table(spending, 'Gastos')}</Section>
        </>}
        data={<DefinitionList items={[
          { term: 'Tipo', value: data.kindTitle }, { term: 'Preparó', value: data.draftedBy }, { term: 'Antecedentes al Concejo', value: data.backgroundOn && formatDay(data.backgroundOn), absence: 'por entregar' }, { term: 'Sesión', value: data.sessionNumber && `${data.sessionNumber}${data.sessionOn ? ` del ${formatDay(data.sessionOn)}` : ''}`, absence: 'por fijar' },
          { term: 'Acuerdo', value: data.agreement, absence: 'por acordar' }, { term: 'Decreto', value: data.decreeNumber && `${data.decreeNumber}${data.decreeOn ? ` del ${formatDay(data.decreeOn)}` : ''}`, absence: 'por decretar' },
        ]} />}
        documents={evidence.documents} documentCount={evidence.documentCount} history={evidence.history} historyCount={evidence.historyCount} />
      <PrintFoot text={title} />
    </>
  )
}
export default AmendmentPage
