import { type ReactNode, useState } from 'react'
import { type Day, formatDay } from '#kernel'
import { api, type StoredFile } from '../client/api.ts'
import { useMay } from '../client/session.tsx'
import { useAct, useApi } from '../client/use-api.ts'
import { ProblemView } from '../feedback/ProblemView.tsx'
import { Button } from '../form/Button.tsx'
import { FileDrop } from '../form/FileDrop.tsx'
import { Form, FormActions } from '../form/Form.tsx'
import { TextField } from '../form/TextField.tsx'
import { Dialog } from '../overlay/Dialog.tsx'
import { DocumentList, HistoryList } from './lists.tsx'

type Documents = { readonly documents: readonly { readonly id: string; readonly title: string; readonly file_hash: string; readonly version: number; readonly attached_on: Day; readonly name: string }[] }
export type HistoryEntryAnswer = { readonly id: string; readonly seq: number; readonly summary: string; readonly recorded_at: string; readonly office: string | null; readonly effective_on: Day }
type History = { readonly entries: readonly HistoryEntryAnswer[] }
export type Evidence = { readonly documents: ReactNode; readonly documentCount: number | undefined; readonly history: ReactNode; readonly historyCount: number | undefined; /** The entries behind the history, newest first. */ readonly entries: readonly HistoryEntryAnswer[] }
const SHOWN = 30

/** Documents and history of a record, read from the ledger. */
export const useEvidence = (kind: string, id: string): Evidence => {
  const papers = useApi<Documents>('evidence/record-documents', { kind, id }, { enabled: id !== '' })
  const past = useApi<History>('evidence/record-history', { kind, id }, { enabled: id !== '' })
  const documents = papers.data?.documents ?? []
  const entries = past.data?.entries ?? []
  return {
    documents: (
      <>
        {papers.problem ? <ProblemView problem={papers.problem} /> : <DocumentList items={documents.map((one) => ({ id: one.id, title: one.title, href: api.file(one.file_hash), note: `${one.name}, ${formatDay(one.attached_on)}`, version: `v${one.version}`, download: true }))} />}
        <AttachButton kind={kind} id={id} />
      </>
    ),
    documentCount: papers.data ? documents.length : undefined,
    history: past.problem ? <ProblemView problem={past.problem} /> : (
      <>
        {entries.length > 0 && <p className="source"><a href={`/historia?tipo=${encodeURIComponent(kind)}&registro=${encodeURIComponent(id)}`}>Qué cambió, por qué y de qué documento</a></p>}
        <HistoryList items={entries.slice(0, SHOWN).map((one) => ({ id: one.id, at: one.recorded_at, who: one.office ?? 'Secplan', what: one.summary }))} />
        {entries.length > SHOWN && <p className="source">Se muestran los últimos {SHOWN} de {entries.length} asientos.</p>}
      </>
    ),
    historyCount: past.data ? entries.length : undefined,
    entries,
  }
}

/** The file kept for a form, or the place to bring it. */
export const FileChoice = ({ label, file, onFile, help, accept }: { label: string; file: StoredFile | undefined; onFile: (file: StoredFile | undefined) => void; help?: string; accept?: readonly string[] }) => {
  const may = useMay('evidence.attach')
  if (!may) return <p className="source">{label}: su cargo no adjunta archivos; nombre el documento y adjúntelo quien corresponda.</p>
  return file ? <p>{label}: <b>{file.name}</b> <Button kind="plain" size="compact" onPress={() => onFile(undefined)}>Cambiar</Button></p> : <FileDrop label={label} help={help} accept={accept} onStored={onFile} />
}

/** Adds a document to a record; the same title again is a new version. */
const AttachButton = ({ kind, id }: { kind: string; id: string }) => {
  const may = useMay('evidence.attach')
  const [open, toggle] = useState(false)
  const [title, write] = useState('')
  const [file, keep] = useState<StoredFile>()
  const { run, running, problem, forget } = useAct<{ kind: string; id: string; title: string; fileHash: string }>('evidence/attach-document', { refresh: ['evidence'], done: 'Documento adjuntado', onDone: () => { toggle(false); keep(undefined); write('') } })
  if (!may) return null
  const close = () => { toggle(false); forget() }
  return (
    <>
      <Button kind="plain" size="compact" icon="add" onPress={() => toggle(true)}>Adjuntar un documento</Button>
      <Dialog title="Adjuntar un documento" open={open} onClose={close}>
        <Form label="Adjuntar un documento" onSubmit={() => { if (file) void run({ kind, id, title, fileHash: file.hash }) }}>
          <FileChoice label="Archivo" file={file} onFile={(stored) => { keep(stored); if (stored && !title) write(stored.name.replace(/\.[a-z0-9]+$/i, '')) }} />
          <TextField label="Título" name="title" value={title} onChange={write} error={problem?.field('title')} help="El mismo título otra vez es una versión nueva del documento." />
          {problem && <ProblemView problem={problem} />}
          <FormActions><Button onPress={close}>Volver</Button><Button kind="primary" type="submit" busy={running} disabled={!file}>Adjuntar</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
