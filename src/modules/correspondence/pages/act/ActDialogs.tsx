import type { Day } from '#kernel'
import { Button, DateField, Fields, FileChoice, FormDialog, newId, RadioGroup, Select, type StoredFile, TextField, useAct, useSession } from '#design'
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

type Notifying = { id: string; addressee: string; means: Means; notifiedOn: Day | null; receipt: string }
export const NotifyButton = ({ view }: Props) => {
  const { today } = useSession().clock
  const all = [...view.act.addressees, ...view.act.distribution]
  const pending = all.filter((one) => !view.notifications.some(({ addressee }) => addressee === one))
  return (
    <FormDialog<Notifying, unknown> button="Anotar una notificación" kind={view.act.state === 'to-notify' ? 'primary' : 'usual'} title={`Notificar ${view.act.title}`} action="correspondence/notify-act" refresh={refresh} done="Notificación anotada" submit="Anotar"
      start={() => ({ id: newId(), addressee: pending[0] ?? all[0] ?? '', means: 'email', notifiedOn: today, receipt: '' })} input={(draft) => ({ ...draft, act: view.act.id, version: view.act.version })}>
      {({ values, set, error }) => (
        <>
          <Select label="A quién" value={values.addressee} onChange={(addressee) => set({ addressee })} choices={[...new Set(all)].map((one) => ({ value: one, title: one, note: pending.includes(one) ? undefined : 'ya notificado' }))} error={error('addressee')} />
          <Fields columns={2}>
            <Select label="Por qué medio" value={values.means} onChange={(chosen) => set({ means: chosen })} choices={means.map((value) => ({ value, title: meansTitle[value] }))} />
            <DateField label="Cuándo" name="notifiedOn" value={values.notifiedOn} onChange={(notifiedOn) => set({ notifiedOn })} maximum={today} error={error('notifiedOn')} required />
          </Fields>
          <TextField label="Acuse" help="Quién lo recibió, o el número del ingreso. Puede anotarlo después." value={values.receipt} onChange={(receipt) => set({ receipt })} required={false} />
        </>
      )}
    </FormDialog>
  )
}
export const ReceiptButton = ({ notification }: { notification: string }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<{ receivedOn: Day | null; receipt: string }, unknown> button="Anotar el acuse" kind="plain" size="compact" title="Acuse de recibo" action="correspondence/record-receipt" refresh={refresh} done="Acuse anotado" submit="Anotar" start={() => ({ receivedOn: today, receipt: '' })} input={(draft) => ({ notification, ...draft })}>
      {({ values, set, error }) => (
        <>
          <DateField label="Recibido el" name="receivedOn" value={values.receivedOn} onChange={(receivedOn) => set({ receivedOn })} maximum={today} error={error('receivedOn')} required />
          <TextField label="Acuse" name="receipt" help="Quién lo recibió, o su número." value={values.receipt} onChange={(receipt) => set({ receipt })} error={error('receipt')} required />
        </>
      )}
    </FormDialog>
  )
}
