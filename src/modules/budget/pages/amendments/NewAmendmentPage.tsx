import { useState } from 'react'
import { formatInstant, formatPesos } from '#kernel'
import { Button, EmptyState, Fields, Form, FormActions, type FormMistake, Grid, type GridColumn, GridLegend, Notice, PageTitle, ProblemView, Section, Select, StateBadge, TextField, ThinLoader, useAct, useAddress, useAddressParam, useMay } from '#design'
import type { LineView } from '../../answers.ts'
import { type AmendmentKind, amendmentTitles, type AmendmentInput } from '../../contract.ts'
import type { z } from 'zod'
import { LinePicker, lineText } from '../parts/LinePicker.tsx'
import { useFormDraft } from '../parts/use-form-draft.ts'
import { useYear } from '../parts/YearChoice.tsx'
import '../parts/budget.css'

type Kind = z.output<typeof AmendmentKind>
type Row = { readonly line: LineView; readonly amount: number }
type Draft = { readonly kind: Kind; readonly reason: string; readonly rows: readonly Row[] }
const kinds = (Object.keys(amendmentTitles) as Kind[]).map((value) => ({ value, title: amendmentTitles[value] }))
const blank: Draft = { kind: 'transfer', reason: '', rows: [] }
const sum = (rows: readonly Row[], kind: LineView['kind']): number => rows.filter(({ line }) => line.kind === kind).reduce((total, { amount }) => total + amount, 0)
/** Why a row cannot be as it is; the server decides in the end. */
const mistakeOf = ({ line, amount }: Row): string | undefined =>
  amount === 0 ? 'Escriba el cambio de esta línea, o quítela.' : line.kind === 'expenditure' && amount < 0 && line.adjusted + amount < line.precommitted + line.committed ? `Quedaría en ${formatPesos(line.adjusted + amount)} y ya tiene comprometido ${formatPesos(line.precommitted + line.committed)}.` : undefined
const columns: readonly GridColumn<Row>[] = [
  { key: 'line', title: 'Línea', kind: 'text', read: ({ line }) => lineText(line), width: 330, frozen: true },
  { key: 'programme', title: 'Programa', kind: 'text', read: ({ line }) => line.programmeName || line.areaName || (line.kind === 'income' ? 'ingreso' : ''), width: 190 },
  { key: 'adjusted', title: 'Vigente', kind: 'computed', read: ({ line }) => line.adjusted, width: 140 },
  { key: 'available', title: 'Disponible', kind: 'computed', read: ({ line }) => (line.kind === 'income' ? null : line.available), width: 140 },
  { key: 'amount', title: 'Cambio (±)', kind: 'pesos', read: ({ amount }) => amount || null, write: (row, value) => ({ ...row, amount: typeof value === 'number' ? value : 0 }), width: 150 },
  { key: 'after', title: 'Quedaría', kind: 'computed', read: ({ line, amount }) => line.adjusted + amount, width: 140 },
]

/** An amendment is written on a grid whose sums are told while it is typed: what is added to income equals what is added to expenditure. */
const NewAmendmentPage = () => {
  const { year } = useYear()
  const may = useMay('budget.amend')
  const { go } = useAddress()
  const [first] = useAddressParam('linea')
  const { draft, ready: opened, change: put, finish, keptAt, failed } = useFormDraft<Draft>('amendment', year, blank)
  const { rows } = draft
  const [wrong, count] = useState(0)
  const { run, running, problem } = useAct<z.input<typeof AmendmentInput>, { id: string; number: number }>('budget/draft-amendment', {
    done: ({ result }) => `Modificación N.º ${result.number} preparada`, onDone: ({ result }) => { void finish(); go(`/presupuestar/modificaciones/${result.id}`) },
  })
  const [income, spending] = [sum(rows, 'income'), sum(rows, 'expenditure')]
  const difference = income - spending
  const mistakes: FormMistake[] = problem?.body.errors?.map(({ pointer, message }) => ({ field: pointer.replace(/^\//, ''), message })) ?? []
  const save = () => void run({ year, kind: draft.kind, reason: draft.reason, lines: rows.map(({ line, amount }) => ({ line: line.id, amount })) })
  const ready = wrong === 0 && rows.length >= 2 && difference === 0 && rows.every((row) => mistakeOf(row) === undefined)
  const why = !may ? 'No tiene permiso para preparar modificaciones.' : rows.length < 2 ? 'Agregue al menos dos líneas.' : difference !== 0 ? `Faltan ${formatPesos(Math.abs(difference))} en ${difference > 0 ? 'gastos' : 'ingresos, o rebajar ese monto en gastos'}.` : !ready ? 'Hay celdas marcadas en rojo.' : undefined
  if (!opened) return <ThinLoader active label="Buscando lo que dejó escrito" />
  return (
    <>
      <PageTitle title="Preparar una modificación" above={<span>Presupuesto {year}</span>} lead="Lo que suma a los ingresos debe ser igual a lo que suma a los gastos. No cambia nada hasta el acuerdo del Concejo y su decreto." />
      {keptAt && rows.length > 0 && <p className="source">Sigue lo que dejó escrito el {formatInstant(keptAt)}. <Button kind="plain" size="compact" onPress={() => void finish()}>Empezar de nuevo</Button></p>}
      {failed && <Notice tone="warning" title="No hay conexión: lo que escribe aún no queda guardado">Vive sólo en esta ventana hasta que vuelva la conexión.</Notice>}
      <Form label="Preparar una modificación" onSubmit={() => { if (!why) save() }} mistakes={mistakes}>
        <Fields columns={2}>
          <Select label="Tipo" name="kind" value={draft.kind} onChange={(kind) => put({ ...draft, kind })} choices={kinds} />
          <TextField label="Razón" name="reason" help="Como la leerá el Concejo." lines={2} value={draft.reason} onChange={(reason) => put({ ...draft, reason })} error={problem?.field('reason')} maxLength={1000} />
        </Fields>
        <Section title="Líneas" aside={rows.length > 0 ? (difference === 0 ? <StateBadge tone="good">equilibrada</StateBadge> : <StateBadge tone="bad">diferencia {formatPesos(difference)}</StateBadge>) : undefined}>
          <LinePicker key={rows.length} label="Agregar una línea" help="Escriba parte del código, del nombre o del programa." year={year} value={rows.length === 0 ? first : ''} exclude={rows.map(({ line }) => line.id)} onChange={(_id, line) => { if (line && !rows.some((row) => row.line.id === line.id)) put({ ...draft, rows: [...rows, { line, amount: 0 }] }) }} />
          {rows.length === 0 ? <EmptyState title="Aún no hay líneas">Agregue la que aumenta y la que disminuye; los totales se dicen mientras escribe.</EmptyState> : (
            <>
              <Grid label="Líneas de la modificación" columns={columns} rows={rows} rowKey={({ line }) => line.id} onChange={(next) => put({ ...draft, rows: next })} onSave={() => { if (!why) save() }}
                onWrong={count} mark={(row, column) => (column === 'amount' ? { error: row.amount === 0 ? undefined : mistakeOf(row), unsaved: row.amount !== 0 } : undefined)} />
              <GridLegend />
              <div className="grid-sums" role="status">
                <span>Ingresos <b>{formatPesos(income)}</b></span><span>Gastos <b>{formatPesos(spending)}</b></span>
                <span className={difference === 0 ? undefined : 'difference-bad'}>Diferencia <b>{formatPesos(difference)}</b></span>
              </div>
              <div className="chips" role="group" aria-label="Quitar líneas">{rows.map(({ line }) => <Button key={line.id} size="compact" kind="plain" icon="close" onPress={() => put({ ...draft, rows: rows.filter((row) => row.line.id !== line.id) })}>Quitar {line.account}</Button>)}</div>
            </>
          )}
        </Section>
        {problem && !problem.body.errors?.length && <ProblemView problem={problem} />}
        <FormActions><Button kind="primary" type="submit" busy={running} disabled={Boolean(why)} reason={why}>Preparar la modificación</Button></FormActions>
      </Form>
    </>
  )
}
export default NewAmendmentPage
