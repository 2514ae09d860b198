import { byText, formatDay, formatNumber, type LawParameter, type LawValue, needsConfirmation, sortKey } from '#kernel'
import { Checkbox, DataTable, Desk, EmptyState, PageTitle, PrintButton, StateBadge, type TableColumn, TextField, useApi, useFilters, useMay, useSession } from '#design'
import { ConfirmLaw, shownValue } from './law/ConfirmLaw.tsx'
import { citation, fullValue, valueText } from './law/law-value.ts'

/** The value in a line; a list or a table opens in its place. */
const Shown = ({ value, unit }: { value: LawValue; unit: string }) => {
  const items = fullValue(value, unit)
  if (items.length === 0) return <span className="long-text">{valueText(value, unit)}</span>
  return <details className="law-content"><summary>{valueText(value, unit)}</summary><ul>{items.map((item, index) => <li key={`${index} ${item}`}>{item}</li>)}</ul></details>
}

type Line = { readonly parameter: LawParameter; readonly value: LawValue }
const columns: readonly TableColumn<Line>[] = [
  { key: 'title', title: 'Materia', text: ({ parameter }) => parameter.title },
  { key: 'value', title: 'Valor', width: '26%', sortable: false, text: ({ parameter, value }) => [valueText(value, parameter.unit), ...fullValue(value, parameter.unit)].join('\n'), render: ({ parameter, value }) => <Shown value={value} unit={parameter.unit} /> },
  { key: 'from', title: 'Desde', text: ({ value }) => formatDay(value.from) },
  { key: 'norm', title: 'Norma', text: ({ value }) => citation(value), render: ({ value }) => <>{value.link ? <a href={value.link} target="_blank" rel="noreferrer">{citation(value)}</a> : citation(value)}{value.note && <small className="under">{value.note}</small>}</> },
  { key: 'before', title: 'Antes', sortable: false, text: ({ parameter, value }) => parameter.values.filter(({ from }) => from < value.from).map((old) => `${valueText(old, parameter.unit)} desde ${formatDay(old.from)}`).slice(-2).join('; ') },
  { key: 'state', title: 'Confianza', text: ({ value }) => (needsConfirmation(value) ? 'por confirmar' : 'leída en la norma'), render: ({ value }) => needsConfirmation(value) ? <StateBadge tone="warning">por confirmar</StateBadge> : <StateBadge tone="good">{value.confidence === 'S' ? 'fuente secundaria' : 'leída en la norma'}</StateBadge> },
]

const confirming: TableColumn<Line> = { key: 'do', title: 'Acciones', sortable: false, text: () => '', render: ({ parameter, value }) => <ConfirmLaw parameter={parameter} value={value} /> }

/** Normativa vigente: every legal value the system uses, with its norm, since when, and whether it must still be confirmed. */
const LawPage = () => {
  const { data, problem, loading } = useApi<{ parameters: readonly LawParameter[] }>('law')
  const { today } = useSession().clock
  const mayConfirm = useMay('evidence.confirm-law')
  const { values, change } = useFilters(['texto', 'porconfirmar'])
  const words = sortKey(values.texto).split(/\s+/).filter(Boolean)
  const lines = data?.parameters.flatMap((parameter) => { const value = shownValue(parameter, today); return value ? [{ parameter, value }] : [] }).sort((a, b) => byText(a.parameter.title, b.parameter.title))
  const seen = lines?.filter(({ parameter, value }) => { const key = sortKey(`${parameter.title} ${parameter.id} ${citation(value)}`); return words.every((word) => key.includes(word)) && (!values.porconfirmar || needsConfirmation(value)) })
  const doubtful = lines?.filter(({ value }) => needsConfirmation(value)).length ?? 0
  return (
    <>
      <PageTitle title="Normativa vigente" lead="Cada plazo, tope y valor legal que usa el sistema, con su norma y desde cuándo rige." actions={<PrintButton />} />
      <Desk filtersLabel="Filtros" filters={<>
        <TextField label="Buscar" type="search" value={values.texto} onChange={(texto) => change({ texto })} placeholder="plazo, licitación, 18.695" />
        <Checkbox checked={Boolean(values.porconfirmar)} onChange={(on) => change({ porconfirmar: on ? 'si' : undefined })}>Sólo lo que falta confirmar ({formatNumber(doubtful)})</Checkbox>
        <p className="source">Lo marcado «por confirmar» aún no se coteja con el texto oficial: que Asesoría Jurídica lo confirme antes de apoyarse en ello.</p>
      </>}>
        <DataTable caption="Valores legales" subtitle={`Vigentes al ${formatDay(today)}; ${formatNumber(seen?.length ?? 0)} de ${formatNumber(lines?.length ?? 0)}`} columns={mayConfirm ? [...columns, confirming] : columns} rows={seen} rowKey={({ parameter }) => parameter.id} loading={loading} problem={problem} phone="lines"
          source="textos legales citados en cada línea" empty={<EmptyState title="Ningún valor coincide"><p>Pruebe con menos palabras o con el número de la ley.</p></EmptyState>} />
      </Desk>
    </>
  )
}
export default LawPage
