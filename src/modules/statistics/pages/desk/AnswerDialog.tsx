import { useState } from 'react'
import { Button, FileDrop, FormDialog, newId, Notice, RadioGroup, Select, type StoredFile, TextField, useApi } from '#design'
import type { DataRequestView, PeopleView, SimilarView } from '../../desk/desk-contract.ts'
import { type PickedTable, TablePicker } from './TablePicker.tsx'

type Draft = { id: string; tables: readonly PickedTable[]; files: readonly StoredFile[]; note: string; verdict: 'full' | 'partial'; cause: string }
const SHORT = 80

/** The answer: tables, files and a note. Everything is frozen when it is prepared. */
export const AnswerDialog = ({ request }: { request: DataRequestView }) => {
  const { data } = useApi<PeopleView>('statistics/desk-choices')
  return (
    <FormDialog<Draft, unknown> wide button={request.state === 'answered' ? 'Preparar de nuevo' : 'Responder'} kind={request.state === 'answered' ? 'usual' : 'primary'} title="Preparar la respuesta" action="statistics/answer-request" refresh={['statistics', 'evidence']} done="Respuesta preparada: la carta y la planilla quedaron guardadas" submit="Preparar la respuesta"
      start={() => ({ id: newId(), tables: [], files: [], note: '', verdict: 'full', cause: '' })} input={({ files, ...values }) => ({ ...values, requestId: request.id, fileHashes: files.map(({ hash }) => hash) })}>
      {({ values, set, error }) => (
        <>
          <p className="soft">{request.asked}</p>
          {values.tables.length > 0 && <ul aria-label="Cuadros de la respuesta">{values.tables.map((table, index) => <li key={table.title}>{table.title} <Button kind="plain" size="compact" label={`Quitar «${table.title}»`} onPress={() => set({ tables: values.tables.filter((_, at) => at !== index) })}>Quitar</Button></li>)}</ul>}
          <TablePicker suggestion={request.asked.slice(0, SHORT)} onPick={(table) => set({ tables: [...values.tables, table] })} />
          {values.files.map((file) => <Notice key={file.hash} tone="good" title={file.name} action={<Button kind="plain" size="compact" onPress={() => set({ files: values.files.filter(({ hash }) => hash !== file.hash) })}>Quitar</Button>} />)}
          <FileDrop label="Otro archivo que se entrega (opcional)" onStored={(file) => set({ files: [...values.files, file] })} />
          <TextField label="Nota" name="note" lines={3} help="Va en la carta: qué se entrega, qué advertir, dónde está lo demás." value={values.note} onChange={(note) => set({ note })} error={error('note')} required={values.verdict === 'partial'} />
          <RadioGroup label="Qué se entrega" value={values.verdict} onChange={(verdict) => set({ verdict: verdict as Draft['verdict'] })} choices={[{ value: 'full', title: 'Todo lo pedido' }, { value: 'partial', title: 'Una parte; el resto se reserva' }]} />
          {values.verdict === 'partial' && <Select label="Causa legal" name="cause" value={values.cause} onChange={(cause) => set({ cause })} choices={[{ value: '', title: 'Elija' }, ...(data?.causes ?? [])]} error={error('cause')} required />}
        </>
      )}
    </FormDialog>
  )
}
/** The same question answered before: its tables, asked again at the newest data, with what changed. */
export const AnswerAgain = ({ request, same }: { request: DataRequestView; same: SimilarView }) => {
  const [id] = useState(newId)
  if (same.step === null) return null
  return (
    <FormDialog<{ note: string }, unknown> button="Responder igual, con datos de hoy" size="compact" title={`Responder como la ${same.title.replace('Solicitud', 'solicitud')}`} action="statistics/answer-request" refresh={['statistics', 'evidence']} done="Respuesta preparada con la última versión de los datos" submit="Preparar la respuesta"
      start={() => ({ note: '' })} input={({ note }) => ({ id, requestId: request.id, againOf: same.step, note })}>
      {({ values, set, error }) => <><p>Se piden otra vez los mismos cuadros con la última versión de los datos. La carta dice qué cambió desde aquella entrega.</p><p className="soft">{same.note}</p><TextField label="Nota" name="note" lines={2} value={values.note} onChange={(note) => set({ note })} error={error('note')} required={false} /></>}
    </FormDialog>
  )
}
