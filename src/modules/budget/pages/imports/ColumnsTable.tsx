import { columnName, DataTable, Section, Select, StateBadge, type TableColumn } from '#design'
import type { ImportChoices, ReadAnswer } from '../../answers.ts'
import { fieldChoices } from './field-choices.ts'
import type { ImportDraftState } from './use-import-draft.ts'

type Row = ReadAnswer['columns'][number]
type Field = ImportChoices['columns'][number]['field']

/** What each column is, with an example: proposed, and the person decides. */
export const ColumnsTable = ({ state, read }: { state: ImportDraftState; read: ReadAnswer }) => {
  const chosen = new Map((state.draft?.choices.columns ?? []).map(({ column, field }) => [column, field]))
  const choose = (column: number, field: Field) => state.choose({ columns: read.columns.map((one) => ({ column: one.column, field: one.column === column ? field : (chosen.get(one.column) ?? one.field) })) })
  const titleOf = (row: Row): string => row.says || `columna ${columnName(row.column)}`
  const columns: readonly TableColumn<Row>[] = [
    { key: 'letter', title: 'Col.', text: ({ column }) => columnName(column) },
    { key: 'says', title: 'Dice', text: ({ says }) => says, render: ({ says, hidden }) => <>{says || <span className="faint">sin título</span>}{hidden && <small className="soft"> oculta</small>}</> },
    { key: 'example', title: 'Ejemplo', text: ({ example }) => example, align: 'right', render: ({ example }) => <span title={example}>{example.length > 26 ? `${example.slice(0, 25)}…` : example || '–'}</span> },
    { key: 'field', title: 'Se lee como', width: '200px', text: (row) => chosen.get(row.column) ?? row.field, render: (row) => <span className="column-select"><Select label={`Se lee como, ${titleOf(row)}`} value={chosen.get(row.column) ?? row.field} onChange={(field) => choose(row.column, field)} choices={fieldChoices} /></span> },
    { key: 'reason', title: 'Por qué', text: ({ reason }) => reason, render: ({ reason, sure, column, field }) => chosen.get(column) !== undefined && chosen.get(column) !== field ? <StateBadge tone="data">lo decidió usted</StateBadge> : sure ? <span className="soft">{reason}</span> : <StateBadge tone="warning">{reason || 'confírmelo'}</StateBadge> },
  ]
  return (
    <Section title="Columnas" aside={read.recipe ? `Receta «${read.recipe}»` : 'Reconocidas por su título'}>
      <DataTable caption="Columnas de la hoja" hideCaption columns={columns} rows={read.columns} rowKey={({ column }) => String(column)} sort="none" notes={read.drifts.map((drift) => `Respecto de la receta: ${drift}.`)} />
    </Section>
  )
}
