import { type ReactNode, useState } from 'react'
import { type Day, formatDay } from '#kernel'
import { api, Button, Dialog, DocumentList, FileDrop, Form, FormActions, HistoryList, ProblemView, type StoredFile, TextField, useAct, useApi, useMay } from '#design'

type Documents = { readonly documents: readonly { readonly id: string; readonly title: string; readonly file_hash: string; readonly version: number; readonly attached_on: Day; readonly name: string }[] }
type History = { readonly entries: readonly { readonly id: string; readonly summary: string; readonly recorded_at: string; readonly office: string | null }[] }
const SHOWN = 30

/** Documents and history of a record, read from the ledger. */
export const useEvidence = (kind: string, id: string): { documents: ReactNode; documentCount: number | undefined; history: ReactNode; historyCount: number | undefined } => {
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
        <HistoryList items={entries.slice(0, SHOWN).map((one) => ({ id: one.id, at: one.recorded_at, who: one.office ?? 'Secplan', what: one.summary }))} />
        {entries.length > SHOWN && <p className="source">Se muestran los últimos {SHOWN} de {entries.length} asientos.</p>}
      </>
    ),
    historyCount: past.data ? entries.length : undefined,
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
