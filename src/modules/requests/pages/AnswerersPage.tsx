import { counted, formatDay } from '#kernel'
import { DataTable, EmptyState, FormDialog, PageTitle, PrintFoot, StateBadge, TextField, useApi } from '#design'
import type { AnswererView } from '../contract.ts'

const Suppress = ({ one }: { one: AnswererView }) => (
  <FormDialog<{ reason: string }, unknown> button="Suprimir el nombre" kind="danger" size="compact" title="Suprimir el nombre de esta persona" action="requests/suppress-answerer" refresh={['requests']} done="Nombre suprimido" submit="Suprimir" start={() => ({ reason: '' })} input={({ reason }) => ({ answerId: one.answerId, reason })}>
    {({ values, set, error }) => (
      <>
        <p>Se destruye la clave con que se guardaba el nombre que escribió al responder por enlace. {counted(one.answers, 'La respuesta', 'Las respuestas')}, la fecha y el cargo se conservan. No se puede deshacer.</p>
        <TextField label="Solicitud que la ordena, sin datos personales" help="Número y fecha de la solicitud." name="reason" value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />
      </>
    )}
  </FormDialog>
)

/** Names said by who answered without an account: to find one and suppress it (Ley 21.719). */
const AnswerersPage = () => {
  const { data, problem, loading } = useApi<{ answerers: readonly AnswererView[] }>('requests/list-answerers')
  return (
    <>
      <PageTitle title="Quienes respondieron por enlace" lead="Nombres que escribieron personas sin cuenta. Cada uno se guarda sellado; suprimirlo destruye su clave." />
      <DataTable<AnswererView> caption="Quienes respondieron por enlace" hideCaption sort="page" phone="lines" csv={false} loading={loading} problem={problem} rows={data?.answerers} rowKey={({ id }) => id} source="respuestas recibidas por enlace o planilla" empty={<EmptyState title="Nadie ha respondido por enlace">Cuando alguien sin cuenta responda, su nombre quedará aquí para atender una solicitud de supresión.</EmptyState>}
        columns={[
          { key: 'name', title: 'Nombre', text: ({ name }) => name, render: ({ name, suppressed }) => (suppressed ? <StateBadge tone="neutral">suprimido</StateBadge> : name) },
          { key: 'post', title: 'Cargo', text: ({ post }) => post }, { key: 'unit', title: 'Unidad', text: ({ unitName }) => unitName }, { key: 'campaign', title: 'Campaña', text: ({ campaign }) => campaign },
          { key: 'on', title: 'Respondió', text: ({ on }) => formatDay(on) }, { key: 'answers', title: 'Respuestas', align: 'right', text: ({ answers }) => String(answers), number: ({ answers }) => answers },
          { key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (one) => (one.suppressed ? null : <Suppress one={one} />) },
        ]} />
      <PrintFoot text="Contiene datos personales" />
    </>
  )
}
export default AnswerersPage
