import { counted } from '#kernel'
import { Fields, FormDialog, newId, NumberField, RadioGroup, StateBadge, TextField } from '#design'
import { outcomeTitle, type SessionView } from '../contract.ts'

type Draft = { id: string; number: string; title: string; outcome: 'approved' | 'rejected'; votesFor: number | null; votesAgainst: number | null; abstentions: number | null }
const OUTCOMES = [{ value: 'approved', title: 'Aprobado' }, { value: 'rejected', title: 'Rechazado' }] as const
const votes = ({ votesFor, votesAgainst, abstentions }: SessionView['agreements'][number]): string => [votesFor !== null && `${votesFor} a favor`, votesAgainst !== null && `${votesAgainst} en contra`, abstentions !== null && counted(abstentions, 'abstención', 'abstenciones')].filter(Boolean).join(', ')

/** What a session agreed, with its votes. */
export const Agreements = ({ session, may }: { session: SessionView; may: boolean }) => (
  <>
    {session.agreements.length === 0 ? <span className="faint">– sin acuerdos anotados</span> : <ul>{session.agreements.map((one) => <li key={one.id}><b>N.º {one.number}</b> {one.title} <StateBadge tone={one.outcome === 'approved' ? 'good' : 'bad'}>{outcomeTitle[one.outcome].toLowerCase()}</StateBadge>{votes(one) && <small className="soft"> {votes(one)}</small>}</li>)}</ul>}
    {may && <FormDialog<Draft, unknown> button="Anotar un acuerdo" icon="add" kind="plain" size="compact" title={`Acuerdo de la sesión N.º ${session.number}`} action="council/record-agreement" refresh={['council']} done="Acuerdo anotado" submit="Anotar" start={() => ({ id: newId(), number: '', title: '', outcome: 'approved', votesFor: null, votesAgainst: null, abstentions: null })} input={(values) => ({ ...values, sessionId: session.id })}>
      {({ values, set, error }) => (
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
      )}
    </FormDialog>}
  </>
)
