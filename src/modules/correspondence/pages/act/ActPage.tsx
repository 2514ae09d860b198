import { type Day, formatDay } from '#kernel'
import { api, BlockList, Button, ButtonLink, DefinitionList, fileHref, HistoryList, Notice, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, ThinLoader, type ThreadStop, useAct, useApi, useEvidence, useMay, usePageName, useRouteParam } from '#design'
import { type ActView, kindTitle, meansTitle, signatureModeTitle, signatureWord, stateTitle } from '../../contract.ts'
import { AntecedentList, AntecedentPicker, type Antecedent } from '../AntecedentPicker.tsx'
import { stateTone } from '../words.ts'
import { ActEditor } from './ActEditor.tsx'
import { Mails, NotifyButton, NumberButton, ReasonButton, ReceiptButton, SignButton, StepButton, WithdrawButton } from './ActDialogs.tsx'
import { useActSaving } from './use-act-saving.ts'
import '../acts.css'
import { useActDates } from '../use-act-dates.ts'

const knots = { done: 'done', here: 'here', empty: 'empty', bad: 'bad' } as const
const stopsOf = ({ circuit }: ActView): ThreadStop[] => circuit.map(({ id, title, state, note }) => ({ id, kind: state === 'bad' ? 'Detenido' : state === 'done' ? 'Hecho' : state === 'here' ? 'Ahora' : 'Falta', name: title, value: note, state: knots[state] }))
const actFileHref = (id: string, format: string): string => `/api/correspondence/file?act=${id}&format=${format}`
const Files = ({ id }: { id: string }) => <><ButtonLink href={actFileHref(id, 'pdf')} download icon="download">PDF</ButtonLink><ButtonLink href={actFileHref(id, 'docx')} download icon="download">Word</ButtonLink></>

/** The act as paper shows it; a draft is marked. */
const Paper = ({ view }: { view: ActView }) => (
  <article className="act-paper" aria-label="Texto del acto">
    {view.act.number === null && <p className="act-mark">BORRADOR</p>}
    {view.act.state === 'annulled' && <p className="act-mark">NÚMERO ANULADO</p>}
    <p className="act-heading">{view.body.title}</p>
    <p className="act-office">{view.body.commune.municipality}, {view.body.commune.unit}</p>
    <div className="prose report-prose"><BlockList blocks={view.body.blocks} /></div>
    {view.act.fingerprint && <p className="source">Código de verificación <b>{view.act.verificationCode}</b>. Huella {view.act.fingerprint.slice(0, 16)}… <a href={`/rendir/verificar?codigo=${view.act.verificationCode ?? ''}`}>Comprobar</a></p>}
  </article>
)

const Actions = ({ view, before }: { view: ActView; before?: () => Promise<number | false> }) => {
  const { may, act } = view
  if (view.looking) return null
  return (
    <div className="act-actions">
      {may.send === true && <StepButton view={view} action="send-act" kind="primary" done="Enviado por su circuito" before={before}>Enviar a visación</StepButton>}
      {may.visa === true && <StepButton view={view} action="grant-visa" kind="primary" done="Visto bueno dado">Dar el visto bueno</StepButton>}
      {may.return === true && <ReasonButton view={view} action="return-act" button="Devolver con observaciones" title="Devolver a quien redacta" done="Devuelto con observaciones" submit="Devolver" />}
      {may.number === true && <NumberButton view={view} />}
      {may.sign === true && <SignButton view={view} />}
      {may.notify === true && <NotifyButton view={view} />}
      {may.annul === true && <ReasonButton view={view} action="annul-number" kind="danger" button="Anular el número" title={`Anular ${act.title}`} done="Número anulado" submit="Anular el número" />}
      {may.recall === true && <ReasonButton view={view} action="recall-act" kind="plain" button="Retirar para corregir" title="Retirar de visación" done="El borrador volvió a usted" submit="Retirar" />}
      {may.unsign === true && <ReasonButton view={view} action="withdraw-signature" kind="plain" button="Retirar el ejemplar firmado" title={`Ejemplar firmado de ${act.title}`} done="Ejemplar retirado; vuelve a esperar su firma" submit="Retirar" />}
      {may.restore === true && <StepButton view={view} action="restore-draft" kind="primary" done="Borrador recuperado">Recuperar el borrador</StepButton>}
      {may.reply === true && <ButtonLink href={`/actos/nuevo?clase=letter&texto=answer&responde-acto=${act.id}&materia=${encodeURIComponent(`Responde ${act.title}`)}`}>Responder</ButtonLink>}
      {may.correct === true && !act.effect && <ButtonLink href={`/actos/nuevo?clase=${act.kind === 'exempt-decree' ? 'exempt-decree' : act.kind === 'decree' ? 'decree' : act.kind}&texto=${act.kind.includes('decree') ? 'annul' : 'blank'}&afecta=${act.id}&efecto=annuls`}>Dejar sin efecto</ButtonLink>}
      {may.correct === true && !act.effect && <ButtonLink href={`/actos/nuevo?clase=${act.kind}&texto=${act.kind.includes('decree') ? 'modify' : 'blank'}&afecta=${act.id}&efecto=modifies`}>Modificar</ButtonLink>}
      {may.delete === true && <DeleteButton view={view} />}
      {act.state === 'draft' && may.edit !== true && <TakeButton view={view} />}
    </div>
  )
}
const DeleteButton = ({ view }: { view: ActView }) => {
  const act = useAct<{ id: string; version: number }>('correspondence/delete-draft', { refresh: ['correspondence'], done: 'Borrador eliminado; puede recuperarlo durante 90 días', undo: (_answer, sent) => api.act('correspondence/restore-draft', { id: sent.id, version: sent.version + 1 }) })
  return <Button kind="plain" busy={act.running} onPress={() => void act.run({ id: view.act.id, version: view.act.version })}>Eliminar el borrador</Button>
}
const TakeButton = ({ view }: { view: ActView }) => {
  const may = useMay('correspondence.draft')
  return may ? <StepButton view={view} action="take-draft" done="Ahora el borrador es suyo">Continuar yo este borrador</StepButton> : null
}

const Notices = ({ view }: { view: ActView }) => {
  const { act, affectedBy, affects } = view
  const notifies = useMay('correspondence.notify')
  return (
    <>
      {view.looking && <Notice tone="warning" title={`El acto como era el ${formatDay(view.looking.effectiveOn)}, con lo conocido al ${formatDay(view.looking.knownOn)}`}><p>Su materia y su texto son los de entonces. Los destinatarios y los archivos PDF y Word son los de hoy; para actuar, vuelva a hoy.</p></Notice>}
      {affects && <Notice tone="data" title="Cambia un acto anterior"><p>{affects.note}: <a href={affects.href}>{affects.title}</a></p></Notice>}
      {affectedBy.map((link) => <Notice key={link.id} tone={link.note?.startsWith('lo deja') && act.effect ? 'bad' : 'warning'} title={act.effect ? `Fue ${act.effect}` : 'Hay un acto en trámite que lo cambia'}><p><a href={link.href}>{link.title}</a> {link.note}.</p></Notice>)}
      {act.state === 'deleted' && act.restorableUntil && <Notice tone="warning" title="Borrador eliminado"><p>Puede recuperarse hasta el {formatDay(act.restorableUntil)}.</p></Notice>}
      {notifies && view.mails.some(({ state }) => state === 'queued' || state === 'failed') && <Notice tone="warning" title="Correo de notificación por salir"><Mails view={view} /></Notice>}
      {act.restricted && <Notice tone="data" title="Acto reservado"><p>Sólo lo ven los cargos con esa reserva.</p></Notice>}
    </>
  )
}

const Notifications = ({ view }: { view: ActView }) => {
  const may = useMay('correspondence.notify')
  const { notifications, act } = view
  if (act.signedOn === null) return <p className="soft">Se anotan después de la firma.</p>
  return (
    <>
      {act.state === 'to-notify' && act.notifyBy && <p>Debe notificarse hasta el <b>{formatDay(act.notifyBy)}</b> (Ley 19.880, art. 45).</p>}
      {notifications.length === 0 && <p className="faint">– ninguna anotada</p>}
      <ul className="act-list">{notifications.map((one) => (
        <li key={one.id} className={one.withdrawn ? 'faint' : undefined}><b>{one.addressee}</b>: {meansTitle[one.means].toLowerCase()}, {formatDay(one.notifiedOn)}. {one.withdrawn ? `Retirada el ${formatDay(one.withdrawn.on)}: ${one.withdrawn.reason}` : <>{one.receivedOn ? `Acuse del ${formatDay(one.receivedOn)}${one.receipt ? `: ${one.receipt}` : ''}.` : one.presumedOn ? `Se entiende notificada el ${formatDay(one.presumedOn)} (art. 46). ` : 'Sin acuse. '}{one.receiptFile && <a href={fileHref(one.receiptFile)} download>{one.means === 'email' ? 'el correo enviado' : 'comprobante'}</a>} {may && !one.receivedOn && <ReceiptButton notification={one.id} />}{may && one.withdrawable === true && <WithdrawButton notification={one.id} />}</>}</li>
      ))}</ul>
    </>
  )
}

const Antecedents = ({ view }: { view: ActView }) => {
  const edits = view.may.edit === true
  const add = useAct<unknown>('correspondence/add-antecedent', { refresh: ['correspondence'], done: 'Antecedente agregado' })
  const remove = useAct<unknown>('correspondence/remove-antecedent', { refresh: ['correspondence'], done: 'Antecedente quitado' })
  const input = ({ kind, id, title, href }: Antecedent) => ({ id: view.act.id, version: view.act.version, antecedent: { kind, id, title, href } })
  return (
    <Section title="Antecedentes e hilo" aside={view.antecedents.length + view.thread.length || undefined}>
      {view.thread.length > 0 && <ul className="act-list">{view.thread.map((link) => <li key={link.id}><a href={link.href}>{link.title}</a>{link.note && <span className="soft"> {link.note}</span>}</li>)}</ul>}
      {view.antecedents.length === 0 && view.thread.length === 0 && <p className="faint">– sin antecedentes enlazados</p>}
      <AntecedentList items={view.antecedents} onRemove={edits ? (one) => void remove.run(input(one)) : undefined} />
      {edits && <AntecedentPicker onPick={(one) => void add.run(input(one))} />}
    </Section>
  )
}

/** What can still be taken back of this act, by whom and until when, in plain words. */
const undoable = ({ act, notifications }: ActView): readonly string[] => {
  switch (act.state) {
    case 'draft': return ['El borrador puede eliminarse, y recuperarse durante 90 días.']
    case 'in-visa': case 'to-number': return ['Quien redacta puede retirarlo para corregir hasta que tenga número; quien visa o numera puede devolverlo. El texto vuelve a todos sus vistos buenos.']
    case 'to-sign': return ['Secretaría Municipal puede anular el número, que no se vuelve a dar. El texto ya no cambia.']
    case 'to-notify': return [notifications.some(({ withdrawn }) => !withdrawn) ? 'Una notificación anotada por error puede retirarse mientras no tenga acuse.' : 'El ejemplar firmado puede retirarse hasta la primera notificación.', 'Después lo cambia otro acto.']
    case 'notified': return ['Una notificación anotada por error puede retirarse mientras no tenga acuse ni haya salido por correo, dentro de 90 días. Lo demás lo cambia otro acto.']
    default: return []
  }
}
const Data = ({ view }: { view: ActView }) => {
  const { act } = view
  return (
    <>
      <DefinitionList columns={2} items={[
        { term: 'Clase', value: kindTitle[act.kind] }, { term: 'Unidad', value: act.unit || undefined, absence: 'sin unidad' }, { term: 'Redacta', value: act.drafter }, { term: 'Fecha del acto', value: act.actOn ? formatDay(act.actOn) : undefined, absence: 'se da al numerar' },
        { term: 'A', value: act.addressees.join('; ') || undefined, absence: 'sin destinatario' }, { term: 'Distribución', value: act.distribution.join('; ') || undefined, absence: 'ninguna' },
        { term: 'Firma', value: act.signedOn ? `${formatDay(act.signedOn)}, ${act.signatureMode ? signatureModeTitle[act.signatureMode].toLowerCase() : ''}` : undefined, absence: 'aún no' },
        ...(act.finding ? [{ term: 'Firma electrónica', value: <><b>{signatureWord[act.finding.signature]}</b>. {act.finding.says}</> }, ...(act.finding.certificate ? [{ term: 'Certificado', value: `${act.finding.certificate.signer}, emitido por ${act.finding.certificate.selfSigned ? 'sí mismo' : act.finding.certificate.issuer}; rige del ${formatDay(act.finding.certificate.from as Day)} al ${formatDay(act.finding.certificate.to as Day)}` }] : [])] : []),
        ...(undoable(view).length > 0 ? [{ term: 'Qué se puede deshacer', value: undoable(view).join(' ') }] : []),
      ]} />
      <h3 className="act-side-title">Notificaciones</h3>
      <Notifications view={view} />
    </>
  )
}
const History = ({ view }: { view: ActView }) => <HistoryList items={[...view.events].reverse().map((event) => ({ id: event.id, at: event.at, who: event.office || event.who, what: event.reason ? `${event.title}. ${event.reason}` : event.title }))} />

const Opened = ({ view, saving }: { view: ActView; saving?: ReturnType<typeof useActSaving> }) => {
  const { act } = view
  const evidence = useEvidence('act', act.id)
  usePageName(act.title)
  return (
    <>
      <RecordPage title={act.title} above={<>{kindTitle[act.kind]} <Seal tone={stateTone[act.state]}>{stateTitle[act.state]}</Seal></>} lead={act.subject} actions={<><PrintButton /><Files id={act.id} /></>} notice={<Notices view={view} />}
        thread={stopsOf(view)} threadDetail={<Antecedents view={view} />}
        summary={<><Actions view={view} before={saving ? async () => (await saving.save()) && saving.version() : undefined} />{saving ? <ActEditor view={view} saving={saving} /> : <Paper view={view} />}</>}
        data={<Data view={view} />} documents={evidence.documents} documentCount={evidence.documentCount} history={<History view={view} />} historyCount={view.events.length} />
      <PrintFoot text={`${act.title}. ${act.fingerprint ? `Huella ${act.fingerprint}` : 'Borrador, sin valor oficial'}`} />
    </>
  )
}
const Writing = ({ view, again }: { view: ActView; again: () => void }) => <Opened view={view} saving={useActSaving(view, again)} />

/** One act: its circuit as the thread, its text, what follows for who reads. */
const ActPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useActDates()
  const { data, problem, again } = useApi<ActView>('correspondence/open-act', { id, effectiveOn, knownOn })
  if (problem && !data) return <><PageTitle title="Acto" /><ProblemView problem={problem} action={<ButtonLink href="/actos">Ver los actos</ButtonLink>} /></>
  if (!data || data.act.id !== id) return <ThinLoader active label="Abriendo el acto" />
  return data.may.edit === true ? <Writing key={data.act.id} view={data} again={again} /> : <Opened view={data} />
}
export default ActPage
