import { counted } from '#kernel'
import { ButtonLink, DataTable, EmptyState, PageTitle, PrintButton, PrintFoot, useApi } from '#design'
import type { DeskView } from '../../contract.ts'
import { actColumns } from './columns.tsx'
import { Tray } from './Tray.tsx'
import '../acts.css'

const TRAYS = [
  { key: 'visa', title: 'Por visar', says: 'Esperan su visto bueno, en el orden de su circuito.' }, { key: 'number', title: 'Por numerar', says: 'Con todos sus vistos buenos: falta el número y la fecha.' },
  { key: 'sign', title: 'Por firmar', says: 'Numerados: falta el ejemplar firmado.' }, { key: 'notify', title: 'Por notificar', says: 'Firmados: falta decir a quién llegaron y cuándo.' },
  { key: 'returned', title: 'Devueltos a usted', says: 'Con observaciones que corregir.' }, { key: 'waiting', title: 'Suyos, en trámite', says: 'Los redactó usted y otro los tiene ahora.' },
] as const

/** What each act waits for from who reads. Empty trays are not drawn. */
const DeskPage = () => {
  const { data, problem, loading } = useApi<DeskView>('correspondence/signing-desk', {})
  const owed = data ? data.visa.length + data.number.length + data.sign.length + data.notify.length + data.returned.length : 0
  const full = TRAYS.filter(({ key }) => (data?.[key].length ?? 0) > 0)
  return (
    <>
      <PageTitle title="Mesa de firma" lead={data && (owed ? `${counted(owed, 'acto espera', 'actos esperan')} algo de usted.` : 'Nada espera algo de usted.')} actions={<><PrintButton /><ButtonLink href="/actos">Todos los actos</ButtonLink></>} />
      {(!data || problem) && <DataTable caption="Mesa de firma" hideCaption columns={actColumns} rows={undefined} rowKey={() => ''} sort="none" loading={loading} problem={problem} source="registro de actos" />}
      {data && full.length === 0 && <EmptyState title="Su mesa está despejada" actions={<ButtonLink href="/actos">Ver todos los actos</ButtonLink>}>Aquí aparece lo que espera su visto bueno, su número, su firma o su notificación.</EmptyState>}
      {full.map(({ key, title, says }) => <Tray key={key} id={key} title={title} says={says} acts={data?.[key] ?? []} {...(key === 'visa' || key === 'number' || key === 'sign' ? { batch: key } : {})} />)}
      <PrintFoot text="Mesa de firma" />
    </>
  )
}
export default DeskPage
