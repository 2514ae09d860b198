import { useState } from 'react'
import { Button, Dialog, FileDrop, Form, FormActions, ProblemView, type StoredFile, TextField, useAct, useMay } from '#design'

/** Adds a document to a record. */
export const AttachButton = ({ kind, id }: { kind: string; id: string }) => {
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
          {file ? <p>Archivo <b>{file.name}</b> <Button kind="plain" size="compact" onPress={() => keep(undefined)}>Cambiar</Button></p> : <FileDrop label="Archivo" onStored={(stored) => { keep(stored); if (!title) write(stored.name.replace(/\.[a-z0-9]+$/i, '')) }} />}
          <TextField label="Título" name="title" value={title} onChange={write} error={problem?.field('title')} help="El mismo título otra vez es una versión nueva del documento." />
          {problem && <ProblemView problem={problem} />}
          <FormActions><Button onPress={close}>Volver</Button><Button kind="primary" type="submit" busy={running} disabled={!file}>Adjuntar</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
