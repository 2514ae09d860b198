import { useRef, useState } from 'react'
import { counted } from '#kernel'
import { type ApiProblem, Button, Checkbox, DataTable, Notice, ProblemView, StateBadge, type Tone } from '#design'
import { type RowDifference, type RowVerdict, verdictTitle, type WorkbookAnswer } from '../../contract.ts'
import { type Channel, problemOf } from './channel.ts'

const tone: Record<RowVerdict, Tone> = { equal: 'neutral', changed: 'warning', new: 'data', empty: 'neutral', rejected: 'bad' }
const save = (bytes: Blob, name: string) => {
  const href = URL.createObjectURL(bytes)
  Object.assign(document.createElement('a'), { href, download: name }).click()
  URL.revokeObjectURL(href)
}
const takeable = ({ verdict, itemId }: RowDifference): boolean => itemId !== null && (verdict === 'new' || verdict === 'changed')

/** The same things in a workbook: it goes down, comes back, is compared row by row, and only what is chosen is taken. */
export const WorkbookPanel = ({ channel, onTaken }: { channel: Channel; onTaken: () => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const [state, set] = useState<{ busy?: boolean; problem?: ApiProblem; hash?: string; answer?: WorkbookAnswer; moved?: number }>({})
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const failed = (error: unknown) => set({ problem: problemOf(error) })
  const read = (file: File | undefined) => {
    if (!file) return
    set({ busy: true })
    leave(new Set())
    channel.upload(file).then(({ hash }) => channel.take(hash, null).then((answer) => set({ hash, answer }))).catch(failed)
  }
  const rows = state.answer?.rows ?? []
  const chosen = rows.flatMap(({ itemId, ...row }) => (itemId && takeable({ itemId, ...row }) && !left.has(itemId) ? [{ itemId, base: row.base }] : []))
  const take = () => {
    if (!state.hash) return
    const { hash } = state
    channel.take(hash, chosen).then((answer) => {
      // Somebody wrote after the comparison: it is shown again, with what there is now.
      if (answer.conflicts.length > 0) return channel.take(hash, null).then((now) => { set({ hash, answer: now, moved: answer.conflicts.length }); onTaken() })
      set({})
      onTaken()
    }).catch(failed)
  }
  return (
    <details className="workbook-panel">
      <summary>Prefiero responder en Excel</summary>
      <p className="small soft">Baje la planilla, escriba en las columnas amarillas y tráigala de vuelta. Antes de tomar nada se muestra qué cambia, fila por fila.</p>
      <div className="actions">
        <Button icon="download" onPress={() => { channel.workbook().then(({ bytes, name }) => save(bytes, name), failed) }}>Bajar la planilla</Button>
        <Button icon="upload" busy={state.busy} onPress={() => input.current?.click()}>Traer la planilla respondida</Button>
        <input ref={input} type="file" hidden aria-label="Planilla respondida" accept=".xlsx,.xls,.ods,.csv" onChange={({ target }) => { read(target.files?.[0]); target.value = '' }} />
      </div>
      {state.problem && <ProblemView problem={state.problem} />}
      {state.moved && <Notice tone="warning" title={state.moved === 1 ? 'Una fila cambió mientras usted elegía' : `${state.moved} filas cambiaron mientras usted elegía`}><p>Otra persona escribió en ellas. Se compara otra vez; elija de nuevo.</p></Notice>}
      {state.answer && (
        <>
          <DataTable<RowDifference> caption="Lo que trae la planilla" sort="none" phone="lines" rows={rows} rowKey={({ row }) => String(row)} empty={<Notice tone="warning" title="La planilla no trae filas" />}
            notes={state.answer.missing.length > 0 ? [`Filas que faltan, y que no se tocan: ${state.answer.missing.join('; ')}.`] : []}
            columns={[
              { key: 'take', title: 'Tomar', text: () => '', render: (row) => (takeable(row) && row.itemId ? <Checkbox checked={!left.has(row.itemId)} onChange={(on) => { const next = new Set(left); if (row.itemId) { if (on) next.delete(row.itemId); else next.add(row.itemId) } leave(next) }}><span className="visually-hidden">Tomar la fila {row.row}</span></Checkbox> : null) },
              { key: 'label', title: 'Lo pedido', width: '30%', text: ({ label }) => label }, { key: 'verdict', title: 'Resultado', text: ({ verdict }) => verdictTitle[verdict], render: ({ verdict }) => <StateBadge tone={tone[verdict]}>{verdictTitle[verdict]}</StateBadge> },
              { key: 'before', title: 'Antes', text: ({ before }) => before }, { key: 'after', title: 'En la planilla', text: ({ after }) => after }, { key: 'reason', title: 'Motivo', text: ({ reason, cell }) => (reason ? `${cell}: ${reason}` : '') },
            ]} />
          <div className="actions"><Button kind="primary" disabled={chosen.length === 0} onPress={take}>{chosen.length === 0 ? 'Nada que tomar' : `Tomar ${counted(chosen.length, 'fila', 'filas')}`}</Button></div>
        </>
      )}
    </details>
  )
}
