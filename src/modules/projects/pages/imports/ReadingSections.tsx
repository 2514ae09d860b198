import { counted } from '#kernel'
import { DataTable, Notice, RadioGroup, Section, Segmented, Select, SheetPicture, StateBadge, type TableColumn, TextField } from '#design'
import { type AmountUnit, importFields, importFieldTitle, type ImportField, type ListPreview, type MappedValue, type ProposedColumn } from '../../imports/import-contract.ts'
import type { ListImport } from './use-list-import.ts'

type Props = { readonly state: ListImport; readonly preview: ListPreview }
const unitTitle: Readonly<Record<AmountUnit, string>> = { pesos: 'Pesos', thousands: 'Miles de pesos (M$)', millions: 'Millones de pesos (MM$)' }

/** The sheet as it arrived; the person may point at another row of titles. */
export const SheetAsItCame = ({ state, preview }: Props) => (
  <Section title="La lista, tal como llegó" aside={preview.header >= 0 ? `Títulos en la fila ${preview.header + 1}: ${preview.headerReason}` : 'Señale la fila de los títulos'}>
    {preview.sheets.length > 1 && <Select label="Hoja" value={String(preview.sheet)} onChange={(value) => state.choose({ sheet: Number(value), header: undefined, columns: undefined, units: {} })} choices={preview.sheets.map(({ index, name }) => ({ value: String(index), title: name }))} />}
    <SheetPicture label={`Hoja ${preview.sheets[preview.sheet]?.name ?? ''}`} columnCount={preview.picture[0]?.cells.length ?? 1} header={preview.header >= 0 ? { from: preview.header + 1, to: preview.header + 1 } : undefined} onHeader={({ from }) => state.choose({ header: from - 1, columns: undefined, units: {} })}
      rows={[...preview.picture.map(({ number, cells, role }) => ({ number, role: role === 'total' ? 'subtotal' as const : role, cells: cells.map((text) => ({ text })) })), ...(preview.rowCount > preview.picture.length ? [{ number: preview.rowCount, role: 'gap' as const, cells: [{ text: `${counted(preview.rowCount - preview.picture.length, 'fila más', 'filas más')}, que se leen igual` }] }] : [])]} />
  </Section>
)
/** What each column is. */
export const ListColumns = ({ state, preview }: Props) => {
  const choose = (column: number, field: ImportField) => state.choose({ columns: preview.columns.map((one) => ({ column: one.column, field: one.column === column ? field : one.field })) })
  const columns: readonly TableColumn<ProposedColumn>[] = [
    { key: 'letter', title: 'Col.', text: ({ letter }) => letter }, { key: 'says', title: 'Dice', text: ({ says }) => says || 'sin título' }, { key: 'example', title: 'Ejemplo', text: ({ example }) => (example.length > 40 ? `${example.slice(0, 39)}…` : example) },
    { key: 'field', title: 'Se lee como', text: ({ field }) => importFieldTitle[field], render: ({ column, field, says, letter }) => <span className="in-cell"><Select label={`Se lee como, columna ${letter} ${says}`} value={field} onChange={(value) => choose(column, value)} choices={importFields.map((value) => ({ value, title: importFieldTitle[value] }))} /></span> },
    { key: 'reason', title: 'Por qué', text: ({ reason }) => reason, render: ({ reason, sure }) => (sure ? <span className="soft">{reason}</span> : <StateBadge tone="warning">{reason}</StateBadge>) },
  ]
  return (
    <Section title="Columnas" aside={preview.recipe ? `Lectura «${preview.recipe}»` : 'Reconocidas por su título'}>
      <DataTable caption="Columnas de la lista" hideCaption columns={columns} rows={preview.columns} rowKey={({ column }) => String(column)} sort="none" phone="lines" />
    </Section>
  )
}
/** Units, places, codes and the name of the recipe. */
export const ListReading = ({ state, preview }: Props) => {
  const { choices } = state
  if (!choices) return null
  const { bipWithoutEnding, otherCodes } = preview.counts
  return (
    <Section title="Cómo se lee">
      <div className="filters">
        {preview.units.map(({ column, says, unit, reason, sure }) => (
          <RadioGroup key={column} label={`Montos de «${says}»${sure ? '' : ': confírmelo'}`} help={`Se propone ${unitTitle[unit].toLowerCase()}: ${reason}.`} value={sure ? unit : ''} onChange={(value) => state.choose({ units: { ...choices.units, [String(column)]: value as AmountUnit } })} choices={Object.entries(unitTitle).map(([value, title]) => ({ value, title }))} />
        ))}
        {preview.places.length > 1 && <Select label="Qué filas se cargan" help="Una fila que nombra varias comunas entra si alguna es la elegida." value={choices.places[0] ?? 'todas'} onChange={(value) => state.choose({ places: value === 'todas' ? [] : [value] })} choices={[{ value: 'todas', title: 'Todas' }, ...preview.places.slice(0, 200).map(({ name, count }) => ({ value: name, title: `Sólo ${name}`, note: String(count) }))]} />}
        {bipWithoutEnding > 0 && <Segmented label="Códigos BIP de ocho dígitos" value={choices.bipEnding} onChange={(value) => state.choose({ bipEnding: value })} choices={[{ value: 'leave', title: 'Sin su dígito final' }, { value: 'zero', title: 'Completar con -0' }]} />}
        {(bipWithoutEnding > 0 || otherCodes > 0) && <p className="source">{bipWithoutEnding > 0 && `${counted(bipWithoutEnding, 'código viene', 'códigos vienen')} sin el dígito final: se comparan por sus ocho dígitos. `}{otherCodes > 0 && `${counted(otherCodes, 'código no es', 'códigos no son')} del BIP: se guardan como código propio.`}</p>}
        <TextField label="Recordar esta lectura como" required={false} help="La próxima lista con los mismos títulos se lee sola." value={choices.recipe} onChange={(recipe) => state.choose({ recipe })} maxLength={80} />
      </div>
    </Section>
  )
}
const NONE = 'ninguna'
/** Texts of the list and the value of the portfolio each one becomes. */
export const ListValues = ({ state, preview }: Props) => {
  const { choices, data } = state
  if (!choices || !data) return null
  const table = (title: string, rows: readonly MappedValue[], field: 'stages' | 'sources' | 'unitNames', options: readonly { readonly value: string; readonly title: string }[]) => rows.length > 0 && (
    <Section title={title} aside={`${counted(rows.filter(({ sure }) => !sure).length, 'por confirmar', 'por confirmar')}`}>
      <DataTable caption={title} hideCaption rows={rows} rowKey={({ says }) => says} sort="none" phone="lines" columns={[
        { key: 'says', title: 'La lista dice', text: ({ says }) => says }, { key: 'count', title: 'Filas', align: 'right', text: ({ count }) => String(count) },
        { key: 'value', title: 'En la cartera', text: ({ value }) => value, render: ({ says, value }) => <span className="in-cell"><Select label={`${title}: ${says}`} value={value || NONE} onChange={(to) => state.choose({ [field]: { ...choices[field], [says]: to === NONE ? '' : to } })} choices={[{ value: NONE, title: 'Sin equivalente' }, ...options]} /></span> },
        { key: 'why', title: 'Por qué', text: ({ reason }) => reason, render: ({ reason, sure }) => (sure ? <span className="soft">{reason}</span> : <StateBadge tone="warning">{reason}</StateBadge>) },
      ]} />
    </Section>
  )
  return (
    <>
      {table('Etapas', preview.stages, 'stages', data.lists.stages)}
      {table('Fuentes', preview.sources, 'sources', data.lists.sources.map(({ code, title }) => ({ value: code, title })))}
      {table('Unidades', preview.unitNames, 'unitNames', data.lists.units.map(({ id, name }) => ({ value: id, title: name })))}
      {preview.header < 0 && <Notice tone="warning" title="Aún no se reconoce la lista">Señale la fila de los títulos en la imagen de arriba.</Notice>}
    </>
  )
}
