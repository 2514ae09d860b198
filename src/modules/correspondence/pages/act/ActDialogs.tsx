import type { Day } from '#kernel'
import { Button, ButtonLink, Checkbox, DateField, Fields, FileChoice, FormDialog, newId, RadioGroup, Select, type StoredFile, TextField, useAct, useSession, useToasts } from '#design'
import { type ActView, type Means, means, meansTitle, signatureModes, signatureModeTitle } from '../../contract.ts'

type Props = { view: ActView }
const refresh = ['correspondence', 'evidence']
const base = ({ act }: ActView) => ({ id: act.id, version: act.version })

/** A step without questions: sends, grants, recovers. */
export const StepButton = ({ view, action, done, children, kind = 'usual', before }: Props & { action: string; done: string; children: string; kind?: 'usual' | 'primary' | 'plain'; /** What must be kept first; answers the version to send, or false. */ before?: () => Promise<number | false> }) => {
  const act = useAct<unknown>(`correspondence/${action}`, { refresh, done })
  return (
    <span className="with-reason">
      <Button kind={kind} busy={act.running} onPress={async () => { const version = before ? await before() : view.act.version; if (version !== false) await act.run({ id: view.act.id, version }) }}>{children}</Button>
      {act.problem && <span className="field-error" role="alert">{act.problem.body.title}. {act.problem.body.detail} {act.problem.body.remedy}</span>}
    </span>
  )
}
export const ReasonButton = ({ view, action, button, title, done, submit, kind = 'usual' }: Props & { action: string; button: string; title: string; done: string; submit: string; kind?: 'usual' | 'plain' | 'danger' }) => (
  <FormDialog<{ reason: string }, unknown> button={button} kind={kind} title={title} action={`correspondence/${action}`} refresh={refresh} done={done} submit={submit} start={() => ({ reason: '' })} input={({ reason }) => ({ ...base(view), reason })}>
    {({ values, set, error }) => <TextField label="Motivo" name="reason" help="Lo lee quien redacta, y queda en la historia del acto." lines={4} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}
  </FormDialog>
)

type Numbering = { actOn: Day | null; signerOfficeId: string; attestOfficeId: string; paper: 'letter' | 'oficio' }
const officeText = ({ name, title, substitute, decree }: ActView['offices']['signer'][number]): string => `${name}, ${title}${substitute ? ` (S), ${decree}` : ''}`
/** Date, signers and paper; the number is the next one of the book. */
export const NumberButton = ({ view }: Props) => {
  const { today } = useSession().clock
  const { signer, attest } = view.offices
  return (
    <FormDialog<Numbering, unknown> button="Dar número" kind="primary" title={`Numerar: ${view.act.subject}`} action="correspondence/number-act" refresh={refresh} done="Número dado; el texto quedó fijo" submit="Dar número" wide
      start={() => ({ actOn: today, signerOfficeId: signer[0]?.id ?? '', attestOfficeId: attest[0]?.id ?? '', paper: 'oficio' })}
      input={({ actOn, signerOfficeId, attestOfficeId, paper }) => ({ ...base(view), actOn, paper, signerOfficeId: actOn === today && signerOfficeId ? signerOfficeId : null, attestOfficeId: actOn === today && attestOfficeId ? attestOfficeId : null })}>
      {({ values, set, error }) => (
        <>
          <p>Toma el número siguiente de su libro en el año de la fecha. Desde aquí el texto no cambia: lo modifica o deja sin efecto otro acto.</p>
          <Fields columns={2}>
            <DateField label="Fecha del acto" name="actOn" value={values.actOn} onChange={(actOn) => set({ actOn })} maximum={today} error={error('actOn')} required />
            <Select label="Papel" value={values.paper} onChange={(paper) => set({ paper })} choices={[{ value: 'oficio', title: 'Oficio' }, { value: 'letter', title: 'Carta' }]} />
          </Fields>
          {values.actOn !== today ? <p className="soft">Firma quien ejercía el cargo ese día; si lo subrogaban, el subrogante, con (S).</p> : signer.length > 0 ? <Select label="Firma" value={values.signerOfficeId} onChange={(signerOfficeId) => set({ signerOfficeId })} choices={signer.map((office) => ({ value: office.id, title: officeText(office) }))} /> : <p className="field-error">Hoy nadie ejerce el cargo que firma, además de quien redactó. Registre la subrogancia o devuelva el acto.</p>}
          {values.actOn === today && attest.length > 1 && <Select label="Da fe" value={values.attestOfficeId} onChange={(attestOfficeId) => set({ attestOfficeId })} choices={attest.map((office) => ({ value: office.id, title: officeText(office) }))} />}
        </>
      )}
    </FormDialog>
  )
}

type Signing = { mode: (typeof signatureModes)[number]; file: StoredFile | undefined; signedOn: Day | null }
/** The signed copy: paper scanned, or a PDF signed elsewhere. */
export const SignButton = ({ view }: Props) => {
  const { today } = useSession().clock
  return (
    <FormDialog<Signing, unknown> button="Subir el ejemplar firmado" kind="primary" title={`Firma de ${view.act.title}`} action="correspondence/sign-act" refresh={refresh} done="Firma registrada" submit="Registrar la firma" wide start={() => ({ mode: 'scan', file: undefined, signedOn: today })} input={({ mode, file, signedOn }) => ({ ...base(view), mode, file: file?.hash, signedOn })}>
      {({ values, set, error }) => (
        <>
          <RadioGroup label="Cómo se firmó" value={values.mode} onChange={(mode) => set({ mode })} choices={signatureModes.map((mode) => ({ value: mode, title: signatureModeTitle[mode], note: mode === 'scan' ? 'Imprima el PDF, fírmelo y escanéelo.' : 'Se comprueba que sea este acto, que nadie lo haya cambiado después de firmar y quién emitió el certificado, con las raíces que puso la municipalidad.' }))} />
          <FileChoice label="Ejemplar firmado" file={values.file} onFile={(file) => set({ file })} accept={values.mode === 'scan' ? ['.pdf', '.png', '.jpg', '.jpeg'] : ['.pdf']} />
          {error('file') && <p className="field-error">{error('file')}</p>}
          <DateField label="Firmado el" name="signedOn" value={values.signedOn} onChange={(signedOn) => set({ signedOn })} maximum={today} error={error('signedOn')} required />
        </>
      )}
    </FormDialog>
  )
}

type Notifying = { id: string; addressee: string; means: Means; email: string; leaves: 'here' | 'done'; notifiedOn: Day | null; receipt: string; people: readonly string[]; file: StoredFile | undefined }
/** Councillors who also find the signed act among theirs. */
const Councillors = ({ view, people, onChange }: Props & { people: readonly string[]; onChange: (people: readonly string[]) => void }) => view.councillors.length === 0 ? null : (
  <fieldset>
    <legend>También lo reciben aquí, para leerlo con su cuenta</legend>
    {view.councillors.map(({ id, name, title, has }) => <Checkbox key={id} checked={has || people.includes(id)} disabled={has} onChange={(on) => onChange(on ? [...people, id] : people.filter((one) => one !== id))}>{name}, {title.toLowerCase()}{has ? ' (ya lo tiene)' : ''}</Checkbox>)}
  </fieldset>
)
export const NotifyButton = ({ view }: Props) => {
  const { today } = useSession().clock
  const all = [...new Set([...view.act.addressees, ...view.act.distribution])]
  const reached = (one: string) => view.notifications.some(({ addressee, withdrawn }) => addressee === one && !withdrawn)
  const pending = all.filter((one) => !reached(one))
  const mails = (draft: Notifying): boolean => draft.means === 'email' && draft.leaves === 'here'
  return (
    <FormDialog<Notifying, unknown> button="Notificar" kind={view.act.state === 'to-notify' ? 'primary' : 'usual'} title={`Notificar ${view.act.title}`} wide action={(draft) => (mails(draft) ? 'correspondence/mail-act' : 'correspondence/notify-act')} refresh={refresh} done={(draft) => (mails(draft) ? (view.mailServer ? 'Correo en camino; al salir queda notificado' : 'Correo preparado: descárguelo, envíelo y anote que salió') : 'Notificación anotada')} submit="Notificar"
      start={() => ({ id: newId(), addressee: pending[0] ?? all[0] ?? '', means: 'email', leaves: 'here', email: '', notifiedOn: today, receipt: '', people: view.councillors.filter(({ named, has }) => named && !has).map(({ id }) => id), file: undefined })}
      input={(draft) => { const { id, addressee, people } = draft; const base = { id, act: view.act.id, version: view.act.version, addressee, people }; return mails(draft) ? { ...base, email: draft.email } : { ...base, means: draft.means, notifiedOn: draft.notifiedOn, receipt: draft.receipt, receiptFile: draft.file?.hash ?? null } }}>
      {({ values, set, error }) => (
        <>
          <Fields columns={2}>
            <Select label="A quién" value={values.addressee} onChange={(addressee) => set({ addressee })} choices={all.map((one) => ({ value: one, title: one, note: pending.includes(one) ? undefined : 'ya notificado' }))} error={error('addressee')} />
            <Select label="Por qué medio" value={values.means} onChange={(chosen) => set({ means: chosen })} choices={means.map((value) => ({ value, title: meansTitle[value] }))} />
          </Fields>
          {values.means === 'email' && <RadioGroup label="El correo" value={values.leaves} onChange={(leaves) => set({ leaves })} choices={[{ value: 'here', title: view.mailServer ? 'Enviarlo desde aquí' : 'Prepararlo aquí', note: view.mailServer ? 'Sale con el ejemplar firmado; queda notificado el día en que sale, con el mensaje guardado como prueba.' : 'No hay servidor de correo: se prepara el mensaje con el ejemplar firmado, usted lo envía y anota que salió.' }, { value: 'done', title: 'Ya se envió por fuera' }]} />}
          {mails(values) ? <TextField label="Correo del destinatario" name="email" help="Por ejemplo: partes@servicio.cl" value={values.email} onChange={(email) => set({ email })} error={error('email')} required /> : (
            <>
              <Fields columns={2}>
                <DateField label="Cuándo" name="notifiedOn" value={values.notifiedOn} onChange={(notifiedOn) => set({ notifiedOn })} maximum={today} error={error('notifiedOn')} required />
                <TextField label="Acuse" help="Quién lo recibió, o el número del ingreso." value={values.receipt} onChange={(receipt) => set({ receipt })} required={false} />
              </Fields>
              <FileChoice label="Comprobante" file={values.file} onFile={(file) => set({ file })} />
            </>
          )}
          <Councillors view={view} people={values.people} onChange={(people) => set({ people })} />
        </>
      )}
    </FormDialog>
  )
}
/** A notification noted by mistake is taken back with its reason, or it is said why not. */
export const WithdrawButton = ({ notification }: { notification: string }) => (
  <FormDialog<{ reason: string }, unknown> button="Retirar" kind="plain" size="compact" title="Retirar una notificación anotada por error" action="correspondence/withdraw-notification" refresh={refresh} done="Notificación retirada" submit="Retirar" start={() => ({ reason: '' })} input={({ reason }) => ({ notification, reason })}>
    {({ values, set, error }) => <><p>El acto vuelve a esperar su notificación, y lo que respondía queda pendiente. La anotación se conserva con su motivo.</p><TextField label="Motivo" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required /></>}
  </FormDialog>
)
/** What waits to leave or left, with its .eml and its text to copy. */
export const Mails = ({ view }: Props) => {
  const { today } = useSession().clock
  const { say } = useToasts()
  const retry = useAct<{ message: string }>('correspondence/retry-mail', { refresh, done: 'Se intenta otra vez' })
  const cancel = useAct<{ message: string }>('correspondence/cancel-mail', { refresh, done: 'Correo anulado' })
  const open = view.mails.filter(({ state }) => state === 'queued' || state === 'failed')
  return (
    <ul className="act-list">{open.map((mail) => (
      <li key={mail.id}>
        <b>{mail.addressee}</b>: correo a {mail.email}, {mail.state === 'failed' ? <span className="tone-bad">no salió: {mail.problem}</span> : view.mailServer ? 'saliendo' : 'listo para que usted lo envíe'}.
        <span className="act-actions">
          <ButtonLink size="compact" href={`/api/correspondence/mail?message=${mail.id}`} download icon="download">Mensaje con el acto (.eml)</ButtonLink>
          <Button size="compact" kind="plain" onPress={() => void navigator.clipboard.writeText(`${mail.subject}\n\n${mail.text}`).then(() => say('Texto copiado'), () => say('No se pudo copiar: abra el .eml'))}>Copiar el texto</Button>
          <FormDialog<{ leftOn: Day | null }, unknown> button="Anotar que salió" size="compact" title={`Correo a ${mail.addressee}`} action="correspondence/record-mail" refresh={refresh} done="Notificado; el mensaje quedó como prueba" submit="Anotar" start={() => ({ leftOn: today })} input={({ leftOn }) => ({ message: mail.id, leftOn, people: view.councillors.filter(({ named, has }) => named && !has).map(({ id }) => id) })}>
            {({ values, set, error }) => <DateField label="Salió el" name="leftOn" value={values.leftOn} onChange={(leftOn) => set({ leftOn })} maximum={today} error={error('leftOn')} required />}
          </FormDialog>
          {mail.state === 'failed' && <Button size="compact" busy={retry.running} onPress={() => void retry.run({ message: mail.id })}>Reintentar</Button>}
          <Button size="compact" kind="plain" busy={cancel.running} onPress={() => void cancel.run({ message: mail.id })}>Anular el correo</Button>
        </span>
      </li>
    ))}</ul>
  )
}
export const ReceiptButton = ({ notification }: { notification: string }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<{ receivedOn: Day | null; receipt: string; file: StoredFile | undefined }, unknown> button="Anotar el acuse" kind="plain" size="compact" title="Acuse de recibo" action="correspondence/record-receipt" refresh={refresh} done="Acuse anotado" submit="Anotar" start={() => ({ receivedOn: today, receipt: '', file: undefined })} input={({ file, ...draft }) => ({ notification, ...draft, receiptFile: file?.hash ?? null })}>
      {({ values, set, error }) => (
        <>
          <DateField label="Recibido el" name="receivedOn" value={values.receivedOn} onChange={(receivedOn) => set({ receivedOn })} maximum={today} error={error('receivedOn')} required />
          <TextField label="Acuse" name="receipt" help="Quién lo recibió, o su número." value={values.receipt} onChange={(receipt) => set({ receipt })} error={error('receipt')} required />
          <FileChoice label="Acuse digitalizado" file={values.file} onFile={(file) => set({ file })} />
        </>
      )}
    </FormDialog>
  )
}
