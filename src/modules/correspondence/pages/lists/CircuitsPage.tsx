import { DataTable, FormDialog, PageTitle, PrintButton, PrintFoot, type TableColumn, TodayOnly, useApi, useMay } from '#design'
import type { Circuit } from '../../contract.ts'
import { OrderedPosts } from './OrderedPosts.tsx'
import '../acts.css'

type Line = Circuit & { readonly title: string; readonly visaTitles: readonly string[]; readonly signerTitles: readonly string[] }
type Answer = { readonly circuits: readonly Line[]; readonly posts: readonly { readonly key: string; readonly title: string }[] }
type Draft = { visas: readonly string[]; signers: readonly string[] }

const rules = ({ attestedBy, perUnit, selfSign }: Line): string => [attestedBy ? 'da fe Secretaría Municipal' : '', perUnit ? 'un libro por unidad' : 'un libro de la municipalidad', selfSign ? 'quien redacta puede firmar' : 'quien redacta no firma'].filter(Boolean).join('; ')

/** How each kind travels. The clerk changes the order; acts already sent keep theirs. */
const CircuitsPage = () => {
  const { data, problem, loading } = useApi<Answer>('correspondence/list-circuits', {})
  const may = useMay('correspondence.configure')
  const columns: readonly TableColumn<Line>[] = [
    { key: 'title', title: 'Clase', text: ({ title }) => title }, { key: 'visas', title: 'Vistos buenos, en orden', width: '28%', text: ({ visaTitles }) => visaTitles.map((title, at) => `${at + 1}. ${title}`).join('  ') || 'ninguno' },
    { key: 'signers', title: 'Firma', width: '34%', text: ({ signerTitles }) => signerTitles.join(', ') }, { key: 'rules', title: 'Reglas', text: rules },
    ...(may ? [{ key: 'do', title: 'Acciones', text: () => '', render: (line: Line) => (
      <FormDialog<Draft, unknown> button="Cambiar" kind="plain" size="compact" title={`Circuito de ${line.title.toLowerCase()}`} action="correspondence/change-circuit" refresh={['correspondence']} done="Circuito cambiado" submit="Guardar" wide start={() => ({ visas: line.visas, signers: line.signers })} input={({ visas, signers }) => ({ kind: line.kind, version: line.version, visas, signers })}>
        {({ values, set }) => (
          <>
            <OrderedPosts label="Vistos buenos" help="Se dan en este orden. Quien redacta nunca visa lo suyo." ordered posts={data?.posts ?? []} value={values.visas} onChange={(visas) => set({ visas })} />
            <OrderedPosts label="Cargos que firman" help="El primero es el que se propone." ordered posts={(data?.posts ?? []).filter(({ key }) => key !== 'unit-head')} value={values.signers} onChange={(signers) => set({ signers })} />
          </>
        )}
      </FormDialog>
    ) }] : []),
  ]
  return (
    <>
      <PageTitle title="Circuitos de los actos" lead="El camino de cada clase: quién da su visto bueno, quién firma y de qué libro toma número. Lo ordena la Secretaría Municipal." actions={<PrintButton />} />
      <TodayOnly why="un acto ya enviado conserva el circuito con que partió; los cambios están en la bitácora" />
      <DataTable caption="Circuitos" hideCaption columns={columns} rows={data?.circuits} rowKey={({ kind }) => kind} sort="none" loading={loading} problem={problem} phone="lines" source="Ley 18.695, arts. 12, 20, 56 y 63; reglamento municipal" />
      <PrintFoot text="Circuitos de los actos" />
    </>
  )
}
export default CircuitsPage
