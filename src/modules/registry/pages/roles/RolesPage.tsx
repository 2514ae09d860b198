import { counted } from '#kernel'
import { Checkbox, DataTable, FormDialog, PageTitle, PrintButton, PrintFoot, TextField, TodayOnly, useApi, useMay, useSession } from '#design'
import type { RoleView } from '../../contract.ts'

type PermissionLine = { readonly key: string; readonly title: string; readonly technical: boolean }
type Answer = { readonly roles: readonly RoleView[]; readonly permissions: readonly PermissionLine[]; readonly technicalRole: string }
type Draft = { title: string; permissions: readonly string[] }
const AREAS: Readonly<Record<string, string>> = { plan: 'Plan', budget: 'Presupuesto', projects: 'Proyectos', reporting: 'Informes', council: 'Concejo', evidence: 'Respaldos y bitácora', registry: 'Registro', system: 'Sistema' }
const areaOf = (key: string): string => key.split('.')[0] ?? ''

/** What may be ticked: what the person holds; whoever administers may also take away. */
const RoleFields = ({ values, set, role, answer, error }: { values: Draft; set: (patch: Partial<Draft>) => void; role: RoleView; answer: Answer; error: (field: string) => string | undefined }) => {
  const held = useSession().account?.permissions ?? []
  const mayTake = useMay('registry.administer')
  const touchable = ({ key, technical }: PermissionLine): boolean => (values.permissions.includes(key) ? mayTake || held.includes(key) : (held.includes(key) || role.permissions.includes(key)) && (technical || role.key !== answer.technicalRole))
  return (
    <>
      <TextField label="Nombre del cargo" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
      <p className="source">Nadie otorga un permiso que no tiene: los que usted no puede tocar aparecen apagados.</p>
      {Object.entries(AREAS).map(([area, title]) => {
        const lines = answer.permissions.filter(({ key }) => areaOf(key) === area)
        return lines.length === 0 ? null : (
          <fieldset key={area}><legend>{title}</legend>{lines.map((line) => <Checkbox key={line.key} checked={values.permissions.includes(line.key)} disabled={!touchable(line)} onChange={(on) => set({ permissions: on ? [...values.permissions, line.key] : values.permissions.filter((key) => key !== line.key) })}>{line.title}</Checkbox>)}</fieldset>
        )
      })}
    </>
  )
}
/** The legal offices as data, with what each lets a person do. */
const RolesPage = () => {
  const [mayAdminister, mayDelegate] = [useMay('registry.administer'), useMay('registry.delegate')]
  const { data, problem, loading } = useApi<Answer>('registry/list-roles')
  const titles = new Map((data?.permissions ?? []).map(({ key, title }) => [key, title]))
  const words = ({ permissions }: RoleView): string => permissions.map((key) => titles.get(key) ?? key).join(', ')
  return (
    <>
      <PageTitle title="Cargos y permisos" lead="Lo que cada cargo puede hacer en el sistema, con su base legal." actions={<PrintButton />} />
      {!mayAdminister && !mayDelegate && <p className="source">Los cambia quien administra el sistema o quien delega permisos propios.</p>}
      <TodayOnly why="los permisos se aplican sólo desde que se dan; sus cambios están en la bitácora" />
      <DataTable caption="Cargos y permisos" hideCaption phone="lines" loading={loading} problem={problem} rows={data?.roles} rowKey={({ key }) => key} landscape notes={['La administración del sistema no recibe permisos de la gestión municipal.']}
        columns={[
          { key: 'title', title: 'Cargo', width: '20%', text: ({ title }) => title }, { key: 'basis', title: 'Base legal', text: ({ legal_basis: basis }) => basis },
          { key: 'permissions', title: 'Permite', width: '50%', sortable: false, text: words, render: (role) => <details><summary>{counted(role.permissions.length, 'permiso', 'permisos')}</summary>{words(role)}</details> },
          ...(data && (mayAdminister || mayDelegate) ? [{ key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (role: RoleView) => (
            <FormDialog<Draft, unknown> button="Cambiar" kind="plain" size="compact" title={`Lo que permite ${role.title}`} wide action="registry/change-role" refresh={['registry', 'session']} done="Cargo cambiado" submit="Guardar" labels={{ title: 'Nombre', permissions: 'Permisos' }} start={() => ({ title: role.title, permissions: role.permissions })} input={(values) => ({ key: role.key, version: role.version, clearances: role.clearances, ...values })}>
              {(draft) => <RoleFields {...draft} role={role} answer={data} />}
            </FormDialog>
          ) }] : []),
        ]} />
      <PrintFoot text="Cargos y permisos" />
    </>
  )
}
export default RolesPage
