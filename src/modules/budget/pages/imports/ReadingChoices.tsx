import { monthNames } from '#kernel'
import { Button, Notice, RadioGroup, Section, Select, TextField } from '#design'
import type { ImportRecord, ReadAnswer } from '../../answers.ts'
import type { ImportDraftState } from './use-import-draft.ts'

/** What rules the whole sheet: unit, kind, month, and the name under which it is remembered. */
export const ReadingChoices = ({ state, read, record }: { state: ImportDraftState; read: ReadAnswer; record: ImportRecord }) => {
  const choices = state.draft?.choices ?? {}
  const month = `${record.year}-${String(record.month).padStart(2, '0')}`
  const said = read.period
  return (
    <Section title="Cómo se lee" aside={read.unitSure ? undefined : 'Confirme la unidad'}>
      <div className="filters">
        <RadioGroup label="Unidad de los montos" help={`Se propone ${read.unit === 'thousands' ? 'miles de pesos' : 'pesos'}: ${read.unitReason}.`} value={choices.unit ?? read.unit} onChange={(unit) => state.choose({ unit })}
          choices={[{ value: 'pesos', title: 'Pesos' }, { value: 'thousands', title: 'Miles de pesos (M$)' }]} />
        <Select label="Qué trae la hoja" value={choices.kind ?? read.kind} onChange={(kind) => state.choose({ kind })} choices={[{ value: 'expenditure', title: 'Gastos' }, { value: 'income', title: 'Ingresos' }, { value: 'both', title: 'Ingresos y gastos' }]} />
        {said && said.value === month ? <p className="source">El mes coincide: la hoja dice «{said.says}».</p>
          : said ? <Notice tone="warning" title="La hoja habla de otro mes">Dice «{said.says}» y la carga es de {monthNames[record.month - 1]} de {record.year}. Use «Cambiar el mes», o traiga el archivo que corresponde.</Notice>
            : <p className="source">La hoja no dice de qué mes es; se cargará como {monthNames[record.month - 1]} de {record.year}.</p>}
        <TextField label="Recordar esta lectura como" required={false} help="El próximo mes se propone sola, y avisa si una columna se movió." value={choices.recipe ?? ''} onChange={(recipe) => state.choose({ recipe })} maxLength={80} placeholder="Contabilidad, gastos" />
        {read.recipes.filter((name) => name !== read.recipe).length > 0 && (
          <div className="chips" role="group" aria-label="Leer con otra receta">{read.recipes.filter((name) => name !== read.recipe).map((name) => <Button key={name} size="compact" onPress={() => state.readAgain({ sheet: read.sheet, recipe: name })}>Leer con «{name}»</Button>)}</div>
        )}
      </div>
    </Section>
  )
}
