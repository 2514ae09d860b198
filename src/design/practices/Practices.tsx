import { formatDay, practiceText, type PracticeView } from '#kernel'
import { useApi } from '../client/use-api.ts'
import { newId } from '../client/api.ts'
import { FormDialog } from '../form/FormDialog.tsx'
import { NumberField } from '../form/NumberField.tsx'
import { TextField } from '../form/TextField.tsx'
import { DataTable } from '../table/DataTable.tsx'

type Draft = { readonly id: string; readonly value: number | null; readonly reason: string }
const lastText = (habit: PracticeView): string => {
  const [last] = habit.changes
  return last ? `${formatDay(last.on)}${last.who ? `, ${last.who}` : ''}: ${last.reason}` : `Valor habitual, ${practiceText(habit, habit.usual)}`
}

const Change = ({ habit, module }: { habit: PracticeView; module: string }) => (
  <FormDialog<Draft, unknown> button="Cambiar" kind="plain" size="compact" title={habit.title} action={`${module}/set-practice`} refresh={[module]} done="Costumbre cambiada; rige desde hoy" submit="Cambiar"
    start={() => ({ id: newId(), value: habit.value, reason: '' })} input={({ id, value, reason }) => ({ id, key: habit.key, value, reason })}>
    {({ values, set, error }) => (
      <>
        <p className="soft">{habit.help} De {habit.minimum} a {practiceText(habit, habit.maximum)}; lo habitual es {practiceText(habit, habit.usual)}.</p>
        <NumberField label="Desde hoy" name="value" unit={habit.unit} value={values.value} onChange={(value) => set({ value })} minimum={habit.minimum} maximum={habit.maximum} error={error('value')} required />
        <TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />
      </>
    )}
  </FormDialog>
)
const Past = ({ habit }: { habit: PracticeView }) => habit.changes.length < 2 ? <>{lastText(habit)}</> : (
  <details><summary>{lastText(habit)}</summary><ul className="plain-list small">{habit.changes.slice(1).map((one) => <li key={one.id}>{formatDay(one.on)}: {practiceText(habit, one.value)}. {one.reason}</li>)}<li>Antes: {practiceText(habit, habit.usual)}, valor habitual.</li></ul></details>
)

/** The habits of a module: what holds, what it decides, who changed it and why. */
export const Practices = ({ module, mayChange, dates }: { /** `requests`: asks `requests/practices`, changes with `requests/set-practice`. */ module: string; mayChange: boolean; dates: Readonly<Record<string, string>> }) => {
  const { data, problem, loading } = useApi<{ practices: readonly PracticeView[] }>(`${module}/practices`, dates)
  return (
    <DataTable<PracticeView> caption="Costumbres de la oficina" hideCaption sort="none" phone="lines" loading={loading} problem={problem} rows={data?.practices} rowKey={({ key }) => key} source="decisiones de la municipalidad; lo que nadie cambió lleva su valor habitual"
      columns={[
        { key: 'title', title: 'Costumbre', width: '44%', text: ({ title }) => title, render: ({ title, help }) => <>{title}<br /><small className="soft">{help}</small></> },
        { key: 'value', title: 'Rige', align: 'right', text: (habit) => practiceText(habit, habit.value), number: ({ value }) => value },
        { key: 'last', title: 'Desde cuándo y por qué', text: lastText, render: (habit) => <Past habit={habit} /> },
        ...(mayChange ? [{ key: 'do', title: 'Acciones', sortable: false, text: () => '', render: (habit: PracticeView) => <Change habit={habit} module={module} /> }] : []),
      ]} />
  )
}
