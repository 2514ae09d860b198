import './permissions.css'
import { counted } from '#kernel'
import { DataTable, Icon, type TableColumn } from '#design'
import type { MatrixAnswer, MatrixLine, MatrixRole } from '../../permissions/matrix-contract.ts'
import { rulesText, wayText } from './words.ts'

type Row = MatrixLine | { readonly group: string; readonly key: string }
const isGroup = (row: Row): row is Extract<Row, { group: string }> => 'group' in row

const markOf = (line: MatrixLine, role: MatrixRole): string => (line.roles.includes(role.key) ? (line.rules.length > 0 ? 'sí, con regla' : 'sí') : '')
const Mark = ({ line, role }: { line: MatrixLine; role: MatrixRole }) => {
  const mark = markOf(line, role)
  if (!mark) return <span className="visually-hidden">no</span>
  return <><Icon name="check" />{line.rules.length > 0 && <span aria-hidden="true">*</span>}<span className="visually-hidden">{mark}</span></>
}
/** The lines with a row over each module, in the order of the modules. */
const grouped = ({ modules }: MatrixAnswer, lines: readonly MatrixLine[]): readonly Row[] =>
  modules.flatMap(({ key, title }) => {
    const own = lines.filter((line) => line.module === key)
    return own.length === 0 ? [] : [{ group: `${title}: ${counted(own.length, 'línea', 'líneas')}`, key }, ...own]
  })

/** The whole matrix: a line for each action and query, a narrow column for each role. The files carry also what opens each line and its rules. */
export const MatrixTable = ({ answer, lines }: { answer: MatrixAnswer; lines: readonly MatrixLine[] }) => {
  const said = (of: (line: MatrixLine) => string) => (row: Row): string => (isGroup(row) ? '' : of(row))
  const columns: readonly TableColumn<Row>[] = [
    { key: 'title', title: 'Acción o consulta', width: '300px', text: (row) => (isGroup(row) ? row.group : row.title), render: (row) => (isGroup(row) ? row.group : <span title={rulesText(row) || undefined}>{row.title}<small className="under">{row.kind === 'action' ? 'acción' : 'consulta'} · {wayText(row, answer.permissions)}{row.rules.length > 0 && ` · * ${rulesText(row)}`}</small></span>) },
    ...answer.roles.map((role): TableColumn<Row> => ({ key: role.key, title: role.title, upright: true, sortable: false, text: said((line) => markOf(line, role)), render: (row) => (isGroup(row) ? null : <Mark line={row} role={role} />) })),
  ]
  return (
    <div className="permission-matrix">
      <DataTable<Row> caption="Matriz de permisos" hideCaption sort="none" landscape columns={columns} rows={grouped(answer, lines)} rowKey={(row) => (isGroup(row) ? `group ${row.key}` : row.name)} rowKind={(row) => (isGroup(row) ? 'group' : 'row')}
        notes={['El visto dice que el cargo puede; el asterisco, que además rige la regla escrita bajo la acción: el cargo puede y la persona no siempre.']} source="definiciones del sistema y cargos vigentes de la comuna" />
    </div>
  )
}
