import { useRef, useState } from 'react'
import { formatNumber, formatPercent } from '#kernel'
import { api, type StoredFile } from '../client/api.ts'
import { type ApiProblem, toProblem } from '../client/api-problem.ts'
import { ProblemView } from '../feedback/ProblemView.tsx'
import { Icon } from '../icons/Icon.tsx'
import { Button } from './Button.tsx'

export type FileDropProps = {
  label: string
  help?: string
  /** Endings accepted, with dot: `['.xlsx', '.xls', '.ods', '.csv']`. */
  accept?: readonly string[]
  /** Largest size in bytes. */
  limit?: number
  /** Receives the stored file once it is on the server. */
  onStored: (file: StoredFile) => void
}

const sizeText = (bytes: number): string => (bytes < 1_000_000 ? `${formatNumber(Math.max(1, bytes / 1000))} kB` : `${formatNumber(bytes / 1_000_000, 1)} MB`)

/** A place to drop or choose one file; it goes up with progress and can be stopped. */
export const FileDrop = ({ label, help, accept = [], limit = 50_000_000, onStored }: FileDropProps) => {
  const input = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController>(undefined)
  const [state, change] = useState<{ name?: string; share?: number; over?: boolean; mistake?: string; problem?: ApiProblem }>({})
  const send = (file: File | undefined) => {
    if (!file) return
    if (accept.length && !accept.some((ending) => file.name.toLowerCase().endsWith(ending))) return change({ mistake: `«${file.name}» no es de los tipos que se leen aquí (${accept.join(', ')}). Guárdelo en uno de ellos y vuelva a traerlo.` })
    if (file.size > limit) return change({ mistake: `«${file.name}» pesa ${sizeText(file.size)} y el máximo es ${sizeText(limit)}. Divida el archivo por mes o quite hojas que no se usan.` })
    stop.current = new AbortController()
    change({ name: `${file.name}, ${sizeText(file.size)}`, share: 0 })
    api.upload(file, (share) => change((old) => ({ ...old, share })), stop.current.signal)
      .then((stored) => { change({}); onStored(stored) }, (error: unknown) => change(error instanceof DOMException ? {} : { problem: toProblem(error) }))
  }
  return (
    <div className="field">
      <span className="label" id="file-drop-label">{label}</span>
      {help && <p className="field-help">{help}</p>}
      <div className="file-drop" data-over={state.over || undefined} role="group" aria-labelledby="file-drop-label"
        onDragOver={(event) => { event.preventDefault(); change((old) => ({ ...old, over: true })) }} onDragLeave={() => change((old) => ({ ...old, over: false }))}
        onDrop={(event) => { event.preventDefault(); change({}); send(event.dataTransfer.files[0]) }}>
        <Icon name="upload" />
        {state.share === undefined
          ? <><span>Suelte aquí el archivo, o</span><Button onPress={() => input.current?.click()}>Elegir archivo</Button></>
          : <><span role="status">Subiendo {state.name}: {formatPercent(state.share, 0)}</span><Button kind="plain" onPress={() => stop.current?.abort()}>Detener</Button></>}
        <input ref={input} type="file" hidden accept={accept.join(',')} onChange={({ target }) => { send(target.files?.[0]); target.value = '' }} />
      </div>
      {state.mistake && <p className="field-error" role="alert"><Icon name="warning" /><span>{state.mistake}</span></p>}
      {state.problem && <ProblemView problem={state.problem} />}
    </div>
  )
}
