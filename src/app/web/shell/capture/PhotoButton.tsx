import { useRef, useState } from 'react'
import { api, type ApiProblem, Button, ProblemView, type StoredFile, toProblem } from '#design'

const ACCEPT = 'image/*,.pdf,.docx,.xlsx'

/** One tap to the camera or the files of the phone. */
export const PhotoButton = ({ file, onFile }: { file: StoredFile | undefined; onFile: (file: StoredFile | undefined) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const [state, set] = useState<{ busy?: boolean; problem?: ApiProblem }>({})
  const send = (chosen: File | undefined) => {
    if (!chosen) return
    set({ busy: true })
    api.upload(chosen, () => undefined, new AbortController().signal).then((stored) => { set({}); onFile(stored) }, (error: unknown) => set({ problem: toProblem(error) }))
  }
  return (
    <div className="field">
      {file ? <p className="capture-file">Adjunto: <b>{file.name}</b> <Button kind="plain" size="compact" onPress={() => onFile(undefined)}>Quitar</Button></p> : <Button icon="upload" busy={state.busy} onPress={() => input.current?.click()}>Foto o archivo</Button>}
      <input ref={input} type="file" hidden aria-label="Foto o archivo del encargo" accept={ACCEPT} onChange={({ target }) => { send(target.files?.[0]); target.value = '' }} />
      {state.problem && <ProblemView problem={state.problem} />}
    </div>
  )
}
