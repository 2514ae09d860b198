import { useEffect, useState } from 'react'
import { counted } from '#kernel'
import { Button, ButtonLink, type CellMark, EmptyState, FormActions, Grid, GridLegend, Notice, PageTitle, ProblemView, Section, TextField, ThinLoader, useAct, useAddress, usePageName, useRouteParam } from '#design'
import { loadHref, type SheetOpened } from '../contract.ts'
import { sameValue } from '../download/cell-text.ts'
import type { EditedLine } from '../grid/sheet-text.ts'
import { sheetColumns } from './sheet-columns.ts'
import { useSheetSaving } from './use-sheet-saving.ts'
import './worksheets.css'

/** Names of the address that belong to the whole page. */
const SHELL = ['periodo', 'vigente', 'conocido', 'solo']
const LETTERS = 10
const closedOf = ({ closed }: EditedLine, column: string): string | undefined => (typeof closed === 'string' ? closed : closed?.[column])
const changed = (row: EditedLine, column: string): boolean => !sameValue(row.now[column], row.values[column])

/** A list edited here as in Excel: blocks are pasted, what is wrong stays marked, and all is saved as one load that can be taken back. */
const SheetGridPage = () => {
  const name = useRouteParam('id')
  const { search, go } = useAddress()
  const [sheet, keep] = useState<SheetOpened>()
  const [rows, change] = useState<readonly EditedLine[]>([])
  const [wrong, count] = useState(0)
  const [reason, write] = useState('')
  const filters = Object.fromEntries(Object.entries(search).filter(([key]) => !SHELL.includes(key)))
  const asked = JSON.stringify({ name, filters, only: search['solo'] ?? '' })
  const open = useAct<object, SheetOpened>('worksheets/open-grid', { refresh: [], onDone: ({ result }) => { keep(result); change(result.rows.map((row) => ({ ...row, now: row.values }))) } })
  useEffect(() => { void open.run(JSON.parse(asked) as object) }, [asked])
  const edited = rows.filter((row) => sheet?.columns.some(({ key }) => changed(row, key)))
  const { save, forget, answered, busy, problem, field } = useSheetSaving(sheet, (id) => go(loadHref(id)))
  const dirty = (edited.length > 0 || wrong > 0) && !busy
  useEffect(() => {
    if (!dirty) return undefined
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', leaving)
    return () => window.removeEventListener('beforeunload', leaving)
  }, [dirty])
  usePageName(sheet ? `Grilla: ${sheet.title}` : undefined, [{ title: 'Planillas editadas', href: '/planillas' }])
  if (!sheet) return <><PageTitle title="Editar en grilla" />{open.problem ? <ProblemView problem={open.problem} action={<ButtonLink href="/planillas">Ver las planillas</ButtonLink>} /> : <ThinLoader active label="Abriendo la grilla" />}</>
  const mark = (row: EditedLine, column: string): CellMark => {
    const key = `${row.id}:${column}`
    const [error, closed] = [answered.rejected.get(key) ?? answered.conflicts.get(key), closedOf(row, column)]
    return { ...(error ? { error } : {}), ...(closed ? { closed: true, comment: closed } : {}), unsaved: !error && changed(row, column) }
  }
  const why = edited.length === 0 ? 'Aún no cambia ninguna celda.' : wrong > 0 ? `Hay ${counted(wrong, 'celda marcada', 'celdas marcadas')} en rojo.` : reason.trim().length < LETTERS ? 'Falta decir por qué, en al menos diez letras.' : undefined
  const send = (how = {}) => { if (!why) void save(edited, reason.trim(), how) }
  const { rejected, conflicts } = answered
  return (
    <>
      <PageTitle title={`Editar en grilla: ${sheet.title}`} lead={sheet.about} actions={<><ButtonLink href={sheet.list}>Ir a la lista</ButtonLink><ButtonLink icon="upload" href={`/planillas/${name}`}>Subir una planilla</ButtonLink></>} />
      <Section title={sheet.words.length > 0 ? `Filas: ${sheet.words.join(' · ')}` : 'Toda la lista'} aside={counted(rows.length, 'fila', 'filas')}>
        {rows.length === 0 ? <EmptyState title="Ninguna fila con esos filtros" actions={<ButtonLink href={sheet.list}>Ir a la lista</ButtonLink>}>Quite filtros en la lista y ábrala otra vez.</EmptyState> : (
          <>
            <p className="source no-print">Muévase con las flechas y escriba. Ctrl+V pega un bloque de Excel o LibreOffice; una celda copiada llena toda la selección (Mayús y flechas). Ctrl+Z deshace el pegado entero. Una celda vacía es un dato que se borra.</p>
            <Grid<EditedLine> label={sheet.title} columns={sheetColumns(sheet)} rows={rows} rowKey={({ id }) => id} mark={mark} onWrong={count} onSave={() => send()}
              onChange={(next, cells) => { change(next); forget(cells.map(({ rowKey, column }) => `${rowKey}:${column}`)) }} />
            <GridLegend />
          </>
        )}
      </Section>
      {rows.length > 0 && (
        <Section title="Guardar" aside={edited.length > 0 ? counted(edited.length, 'fila cambia', 'filas cambian') : undefined}>
          <div className="worksheet-place"><TextField label="Por qué" name="reason" help="Acta, informe o revisión de donde vienen los cambios. Queda en la historia de cada registro." lines={2} value={reason} onChange={write} maxLength={300} error={field('reason')} required /></div>
          {rejected.size > 0 && <Notice tone="bad" title={`${counted(rejected.size, 'celda no se admite', 'celdas no se admiten')}: están marcadas, con su razón`} action={conflicts.size === 0 && <Button size="compact" disabled={busy} onPress={() => send({ rest: true })}>Guardar todo lo demás</Button>}>Nada se ha guardado todavía. Corríjalas, o guarde lo demás.</Notice>}
          {conflicts.size > 0 && <Notice tone="warning" title={`${counted(conflicts.size, 'celda cambió', 'celdas cambiaron')} mientras usted escribía`} action={<Button size="compact" disabled={busy} onPress={() => send({ force: true, rest: true })}>Guardar lo mío de todas formas</Button>}>Vea en cada una qué dice ahora. Puede borrar lo suyo con Ctrl+Z, o guardarlo igual.</Notice>}
          {problem && <ProblemView problem={problem} />}
          <ThinLoader active={busy} label="Guardando" />
          <FormActions><Button kind="primary" busy={busy} disabled={Boolean(why)} reason={why} onPress={() => send()}>{edited.length === 0 ? 'Guardar' : `Guardar ${counted(edited.length, 'fila', 'filas')}`}</Button></FormActions>
          <p className="source">Cada fila pasa por la misma acción que a mano. El recibo permite deshacer todo de una vez, dentro del plazo.</p>
        </Section>
      )}
    </>
  )
}
export default SheetGridPage
