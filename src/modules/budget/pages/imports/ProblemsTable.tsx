import { counted } from '#kernel'
import { Button, Chip, DataTable, Section, StateBadge, type TableColumn, useAddressParam } from '#design'
import type { PreviewAnswer } from '../../answers.ts'
import type { ImportDraftState } from './use-import-draft.ts'

type Row = PreviewAnswer['problems'][number]

/** Shown of each class until one is chosen. */
const EACH = 5
const kindTitles: Readonly<Record<Row['code'], string>> = {
  'unknown-account': 'Cuenta desconocida', 'new-account': 'Cuenta nueva', 'mangled-code': 'Código dañado', 'amount-without-account': 'Monto sin cuenta', 'duplicate-account': 'Cuenta repetida', 'missing-account': 'Línea que ya no viene', 'name-changed': 'Nombre distinto',
  'text-in-number': 'Texto en vez de monto', 'formula-error': 'Error de fórmula', 'fraction-of-peso': 'Fracción de peso', 'ambiguous-number': 'Número ambiguo', 'negative-amount': 'Monto negativo', 'adjusted-broken': 'Vigente no cuadra', 'chain-broken': 'Fases en desorden', 'debt-broken': 'Deuda no cuadra',
  'income-broken': 'Ingreso no cuadra', 'over-budget': 'Sobre lo vigente', 'balance-differs': 'Saldo distinto', rounding: 'Redondeo', 'month-backwards': 'Acumulado que baja', 'subtotal-differs': 'Subtotal no cuadra', 'total-differs': 'Total no cuadra', 'rounding-difference': 'Diferencia de redondeo',
  'moved-column': 'Columna movida', 'renamed-column': 'Columna renombrada', 'missing-column': 'Falta una columna', 'new-column': 'Columna nueva', 'hidden-column': 'Columna oculta', 'hidden-rows': 'Filas ocultas', 'hidden-sheet': 'Hoja oculta', 'wrong-sheet': 'Otra hoja', 'wrong-month': 'Otro mes', 'wrong-year': 'Otro año', 'sheet-not-chosen': 'Hoja sin elegir', 'no-rows': 'Sin filas',
}
type Kind = { readonly code: Row['code']; readonly title: string; readonly count: number; /** Not accepted yet, of those that can be. */ readonly open: number }
const kindsOf = (problems: readonly Row[]): Kind[] => [...new Set(problems.map(({ code }) => code))].map((code) => {
  const own = problems.filter((row) => row.code === code)
  return { code, title: kindTitles[code] ?? code, count: own.length, open: own.filter(({ confirmable, confirmed }) => confirmable && !confirmed).length }
})

/** Every problem at its cell, in two levels, with how it is put right. What can be accepted is accepted here, one by one or all alike. */
export const ProblemsTable = ({ state }: { state: ImportDraftState }) => {
  const { preview } = state
  const [only, filter] = useAddressParam('problema')
  const accepted = state.draft?.choices.accepted ?? []
  const put = (ids: readonly string[]) => state.choose({ accepted: [...new Set([...accepted, ...ids])] })
  const take = (row: Row) => state.choose({ accepted: accepted.filter((one) => one !== row.id && one !== row.code) })
  if (!preview) return null
  const kinds = kindsOf(preview.problems)
  const chosen = kinds.find(({ code }) => code === only)
  const seen = new Map<string, number>()
  const rows = preview.problems.filter((row) => {
    if (chosen) return row.code === chosen.code
    seen.set(row.code, (seen.get(row.code) ?? 0) + 1)
    return (seen.get(row.code) ?? 0) <= EACH
  })
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
      {kinds.length > 1 && (
        <div className="toolbar no-print"><div className="chips" role="group" aria-label="Clases de problemas">
          <Chip pressed={!chosen} onPress={() => filter(undefined)}>Todos {preview.problems.length}</Chip>
          {kinds.map(({ code, title, count }) => <Chip key={code} pressed={chosen?.code === code} onPress={() => filter(chosen?.code === code ? undefined : code)}>{title} {count}</Chip>)}
        </div></div>
      )}
      {kinds.filter(({ open, code }) => open > 2 && (!chosen || chosen.code === code)).map(({ code, title, open }) => (
        <div key={code} className="toolbar no-print"><span>{counted(open, 'problema', 'problemas')} de la clase «{title}», que se pueden aceptar de una vez.</span><Button size="compact" onPress={() => put([code])}>Aceptar los {open}</Button></div>
      ))}
      <DataTable caption="Problemas de la hoja" hideCaption columns={columns} rows={rows} rowKey={({ id, what }) => `${id}${what}`} sort="none" phone="lines" notes={rows.length < preview.problems.length && !chosen ? [`Se ven los primeros ${EACH} de cada clase, ${rows.length} de ${preview.problems.length}; elija una clase para verla entera.`] : []}
        empty={<p className="source">La hoja está completa y todo cuadra.</p>} />
    </Section>
  )
}
