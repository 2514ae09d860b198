import { counted } from '#kernel'
import { Button, DataTable, Section, StateBadge, type TableColumn } from '#design'
import type { PreviewAnswer } from '../../answers.ts'
import type { ImportDraftState } from './use-import-draft.ts'

type Row = PreviewAnswer['problems'][number]

/** Every problem at its cell, in two levels, with how it is put right. What can be accepted is accepted here, one by one or all alike. */
export const ProblemsTable = ({ state }: { state: ImportDraftState }) => {
  const { preview } = state
  const accepted = state.draft?.choices.accepted ?? []
  if (!preview) return null
  const put = (ids: readonly string[]) => state.choose({ accepted: [...new Set([...accepted, ...ids])] })
  const take = (row: Row) => state.choose({ accepted: accepted.filter((one) => one !== row.id && one !== row.code) })
  const alike = new Map<string, number>()
  for (const row of preview.problems) if (row.confirmable && !row.confirmed) alike.set(row.code, (alike.get(row.code) ?? 0) + 1)
  const columns: readonly TableColumn<Row>[] = [
    { key: 'severity', title: 'Gravedad', text: ({ severity }) => (severity === 'stops' ? 'detiene' : 'puede esperar'), render: ({ severity, confirmed }) => (severity === 'stops' ? <StateBadge tone="bad">detiene</StateBadge> : <StateBadge tone={confirmed ? 'good' : 'warning'}>{confirmed ? 'aceptado' : 'puede esperar'}</StateBadge>) },
    { key: 'cell', title: 'Hoja y celda', text: ({ sheet, cell }) => [sheet, cell].filter(Boolean).join(' · '), render: ({ sheet, cell }) => <b>{[sheet, cell].filter(Boolean).join(' · ')}</b> },
    { key: 'says', title: 'Dice', text: ({ says }) => says },
    { key: 'what', title: 'Qué pasa', text: ({ what }) => what },
    { key: 'remedy', title: 'Cómo se arregla', text: ({ remedy }) => remedy },
    { key: 'act', title: 'Decidir', text: ({ confirmed }) => (confirmed ? 'aceptado' : ''), sortable: false, render: (row) => (
      row.confirmed ? <Button size="compact" kind="plain" label={`Quitar la aceptación de ${row.cell || row.sheet}`} onPress={() => take(row)}>Ya no aceptar</Button>
        : row.confirmable ? <Button size="compact" onPress={() => put([row.id])}>Aceptar</Button> : <span className="faint">en el archivo</span>
    ) },
  ]
  return (
    <Section title="Problemas" aside={preview.problems.length === 0 ? 'ninguno' : `${counted(preview.problemCount.stops, 'detiene', 'detienen')} la carga · ${counted(preview.problemCount.canWait, 'puede esperar', 'pueden esperar')}`}>
      {[...alike].filter(([, count]) => count > 2).length > 0 && (
        <div className="toolbar"><div className="chips" role="group" aria-label="Aceptar de una vez">
          {[...alike].filter(([, count]) => count > 2).map(([code, count]) => <Button key={code} size="compact" onPress={() => put([code])}>Aceptar las {count} como «{preview.problems.find((row) => row.code === code)?.what.slice(0, 48)}…»</Button>)}
        </div></div>
      )}
      <DataTable caption="Problemas de la hoja" hideCaption columns={columns} rows={preview.problems} rowKey={({ id, what }) => `${id}${what}`} sort="none" phone="lines"
        empty={<p className="source">La hoja está completa y todo cuadra.</p>} />
    </Section>
  )
}
