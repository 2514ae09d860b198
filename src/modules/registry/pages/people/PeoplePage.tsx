import { counted, sortKey } from '#kernel'
import { Button, ButtonLink, DataTable, EmptyState, FormDialog, newId, PageTitle, PrintButton, PrintFoot, SearchBox, StateBadge, type TableColumn, TodayOnly, useAddress, useAddressParam, useApi, useMay } from '#design'
import type { AccountView } from '../../contract.ts'
import { emptyPerson, type PersonDraft, PersonFields } from './PersonFields.tsx'

type PersonRow = { readonly id: string; readonly name: string; readonly email?: string; readonly unitName: string | null; readonly active: boolean; readonly offices: readonly { readonly title: string; readonly substitute: boolean }[] }
const officeWords = ({ offices }: PersonRow): string => [...new Set(offices.map(({ title, substitute }) => `${title}${substitute ? ' (S)' : ''}`))].join(', ')
const accountWords = (account: AccountView | undefined): string => (!account ? 'sin cuenta' : !account.active ? 'bloqueada' : account.mustChange ? 'contraseña temporal' : 'activa')

/** Who is who: people, the offices they hold today and, for who administers, their accounts. */
const PeoplePage = () => {
  const [may, maySuppress] = [useMay('registry.administer'), useMay('registry.suppress')]
  const { go } = useAddress()
  const [text, search] = useAddressParam('texto')
  const { data, problem, loading } = useApi<{ people: readonly PersonRow[] }>('registry/list-people')
  const accounts = new Map((useApi<{ accounts: readonly AccountView[] }>('registry/list-accounts', undefined, { enabled: may }).data?.accounts ?? []).map((account) => [account.personId, account]))
  const rows = data?.people.filter((person) => sortKey(`${person.name} ${person.unitName ?? ''} ${officeWords(person)}`).includes(sortKey(text)))
  const columns: readonly TableColumn<PersonRow>[] = [
    { key: 'name', title: 'Persona', text: ({ name }) => name }, { key: 'offices', title: 'Cargos vigentes', text: officeWords, render: (person) => officeWords(person) || <span className="faint">– sin cargo vigente</span> },
    { key: 'unit', title: 'Unidad', text: ({ unitName }) => unitName ?? '' }, { key: 'email', title: 'Correo', text: ({ email }) => email ?? '' },
    ...(may ? [{ key: 'account', title: 'Cuenta', text: ({ id }: PersonRow) => accountWords(accounts.get(id)), render: ({ id }: PersonRow) => { const account = accounts.get(id); return <StateBadge tone={!account ? 'neutral' : !account.active ? 'bad' : account.mustChange ? 'warning' : 'good'}>{accountWords(account)}</StateBadge> } }] : []),
  ]
  return (
    <>
      <PageTitle title="Personas y cargos" lead={data && counted(data.people.filter(({ active }) => active).length, 'persona', 'personas')} actions={<><PrintButton />{maySuppress && <ButtonLink href="/registro/respondieron-por-enlace">Respondieron por enlace</ButtonLink>}{may && (
        <FormDialog<PersonDraft & { id: string }, PersonDraft & { id: string }> button="Agregar una persona" icon="add" kind="primary" title="Agregar una persona" action="registry/add-person" refresh={['registry']} done="Persona agregada" submit="Agregar" start={() => ({ id: newId(), ...emptyPerson })} input={(values) => values} onDone={({ id }) => go(`/registro/personas/${id}`)}>
          {(draft) => <PersonFields {...draft} />}
        </FormDialog>
      )}</>} />
      <SearchBox label="Buscar por nombre, cargo o unidad" value={text} onChange={search} />
      <TodayOnly why="los datos personales no se repiten por fecha; los períodos de cada cargo están en la página de la persona" />
      <DataTable caption="Personas y cargos" hideCaption worksheets={may ? [{ name: 'registry.people', title: 'Unidad de cada persona' }] : []} phone="lines" loading={loading} problem={problem} rows={rows} rowKey={({ id }) => id} rowHref={({ id }) => `/registro/personas/${id}`} columns={columns} notes={['(S): subroga por decreto.']}
        empty={<EmptyState title={text ? 'Nadie cumple lo pedido' : 'Aún no hay personas'} actions={text ? <Button onPress={() => search(undefined)}>Quitar la búsqueda</Button> : undefined}>{text ? 'Pruebe con otra palabra.' : 'Agregue a cada persona con su unidad; después, sus cargos y su cuenta.'}</EmptyState>} />
      <PrintFoot text="Personas y cargos" />
    </>
  )
}
export default PeoplePage
