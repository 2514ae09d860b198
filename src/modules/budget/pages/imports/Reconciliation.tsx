import { formatPesos } from '#kernel'
import { DataTable, Section, Select, StateBadge, type TableColumn, useAddressParam } from '#design'
import type { PreviewAnswer } from '../../answers.ts'
import { phaseText } from './field-choices.ts'
import type { ImportDraftState } from './use-import-draft.ts'

type Row = PreviewAnswer['reconciliation'][number]
const columns: readonly TableColumn<Row>[] = [
  { key: 'subtitle', title: 'Subtítulo', text: ({ subtitle, name }) => `${subtitle.slice(4, 6)} ${name}` },
  { key: 'file', title: 'Dice el archivo', align: 'right', number: ({ fileSays }) => fileSays ?? null, text: ({ fileSays }) => (fileSays === undefined ? '' : formatPesos(fileSays)), render: ({ fileSays }) => (fileSays === undefined ? <span className="faint">no lo dice</span> : formatPesos(fileSays)) },
  { key: 'sum', title: 'Suman sus cuentas', align: 'right', number: ({ addsUp }) => addsUp, text: ({ addsUp }) => formatPesos(addsUp) },
  { key: 'difference', title: 'Diferencia', align: 'right', number: ({ difference }) => difference ?? null, text: ({ difference }) => (difference === undefined ? '' : formatPesos(difference)), render: ({ difference }) => (difference === undefined ? '–' : difference === 0 ? '0' : <span className="difference-bad">{formatPesos(difference)}</span>) },
]

/** By subtítulo: what the file says against what its accounts add up to. The difference must be zero to load. */
export const Reconciliation = ({ state }: { state: ImportDraftState }) => {
  const all = state.preview?.reconciliation ?? []
  const [chosen, choose] = useAddressParam('fase')
  const phases = [...new Set(all.map(({ phase }) => phase))]
  const usual = phases.find((phase) => phase === 'accrued') ?? phases[0]
  const phase = phases.find((one) => one === chosen) ?? usual
  const wrong = phases.filter((one) => all.some((row) => row.phase === one && row.difference))
  return (
    <Section title="Archivo contra suma" aside={state.preview && (wrong.length === 0 ? <StateBadge tone="good">todo cuadra</StateBadge> : <StateBadge tone="bad">{wrong.map(phaseText).join(', ')}</StateBadge>)}>
      {phase && (
        <>
          <Select label="Columna que se comprueba" value={phase} onChange={(value) => choose(value === usual ? undefined : value)} choices={phases.map((one) => ({ value: one, title: wrong.includes(one) ? `${phaseText(one)}, no cuadra` : phaseText(one) }))} />
          <DataTable caption={`${phaseText(phase)} por subtítulo`} subtitle="pesos nominales; la carga exige diferencia cero" columns={columns} rows={all.filter((row) => row.phase === phase)} rowKey={({ subtitle }) => subtitle} sort="none" />
        </>
      )}
    </Section>
  )
}
