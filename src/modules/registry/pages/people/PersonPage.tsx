import { counted, formatDay, formatRut, readRut } from '#kernel'
import { DataTable, DefinitionList, FormDialog, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, StateBadge, TextField, ThinLoader, useApi, useEvidence, useMay, usePageName, useRouteParam } from '#design'
import type { AccountView, OfficeView, UnitView } from '../../contract.ts'
import { AccountPanel } from './AccountPanel.tsx'
import { AssignOffice, EndOffice } from './OfficeForms.tsx'
import { type PersonDraft, PersonFields } from './PersonFields.tsx'

type Answer = { readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly rut?: string; readonly phone?: string; readonly unitId: string | null; readonly active: boolean; readonly version: number }; readonly offices: readonly OfficeView[] }
const rutText = (text: string | undefined): string => { const rut = text ? readRut(text) : undefined; return rut ? formatRut(rut) : '' }

/** A person with the offices held, past and to come, and the account. */
const PersonPage = () => {
  const id = useRouteParam('id')
  const [mayAdminister, maySuppress] = [useMay('registry.administer'), useMay('registry.suppress')]
  const { data, problem } = useApi<Answer>('registry/show-person', { id })
  const units = new Map((useApi<{ units: readonly UnitView[] }>('registry/list-units').data?.units ?? []).map((unit) => [unit.id, unit.name]))
  const account = useApi<{ accounts: readonly AccountView[] }>('registry/list-accounts', undefined, { enabled: mayAdminister }).data?.accounts.find(({ personId }) => personId === id)
  const evidence = useEvidence('person', id)
  const person = data?.person
  usePageName(person?.name, [{ title: 'Personas y cargos', href: '/registro/personas' }])
  if (!data || !person) return problem ? <><PageTitle title="Persona" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando la persona" />
  const held = data.offices.filter(({ inForce }) => inForce)
  return (
    <>
      <RecordPage title={person.name} above={<><span>Persona</span>{!person.active ? <Seal tone="neutral">Datos suprimidos</Seal> : <Seal tone={held.length > 0 ? 'good' : 'neutral'}>{held.length > 0 ? counted(held.length, 'cargo vigente', 'cargos vigentes') : 'Sin cargo vigente'}</Seal>}</>}
        lead={[held.map(({ title, substitute }) => `${title}${substitute ? ' (S)' : ''}`).join(', '), person.unitId ? units.get(person.unitId) : ''].filter(Boolean).join(' · ') || undefined}
        actions={<><PrintButton />{mayAdminister && person.active && <AssignOffice personId={id} unitId={person.unitId} />}</>}
        thread={[{ id: 'unit', kind: 'Unidad', name: person.unitId ? (units.get(person.unitId) ?? '') : 'sin unidad', href: '/registro/unidades', state: person.unitId ? 'full' : 'missing' }, { id: 'person', kind: 'Persona', name: person.name, state: 'here' }, { id: 'office', kind: 'Cargo', name: held[0] ? `${held[0].title}${held[0].substitute ? ' (S)' : ''}` : 'sin cargo vigente', href: '/registro/roles', state: held.length > 0 ? 'full' : 'missing' }]}
        summary={<Section title="Cargos">
          <DataTable caption="Cargos" hideCaption sort="none" phone="lines" rows={data.offices} rowKey={(office) => office.id} empty={<p className="source">Aún no se le asignan cargos; sin cargo no tiene permisos.</p>} columns={[
            { key: 'title', title: 'Cargo', text: ({ title, substitute }) => `${title}${substitute ? ' (S)' : ''}` }, { key: 'unit', title: 'Unidad', text: ({ unitId }) => (unitId ? (units.get(unitId) ?? '') : '') },
            { key: 'from', title: 'Desde', text: ({ startsOn }) => formatDay(startsOn) }, { key: 'to', title: 'Hasta', text: ({ endsOn }) => (endsOn ? formatDay(endsOn) : 'sin término') },
            { key: 'decree', title: 'Decreto', text: ({ decreeNumber, decreeDate }) => (decreeNumber ? `N.º ${decreeNumber}${decreeDate ? `, ${formatDay(decreeDate)}` : ''}` : '') },
            { key: 'state', title: 'Estado', text: ({ inForce }) => (inForce ? 'vigente' : 'no vigente'), render: (office) => <StateBadge tone={office.inForce ? 'good' : 'neutral'}>{office.inForce ? 'vigente' : 'no vigente'}</StateBadge> },
            ...(mayAdminister ? [{ key: 'do', title: 'Acciones', text: () => '', render: (office: OfficeView) => (office.inForce || office.endsOn === null ? <EndOffice office={office} /> : null) }] : []),
          ]} />
        </Section>}
        threadDetail={mayAdminister && person.active ? <AccountPanel personId={id} email={person.email} account={account} /> : undefined}
        data={<><DefinitionList items={[{ term: 'Correo', value: person.email }, { term: 'Unidad', value: person.unitId ? units.get(person.unitId) : '' }, { term: 'RUT', value: rutText(person.rut), absence: mayAdminister ? 'sin dato' : 'reservado' }, { term: 'Teléfono', value: person.phone, absence: mayAdminister ? 'sin dato' : 'reservado' }]} />
          {maySuppress && person.active && <FormDialog<{ reason: string }, unknown> button="Suprimir los datos" kind="danger" size="compact" reason={held.length > 0 ? 'Termine antes sus cargos vigentes.' : undefined} title="Suprimir los datos de esta persona" action="registry/suppress-person" refresh={['registry', 'evidence']} done="Datos suprimidos" submit="Suprimir para siempre" start={() => ({ reason: '' })} input={({ reason }) => ({ id, version: person.version, reason })}>
            {({ values, set, error }) => <><p>Se destruye la clave con que se guardan su nombre, RUT, correo y teléfono. Lo que hizo queda en la bitácora, sin su nombre. No se puede deshacer.</p><TextField label="Solicitud que la ordena, sin datos personales" name="reason" help="Número y fecha de la solicitud o resolución." value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
          </FormDialog>}</>}
        dataActions={mayAdminister && person.active && <FormDialog<PersonDraft, unknown> button="Corregir los datos" icon="edit" kind="plain" size="compact" title="Corregir los datos de la persona" action="registry/change-person" refresh={['registry', 'evidence']} done="Datos corregidos" submit="Guardar" start={() => ({ name: person.name, email: person.email, rut: person.rut ?? '', phone: person.phone ?? '', unitId: person.unitId })} input={(values) => ({ ...values, id, version: person.version })}>{(draft) => <PersonFields {...draft} />}</FormDialog>}
        {...evidence} />
      <PrintFoot text="Ficha de persona. Contiene datos personales" />
    </>
  )
}
export default PersonPage
