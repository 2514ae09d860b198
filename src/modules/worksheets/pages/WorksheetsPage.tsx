import { counted, formatInstant } from '#kernel'
import { DataTable, EmptyState, PageTitle, Pagination, PrintButton, PrintFoot, Section, StateBadge, TodayOnly, type Tone, useApi, usePage } from '#design'
import { type LoadBrief, loadHref, type LoadsAnswer, type LoadState, loadStateTitle, type WorksheetBrief, worksheetHref } from '../contract.ts'

export const stateTone: Readonly<Record<LoadState, Tone>> = { applying: 'data', applied: 'good', undoing: 'data', undone: 'neutral' }
const result = ({ done, refused, state }: LoadBrief): string => (state === 'undone' ? 'volvió a lo que decía' : [counted(done, 'registro cambió', 'registros cambiaron'), refused > 0 ? counted(refused, 'no se aplicó', 'no se aplicaron') : ''].filter(Boolean).join('; '))

/** The lists that are edited in Excel, and every file that came back. */
const WorksheetsPage = () => {
  const [page, turn] = usePage()
  const { data, problem, loading } = useApi<LoadsAnswer>('worksheets/list-loads', { page })
  return (
    <>
      <PageTitle title="Planillas editadas" lead="Cada lista baja a Excel con «Planilla para editar», se corrige fuera y vuelve con «Subir planilla editada»: antes de aplicar nada se ve qué cambia." actions={<PrintButton />} />
      <Section title="Lo que volvió">
        <TodayOnly why="las planillas se muestran con su estado; los registros que cambiaron sí responden a ambas fechas" />
        <DataTable<LoadBrief> caption="Planillas que volvieron" hideCaption sort="none" phone="lines" loading={loading} problem={problem} rows={data?.loads} rowKey={({ id }) => id} rowHref={({ id }) => loadHref(id)} source="planillas aplicadas"
          empty={<EmptyState title="Aún no vuelve ninguna planilla">Baje una lista con su botón «Planilla para editar», escriba en las columnas amarillas y súbala.</EmptyState>}
          columns={[
            { key: 'title', title: 'Lista', text: ({ title }) => title }, { key: 'file', title: 'Archivo', text: ({ fileName }) => fileName }, { key: 'state', title: 'Estado', text: ({ state }) => loadStateTitle[state], render: ({ state }) => <StateBadge tone={stateTone[state]}>{loadStateTitle[state]}</StateBadge> },
            { key: 'result', title: 'Qué hizo', text: result }, { key: 'by', title: 'Quién', text: ({ by }) => by }, { key: 'at', title: 'Cuándo', text: ({ startedAt }) => formatInstant(startedAt) },
          ]} />
        {data && data.pages > 1 && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de planillas" />}
      </Section>
      <Section title="Listas que se editan en Excel" aside={data && counted(data.worksheets.length, 'lista', 'listas')}>
        <DataTable<WorksheetBrief> caption="Listas que se editan en Excel" hideCaption sort="none" phone="lines" csv={false} rows={data?.worksheets} rowKey={({ name }) => name} rowHref={({ name }) => worksheetHref(name)}
          columns={[{ key: 'title', title: 'Planilla', width: '30%', text: ({ title }) => title }, { key: 'about', title: 'Qué se edita', text: ({ about }) => about }, { key: 'list', title: 'Dónde se filtra', text: ({ list }) => list, render: ({ list }) => <a href={list}>Ir a la lista</a> }]} />
      </Section>
      <PrintFoot text="Planillas editadas" />
    </>
  )
}
export default WorksheetsPage
