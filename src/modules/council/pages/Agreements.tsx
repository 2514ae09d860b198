import { counted, formatInstant } from '#kernel'
import { api, Fields, FormDialog, newId, NumberField, RadioGroup, StateBadge, TextField } from '#design'
import { type AgreementReading, type AgreementView, outcomeTitle, type SessionView } from '../contract.ts'

type Draft = { id: string; number: string; title: string; outcome: 'approved' | 'rejected'; votesFor: number | null; votesAgainst: number | null; abstentions: number | null }
const OUTCOMES = [{ value: 'approved', title: 'Aprobado' }, { value: 'rejected', title: 'Rechazado' }] as const
const votes = ({ votesFor, votesAgainst, abstentions }: AgreementReading): string => [votesFor !== null && `${votesFor} a favor`, votesAgainst !== null && `${votesAgainst} en contra`, abstentions !== null && counted(abstentions, 'abstención', 'abstenciones')].filter(Boolean).join(', ')


const AgreementFields = ({ values, set, error }: { values: Draft; set: (patch: Partial<Draft>) => void; error: (field: string) => string | undefined }) => (
  <>
    <TextField label="Número del acuerdo" name="number" value={values.number} onChange={(number) => set({ number })} error={error('number')} required />
    <TextField label="Qué se acordó" name="title" lines={2} value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
    <RadioGroup label="Resultado" value={values.outcome} onChange={(outcome) => set({ outcome })} choices={OUTCOMES} />
    <Fields columns={3}>
      <NumberField label="A favor" unit="votos" value={values.votesFor} onChange={(votesFor) => set({ votesFor })} minimum={0} maximum={20} required={false} />
      <NumberField label="En contra" unit="votos" value={values.votesAgainst} onChange={(votesAgainst) => set({ votesAgainst })} minimum={0} maximum={20} required={false} />
      <NumberField label="Abstenciones" unit="votos" value={values.abstentions} onChange={(abstentions) => set({ abstentions })} minimum={0} maximum={20} required={false} />
    </Fields>
  </>
)
const Reading = ({ one }: { one: AgreementReading }) => <><b>N.º {one.number}</b> {one.title} <StateBadge tone={one.outcome === 'approved' ? 'good' : 'bad'}>{outcomeTitle[one.outcome].toLowerCase()}</StateBadge>{votes(one) && <small className="soft"> {votes(one)}</small>}</>

/** Corrects a reading: the older one stays, and the notice takes the correction back as another. */
const CorrectAgreement = ({ one }: { one: AgreementView }) => {
  const { id, version, number, title, outcome, votesFor, votesAgainst, abstentions } = one
  const now = { id, number, title, outcome, votesFor, votesAgainst, abstentions }
  return (
    <FormDialog<Draft & { reason: string }, object> button="Corregir" kind="plain" size="compact" title={`Corregir el acuerdo N.º ${number}`} action="council/correct-agreement" refresh={['council', 'evidence']} done="Acuerdo corregido" submit="Guardar la corrección" labels={{ number: 'Número', title: 'Qué se acordó', outcome: 'Resultado', votesFor: 'A favor', votesAgainst: 'En contra', abstentions: 'Abstenciones' }}
      start={() => ({ ...now, reason: '' })} input={(values) => ({ ...values, version })} undo={() => api.act('council/correct-agreement', { ...now, version: version + 1, reason: 'Se deshizo la última corrección' })}>
      {({ values, set, error }) => (
        <>
          <AgreementFields values={values} set={set} error={error} />
          <TextField label="Razón" help="Qué dice el acta. La lectura anterior queda a la vista." name="reason" lines={2} value={values.reason} onChange={(reason) => set({ reason })} error={error('reason')} maxLength={300} required />
        </>
      )}
    </FormDialog>
  )
}

/** What a session agreed, with its votes and, when it was corrected, what it said before. */
export const Agreements = ({ session, may }: { session: SessionView; may: boolean }) => (
  <>
    {session.agreements.length === 0 ? <span className="faint">– sin acuerdos anotados</span> : (
      <ul>{session.agreements.map((one) => (
        <li key={one.id}>
          <Reading one={one} /> {may && <CorrectAgreement one={one} />}
          {one.older.length > 0 && <details><summary>{counted(one.older.length, 'lectura anterior', 'lecturas anteriores')}</summary><ul>{one.older.map((old) => <li key={old.version}><Reading one={old} /><small className="soft"> Corregido el {formatInstant(old.correctedAt)}: {old.reason}</small></li>)}</ul></details>}
        </li>
      ))}</ul>
    )}
    {may && <FormDialog<Draft, unknown> button="Anotar un acuerdo" icon="add" kind="plain" size="compact" title={`Acuerdo de la sesión N.º ${session.number}`} action="council/record-agreement" refresh={['council']} done="Acuerdo anotado" submit="Anotar" start={() => ({ id: newId(), number: '', title: '', outcome: 'approved', votesFor: null, votesAgainst: null, abstentions: null })} input={(values) => ({ ...values, sessionId: session.id })}>
      {(draft) => <AgreementFields {...draft} />}
    </FormDialog>}
  </>
)
