import { formatDay } from '#kernel'
import { api, Button, Form, Icon, Notice, PageTitle, ProblemView, type QueryInput, Section, TextField, ThinLoader, useAddress, useSession } from '#design'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { VerificationView } from '../contract.ts'
import { fileFingerprint } from './file-fingerprint.ts'
import './reporting.css'
import { shortPrint } from './words.ts'

const HASH = /^[0-9a-f]{64}$/
/** What was typed: a fingerprint of 64 characters, or a code. */
const readTyped = (text: string): { fingerprint: string } | { code: string } => { const close = text.replace(/\s+/g, '').toLowerCase(); return HASH.test(close) ? { fingerprint: close } : { code: text.trim() } }
const ways = { code: 'su código', fingerprint: 'su huella', file: 'el archivo mismo' } as const

const FoundAct = ({ act, by }: { act: NonNullable<VerificationView['act']>; by: keyof typeof ways }) => (
  <div className="verified">
    <Notice tone={act.annulled ? 'bad' : 'good'} title={act.annulled ? 'Existió con ese número, y el número fue anulado' : 'Es el acto emitido'} urgent><p>{act.annulled ? 'No se firmó ni produce efectos.' : `Comprobado por ${ways[by]}${by === 'file' ? ': no tiene ni una letra cambiada' : '. Compare además su número y su fecha con lo impreso'}.`}</p></Notice>
    <p className="verified-title">{act.title}</p>
    <dl className="definitions">
      <div><dt>Emitió</dt><dd>{act.municipality}</dd></div>
      <div><dt>Fecha del acto</dt><dd>{formatDay(act.issuedOn)}</dd></div>
      <div><dt>Código</dt><dd className="code">{act.verificationCode}</dd></div>
      <div><dt>Huella del contenido</dt><dd className="code">{shortPrint(act.fingerprint, 16)}</dd></div>
    </dl>
  </div>
)

const Found = ({ answer, file }: { answer: VerificationView; file?: string }) => {
  const { edition, act, by = 'code' } = answer
  if (answer.found && act) return <FoundAct act={act} by={by} />
  if (!answer.found || !edition) return <Notice tone="bad" title="No corresponde a ningún documento emitido por esta municipalidad" urgent><p>{file ? `El archivo «${file}» no es ninguno de los emitidos, o fue cambiado después: basta una letra para que su huella sea otra. Pruebe con el código impreso al pie.` : 'Revise que el código esté completo, tal como aparece al pie del documento. Si lo está, el documento no fue emitido aquí.'}</p></Notice>
  const replaced = edition.replacedBy !== undefined
  return (
    <div className="verified">
      <Notice tone={replaced ? 'warning' : 'good'} title={replaced ? `Es auténtico, pero lo reemplaza la edición ${edition.replacedBy}` : 'Es el documento emitido'} urgent><p>Comprobado por {ways[by]}{by === 'file' ? ': no tiene ni una letra cambiada' : '. Compare además lo impreso con la edición, o suelte aquí el archivo'}.</p></Notice>
      <p className="verified-title">{edition.title}</p>
      <dl className="definitions">
        <div><dt>Emitió</dt><dd>{edition.municipality}</dd></div>
        <div><dt>Edición</dt><dd>{edition.number}{edition.mode === 'reservations' ? ', con reservas impresas' : ', final'}{edition.replaces ? `; reemplaza a la ${edition.replaces}` : ''}</dd></div>
        <div><dt>Fecha de emisión</dt><dd>{formatDay(edition.issuedOn)}</dd></div>
        <div><dt>Código</dt><dd className="code">{edition.verificationCode}</dd></div>
        <div><dt>Huella del contenido</dt><dd className="code">{shortPrint(edition.fingerprint, 16)}</dd></div>
      </dl>
    </div>
  )
}

/** A file is never sent: the browser computes its fingerprint and only that is asked. */
const FileCheck = ({ onHash }: { onHash: (hash: string, name: string) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const [state, change] = useState<{ over?: boolean; working?: string; mistake?: string }>({})
  const read = (file: File | undefined) => {
    if (!file) return
    change({ working: file.name })
    fileFingerprint(file).then((hash) => { change({}); onHash(hash, file.name) }, () => change({ mistake: !globalThis.crypto?.subtle ? 'Este navegador sólo calcula huellas en direcciones seguras (https). Use el código impreso al pie.' : `No se pudo leer «${file.name}». Guárdelo en su equipo y vuelva a elegirlo.` }))
  }
  return (
    <div className="field">
      <span className="label" id="verify-file">O el archivo recibido</span>
      <p className="field-help">No se envía: su navegador calcula la huella y sólo ella se consulta.</p>
      <div className="file-drop" data-over={state.over || undefined} role="group" aria-labelledby="verify-file" onDragOver={(event) => { event.preventDefault(); change((old) => ({ ...old, over: true })) }} onDragLeave={() => change((old) => ({ ...old, over: false }))} onDrop={(event) => { event.preventDefault(); change({}); read(event.dataTransfer.files[0]) }}>
        <Icon name="document" />
        {state.working ? <span role="status">Calculando la huella de {state.working}</span> : <><span>Suelte aquí el PDF, el Word o la página, o</span><Button onPress={() => input.current?.click()}>Elegir archivo</Button></>}
        <input ref={input} type="file" hidden aria-label="Archivo por verificar" onChange={({ target }) => { read(target.files?.[0]); target.value = '' }} />
      </div>
      {state.mistake && <p className="field-error" role="alert"><Icon name="warning" /><span>{state.mistake}</span></p>}
    </div>
  )
}

/** A code says nothing of its municipality: without one in the address, each one installed here is asked until it is found. */
const useVerification = (asked: QueryInput | undefined, commune: string | undefined) => {
  const { communes } = useSession()
  const where = commune ? [commune] : communes.map(({ code }) => code)
  const { data, error, isFetching } = useQuery<VerificationView, Error>({
    queryKey: ['reporting/verify', asked, where], enabled: Boolean(asked) && where.length > 0,
    queryFn: async ({ signal }) => {
      for (const one of where) {
        const answer = await api.query<VerificationView>('reporting/verify', { ...asked, commune: one }, signal)
        if (answer.found) return answer
      }
      return { found: false }
    },
  })
  return { data, problem: error ?? undefined, loading: isFetching }
}

/** Verificar un documento: for anybody, without a session. */
const VerifyPage = () => {
  const { search, set } = useAddress()
  const given = search['codigo'] ?? search['huella'] ?? ''
  const [typed, type] = useState(given)
  const [file, check] = useState<{ hash: string; name: string }>()
  const asked = file ? { file: file.hash } : given ? readTyped(given) : undefined
  const commune = search['comuna']
  const { data, problem, loading } = useVerification(asked, commune)
  const send = () => { check(undefined); set({ codigo: typed.trim() || undefined, huella: undefined }) }
  return (
    <>
      <PageTitle title="Verificar un documento" lead="Compruebe que un informe es el que emitió la municipalidad, y si otra edición lo reemplaza." />
      <div className="verify">
        <div>
          <Form label="Verificar por código o huella" onSubmit={send}>
            <TextField label="Código de verificación o huella" help="Está al pie de cada página, junto al QR." value={typed} onChange={type} autoComplete="off" maxLength={90} autoFocus={!given} />
            <div className="actions"><Button kind="primary" type="submit" disabled={!typed.trim()} busy={loading && !file}>Verificar</Button></div>
          </Form>
          <FileCheck onHash={(hash, name) => check({ hash, name })} />
        </div>
        <Section title="Resultado">
          <ThinLoader active={loading} label="Buscando el documento" />
          {problem && <ProblemView problem={problem} />}
          {!asked && <p className="soft verify-idle">Escriba el código o suelte el archivo: aquí se dirá qué documento es, cuándo se emitió y si sigue siendo el último.</p>}
          {asked && data && !loading && <Found answer={data} file={file?.name} />}
        </Section>
      </div>
    </>
  )
}
export default VerifyPage
