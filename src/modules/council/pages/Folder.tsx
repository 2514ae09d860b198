import { counted, type Day, formatDay } from '#kernel'
import { api, Checkbox, DataTable, DateField, FileChoice, fileHref, FormDialog, newId, Notice, RadioGroup, Select, Section, type StoredFile, TextField, useAct, Button, useMay, useSession } from '#design'
import { type PointView, type SendingView, sendingMeans, sendingMeansTitle, type SessionRecord } from '../contract/agenda.ts'
import type { RecordTie } from '../contract/fields.ts'
import { RecordField } from './AgendaEditor.tsx'

type Document = { id: string; title: string; file?: StoredFile; record: RecordTie | null }
/** Puts a document of a point in the folder. A refusal names the last day and the next session that still can. */
export const PutDocument = ({ sessionId, point }: { sessionId: string; point: PointView }) => (
  <FormDialog<Document, { id: string }> button="Poner un antecedente" icon="add" kind="plain" size="compact" title={`Antecedente de «${point.title}»`} action="council/put-in-folder" refresh={['council', 'evidence', 'home']} done="Antecedente en la carpeta" submit="Poner en la carpeta"
    start={() => ({ id: newId(), title: '', record: point.record })} input={({ id, title, file, record }) => ({ id, sessionId, pointId: point.id, title, fileHash: file?.hash ?? null, record })} undo={({ id }) => api.act('council/withdraw-from-folder', { document: id, reason: 'Se deshizo al ponerlo' })}>
    {({ values, set, error }) => (
      <>
        {point.term && <p className="small">Para esta materia los concejales deben tener los antecedentes a más tardar el <b>{formatDay(point.term.lastDay)}</b>: se cuentan {point.term.counted.map((on) => formatDay(on)).join(', ')}.</p>}
        <TextField label="Qué documento es" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
        <FileChoice label="Archivo" file={values.file} onFile={(file) => set({ file })} />
        <RecordField label="O el registro del sistema que se envía" value={values.record} onChange={(record) => set({ record })} />
      </>
    )}
  </FormDialog>
)
export const Documents = ({ point, may }: { point: PointView; may: boolean }) => point.documents.length === 0 ? null : (
  <ul className="small">{point.documents.map((one) => (
    <li key={one.id}>{one.fileHash ? <a href={fileHref(one.fileHash)} download>{one.title}</a> : <a href={one.href}>{one.title}</a>} <span className="soft">puesto el {formatDay(one.putOn)}{one.sentOn ? `, enviado el ${formatDay(one.sentOn)}` : ', sin enviar'}</span>{may && !one.sentOn && <> <FormDialog<{ reason: string }, object> button="Retirar" kind="plain" size="compact" title={`Retirar «${one.title}»`} action="council/withdraw-from-folder" refresh={['council', 'evidence', 'home']} done="Antecedente retirado" submit="Retirar" start={() => ({ reason: '' })} input={({ reason }) => ({ document: one.id, reason })}>{({ values, set, error }) => <TextField label="Por qué" name="reason" value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />}</FormDialog></>}</li>
  ))}</ul>
)
const Receipts = ({ sending }: { sending: SendingView }) => {
  const missing = sending.receipts.filter(({ receivedOn }) => receivedOn === null)
  const { today } = useSession().clock
  return (
    <FormDialog<{ people: readonly string[]; receivedOn: Day | null; note: string }, object> button="Anotar acuses" kind="plain" size="compact" title="Acuses de recibo" action="council/record-receipts" refresh={['council', 'evidence']} done="Acuses anotados" submit="Anotar" start={() => ({ people: missing.map(({ person }) => person.id), receivedOn: today, note: '' })} input={(values) => ({ sending: sending.id, ...values })}>
      {({ values, set, error }) => (
        <>
          <fieldset><legend>Recibieron</legend>{missing.map(({ person }) => <Checkbox key={person.id} checked={values.people.includes(person.id)} onChange={(on) => set({ people: on ? [...values.people, person.id] : values.people.filter((one) => one !== person.id) })}>{person.name}</Checkbox>)}</fieldset>
          <DateField label="Día del recibo" name="receivedOn" value={values.receivedOn} onChange={(receivedOn) => set({ receivedOn })} minimum={sending.sentOn} maximum={today} error={error('receivedOn')} required />
          <TextField label="Constancia" help="Recibo firmado, respuesta al correo" name="note" value={values.note} onChange={(note) => set({ note })} error={error('note')} required={false} />
        </>
      )}
    </FormDialog>
  )
}
/** Another day, or none, with the reason: the terms are judged again. */
const CorrectReceipt = ({ sending, receipt }: { sending: SendingView; receipt: SendingView['receipts'][number] }) => {
  const { today } = useSession().clock
  return (
    <FormDialog<{ id: string; keep: 'day' | 'none'; receivedOn: Day | null; reason: string }, object> button="Corregir" kind="plain" size="compact" title={`Acuse de ${receipt.person.name}`} action="council/correct-receipt" refresh={['council', 'evidence', 'home']} done="Acuse corregido" submit="Guardar" start={() => ({ id: newId(), keep: 'day', receivedOn: receipt.receivedOn, reason: '' })} input={({ id, keep, receivedOn, reason }) => ({ id, sending: sending.id, person: receipt.person.id, receivedOn: keep === 'day' ? receivedOn : null, reason })}>
      {({ values, set, error }) => (
        <>
          <RadioGroup label="Qué pasó" value={values.keep} onChange={(keep) => set({ keep })} choices={[{ value: 'day', title: 'Recibió otro día' }, { value: 'none', title: 'No consta que haya recibido' }]} />
          {values.keep === 'day' && <DateField label="Día del recibo" name="receivedOn" value={values.receivedOn} onChange={(receivedOn) => set({ receivedOn })} minimum={sending.sentOn} maximum={today} error={error('receivedOn')} required />}
          <TextField label="Razón" name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} required />
        </>
      )}
    </FormDialog>
  )
}
const Sending = ({ sending, documents }: { sending: SendingView; documents: ReadonlyMap<string, string> }) => {
  const record = useMay('council.record')
  const mine = useAct<{ sending: string }>('council/acknowledge-folder', { refresh: ['council', 'evidence'], done: 'Acuse anotado' })
  const received = sending.receipts.filter(({ receivedOn }) => receivedOn !== null).length
  return (
    <Section level={3} title={`Enviada el ${formatDay(sending.sentOn)}`} aside={`${sendingMeansTitle[sending.means]}; ${received} de ${sending.receipts.length} acuses`}>
      <p className="small soft">{sending.documents.map((id) => documents.get(id)).filter(Boolean).join('; ')}</p>
      {sending.mine && <p><Button kind="primary" size="compact" busy={mine.running} onPress={() => void mine.run({ sending: sending.id })}>Acusar recibo hoy</Button></p>}
      <DataTable caption={`Acuses del envío del ${formatDay(sending.sentOn)}`} hideCaption sort="none" phone="lines" rows={sending.receipts} rowKey={({ person }) => person.id} source="recibos de los concejales" columns={[
        { key: 'who', title: 'Concejal', text: ({ person }) => person.name }, { key: 'on', title: 'Recibió', text: ({ receivedOn }) => (receivedOn ? formatDay(receivedOn) : 'falta su acuse') }, { key: 'late', title: 'Plazo', text: ({ receivedOn, late }) => (receivedOn === null ? '–' : late ? 'fuera de plazo' : 'en plazo') }, { key: 'note', title: 'Constancia', text: ({ note }) => note },
        ...(record ? [{ key: 'mend', title: 'Corregir', text: () => '', render: (one: SendingView['receipts'][number]) => (one.receivedOn ? <CorrectReceipt sending={sending} receipt={one} /> : null) }] : []),
      ]} />
      {record && received < sending.receipts.length && <Receipts sending={sending} />}
    </Section>
  )
}
/** The folder of the session: what is to be sent, and each sending with its receipts. */
export const Folder = ({ record }: { record: SessionRecord }) => {
  const clerk = useMay('council.record')
  const all = record.points.flatMap(({ documents }) => documents)
  const unsent = all.filter(({ sentOn }) => sentOn === null)
  const titles = new Map(all.map(({ id, title }) => [id, title]))
  return (
    <Section title="Carpeta" aside={counted(all.length, 'antecedente', 'antecedentes')}>
      {all.length === 0 && <p className="soft">La carpeta está vacía: los antecedentes se ponen en cada punto de la tabla.</p>}
      {unsent.length > 0 && <Notice tone="warning" title={`${counted(unsent.length, 'antecedente', 'antecedentes')} sin enviar`} action={clerk && record.state === 'called' ? (
        <FormDialog<{ id: string; means: (typeof sendingMeans)[number] }, object> button="Enviar la carpeta" kind="primary" title="Enviar la carpeta a los concejales" action="council/send-folder" refresh={['council', 'evidence', 'home']} done="Carpeta enviada" submit="Enviar" start={() => ({ id: newId(), means: 'email' })} input={({ id, means }) => ({ id, sessionId: record.session.id, means })}>
          {({ values, set }) => <><p>Se anota enviada hoy a {counted(record.members.length, 'concejal', 'concejales')}, con {counted(unsent.length, 'antecedente', 'antecedentes')}: {unsent.map(({ title }) => title).join('; ')}. Desde ahora los pueden abrir aquí.</p><Select label="Cómo se envía" value={values.means} onChange={(means) => set({ means: means as (typeof sendingMeans)[number] })} choices={sendingMeans.map((value) => ({ value, title: sendingMeansTitle[value] }))} /></>}
        </FormDialog>
      ) : undefined}><p>{clerk ? 'El plazo se cuenta desde que los concejales los reciben.' : 'Los envía Secretaría Municipal.'}</p></Notice>}
      {record.sendings.map((sending) => <Sending key={sending.id} sending={sending} documents={titles} />)}
    </Section>
  )
}
