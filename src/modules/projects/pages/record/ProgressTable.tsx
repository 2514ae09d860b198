import { formatDay, formatPercent } from '#kernel'
import { api, Button, DataTable, StateBadge, type TableColumn, useAct, useMay, useSession } from '#design'
import type { ProgressView } from '../../contract.ts'

/** Who reported it never approves it: said before trying. */
const Approve = ({ report }: { report: ProgressView }) => {
  const may = useMay('projects.approve')
  const { account } = useSession()
  const { run, running, problem } = useAct<{ id: string }>('projects/approve-progress', { refresh: ['projects', 'evidence', 'figures'], done: 'Avance aprobado' })
  if (report.approved) return <StateBadge tone="good">aprobado</StateBadge>
  if (!may) return <StateBadge tone="warning">por aprobar</StateBadge>
  if (report.recordedBy === account?.id) return <><StateBadge tone="warning">por aprobar</StateBadge><br /><small className="soft">lo aprueba otra persona</small></>
  return <>{problem && <small role="alert">{problem.body.title}. </small>}<Button size="compact" busy={running} label={`Aprobar el avance al ${formatDay(report.on)}`} onPress={() => void run({ id: report.id })}>Aprobar</Button></>
}
const columns: readonly TableColumn<ProgressView>[] = [
  { key: 'on', title: 'Al', text: ({ on }) => formatDay(on), sortable: false },
  { key: 'share', title: 'Avance', align: 'right', text: ({ share }) => formatPercent(share), number: ({ share }) => share, sortable: false },
  { key: 'evidence', title: 'Respaldo', sortable: false, text: ({ evidence }) => evidence, render: ({ evidence, fileHash }) => (fileHash ? <a href={api.file(fileHash)} download>{evidence || 'Archivo adjunto'}</a> : evidence) },
  { key: 'why', title: 'Causa, efecto y medida', sortable: false, text: ({ cause, effect, measure }) => [cause, effect, measure].filter(Boolean).join(' '), render: ({ cause, effect, measure }) => [cause, effect, measure].filter(Boolean).join(' ') || <span className="faint">–</span> },
  { key: 'who', title: 'Informó', sortable: false, text: ({ recordedByName }) => recordedByName },
  { key: 'state', title: 'Estado', sortable: false, text: ({ approved }) => (approved ? 'aprobado' : 'por aprobar'), render: (report) => <Approve report={report} /> },
]

export const ProgressTable = ({ reports }: { reports: readonly ProgressView[] }) => (
  <DataTable caption="Informes de avance" subtitle="Avance físico acumulado; el más nuevo arriba" columns={columns} rows={reports} rowKey={({ id }) => id} sort="none" phone="lines" source="informes de inspección técnica"
    empty={<p className="source">Aún no se informa avance. Lo informa la unidad técnica con su respaldo.</p>} />
)
