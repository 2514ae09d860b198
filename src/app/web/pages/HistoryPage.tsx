import { type Day, formatDay, formatInstant } from '#kernel'
import { DataTable, EmptyState, PageTitle, PrintButton, PrintFoot, ProblemView, StateBadge, type TableColumn, useAddressParam, useApi, useAsOf, usePageName } from '#design'
import { UndoEntry, type UndoOffer } from './history/UndoEntry.tsx'

type Change = { readonly label: string; readonly from: string; readonly to: string }
type Line = { readonly seq: number; readonly at: string; readonly effectiveOn: Day; readonly who: string; readonly office: string | null; readonly what: string; readonly first: boolean; readonly changes: readonly Change[]; readonly why?: string; readonly documents: readonly { readonly title: string; readonly hash: string }[]; readonly undoneBy: number | null; readonly undo?: UndoOffer }
type Answer = { readonly title: string; readonly href?: string; readonly lines: readonly Line[] }

const changeText = ({ label, from, to }: Change, first: boolean): string => (first ? `${label}: ${to}` : `${label}: de ${from} a ${to}`)
const columns: readonly TableColumn<Line>[] = [
  { key: 'at', title: 'Cuándo', text: ({ at, effectiveOn }) => `${formatInstant(at)}, rige desde ${formatDay(effectiveOn)}`, render: ({ at, effectiveOn }) => <>{formatInstant(at)}<br /><small className="soft">rige desde el {formatDay(effectiveOn)}</small></> },
  { key: 'who', title: 'Quién', text: ({ who, office }) => [who, office].filter(Boolean).join(', '), render: ({ who, office }) => <>{who}{office && <><br /><small className="soft">{office}</small></>}</> },
  { key: 'what', title: 'Qué hizo', width: '26%', text: ({ what, undoneBy }) => `${what}${undoneBy ? ` (deshecho por el asiento ${undoneBy})` : ''}`, render: ({ what, undoneBy, undo }) => <>{what}{undoneBy && <> <StateBadge tone="neutral">deshecho</StateBadge></>}{undo && <><br /><UndoEntry what={what} offer={undo} /></>}</> },
  { key: 'changes', title: 'Qué cambió', width: '30%', text: ({ changes, first }) => changes.map((change) => changeText(change, first)).join('; '), render: ({ changes, first }) => (changes.length === 0 ? <span className="faint">sin cambio de datos</span> : <>{changes.map((change) => <div key={change.label}><b>{change.label}</b>: {first ? change.to : <><del>{change.from}</del> → <ins>{change.to}</ins></>}</div>)}</>) },
  { key: 'why', title: 'Por qué', text: ({ why }) => why ?? '', render: ({ why }) => why ?? <span className="faint">no se anotó</span> },
  { key: 'document', title: 'De qué documento', text: ({ documents }) => documents.map(({ title }) => title).join('; '), render: ({ documents }) => (documents.length === 0 ? <span className="faint">ninguno</span> : <>{documents.map(({ title, hash }) => <div key={hash}><a href={`/archivos/${hash}`}>{title}</a></div>)}</>) },
]
/** The history of a record in words, to read, print or take to Excel. */
const HistoryPage = () => {
  const [kind] = useAddressParam('tipo', '')
  const [id] = useAddressParam('registro', '')
  const asOf = useAsOf()
  const dates = asOf.chosen ? { effectiveOn: asOf.effectiveOn, knownOn: asOf.knownOn } : {}
  const { data, problem, loading } = useApi<Answer>('system/tell-history', { kind, id, ...dates }, { enabled: kind !== '' && id !== '' })
  usePageName(data ? `Historia de ${data.title}` : 'Historia')
  if (kind === '' || id === '') return <><PageTitle title="Historia de un registro" /><EmptyState title="Falta decir de qué registro"><p>Se llega desde la página de cada registro, en su parte «Historia».</p></EmptyState></>
  if (problem) return <ProblemView problem={problem} />
  return (
    <>
      <PageTitle title={data ? `Historia de ${data.title}` : 'Historia'} lead="Quién hizo qué y cuándo, qué decía antes y qué dice ahora, por qué y según qué documento. Nada se borra." actions={<PrintButton />} />
      {data?.href && <p className="no-print"><a href={data.href}>Volver al registro</a></p>}
      <DataTable caption={data ? `Historia de ${data.title}` : 'Historia'} hideCaption sort="none" phone="lines" landscape columns={columns} rows={data?.lines} rowKey={({ seq }) => String(seq)} loading={loading} source="bitácora encadenada de la comuna" empty={<EmptyState title="Sin historia que mostrar"><p>El registro no existe, usted no puede verlo, o nada se había anotado en las fechas elegidas.</p></EmptyState>} />
      <PrintFoot text="Historia de un registro" />
    </>
  )
}
export default HistoryPage
