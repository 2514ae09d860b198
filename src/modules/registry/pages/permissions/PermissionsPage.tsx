import { counted } from '#kernel'
import { Button, Checkbox, Desk, EmptyState, PageTitle, PrintButton, PrintFoot, ProblemView, SearchBox, Select, ThinLoader, useAddressParam, useApi, useFilters } from '#design'
import type { MatrixAnswer, MatrixLine } from '../../permissions/matrix-contract.ts'
import { MatrixTable } from './MatrixTable.tsx'
import { RoleTable } from './RoleTable.tsx'
import { chosenLines } from './words.ts'

const ALL = 'todos'
/** On a phone the first question is which role. */
const RoleChoices = ({ answer, lines }: { answer: MatrixAnswer; lines: readonly MatrixLine[] }) => (
  <ul className="door-pages">{answer.roles.map(({ key, title, legalBasis }) => (
    <li key={key}><a href={`/registro/permisos?cargo=${key}`}>{title}</a><p>{legalBasis}. Puede {lines.filter(({ roles }) => roles.includes(key)).length} de {lines.length}.</p></li>
  ))}</ul>
)
/** Who may do what, computed from the definitions with which the system permits or refuses. */
const PermissionsPage = () => {
  const { values, change, clear, active } = useFilters(['texto', 'modulo', 'clase', 'regla'] as const)
  const [roleKey, choose] = useAddressParam('cargo')
  const { data, problem } = useApi<MatrixAnswer>('system/read-permissions')
  const role = data?.roles.find(({ key }) => key === roleKey)
  const lines = data ? chosenLines(data, { text: values.texto, module: values.modulo, kind: values.clase, rule: values.regla !== '' }) : []
  const pick = (name: 'modulo' | 'clase') => (value: string) => change({ [name]: value === ALL ? undefined : value })
  return (
    <>
      <PageTitle title="Matriz de permisos" lead={data && `${counted(data.lines.length, 'acción o consulta', 'acciones y consultas')} por ${counted(data.roles.length, 'cargo', 'cargos')}, calculadas de las mismas definiciones con que el sistema permite o rechaza.`} actions={<PrintButton />} />
      <Desk filtersLabel="Filtros de la matriz" filters={<>
        <SearchBox help="Palabras de la acción, del permiso o de la regla." value={values.texto} onChange={(texto) => change({ texto })} />
        <Select label="Cargo" value={roleKey || ALL} onChange={(value) => choose(value === ALL ? undefined : value)} choices={[{ value: ALL, title: 'Todos, en una matriz' }, ...(data?.roles ?? []).map(({ key, title }) => ({ value: key, title }))]} />
        <Select label="Módulo" value={values.modulo || ALL} onChange={pick('modulo')} choices={[{ value: ALL, title: 'Todos' }, ...(data?.modules ?? []).map(({ key, title }) => ({ value: key, title }))]} />
        <Select label="Clase" value={values.clase || ALL} onChange={pick('clase')} choices={[{ value: ALL, title: 'Acciones y consultas' }, { value: 'action', title: 'Acciones: cambian algo' }, { value: 'query', title: 'Consultas: sólo leen' }]} />
        <Checkbox checked={values.regla !== ''} onChange={(on) => change({ regla: on ? 'si' : undefined })}>Sólo con una regla además del permiso</Checkbox>
        {active > 0 && <Button kind="plain" icon="close" onPress={clear}>Quitar los filtros</Button>}
      </>}>
        {problem && <ProblemView problem={problem} />}
        <ThinLoader active={!data && !problem} label="Cargando la matriz" />
        {data && lines.length === 0 && <EmptyState title="Nada cumple lo pedido" actions={<Button onPress={clear}>Quitar los filtros</Button>}><p>Pruebe con otras palabras.</p></EmptyState>}
        {data && lines.length > 0 && (role ? <RoleTable answer={data} role={role} lines={lines} /> : (
          <>
            <div className="phone-only"><RoleChoices answer={data} lines={lines} /></div>
            <div className="wide-only"><MatrixTable answer={data} lines={lines} /></div>
          </>
        ))}
      </Desk>
      <PrintFoot text="Matriz de permisos" />
    </>
  )
}
export default PermissionsPage
