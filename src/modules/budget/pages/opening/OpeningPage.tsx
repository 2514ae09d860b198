import { useState } from 'react'
import { type Day, formatInstant, formatPesos, yearOf } from '#kernel'
import { Button, ButtonLink, ComboBox, DateField, EmptyState, Fields, Form, FormActions, type FormMistake, Grid, type GridColumn, GridLegend, newId, Notice, NumberField, PageTitle, ProblemView, Section, Select, StateBadge, TextField, ThinLoader, useAct, useAddress, useApi, useMay, useSession } from '#design'
import type { AccountFound, Choices } from '../../answers.ts'
import { useSettled } from '../parts/LinePicker.tsx'
import { useFormDraft } from '../parts/use-form-draft.ts'
import '../parts/budget.css'

type Row = { readonly id: string; readonly account: string; readonly name: string; readonly area: string; readonly programme: string; readonly amount: number }
type Draft = { readonly agreement: string; readonly decreeNumber: string; readonly decreeOn: Day | null; readonly rows: readonly Row[] }
const blank: Draft = { agreement: '', decreeNumber: '', decreeOn: null, rows: [] }
const sumOf = (rows: readonly Row[], prefix: string): number => rows.filter(({ account }) => account.startsWith(prefix)).reduce((sum, { amount }) => sum + amount, 0)
/** Accounts as the classifier writes them: «215-22-05-001» or «22.05.001» with its kind before. */
const ACCOUNT = /^(115|215)(-\d{2,3})+$/
const blankRow = (): Row => ({ id: newId(), account: '', name: '', area: '', programme: '', amount: 0 })
const isBlank = ({ account, area, programme, amount }: Row): boolean => account === '' && area === '' && programme === '' && amount === 0
const columns: readonly GridColumn<Row>[] = [
  { key: 'account', title: 'Cuenta', kind: 'text', read: ({ account }) => account, write: (row, value) => { const account = String(value ?? '').trim().replace(/[.\s]+/g, '-'); return { ...row, account, name: account === row.account ? row.name : '' } }, width: 170, frozen: true },
  { key: 'name', title: 'Nombre', kind: 'computed', read: ({ name }) => name, width: 250 },
  { key: 'area', title: 'Área (1 a 6)', kind: 'text', read: ({ area }) => area, write: (row, value) => ({ ...row, area: String(value ?? '').trim() }), width: 110 },
  { key: 'programme', title: 'Programa', kind: 'text', read: ({ programme }) => programme, write: (row, value) => ({ ...row, programme: String(value ?? '').trim() }), width: 150 },
  { key: 'amount', title: 'Presupuesto inicial', kind: 'pesos', read: ({ amount }) => amount || null, write: (row, value) => ({ ...row, amount: typeof value === 'number' ? value : 0 }), width: 180 },
]
/** Why a cell cannot be as it is; the server decides in the end. */
const mistakeOf = (row: Row, column: string): string | undefined => {
  if (column === 'account' && !isBlank(row) && !ACCOUNT.test(row.account)) return row.account === '' ? 'Falta la cuenta de esta línea.' : 'Escriba la cuenta completa, como 215-22-05.'
  if (column === 'area' && row.area !== '' && !/^[1-6]$/.test(row.area)) return 'El área va de 1 a 6, o queda vacía.'
  return column === 'amount' && row.amount < 0 ? 'El presupuesto inicial no puede ser negativo.' : undefined
}

/** Opens the budget of a year line by line. Who starts in the middle of a year loads the last balance instead. */
const OpeningPage = () => {
  const { today } = useSession().clock
  const may = useMay('budget.open')
  const { go } = useAddress()
  const [year, setYear] = useState(yearOf(today) + 1)
  const { draft, ready, change: put, finish, keptAt, failed } = useFormDraft<Draft>('opening', year, blank)
  const [text, type] = useState('')
  const [amount, setAmount] = useState<number | null>(null)
  const [account, choose] = useState<AccountFound>()
  const accounts = useApi<{ accounts: readonly AccountFound[] }>('budget/find-accounts', { text: useSettled(text) }).data?.accounts ?? []
  const years = useApi<Choices>('budget/list-choices', {}).data?.years ?? []
  const { run, running, problem } = useAct<object>('budget/open-budget', { refresh: ['budget', 'evidence'], done: `Presupuesto ${year} abierto`, onDone: () => { void finish(); go(`/presupuestar/lineas?periodo=${year}`) } })
  const { rows } = draft
  const [wrong, count] = useState(0)
  const filled = rows.filter((row) => !isBlank(row))
  const bad = filled.some((row) => columns.some(({ key }) => mistakeOf(row, key)))
  const [income, spending] = [sumOf(rows, '115'), sumOf(rows, '215')]
  const difference = income - spending
  const mistakes: FormMistake[] = problem?.body.errors?.map(({ pointer, message }) => ({ field: pointer.replace(/^\//, ''), message })) ?? []
  const why = !may ? 'Lo abre Administración y Finanzas.' : filled.length === 0 ? 'Agregue las líneas del presupuesto aprobado.' : wrong > 0 || bad ? 'Hay celdas marcadas en rojo.' : difference !== 0 ? `Ingresos y gastos difieren en ${formatPesos(Math.abs(difference))}.` : undefined
  const send = () => void run({ year, agreement: draft.agreement, decreeNumber: draft.decreeNumber, decreeOn: draft.decreeOn, lines: filled.map((row) => ({ account: row.account, area: row.area, programme: row.programme, amount: row.amount })) })
  const add = () => { if (account) { put({ ...draft, rows: [...rows, { id: `${account.code}-${rows.length}-${rows.reduce((longest, row) => Math.max(longest, row.id.length), 0)}`, account: account.code, name: account.name, area: '', programme: '', amount: amount ?? 0 }] }); choose(undefined); setAmount(null) } }
  if (!ready) return <ThinLoader active label="Buscando lo que dejó escrito" />
  return (
    <>
      <PageTitle title="Apertura del año" lead="El presupuesto que aprobó el Concejo y se decretó. Ingresos y gastos deben ser iguales." actions={<><ButtonLink href={`/presupuestar/arrastre?ano=${year - 1}`}>Arrastre de {year - 1}</ButtonLink><ButtonLink icon="upload" href="/presupuestar/cargas/nueva">Empezar desde un balance</ButtonLink></>} />
      {years.includes(year) && <Notice tone="warning" title={`El presupuesto ${year} ya está abierto`}>Lo que agregue aquí se suma a sus líneas. Para cambiarlo después de abierto se prepara una modificación.</Notice>}
      {keptAt && rows.length > 0 && <p className="source">Sigue lo que dejó escrito el {formatInstant(keptAt)}. <Button kind="plain" size="compact" onPress={() => void finish()}>Empezar de nuevo</Button></p>}
      {failed && <Notice tone="warning" title="No hay conexión: lo que escribe aún no queda guardado">Vive sólo en esta ventana hasta que vuelva la conexión.</Notice>}
      <Form label="Abrir el presupuesto" mistakes={mistakes} onSubmit={() => { if (!why) send() }}>
        <Fields columns={3}>
          <Select label="Año" value={String(year)} onChange={(chosen) => setYear(Number(chosen))} choices={[1, 0, -1].map((step) => ({ value: String(yearOf(today) + step), title: String(yearOf(today) + step) }))} />
          <TextField label="Acuerdo del Concejo" name="agreement" value={draft.agreement} onChange={(agreement) => put({ ...draft, agreement })} error={problem?.field('agreement')} />
          <TextField label="Decreto" name="decreeNumber" value={draft.decreeNumber} onChange={(decreeNumber) => put({ ...draft, decreeNumber })} error={problem?.field('decreeNumber')} />
          <DateField label="Fecha del decreto" name="decreeOn" value={draft.decreeOn} onChange={(decreeOn) => put({ ...draft, decreeOn })} error={problem?.field('decreeOn')} />
        </Fields>
        <Section title="Líneas" aside={rows.length > 0 ? (difference === 0 ? <StateBadge tone="good">equilibrado</StateBadge> : <StateBadge tone="bad">diferencia {formatPesos(difference)}</StateBadge>) : undefined}>
          <Fields columns={3}>
            <ComboBox key={rows.length} label="Cuenta" help="Del clasificador o de la municipalidad." value={account?.code ?? null} onText={type} onChange={(code) => choose(accounts.find((one) => one.code === code))} choices={accounts.map(({ code, name, level }) => ({ id: code, value: code, title: `${code} ${name}`, note: level }))} />
            <NumberField label="Monto" value={amount} onChange={setAmount} minimum={0} />
            <div className="field"><span className="label">Agregar</span><Button icon="add" disabled={!account} onPress={add}>Agregar la línea</Button></div>
          </Fields>
          {rows.length === 0 ? <EmptyState title="Aún no hay líneas" actions={<Button icon="add" onPress={() => put({ ...draft, rows: [blankRow()] })}>Abrir la grilla para pegar</Button>}>Agregue cada cuenta con su monto, o pegue desde Excel las cinco columnas de la grilla: cuenta, nombre, área, programa y monto. También puede empezar en cualquier mes cargando el balance acumulado, que trae el presupuesto inicial.</EmptyState> : (
            <>
              <Grid label="Líneas del presupuesto" columns={columns} rows={rows} rowKey={({ id }) => id} onChange={(next) => put({ ...draft, rows: next })} onSave={() => { if (!why) send() }}
                newRow={blankRow} onWrong={count} mark={(row, column) => { const error = mistakeOf(row, column); return error ? { error } : undefined }} />
              <p className="source">Ctrl+V pega un bloque de Excel o LibreOffice desde la celda activa y agrega las filas que falten; Ctrl+Z lo deshace entero. El nombre de la cuenta lo pone el clasificador: si viene en el bloque, se salta. <Button kind="plain" size="compact" icon="add" onPress={() => put({ ...draft, rows: [...rows, blankRow()] })}>Agregar una fila vacía</Button></p>
              <GridLegend />
              <div className="grid-sums" role="status"><span>Ingresos <b>{formatPesos(income)}</b></span><span>Gastos <b>{formatPesos(spending)}</b></span><span className={difference === 0 ? undefined : 'difference-bad'}>Diferencia <b>{formatPesos(difference)}</b></span></div>
              <div className="chips" role="group" aria-label="Quitar líneas">{(rows.length <= 40 ? rows : []).map((row) => <Button key={row.id} size="compact" kind="plain" icon="close" onPress={() => put({ ...draft, rows: rows.filter(({ id }) => id !== row.id) })}>Quitar {row.account || 'la fila vacía'}</Button>)}</div>
            </>
          )}
        </Section>
        {problem && mistakes.length === 0 && <ProblemView problem={problem} />}
        <FormActions><Button kind="primary" type="submit" busy={running} disabled={Boolean(why)} reason={why}>Abrir el presupuesto</Button></FormActions>
      </Form>
    </>
  )
}
export default OpeningPage
